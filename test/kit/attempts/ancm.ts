import type { Attempt } from '../attempts';

const attempts: readonly Attempt[] = [
  {
    name: 'the log on and off again',
    values: { application: 'Contoso Shop', status: '500.30: the application ended or threw while it started' },
    names: ['Contoso Shop'],
    arePaths: true,
  },
];

export default attempts;
