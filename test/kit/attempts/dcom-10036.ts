import type { Attempt } from '../attempts';

const attempts: readonly Attempt[] = [{ name: 'any server', values: {}, isRunbook: true }];

export default attempts;
