import type { Command } from '../command';

/** Connects a server, also once more after it failed. */
const connectServer: Command = async ({ servers }, node) => {
  const view = await servers.pick(node, 'Which server is to be connected?');
  await view?.refresh(0);
};
export default connectServer;
