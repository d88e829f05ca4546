import { type Known, known, type Probe, type Shortfall, unknown } from './probe';
import { part } from './reading/failures';
import type { RawPart } from './reading/raw';
import { fields, text, textIfAny } from './reading/shape';

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

const probe: DcomPermissionsProbe = {
  id: 'dcom-permissions',
  reads: 'reading the permissions of a COM application',
  read(data, asked) {
    const own = fields(data, 'data');
    const theClass = part(own('class'), 'class', textsOf('name', 'appId'), 'key');
    const application = part(own('application'), 'application', applicationOf, 'key');
    const machine = part(own('machine'), 'machine', textsOf('defaultLaunch', 'launchLimits'), 'key');
    const texts = application.known ? application.value.texts : null;
    return {
      className: theClass.known ? theClass.value.name : '',
      appId: texts?.appId ?? (asked.appId || (theClass.known ? theClass.value.appId : '')),
      applicationName: texts?.name ?? '',
      service: texts?.localService ?? '',
      launch: permission(application, texts?.launch),
      access: permission(application, texts?.access),
      defaultLaunch: permission(machine, machine.known ? machine.value.defaultLaunch : ''),
      launchLimits: permission(machine, machine.known ? machine.value.launchLimits : ''),
      keyOwner: application.known ? application.value.owner : application,
    };
  },
};
export default probe;

const textsOf =
  <Name extends string>(...names: readonly Name[]) =>
  (value: unknown, where: string): Readonly<Record<Name, string>> => {
    const own = fields(value, where);
    return Object.fromEntries(names.map((name) => [name, textIfAny(own(name), `${where}.${name}`)])) as Record<
      Name,
      string
    >;
  };

const applicationTexts = textsOf('appId', 'name', 'localService', 'launch', 'access');
const applicationOf = (value: unknown, where: string) => ({
  texts: applicationTexts(value, where),
  owner: part(fields(value, where)('owner'), `${where}.owner`, text, 'key'),
});

/** A permission that is not set is not found; the machine's default holds. */
const permission = (of: { known: true } | { known: false; shortfall: Shortfall }, sddl = ''): Known<string> => {
  if (!of.known) return of;
  return sddl ? known(sddl) : unknown('notFound');
};
