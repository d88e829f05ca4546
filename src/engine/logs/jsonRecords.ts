import type { Range } from '../text/range';
import { isOccurrence, recordOf } from './cells';
import { unescaped } from './escaping';
import { fieldOf, type Field } from './fieldNames';
import { plainName } from './plainName';
import { scanJson, type JsonVisitor } from './jsonScan';
import { NO_DATA, type LogRecord } from './record';

/** Without a key like these no JSON is an event record. */
const mayHoldRecords = (text: string): boolean =>
  text.includes('"') && (text.includes('"Id"') || text.includes('"InstanceId"') || /"[\w.@ -]{0,40}event/i.test(text));

/**
 * Records as log shippers and PowerShell write them in JSON, one object a line or nested: winlogbeat, NXLog, Fluent,
 * Azure Monitor, Graylog, Splunk, Wazuh, evtx_dump, ConvertTo-Json.
 */
export function jsonRecords(text: string, taken: (offset: number) => boolean): LogRecord[] {
  const reader = new Reader(text, taken);
  if (mayHoldRecords(text)) scanJson(text, reader);
  return reader.records;
}

/** A value with the key it stands under. */
interface Property extends Range {
  readonly whole: Range;
  /** How surely the key means the field: `ProviderName` more than `source`. */
  readonly rank: number;
}

interface Frame {
  readonly start: number;
  readonly isArray: boolean;
  readonly key: string;
  /** The value of an array as long as it is the only one: Kibana shows every field in an array of its own. */
  only?: { readonly value: Range; readonly isString: boolean } | null;
  readonly plainKey: string;
  /** Most objects hold none of these, so they are made when they are needed. */
  properties: Map<Field, Property> | null;
  data: Map<string, string> | null;
  insertions: string[] | null;
  readonly role: 'data' | 'insertions' | null;
  /** Name and text of one item of event data, as converted XML has them. */
  itemName?: string;
  itemText?: string;
  /** A part that is a record by itself, until the whole turns out to be it. */
  part?: { readonly frame: Frame; readonly end: number };
}

const DATA_KEYS = new Set(['eventdata', 'userdata', 'winlogeventdata', 'winlogbeateventdata']);
const INSERTION_KEYS = new Set(['stringinserts', 'replacementstrings', 'insertionstrings', 'properties', 'strings']);
/** Converters of XML put an element's attributes into an object of their own. */
const ATTRIBUTES = /^(?:[#@_]attributes|\$)$/;
const VALUES = 200;
const VALUE_LIMIT = 4_000;
const KNOWN_LIMIT = 1_000;

type FieldAndRank = readonly [Field, number];

class Reader implements JsonVisitor {
  readonly records: LogRecord[] = [];
  readonly #text: string;
  readonly #taken: (offset: number) => boolean;
  readonly #frames: Frame[] = [];
  /** What was found out of a key: logs repeat a few of them for ever. */
  readonly #known = new Map<string, Map<string, FieldAndRank | undefined>>();

  constructor(text: string, taken: (offset: number) => boolean) {
    this.#text = text;
    this.#taken = taken;
  }

  open(key: string, isArray: boolean, start: number): void {
    const parent = this.#frames.at(-1);
    const plainKey = key === '' || ATTRIBUTES.test(key) ? (parent?.plainKey ?? '') : lastPart(key);
    const role = DATA_KEYS.has(plainKey)
      ? 'data'
      : INSERTION_KEYS.has(plainKey)
        ? 'insertions'
        : (parent?.role ?? null);
    this.#frames.push({ start, isArray, key, plainKey, properties: null, data: null, insertions: null, role });
  }

  value(key: string, keyStart: number, value: Range, isString: boolean): void {
    const frame = this.#frames.at(-1);
    if (!frame || value.end - value.start > 1_000_000) return;
    if (frame.role === 'data') this.#item(frame, key, value);
    else if (frame.role === 'insertions') {
      if (key === '' || plainName(key) === 'value') push(frame, this.#read(value));
    } else if (frame.isArray) frame.only = frame.only === undefined ? { value, isString } : null;
    else this.#property(frame, key, keyStart, value, isString);
  }

  close(end: number): void {
    const frame = this.#frames.pop();
    const parent = this.#frames.at(-1);
    if (!frame) return;
    if (frame.itemText !== undefined) setData(frame, frame.itemName, frame.itemText);
    if (frame.only && parent && !parent.role)
      this.#property(parent, frame.key, frame.start, frame.only.value, frame.only.isString);
    else if (parent && !frame.isArray && !parent.isArray && !frame.role) this.#intoParent(frame, parent, end);
    else if (parent && frame.role) {
      if (frame.itemText === undefined && frame.itemName !== undefined) parent.itemName = frame.itemName;
      mergeData(parent, frame);
    } else if (!frame.isArray) this.#emit(frame, end);
  }

  /** An object within an object tells of the same event, unless there are several events in it. */
  #intoParent(frame: Frame, parent: Frame, end: number): void {
    takePart(frame);
    if (!isRecord(frame)) merge(parent, frame);
    else if (this.#holdsRecord(parent)) this.#emit(frame, end);
    else if (parent.part) {
      this.#emit(parent.part.frame, parent.part.end);
      delete parent.part;
      this.#emit(frame, end);
    } else parent.part = { frame, end };
  }

  #holdsRecord = (frame: Frame): boolean => (this.records.at(-1)?.start ?? -1) >= frame.start;

  #emit(frame: Frame, end: number): void {
    const { start } = frame;
    if (this.#holdsRecord(frame)) return;
    takePart(frame);
    if (!isRecord(frame) || this.#taken(start)) return;
    const { properties, data, insertions } = frame;
    if (!properties) return;
    const spans = (['provider', 'id', 'instance', 'message'] as const).flatMap(
      (field) => properties.get(field)?.whole ?? [],
    );
    const idRange = (properties.get('id') ?? properties.get('instance'))?.whole;
    const record = recordOf(this.#text, properties, {
      start,
      end,
      spans: [{ start, end: start + 1 }, ...spans.sort((a, b) => a.start - b.start)],
      eventIdRange: idRange,
      escaping: 'json',
      data: data ?? NO_DATA,
      insertions: insertions ?? [],
    });
    if (record) this.records.push(record);
  }

  #property(frame: Frame, key: string, keyStart: number, value: Range, isString: boolean): void {
    const known = this.#fieldOf(key, frame.plainKey);
    if (!known) {
      if (/^ParameterXml$|^EventData$/i.test(key)) this.#dataXml(frame, value);
      return;
    }
    const [field, rank] = known;
    if ((frame.properties?.get(field)?.rank ?? -1) >= rank || value.start === value.end) return;
    const whole = { start: keyStart, end: value.end + (isString ? 1 : 0) };
    frame.properties ??= new Map();
    frame.properties.set(field, { start: value.start, end: value.end, whole, rank });
  }

  #fieldOf(key: string, parent: string): FieldAndRank | undefined {
    const keys = this.#known.get(parent) ?? new Map<string, FieldAndRank | undefined>();
    if (!keys.size) this.#known.set(parent, keys);
    const known = keys.get(key);
    if (known || keys.has(key)) return known;
    const found = findField(key, parent);
    if (keys.size < KNOWN_LIMIT) keys.set(key, found);
    return found;
  }

  #item(frame: Frame, key: string, value: Range): void {
    const plain = plainName(key);
    if (plain === 'text') frame.itemText = this.#read(value);
    else if (plain === 'name' && /^[@#]|^Name$/.test(key)) frame.itemName = this.#read(value);
    else if (key.startsWith('@') || plain === 'xmlns') return;
    else setData(frame, key === '' || plain === 'data' ? undefined : key, this.#read(value));
  }

  /** Azure Monitor keeps the insertions as XML in a string. */
  #dataXml(frame: Frame, value: Range): void {
    const xml = unescaped(this.#text.slice(value.start, Math.min(value.end, value.start + 32_000)), 'json');
    for (const [, name, content = ''] of xml.matchAll(/<(?:Param|Data)(?:\s+Name="([^"<>]{1,80})")?\s*>([^<]*)</g))
      if (name === undefined) push(frame, unescaped(content, 'xml'));
      else setData(frame, name, unescaped(content, 'xml'));
  }

  #read = ({ start, end }: Range): string =>
    unescaped(this.#text.slice(start, Math.min(end, start + VALUE_LIMIT)), 'json').trim();
}

function setData(frame: Frame, name: string | undefined, value: string): void {
  frame.data ??= new Map();
  if (frame.data.size < VALUES) frame.data.set(name ?? `param${frame.data.size + 1}`, value);
}

function push(frame: Frame, value: string): void {
  frame.insertions ??= [];
  if (frame.insertions.length < VALUES) frame.insertions.push(value);
}

function merge(into: Frame, from: Frame): void {
  if (!into.properties) into.properties = from.properties;
  else
    for (const [field, property] of from.properties ?? [])
      if ((into.properties.get(field)?.rank ?? -1) < property.rank) into.properties.set(field, property);
  mergeData(into, from);
}

function mergeData(into: Frame, from: Frame): void {
  for (const [name, value] of from.data ?? []) setData(into, name, value);
  for (const value of from.insertions ?? []) push(into, value);
}

function takePart(frame: Frame): void {
  if (frame.part) merge(frame, frame.part.frame);
  delete frame.part;
}

/** Facts about events have an id, a provider and even a level; a record also says when, where, or with which data. */
function isRecord({ properties, data, insertions }: Frame): boolean {
  const id = properties?.get('id') ?? properties?.get('instance');
  if (!properties || !id) return false;
  const happened = isOccurrence(properties) || data !== null || insertions !== null;
  const fromPowerShell = (properties.get('provider')?.rank ?? 0) > 1 && (properties.get('message')?.rank ?? 0) > 1;
  if (!happened && !fromPowerShell) return false;
  return properties.has('provider') || (properties.has('message') && id.rank > 1);
}

const lastPart = (key: string): string => plainName(key.slice(key.lastIndexOf('.') + 1));

/** Keys by what they are called, and by what they stand in: `provider: { name }`, `event_id: { id }`. */
/** Serilog's compact form, which Seq keeps. */
const COMPACT: ReadonlyMap<string, FieldAndRank> = new Map<string, FieldAndRank>([
  ['@t', ['time', 1]],
  ['@m', ['message', 1]],
  ['@mt', ['message', 0]],
  ['@l', ['level', 1]],
]);

function findField(key: string, parent: string): FieldAndRank | undefined {
  const plain = plainName(key);
  const last = lastPart(key);
  if (/^(?:id|text|value)$/.test(last) && parent === 'eventid') return ['id', 3];
  if (last === 'code' && (parent === 'event' || plain === 'eventcode')) return ['id', 2];
  if (last.endsWith('eventid') && !/correlat|parent|^related/.test(last)) return ['id', 3];
  if (key === 'Id') return ['id', 1];
  if (last === 'name' && (parent === 'provider' || plain.endsWith('providername'))) return ['provider', 4];
  if (last.endsWith('providername') || last.endsWith('sourcename')) return ['provider', 3];
  if (parent === 'timecreated' && /^(?:systemtime|datetime|value)$/.test(last)) return ['time', 3];
  if (plain.endsWith('systemtime') || plain.endsWith('timecreated')) return ['time', 2];
  if (key === 'Message') return ['message', 2];
  const compact = COMPACT.get(key);
  if (compact) return compact;
  if (last === 'data') return undefined;
  if (/^(?:hostname|computername|machinename|computer)$/.test(last)) return ['computer', 2];
  if (last === 'shortmessage') return ['message', 0];
  const field = fieldOf(last);
  return field && field !== 'id' ? [field, last === 'provider' ? 2 : 1] : field && ['id', 2];
}
