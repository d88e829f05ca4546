import type { Known, Probe } from './probe';
import type { RawPart } from './reading/raw';

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
/** What `dcom-permissions.ps1` gives. Values that the registry does not have are null. */
export interface RawDcomPermissions {
  /** `HKLM\SOFTWARE\Classes\CLSID\{…}`; an error of category `ObjectNotFound` where it has no such key. */
  readonly class: RawPart<{ readonly name: string | null; readonly appId: string | null }>;
  /** `HKLM\SOFTWARE\Classes\AppID\{…}` of the application asked for, else of the class. */
  readonly application: RawPart<{
    readonly appId: string;
    readonly name: string | null;
    readonly localService: string | null;
    /** SDDL of `LaunchPermission` and `AccessPermission`. */
    readonly launch: string | null;
    readonly access: string | null;
    /** `O:BA` */
    readonly owner: RawPart<string>;
  }>;
  /** `HKLM\SOFTWARE\Microsoft\Ole`: SDDL of `DefaultLaunchPermission` and `MachineLaunchRestriction`. */
  readonly machine: RawPart<{ readonly defaultLaunch: string | null; readonly launchLimits: string | null }>;
}
export type DcomPermissionsProbe = Probe<DcomPermissionsAsked, DcomPermissions>;
