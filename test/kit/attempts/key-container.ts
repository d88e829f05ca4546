import keyContainer from '../../../src/engine/remedies/repairs/key-container';
import { BEGIN } from '../simulated';
import type { Attempt } from '../attempts';

const ways = keyContainer.parameters[0]?.options?.({ server: 'WEB-01', at: BEGIN }) ?? [];

export default ways.map((state): Attempt => ({ name: state, values: { state }, isRunbook: true }));
