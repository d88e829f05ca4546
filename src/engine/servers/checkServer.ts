import type { Knowledge } from '../knowledge/knowledge';
import { severities } from '../rules/rule';
import type { Schema } from '../schema/schema';
import { serverChecks } from './checks/index.generated';
import { configuredOf, type Configured } from './configured';
import { configurationFindings } from './configurationFindings';
import { groupEvents, type EventGroup, type ServerEvent } from './eventGroups';
import type { CheckContext } from './serverCheck';
import { readServerConfiguration, schemaTexts } from './serverConfiguration';
import type { ServerFinding } from './serverFinding';
import type { Snapshot } from './snapshot';

/** What a server comes to. */
export interface ServerReport {
  /** Worst first. */
  readonly findings: readonly ServerFinding[];
  /** What needs action first, noise last. */
  readonly groups: readonly EventGroup[];
  /** Sites and pools as the configuration has them, for a server that cannot be asked; null where it was not read. */
  readonly configured: Configured | null;
}

/**
 * Looks at configuration, state and events of a server together. What was not asked is not judged; never throws on what a
 * server says.
 *
 * @param schema as shipped with IIS; a server's own schema files win over it where the snapshot has them
 */
export async function checkServer(snapshot: Snapshot, knowledge: Knowledge, schema: Schema): Promise<ServerReport> {
  const groups = snapshot.events ? await groupEvents(snapshot.events, knowledge) : [];
  const files = snapshot.configuration;
  const texts = files ? schemaTexts(files) : [];
  const own = texts.length ? schema.forServer(texts) : schema;
  const configuration = files ? readServerConfiguration(files, own) : null;
  const context: CheckContext = { snapshot, configuration, groups, eventsAbout: eventFinder(groups) };
  const found = serverChecks.flatMap(({ id, find }) =>
    find(context).map((one): ServerFinding => ({ check: id, ...one })),
  );
  if (configuration) found.push(...configurationFindings(configuration, snapshot.webConfigs, own));
  const cited = new Set(found.filter(({ subject }) => subject.kind !== 'event').flatMap(({ facts }) => facts ?? []));
  const rank = ({ severity }: ServerFinding): number => severities.indexOf(severity);
  return {
    findings: found
      // One cause is one finding: an event that explains a stopped pool is told there.
      .filter(({ subject, facts }) => subject.kind !== 'event' || !facts?.some((id) => cited.has(id)))
      .sort((a, b) => rank(a) - rank(b)),
    groups,
    configured: configuration && configuredOf(configuration),
  };
}

/** An event is about a thing where one of its values is the name of it. */
function eventFinder(groups: readonly EventGroup[]): CheckContext['eventsAbout'] {
  const byId = new Map<number, ServerEvent[]>();
  for (const event of groups.flatMap(({ events }) => events))
    if (event.eventId !== null) byId.set(event.eventId, [...(byId.get(event.eventId) ?? []), event]);
  return (ids, name) => {
    const wanted = name.toLowerCase();
    return ids
      .flatMap((id) => byId.get(id) ?? [])
      .filter(({ values }) => values.some((value) => value.trim().toLowerCase() === wanted))
      .sort((a, b) => (b.utcMs ?? 0) - (a.utcMs ?? 0));
  };
}
