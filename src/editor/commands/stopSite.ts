import { siteAction } from '../../app/serverActions';
import type { Command } from '../command';
import { act, nameFor } from '../servers/act';

/** Stops a site, after a confirmation. */
const stopSite: Command = async (services, node) => {
  const view = await services.servers.pick(node, 'On which server?');
  if (!view) return;
  const site = await nameFor(node, view.siteNames, 'Which site?');
  if (site !== null) await act(view, siteAction('stop', site), services);
};
export default stopSite;
