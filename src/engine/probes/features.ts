import type { Known, Probe } from './probe';
import { part } from './reading/failures';
import type { RawPart } from './reading/raw';
import { count, fields, list, text } from './reading/shape';

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

const probe: FeaturesProbe = {
  id: 'features',
  reads: 'reading the installed features',
  read: (data) => ({
    components: part(
      fields(data, 'data')('components'),
      'components',
      (value, where) => list(value, where, componentOf).flatMap(({ name, isInstalled }) => (isInstalled ? [name] : [])),
      // Without IIS there is no such key.
      'program',
    ),
  }),
};
export default probe;

function componentOf(value: unknown, where: string): { name: string; isInstalled: boolean } {
  const own = fields(value, where);
  return { name: text(own('name'), where), isInstalled: count(own('value'), where) > 0 };
}
