import type { Attempt } from '../attempts';
import { onlyView } from './dcom-10016';

const clsid = '{AB8902B4-09CA-4BB6-B78D-A8F59079A8D5}';

const attempts: readonly Attempt[] = [
  { name: 'without harm', values: { clsid, fails: 'No, or I do not know' }, after: onlyView },
  { name: 'something fails', values: { clsid, fails: 'Yes, every time, in the same second' }, isRunbook: true },
];

export default attempts;
