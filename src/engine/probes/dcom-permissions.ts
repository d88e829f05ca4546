import type { Known, Probe } from './probe';

export interface DcomPermissionsAsked extends Readonly<Record<string, unknown>> {
  /** A GUID in braces, or empty. */
  readonly clsid: string;
  readonly appId: string;
}
export interface DcomPermissions {
  /** The name of the class and of the application; empty where the registry has none. */
  readonly className: string;
  readonly appId: string;
  readonly applicationName: string;
  /** The service that hosts it, if one does. */
  readonly service: string;
  /** SDDL of the application's own permission, or unknown `notFound` where the machine's default holds. */
  readonly launch: Known<string>;
  readonly access: Known<string>;
  /** SDDL of the machine's defaults and limits. */
  readonly defaultLaunch: Known<string>;
  readonly launchLimits: Known<string>;
  /** The owner of the registry key, which tells whether an administrator may change it. */
  readonly keyOwner: Known<string>;
}
export type DcomPermissionsProbe = Probe<DcomPermissionsAsked, DcomPermissions>;
