import type { Snapshot } from '../servers/snapshot';
import type { Refusal } from './plan';

/** Where the configuration is needed and could not be read. */
export const UNREADABLE =
  'The configuration of the server could not be read as a whole, so nobody can tell what to change. Connect as an administrator, and if that is so already look whether applicationHost.config is well-formed.';

/** Refuses where the session may not change anything; null where it may, or nobody knows. */
export const notAdministrator = ({ system, server }: Snapshot): Refusal | null =>
  system && !system.administrator
    ? {
        because: `${system.account} is no administrator on ${server}, or its session is not elevated, and only administrators change the configuration of IIS. Connect as an administrator.`,
      }
    : null;
