import type { EventType } from '../knowledge/fact';
import { unescaped } from '../logs/escaping';
import { beforePaste } from '../logs/pasted';
import { includedInsertions } from '../logs/missingDescription';
import type { LogRecord } from '../logs/record';
import { findGuids } from '../text/guid';

/** A message is read a little further than the layout could tell where it ends. */
const FURTHER = 2_000;
const MESSAGE_LIMIT = 32_000;

/** The message of a record as it was logged; its insertions where the record has no message; empty where it has none. */
export function messageOf(
  text: string,
  { message, escaping, insertions }: LogRecord,
  known: Messages = new Messages(),
): string {
  if (!message) return insertions.join('\n');
  const written = text.slice(message.start, Math.min(message.end, message.start + MESSAGE_LIMIT));
  return escaping ? unescaped(written, escaping) : known.plain(written);
}

/** The values in a message by the names that its event gives them. */
type Values = ReadonlyMap<string, string | undefined>;

/** What was read of the messages of one text: a log has many of them a thousand times. */
export class Messages {
  readonly #plain = new Map<string, string>();
  readonly #values = new Map<EventType, Map<string, Values | null>>();

  /** See {@link beforePaste}. */
  plain(written: string): string {
    return remembered(this.#plain, written, beforePaste);
  }

  /** The values in a message; null where it does not read like this event. */
  values(type: EventType, message: string): Values | null {
    let known = this.#values.get(type);
    if (!known) this.#values.set(type, (known = new Map<string, Values | null>()));
    return remembered(known, message, () => valuesIn(type, message));
  }
}

function valuesIn(type: EventType, message: string): Values | null {
  const groups = type.message?.exec(message)?.groups;
  return groups ? new Map(Object.entries<string | undefined>(groups)) : null;
}

function remembered<T>(known: Map<string, T>, key: string, workOut: (key: string) => T): T {
  const before = known.get(key);
  if (before !== undefined) return before;
  const value = workOut(key);
  if (known.size >= REMEMBERED) known.clear();
  known.set(key, value);
  return value;
}

/** The named parameters of a record. */
export interface Parameters {
  get(name: string): string | undefined;
}

/**
 * The record's insertions by the names that its event gives them: from event data, in their order, out of the English
 * message, or else by what they look like. The message is only read for a name that the data do not have.
 *
 * @param message see {@link messageOf}
 * @param until where the next record begins
 */
export function parametersOf(
  text: string,
  record: LogRecord,
  type: EventType | undefined,
  message: string,
  until: number,
  known: Messages = new Messages(),
): Parameters {
  const parameters = new Map<string, string>();
  // Some providers log the finished message as their only insertion.
  const isMessage = !record.message && record.insertions.length === 1 && type?.message?.test(message) === true;
  for (const [name, value] of isMessage ? [] : record.data) parameters.set(parameterCalled(name, type) ?? name, value);
  const insertions = isMessage ? [] : record.insertions.length ? record.insertions : includedInsertions(message);
  for (const [i, value] of insertions.entries()) {
    const name = type?.parameters[i];
    if (name !== undefined && !parameters.has(name)) parameters.set(name, value);
  }
  if (!type || type.parameters.every((name) => parameters.has(name))) return parameters;
  const readMessage = (): Values =>
    known.values(type, message) ?? valuesIn(type, furtherOn(text, record, until)) ?? byShape(type, message);
  let inMessage: Values | undefined;
  return { get: (name) => parameters.get(name) ?? (inMessage ??= readMessage()).get(name) };
}

/** What an event calls a parameter that its data call `param3` or by another spelling of the name. */
function parameterCalled(name: string, type: EventType | undefined): string | undefined {
  if (!type) return undefined;
  const known = namesInData.get(type) ?? new Map<string, string | undefined>();
  namesInData.set(type, known);
  if (!known.has(name)) {
    const order = /^param(\d{1,2})$/i.exec(name)?.[1];
    const parameter =
      order === undefined
        ? type.parameters.findLast((one) => plain(one) === plain(name))
        : type.parameters[Number(order) - 1];
    if (known.size >= REMEMBERED) known.clear();
    known.set(name, parameter);
  }
  return known.get(name);
}

/** The names in event data that were read last: all records of an event have the same. */
const namesInData = new WeakMap<EventType, Map<string, string | undefined>>();
const REMEMBERED = 200;

const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');

/** A blank line within a message can look like its end. */
function furtherOn(text: string, { message, escaping }: LogRecord, until: number): string {
  if (!message || escaping || until <= message.end) return '';
  return beforePaste(text.slice(message.start, Math.min(until, message.end + FURTHER)));
}

const SID = /\bS-1-\d{1,14}(?:-\d{1,10}){1,15}/g;
const QUOTED =
  /"([^"\r\n]{1,200})"|'([^'\r\n]{1,200})'|«\s?([^«»\r\n]{1,200}?)\s?»|„([^„“”"\r\n]{1,200})[“”"]|「([^「」\r\n]{1,200})」/g;

const isGuid = (name: string): boolean => /clsid|appid|guid|iid/i.test(name);
const isSid = (name: string): boolean => /sid$/i.test(name) && !isGuid(name);

/** Parameters of a message in another language: GUIDs, SIDs and quoted names keep their shape, and mostly their order. */
function byShape({ parameters }: EventType, message: string): Map<string, string> {
  const found = new Map<string, string>();
  const open = (wanted: (name: string) => boolean): string | undefined =>
    parameters.find((name) => wanted(name) && !found.has(name));
  for (const { guid, start } of findGuids(message)) {
    const word = /\b(CLSID|APP-?ID)\W{0,12}$/i.exec(message.slice(Math.max(0, start - 24), start))?.[1];
    const named = word && open((name) => plain(name).includes(plain(word)));
    const name = named ?? open(isGuid);
    if (name) found.set(name, `{${guid}}`);
  }
  for (const [sid] of message.matchAll(SID)) {
    const name = open(isSid);
    if (name) found.set(name, sid);
  }
  const words = parameters.filter((name) => !isGuid(name) && !isSid(name));
  // Of the alternatives only one has matched.
  const quoted = [...message.matchAll(QUOTED)].map((match) => match.slice(1).join(''));
  const fits = quoted.length === words.length || (words.length === 1 && quoted.length > 0);
  if (fits && words.every((name, i) => isPlausible(name, quoted[i] ?? '')))
    for (const [i, name] of words.entries()) found.set(name, quoted[i] ?? '');
  return found;
}

/** A process id is a number; where it is none, the order of the words is another one than in English. */
const isPlausible = (name: string, value: string): boolean =>
  /^(?:pid|processid)$/i.test(name)
    ? /^(?:0x)?[0-9a-f]{1,8}$/i.test(value)
    : !/^pool/i.test(name) || !/^\d+$/.test(value);
