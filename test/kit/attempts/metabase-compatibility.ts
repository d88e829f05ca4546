import type { Attempt } from '../attempts';

const attempts: readonly Attempt[] = [{ name: 'a server without it', values: {}, isRunbook: true }];

export default attempts;
