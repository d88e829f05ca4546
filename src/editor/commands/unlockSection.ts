import type { Command } from '../command';
import { leadFrom } from '../wizard/leadFrom';

/** Lets a site set a section that is locked, with the least that helps. */
const unlockSection: Command = async (services, from) =>
  services.wizard.open('unlock-section', await leadFrom(from, services));
export default unlockSection;
