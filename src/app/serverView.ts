import type { Known } from '../engine/probes/probe';
import { known as knownValue, unknown as unknownValue } from '../engine/probes/probe';
import type { EventGroup } from '../engine/servers/eventGroups';
import type { ServerReport } from '../engine/servers/checkServer';
import type { ServerFinding } from '../engine/servers/serverFinding';
import type { Snapshot } from '../engine/servers/snapshot';
import type { Ask, ProbeId, ProbeTypes } from './asking';
import { Changes } from './changes';
import type { Connection, Kept } from './connection';
import type { Thinker } from './thinker';

const NOTHING = {};

/** What is shown of a server first, in one round trip. */
export const FIRST: readonly Ask[] = [
  { probe: 'system', asked: NOTHING },
  { probe: 'services', asked: NOTHING },
  { probe: 'sites', asked: NOTHING },
  { probe: 'application-pools', asked: NOTHING },
  { probe: 'worker-processes', asked: NOTHING },
];

const EVENTS: Ask<'events'> = { probe: 'events', asked: { hours: 48, limit: 500 } };
const CONFIGURATION: Ask<'configuration-files'> = { probe: 'configuration-files', asked: { known: [] } };

/** What a check of the whole server needs on top. */
const DEEP: readonly Ask[] = [
  EVENTS,
  CONFIGURATION,
  { probe: 'certificates', asked: NOTHING },
  { probe: 'http-bindings', asked: NOTHING },
  { probe: 'features', asked: NOTHING },
];

/** No farm has more sites in one place; a check reads the `web.config` of each root. */
const WEB_CONFIG_LIMIT = 200;

/** The end of a log that was just read is shown again. */
const TAIL_AGE_MS = 5_000;

/** Where HTTP.sys writes its error log, unless the registry says otherwise. */
const HTTPERR = '%SystemRoot%\\System32\\LogFiles\\HTTPERR';

/** A server as it is shown: its answers, and what they come to when put together. */
export class ServerView {
  readonly connection: Connection;
  readonly changes = new Changes<void>();
  readonly #thinker: Thinker;
  readonly #now: () => number;
  #report: ServerReport | null = null;
  #reportError: Error | null = null;
  #checking: Promise<void> | null = null;

  constructor(connection: Connection, thinker: Thinker, now: () => number) {
    this.connection = connection;
    this.#thinker = thinker;
    this.#now = now;
  }

  get name(): string {
    return this.connection.address.name;
  }

  /** What the last check came to; null before the first one. */
  get report(): ServerReport | null {
    return this.#report;
  }

  get isChecking(): boolean {
    return this.#checking !== null;
  }

  /** Why the last check came to nothing. */
  get reportError(): Error | null {
    return this.#reportError;
  }

  get findings(): readonly ServerFinding[] {
    return this.#report?.findings ?? [];
  }

  get groups(): readonly EventGroup[] {
    return this.#report?.groups ?? [];
  }

  kept<Id extends ProbeId>(
    probe: Id,
    ...asked: ProbeTypes[Id]['asked'] extends Readonly<Record<string, never>> ? [] : [ProbeTypes[Id]['asked']]
  ): Kept<ProbeTypes[Id]['answer']> | null {
    return this.connection.known(probe, (asked[0] ?? NOTHING) as ProbeTypes[Id]['asked']);
  }

  get events(): Kept<ProbeTypes['events']['answer']> | null {
    return this.connection.known('events', EVENTS.asked);
  }

  get configuration(): Kept<ProbeTypes['configuration-files']['answer']> | null {
    return this.connection.known('configuration-files', CONFIGURATION.asked);
  }

  /** Sites, or what the configuration sets up where the server cannot be asked. */
  get sites(): Known<ProbeTypes['sites']['answer']> | null {
    const answer = this.kept('sites')?.value;
    const configured = this.#report?.configured;
    if (configured && (!answer || isNotHere(answer.sites))) {
      const { sites, applications, virtualDirectories } = configured;
      return knownValue({
        sites: knownValue(sites),
        applications: knownValue(applications),
        virtualDirectories: knownValue(virtualDirectories),
      });
    }
    return answer ? knownValue(answer) : null;
  }

  get pools(): Known<ProbeTypes['application-pools']['answer']> | null {
    const answer = this.kept('application-pools')?.value;
    const configured = this.#report?.configured;
    if (configured && (!answer || isNotHere(answer.pools))) return knownValue({ pools: knownValue(configured.pools) });
    return answer ? knownValue(answer) : null;
  }

  get siteNames(): readonly string[] {
    return this.sites?.known && this.sites.value.sites.known
      ? this.sites.value.sites.value.map(({ name }) => name)
      : [];
  }

  get poolNames(): readonly string[] {
    return this.pools?.known && this.pools.value.pools.known
      ? this.pools.value.pools.value.map(({ name }) => name)
      : [];
  }

  /** How many requests run in a pool; null where that is not known. */
  requestsIn(pool: string): number | null {
    const requests = this.kept('worker-processes')?.value?.requests;
    return requests?.known ? requests.value.filter(({ applicationPool }) => applicationPool === pool).length : null;
  }

