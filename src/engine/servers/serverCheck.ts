import type { EventGroup, ServerEvent } from './eventGroups';
import type { ServerFinding } from './serverFinding';
import type { Snapshot } from './snapshot';
import type { ServerConfiguration } from './serverConfiguration';

/** What a check may look at. */
export interface CheckContext {
  readonly snapshot: Snapshot;
  /** What the configuration files say; null where they were not read. */
  readonly configuration: ServerConfiguration | null;
  readonly groups: readonly EventGroup[];
  /** Events of one of these numbers from one of the providers of IIS whose data or text names a thing; newest first. */
  readonly eventsAbout: (ids: readonly number[], name: string) => readonly ServerEvent[];
}

/** One kind of trouble on a server, put together from several sources. One file each in `checks/`. */
export interface ServerCheck {
  /** Kebab-case, the name of its file. */
  readonly id: string;
  readonly find: (context: CheckContext) => readonly Omit<ServerFinding, 'check'>[];
}
