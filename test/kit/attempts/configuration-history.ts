import type { Attempt } from '../attempts';

export default [{ name: 'an earlier state', values: {}, isRunbook: true }] satisfies readonly Attempt[];
