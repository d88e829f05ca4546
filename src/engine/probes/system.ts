import type { Probe } from './probe';
import type { RawPart } from './reading/raw';

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
