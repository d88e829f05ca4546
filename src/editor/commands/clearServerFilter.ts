import type { Command } from '../command';

/** Shows all servers again. */
const clearServerFilter: Command = ({ servers }) => {
  servers.filter = '';
};
export default clearServerFilter;
