import { poolAction } from '../../app/serverActions';
import type { Command } from '../command';
import { act, nameFor } from '../servers/act';

/** Stops an application pool, after a confirmation. */
const stopPool: Command = async (services, node) => {
  const view = await services.servers.pick(node, 'On which server?');
  if (!view) return;
  const pool = await nameFor(node, view.poolNames, 'Which application pool?');
  if (pool !== null) await act(view, poolAction('stop', pool, view.requestsIn(pool)), services);
};
export default stopPool;
