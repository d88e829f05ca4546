import type { LoadData } from '../loadData';
import type { CodeKind, EventType, Fact, Family, Key, Provider } from './fact';
import { readTable, type Row } from './table';

/** A fact together with the key by which it was found. */
export interface Known<K extends Key['kind']> {
  readonly fact: Fact;
  readonly key: Extract<Key, { kind: K }>;
}

/** All curated facts, indexed by what they are recognised by, and the bulk tables behind them. */
export class Knowledge {
  readonly facts: readonly Fact[];
  readonly eventTypes: readonly EventType[];
  readonly phrases: readonly Known<'phrase'>[];

  readonly #guids: ReadonlyMap<string, readonly Known<'guid'>[]>;
  readonly #codes: ReadonlyMap<string, readonly Known<'code'>[]>;
  readonly #symbols: ReadonlyMap<string, readonly Known<'code'>[]>;
  readonly #events: ReadonlyMap<string, readonly Known<'event'>[]>;
  readonly #statuses: ReadonlyMap<string, readonly Known<'status'>[]>;
  readonly #reasons: ReadonlyMap<string, readonly Known<'reason'>[]>;
  readonly #fields: ReadonlyMap<string, readonly Known<'field'>[]>;
  readonly #sids: ReadonlyMap<string, readonly Known<'sid'>[]>;
  /** Facts about many SIDs, the most exact pattern first. */
  readonly #knownSids = new Map<string, readonly Known<'sid'>[]>();
  readonly #sidPatterns: readonly Known<'sid'>[];
  readonly #providers = new Map<string, Provider>();
  readonly #providersByEventId = new Map<number, Provider[]>();
  readonly #eventTypesByKey: ReadonlyMap<string, EventType>;
  readonly #loadData: LoadData;
  readonly #tables = new Map<string, Promise<ReadonlyMap<string, Row>>>();

  /**
   * @param families curated knowledge, as `families.generated.ts` lists it
   * @param loadData how a bulk table is read here; called at most once for each table, on the first unknown key
   */
  constructor(families: readonly Family[], loadData: LoadData) {
    this.#loadData = loadData;
    for (const provider of families.flatMap((family) => family.providers ?? []))
      for (const name of [provider.name, provider.label, ...provider.aliases])
        this.#providers.set(name.toLowerCase(), provider);
    this.eventTypes = families.flatMap((family) => family.eventTypes ?? []);
    this.#eventTypesByKey = new Map(this.eventTypes.map((type) => [eventKey(type.provider, type.eventId), type]));
    this.facts = families.flatMap((family) => family.facts);

    const known = this.facts.flatMap((fact) => fact.keys.map((key) => ({ fact, key })));
    const withKey = <K extends Key['kind']>(kind: K): Known<K>[] =>
      known.filter(({ key }) => key.kind === kind) as Known<K>[];
    this.phrases = withKey('phrase');
    const sids = withKey('sid');
    this.#sids = groupBy(sids, ({ key }) => key.sid);
    this.#sidPatterns = sids
      .filter(({ key }) => key.sid.endsWith('-') || key.sid.includes('*'))
      .sort((a, b) => b.key.sid.length - a.key.sid.length);
    this.#guids = groupBy(withKey('guid'), ({ key }) => key.guid);
    this.#codes = groupBy(withKey('code'), ({ key }) => codeKey(key.code, key.value));
    this.#symbols = groupBy(withKey('code'), ({ key }) => key.symbol ?? '');
    this.#statuses = groupBy(withKey('status'), ({ key }) => statusKey(key.status, key.substatus));
    this.#reasons = groupBy(withKey('reason'), ({ key }) => key.reason.toLowerCase());
    this.#fields = groupBy(withKey('field'), ({ key }) => key.field.toLowerCase());
    const events = withKey('event');
    this.#events = groupBy(events, ({ key }) => eventKey(key.provider, key.eventId));
    for (const { key } of events) {
      const provider = this.#providers.get(key.provider.toLowerCase());
      const others = this.#providersByEventId.get(key.eventId) ?? [];
      if (provider && !others.includes(provider)) this.#providersByEventId.set(key.eventId, [...others, provider]);
    }
  }

  /** The provider that is written like this, in any case; a classic name such as `Service Control Manager` included. */
  provider(name: string): Provider | undefined {
    return this.#providers.get(name.trim().toLowerCase());
  }

