import type { Probe } from './probe';

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
export type SystemProbe = Probe<Record<string, never>, SystemFacts>;
