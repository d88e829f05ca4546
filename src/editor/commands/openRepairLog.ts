import type { Command } from '../command';

/** Shows what was run on servers, and what came of it. */
const openRepairLog: Command = ({ wizard }) => wizard.openLog();
export default openRepairLog;
