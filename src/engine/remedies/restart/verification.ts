import type { Snapshot } from '../../servers/snapshot';
import { poolIs, siteIs } from '../commands/checks';
import { httpAnswers } from '../commands/httpAnswers';
import type { Check } from '../plan';

/** What ran before runs again. */
export const stateChecks = ({ pools, sites }: Snapshot): readonly Check[] => [
  ...(pools?.pools.known ? pools.pools.value : [])
    .filter(({ state }) => state === 'started')
    .map(({ name }) => poolIs(name, 'Started')),
  ...(sites?.sites.known ? sites.sites.value : [])
    .filter(({ state }) => state === 'started')
    .map(({ name }) => siteIs(name, 'Started')),
];

/** One request to the first site that speaks plain HTTP; any answer of HTTP will do. */
export function probe({ sites }: Snapshot): readonly Check[] {
  const started = sites?.sites.known ? sites.sites.value.filter(({ state }) => state === 'started') : [];
  for (const { bindings } of started)
    for (const { protocol, information } of bindings) {
      const [, address = '', port = '', host = ''] = /^(.*):(\d{1,5}):([^:]*)$/.exec(information) ?? [];
      // Wildcards in host names are no name to ask for.
      if (protocol === 'http' && port !== '' && !host.includes('*')) return [httpAnswers(address, Number(port), host)];
    }
  return [];
}
