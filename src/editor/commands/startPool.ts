import { poolAction } from '../../app/serverActions';
import type { Command } from '../command';
import { act, nameFor } from '../servers/act';

/** Starts an application pool, after a confirmation. */
const startPool: Command = async (services, node) => {
  const view = await services.servers.pick(node, 'On which server?');
  if (!view) return;
  const pool = await nameFor(node, view.poolNames, 'Which application pool?');
  if (pool !== null) await act(view, poolAction('start', pool, view.requestsIn(pool)), services);
};
export default startPool;
