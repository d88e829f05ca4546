import { serverOf } from '../servers/servers';
import type { Command } from '../command';

/** Reads a server again, or every connected one. */
const refreshServers: Command = async ({ servers }, node) => {
  const name = serverOf(node);
  const views = servers.all.filter((view) =>
    name === null ? view.connection.state.kind === 'connected' : view.name === name,
  );
  await Promise.all(views.map((view) => view.refresh(0)));
};
export default refreshServers;
