import type { Attempt } from '../attempts';
import { onlyView } from './dcom-10016';

const attempts: readonly Attempt[] = [
  {
    name: 'a tool that works',
    server: 'WEB-02',
    values: { computer: 'WEB-03', works: 'Yes, it works all the same' },
    after: onlyView,
  },
  {
    name: 'a computer that is gone',
    server: 'WEB-02',
    values: { computer: 'PRINT-07', works: 'No, it fails' },
    isRunbook: true,
  },
];

export default attempts;
