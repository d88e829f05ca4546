import type { Command } from '../command';

const openLog: Command = ({ log }) => log.show();
export default openLog;
