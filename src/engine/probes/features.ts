import type { Known, Probe } from './probe';
import type { RawPart } from './reading/raw';

/** The role services of IIS that are installed, by their names in the registry: `ASPNET45`, `WindowsAuthentication`. */
export interface Features {
  readonly components: Known<readonly string[]>;
}
/** What `features.ps1` gives. */
export interface RawFeatures {
  /** The values of `HKLM\SOFTWARE\Microsoft\InetStp\Components`; 1 where it is installed. */
  readonly components: RawPart<readonly { readonly name: string; readonly value: number }[]>;
}
export type FeaturesProbe = Probe<Record<string, never>, Features>;
