import type { Command } from '../command';
import { leadFrom } from '../wizard/leadFrom';

/** Decides whether an event DCOM 10016 is noise, and filters it or grants the least. */
const resolveDcom10016: Command = async (services, from) =>
  services.wizard.open('dcom-10016', await leadFrom(from, services));
export default resolveDcom10016;
