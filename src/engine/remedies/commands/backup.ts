import type { Snapshot } from '../../servers/snapshot';
import type { Step } from '../plan';
import { appcmd } from './programs';

/** Before every change of the server's own configuration. It is never put back by a plan: it holds every site. */
export const backupStep = (snapshot: Pick<Snapshot, 'at'>): Step => ({
  id: 'backup',
  title: `Save the configuration as "${backupName(snapshot)}"`,
  why: 'So that there is a copy whatever happens; undoing does not need it, because it takes back only the one change.',
  command: appcmd('add', 'backup', backupName(snapshot)),
  stops: [],
  // 183: a run before this one has made it already.
  accepts: [183],
});

/** `iis-doctor-20261124-120000`, by this side's clock in UTC. */
const backupName = ({ at }: Pick<Snapshot, 'at'>): string => {
  const digits = new Date(at).toISOString().replace(/\D/g, '');
  return `iis-doctor-${digits.slice(0, 8)}-${digits.slice(8, 14)}`;
};
