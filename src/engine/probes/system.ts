import type { Probe } from './probe';
import { part } from './reading/failures';
import type { RawPart } from './reading/raw';
import { fields, flag, list, moment, text } from './reading/shape';

/** What machine this is, which IIS, and what this session may do there. */
export interface SystemFacts {
  readonly computer: string;
  /** `Windows Server 2022 Datacenter`, as the registry names it; Windows 11 still calls itself 10 there and is corrected. */
  readonly windows: string;
  /** `10.0.20348`. */
  readonly windowsVersion: string;
  /** `10.0`; null where IIS is not installed. */
  readonly iis: string | null;
  /** `5.1.20348.1`. */
  readonly powershell: string;
  readonly languageMode: string;
  readonly administrator: boolean;
  /** The account that the session runs as. */
  readonly account: string;
  /** Language of Windows there, `de-DE`. */
  readonly culture: string;
  /** The server's clock, ISO 8601 in UTC. */
  readonly now: string;
  /** Environment variables that paths of the configuration use, by their names in lower case: `systemdrive`, `windir`. */
  readonly variables: Readonly<Record<string, string>>;
}
/** What `system.ps1` gives. */
export interface RawSystem {
  readonly computer: string;
  /** `HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion`; null for what older versions do not have. */
  readonly windows: RawPart<{
    readonly productName: string | null;
    /** `6.2`, `6.3`; stays 6.3 from Windows 8.1 on. */
    readonly currentVersion: string | null;
    readonly major: number | null;
    readonly minor: number | null;
    /** `20348` */
    readonly build: string | null;
    /** The last part of the version, `UBR`. */
    readonly revision: number | null;
  }>;
  /** `HKLM\SOFTWARE\Microsoft\InetStp`, `MajorVersion` and `MinorVersion`. */
  readonly iis: RawPart<{ readonly major: number | null; readonly minor: number | null }>;
  /** `$PSVersionTable.PSVersion` */
  readonly powershell: string;
  /** `FullLanguage` */
  readonly languageMode: string;
  readonly administrator: RawPart<boolean>;
  /** `CONTOSO\op` */
  readonly account: string;
  /** `de-DE`: the language that Windows was installed in. */
  readonly culture: string;
  /** `2026-11-25T02:58:00.0000000Z` */
  readonly now: string;
  /** Variables that paths of a configuration may hold, by name as Windows writes it; those that are not set are left out. */
  readonly variables: readonly { readonly name: string; readonly value: string }[];
}
export type SystemProbe = Probe<Record<string, never>, SystemFacts>;

const probe: SystemProbe = {
  id: 'system',
  reads: 'asking what machine it is',
  read(data) {
    const own = fields(data, 'data');
    const read = (name: string): string => text(own(name), name);
    const windows = part(own('windows'), 'windows', windowsOf, 'key');
    const iis = part(own('iis'), 'iis', versionOf, 'key');
    const administrator = part(own('administrator'), 'administrator', flag);
    return {
      computer: read('computer'),
      windows: windows.known ? windows.value.name : '',
      windowsVersion: windows.known ? windows.value.version : '',
      iis: iis.known ? iis.value : null,
      powershell: read('powershell'),
      languageMode: read('languageMode'),
      administrator: administrator.known && administrator.value,
      account: read('account'),
      culture: read('culture'),
      now: moment(own('now'), 'now'),
      variables: variablesOf(own('variables')),
    };
  },
};
export default probe;

/** From this build on it is Windows 11, which the registry still calls Windows 10. */
const WINDOWS_11 = 22_000;

function windowsOf(value: unknown, where: string): { name: string; version: string } {
  const own = fields(value, where);
  const [name, current, build] = ['productName', 'currentVersion', 'build'].map((one) => textOrNumber(own(one)));
  const number = versionOf(value) ?? current;
  return {
    name: Number(build) >= WINDOWS_11 ? (name ?? '').replace(/^Windows 10\b/, 'Windows 11') : (name ?? ''),
    version: [number, build].filter((one) => one).join('.'),
  };
}

function versionOf(value: unknown): string | null {
  const own = fields(value, 'version');
  const [major, minor] = [own('major'), own('minor')];
  return typeof major === 'number' ? `${major}.${typeof minor === 'number' ? minor : 0}` : null;
}

const textOrNumber = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

function variablesOf(value: unknown): Readonly<Record<string, string>> {
  const variables = new Map(
    list(value, 'variables', (one, where) => {
      const own = fields(one, where);
      return [text(own('name'), where).toLowerCase(), text(own('value'), where)] as const;
    }),
  );
  // A 32-bit PowerShell is shown the folder of 32-bit programs under the name of the other one.
  for (const [name, whole] of [
    ['programfiles', 'programw6432'],
    ['commonprogramfiles', 'commonprogramw6432'],
  ] as const) {
    const path = variables.get(whole);
    if (path !== undefined) variables.set(name, path);
  }
  return Object.fromEntries(variables);
}
