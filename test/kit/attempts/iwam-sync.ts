import type { Attempt } from '../attempts';

const attempts: readonly Attempt[] = [
  {
    name: 'a server that is too old to say what it is',
    values: {},
    isRunbook: true,
    withoutSystem: true,
  },
];

export default attempts;
