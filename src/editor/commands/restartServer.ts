import type { Command } from '../command';

const restartServer: Command = ({ server }) => server.restart();
export default restartServer;