  /**
   * Reads what the first look needs, then what a check needs, then checks. One run at a time.
   *
   * @param maxAge milliseconds; answers that are younger are not asked again
   */
  refresh(maxAge: number): Promise<void> {
    this.#checking ??= this.#refresh(maxAge).finally(() => {
      this.#checking = null;
      this.changes.tell();
    });
    return this.#checking;
  }

  async #refresh(maxAge: number): Promise<void> {
    await this.connection.want(FIRST, maxAge);
    if (this.connection.state.kind !== 'connected') return;
    await this.connection.want([...DEEP, ...this.#webConfigs()], maxAge);
    try {
      this.#report = await this.#thinker.check(this.snapshot());
      this.#reportError = null;
      // A folder tells its sites by its configuration only.
      const asks = this.#webConfigs();
      if (this.kept('sites')?.value === undefined && asks.length) {
        await this.connection.want(asks, maxAge);
        this.#report = await this.#thinker.check(this.snapshot());
      }
    } catch (error) {
      this.#reportError = error instanceof Error ? error : new Error(String(error));
    }
  }

  #webConfigs(): Ask[] {
    const sites = this.sites;
    if (!sites?.known || !sites.value.virtualDirectories.known) return [];
    const folders = new Set(sites.value.virtualDirectories.value.map(({ physicalPath }) => physicalPath));
    const asked = { folders: [...folders].filter(Boolean).slice(0, WEB_CONFIG_LIMIT) };
    return asked.folders.length ? [{ probe: 'web-configs', asked }] : [];
  }

  /**
   * A file there: one that the checks have read, else the end of it.
   *
   * @param path as the server writes it, compared without case
   * @param bytes how much of the end is enough
   */
  async readFile(path: string, bytes: number): Promise<Known<{ text: string; modified: number }>> {
    if (!this.#report) await this.refresh(Infinity);
    const { configuration, webConfigs } = this.snapshot();
    const all = [...(configuration?.files ?? []), ...(configuration?.schemas ?? []), ...(webConfigs?.files ?? [])];
    for (const { file } of all)
      if (file.known && file.value.text !== null && file.value.path.toLowerCase() === path.toLowerCase())
        return knownValue({ text: file.value.text, modified: Date.parse(file.value.modified) || 0 });
    const [kept] = await this.connection.want([{ probe: 'file-tail', asked: { path, bytes } }], TAIL_AGE_MS);
    const tail = (kept?.value as ProbeTypes['file-tail']['answer'] | undefined)?.tail;
    if (!tail) return unknownValue('failed', kept?.error?.message ?? '');
    return tail.known ? knownValue({ text: tail.value.text, modified: kept?.at ?? 0 }) : tail;
  }

  /** The hash of a configuration file as it is right now; null where there is none. Rejects where it cannot be read. */
  async hashOf(path: string, signal: AbortSignal): Promise<string | null> {
    const [configuration] = await this.connection.want([CONFIGURATION, ...this.#webConfigs()], 0);
    signal.throwIfAborted();
    if (configuration?.error) throw configuration.error;
    const snapshot = this.snapshot();
    const wanted = path.toLowerCase();
    const all = [...(snapshot.configuration?.files ?? []), ...(snapshot.webConfigs?.files ?? [])];
    for (const { file } of all) if (file.known && file.value.path.toLowerCase() === wanted) return file.value.hash;
    return null;
  }

  /** The log files; asked for when somebody wants to see them. */
  logs(): Kept<ProbeTypes['log-folders']['answer']> | null {
    const ask = this.#logFolders();
    const kept = this.connection.known('log-folders', ask.asked);
    if (!kept && this.connection.state.kind === 'connected')
      void this.connection.want([ask]).then(() => this.changes.tell());
    return kept;
  }

  #logFolders(): Ask<'log-folders'> {
    const folders = this.#report?.configured?.logFolders ?? ['%SystemDrive%\\inetpub\\logs\\LogFiles'];
    return { probe: 'log-folders', asked: { folders: [...folders, HTTPERR], limit: 50 } };
  }

  /** All that is known now. */
  snapshot(): Snapshot {
    const value = <T>(key: string, kept: Kept<T> | null): Record<string, T> =>
      kept?.value === undefined ? {} : { [key]: kept.value };
    const [webConfigs] = this.#webConfigs();
    return {
      server: this.name,
      at: this.#now(),
      ...value('system', this.kept('system')),
      ...value('features', this.kept('features')),
      ...value('services', this.kept('services')),
      ...value('sites', this.kept('sites')),
      ...value('pools', this.kept('application-pools')),
      ...value('workers', this.kept('worker-processes')),
      ...value('certificates', this.kept('certificates')),
      ...value('bindings', this.kept('http-bindings')),
      ...value('events', this.events),
      ...value('configuration', this.configuration),
      ...(webConfigs?.probe === 'web-configs' &&
        value('webConfigs', this.connection.known('web-configs', webConfigs.asked))),
    };
  }
}

const isNotHere = (part: Known<unknown>): boolean => !part.known && part.shortfall.reason === 'notHere';
