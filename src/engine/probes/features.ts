import type { Known, Probe } from './probe';

/** The role services of IIS that are installed, by their names in the registry: `ASPNET45`, `WindowsAuthentication`. */
export interface Features {
  readonly components: Known<readonly string[]>;
}
export type FeaturesProbe = Probe<Record<string, never>, Features>;
