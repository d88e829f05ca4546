import type { Command } from '../command';
import { leadFrom } from '../wizard/leadFrom';

/** Starts the guided repair for a record, a finding, a node of the tree, or whatever somebody picks. */
const fixThis: Command = async (services, from) => services.wizard.fix(await leadFrom(from, services));
export default fixThis;