  /** The providers that have facts about an event id. */
  providersOf(eventId: number): readonly Provider[] {
    return this.#providersByEventId.get(eventId) ?? [];
  }

  eventType(provider: string, eventId: number): EventType | undefined {
    return this.#eventTypesByKey.get(eventKey(provider, eventId));
  }

  /** Facts about a GUID (upper case, no braces). */
  guid(guid: string): readonly Known<'guid'>[] {
    return this.#guids.get(guid) ?? [];
  }

  /** Facts about a code of one numbering; `value` is unsigned. */
  code(kind: CodeKind, value: number): readonly Known<'code'>[] {
    return this.#codes.get(codeKey(kind, value)) ?? [];
  }

  /** Facts about a code by its symbolic name. */
  symbol(name: string): readonly Known<'code'>[] {
    return name === '' ? [] : (this.#symbols.get(name) ?? []);
  }

  /** Facts about an event; `provider` is the canonical name. */
  event(provider: string, eventId: number): readonly Known<'event'>[] {
    return this.#events.get(eventKey(provider, eventId)) ?? [];
  }

  /** Facts about an HTTP status: those of this very sub-status, then those of the status whatever its sub-status. */
  status(status: number, substatus?: number): readonly Known<'status'>[] {
    const exact = substatus === undefined ? [] : (this.#statuses.get(statusKey(status, substatus)) ?? []);
    return [...exact, ...(this.#statuses.get(statusKey(status)) ?? [])];
  }

  /** Facts about a reason phrase of an HTTP.sys error log, in any case. */
  reason(reason: string): readonly Known<'reason'>[] {
    return this.#reasons.get(reason.toLowerCase()) ?? [];
  }

  /** Facts about a field of a W3C or HTTPERR log, in any case. */
  field(field: string): readonly Known<'field'>[] {
    return this.#fields.get(field.toLowerCase()) ?? [];
  }

  /** Facts about a SID, the longest match first: the SID itself, then patterns and prefixes of it. */
  sid(sid: string): readonly Known<'sid'>[] {
    const known = this.#knownSids.get(sid);
    if (known) return known;
    const exact = sid.endsWith('-') ? [] : (this.#sids.get(sid) ?? []);
    const all = [...exact, ...this.#sidPatterns.filter(({ key }) => sidMatches(sid, key.sid))];
    if (this.#knownSids.size >= REMEMBERED) this.#knownSids.clear();
    this.#knownSids.set(sid, all);
    return all;
  }

  /** A row of a bulk table by its key; undefined when the table has none or cannot be read. */
  async row(table: TableName, key: string): Promise<Row | undefined> {
    let rows = this.#tables.get(table);
    if (!rows) {
      rows = this.#loadData(`${table}.tsv`).then((text) => readTable(text, tableKeys[table]));
      this.#tables.set(table, rows);
      // A table that could not be read is asked for again: the next attempt may succeed.
      rows.catch(() => this.#tables.delete(table));
    }
    return (await rows.catch(() => undefined))?.get(key);
  }
}

/** So many SIDs are remembered with what is known of them: a log names the same few for ever. */
const REMEMBERED = 1_000;

/** How a row of each table is looked up. */
export const tableKeys = {
  codes: (row: Row) => [`${row.kind}/${row.hex}`, row.symbol ?? ''],
  events: (row: Row) => [`${(row.provider ?? '').toLowerCase()}/${row.eventId}`],
  guids: (row: Row) => [row.guid ?? ''],
  statuses: (row: Row) => [row.code ?? ''],
} satisfies Record<string, (row: Row) => string[]>;

export type TableName = keyof typeof tableKeys;

/** Whether a SID begins with a prefix that ends in `-`, or differs from a pattern only in the numbers of a domain. */
function sidMatches(sid: string, pattern: string): boolean {
  const [beginning = '', end = ''] = pattern.split('*');
  if (!sid.startsWith(beginning)) return false;
  if (!pattern.includes('*')) return true;
  return sid.endsWith(end) && /^\d+-\d+-\d+$/.test(sid.slice(beginning.length, sid.length - end.length));
}

const eventKey = (provider: string, eventId: number): string => `${provider.toLowerCase()}/${eventId}`;
const statusKey = (status: number, substatus?: number): string => `${status}.${substatus ?? ''}`;
const codeKey = (kind: CodeKind, value: number): string => `${kind}/${value}`;

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
