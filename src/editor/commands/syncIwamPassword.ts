import type { Command } from '../command';
import { leadFrom } from '../wizard/leadFrom';

/** Brings the passwords of the IWAM account together again, as a runbook. */
const syncIwamPassword: Command = async (services, from) =>
  services.wizard.open('iwam-sync', await leadFrom(from, services));
export default syncIwamPassword;
