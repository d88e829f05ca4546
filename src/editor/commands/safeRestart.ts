import type { Command } from '../command';
import { leadFrom } from '../wizard/leadFrom';

/** Restarts IIS on a server without iisreset: shown, asked, checked. */
const safeRestart: Command = async (services, from) =>
  services.wizard.open('safe-restart', await leadFrom(from, services));
export default safeRestart;
