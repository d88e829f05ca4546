import type { Command } from '../command';

/** Ends the session with a server, and whatever it is being asked. What is known of it stays in view. */
const disconnectServer: Command = async ({ servers }, node) => {
  const view = await servers.pick(node, 'Which server is to be disconnected?');
  await view?.connection.close();
};
export default disconnectServer;
