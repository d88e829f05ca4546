import type { Known } from '../../engine/probes/probe';
import type { Snapshot } from '../../engine/servers/snapshot';

/**
 * What of a server's state a plan rests on: if it differs between preview and run, the plan must be looked at again.
 * Process ids, times and requests change all the while and say nothing.
 */
export function fingerprint({ services, sites, pools, configuration, webConfigs }: Snapshot): string {
  const list = <T>(part: Known<readonly T[]> | undefined, line: (one: T) => string): readonly string[] =>
    part?.known ? part.value.map(line).sort() : [];
  return JSON.stringify([
    list(services?.services, ({ name, state, startType }) => `${name} ${state} ${startType ?? ''}`),
    list(sites?.sites, ({ name, state }) => `${name} ${state}`),
    list(pools?.pools, ({ name, state }) => `${name} ${state}`),
    (configuration?.files ?? []).map(({ path, file }) => `${path} ${file.known ? file.value.hash : ''}`),
    (webConfigs?.files ?? []).map(({ folder, file }) => `${folder} ${file.known ? file.value.hash : ''}`),
  ]);
}
