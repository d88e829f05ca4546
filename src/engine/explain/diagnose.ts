import type { EventMention } from '../logs/labelledText';
import type { LogRecord } from '../logs/record';
import type { Answer, EventType, NonEmpty } from '../knowledge/fact';
import type { Knowledge, Known } from '../knowledge/knowledge';
import { normalGuid } from '../text/guid';
import type { Range } from '../text/range';
import type { Diagnosis } from './explanation';
import { verdictLabel } from './verdicts';

/** How much prose around a record counts as its context, where no other record stands in between. */
const CONTEXT = 4_000;
const TITLE_LIMIT = 120;

/** What tells a record's facts apart: its named parameters, and the text in and around it. */
interface Circumstances {
  readonly parameters: ReadonlyMap<string, string>;
  readonly context: string;
}

/**
 * The verdict on a record, or null where we know nothing about its event.
 *
 * @param between how far the prose around the record reaches: from the record before to the one behind
 */
export function diagnose(text: string, record: LogRecord, between: Range, knowledge: Knowledge): Diagnosis | null {
  const provider = providerOf(text, record, knowledge);
  if (!provider || record.eventId === null) return null;
  const type = knowledge.eventType(provider, record.eventId);
  const context = {
    start: Math.max(between.start, record.start - CONTEXT),
    end: Math.min(between.end, record.end + CONTEXT),
  };
  const parameters = parametersOf(text, record, type);
  const [first, ...rest] = factsFor(knowledge.event(provider, record.eventId), {
    parameters,
    context: text.slice(context.start, context.end),
  });
  if (!first) return null;
  const { fact, conditions } = first;
  // A fact about this very component or situation names it; a general one does not.
  const subject = conditions > 0 ? fact.name : (componentOf(parameters, knowledge) ?? fact.name);
  const source = knowledge.provider(provider)?.label ?? provider;
  return {
    start: record.start,
    end: record.end,
    spans: record.spans,
    source,
    eventId: record.eventId,
    verdict: fact.verdict,
    title: [`${source} ${record.eventId}`, verdictLabel(fact), subject]
      .filter((part) => part !== null)
      .join(' · ')
      .slice(0, TITLE_LIMIT),
    answers: [fact, ...rest.map((one) => one.fact)],
  };
}

/** What an event is that running text only mentions; null where the text does not tell whose event it is. */
export function answersForMention(text: string, mention: EventMention, knowledge: Knowledge): NonEmpty<Answer> | null {
  const provider = providerNearby(text, mention, mention.eventId, knowledge);
  const [first, ...rest] = provider ? factsFor(knowledge.event(provider, mention.eventId), nothingKnown) : [];
  return first ? [first.fact, ...rest.map((one) => one.fact)] : null;
}

const nothingKnown: Circumstances = { parameters: new Map(), context: '' };

/** The canonical name of the record's provider: as named, else by its message, else by a name in its own lines. */
function providerOf(text: string, record: LogRecord, knowledge: Knowledge): string | null {
  if (record.provider) return knowledge.provider(record.provider)?.name ?? record.provider;
  if (record.message) {
    const message = text.slice(record.message.start, record.message.end);
    const type = knowledge.eventTypes.find((one) => one.eventId === record.eventId && one.message?.test(message));
    if (type) return type.provider;
  }
  return record.eventId === null ? null : providerNearby(text, record, record.eventId, knowledge);
}

/** The provider of an event id that is named close by; an id alone says nothing, many providers share it. */
function providerNearby(text: string, range: Range, eventId: number, knowledge: Knowledge): string | null {
  const around = text.slice(Math.max(0, range.start - 120), range.end + 120);
  for (const provider of knowledge.providersOf(eventId))
    if ([provider.name, provider.label, ...provider.aliases].some((name) => namesWord(around, name)))
      return provider.name;
  return null;
}

function namesWord(text: string, name: string): boolean {
  const at = text.toLowerCase().indexOf(name.toLowerCase());
  return at >= 0 && !/\w/.test(text[at - 1] ?? '') && !/\w/.test(text[at + name.length] ?? '');
}

/** The record's insertions by name, from its event data or, where it has none, out of its message. */
function parametersOf(text: string, record: LogRecord, type: EventType | undefined): ReadonlyMap<string, string> {
  const parameters = new Map<string, string>();
  for (const [name, value] of record.data) {
    const order = /^param(\d{1,2})$/i.exec(name)?.[1];
    const insertion = order === undefined ? undefined : type?.parameters[Number(order) - 1];
    parameters.set(insertion ?? name, value);
  }
  if (record.data.size === 0 && type?.message && record.message) {
    const message = text.slice(record.message.start, record.message.end);
    for (const [name, value] of Object.entries<string | undefined>(type.message.exec(message)?.groups ?? {}))
      if (value !== undefined) parameters.set(name, value);
  }
  return parameters;
}

interface FittingFact {
  readonly fact: Answer;
  readonly conditions: number;
}

/** The facts whose conditions all hold, those with more conditions first: they know more of this very record. */
function factsFor(known: readonly Known<'event'>[], { parameters, context }: Circumstances): FittingFact[] {
  return known
    .filter(
      ({ key }) =>
        Object.entries(key.where ?? {}).every(([name, values]) => isOneOf(parameters.get(name), values)) &&
        (key.context?.test(context) ?? true),
    )
    .map(({ fact, key }) => ({ fact, conditions: Object.keys(key.where ?? {}).length + (key.context ? 1 : 0) }))
    .sort((a, b) => b.conditions - a.conditions);
}

/** Pasted messages are wrapped anywhere, so a line end counts as a blank. */
const plainValue = (value: string): string => normalGuid(value) ?? value.trim().replace(/\s+/g, ' ').toLowerCase();

/** The plain form of the values that facts name, each made once: every record of an event is compared with all of them. */
const plainFactValues = new Map<string, string>();

function plainFactValue(value: string): string {
  const known = plainFactValues.get(value);
  if (known !== undefined) return known;
  const plain = plainValue(value);
  plainFactValues.set(value, plain);
  return plain;
}

function isOneOf(value: string | undefined, values: readonly string[]): boolean {
  if (value === undefined) return false;
  const plain = plainValue(value);
  return values.some((one) => plainFactValue(one) === plain);
}

/** The name of the component that the record is about, where a parameter is a GUID that we know. */
function componentOf(parameters: ReadonlyMap<string, string>, knowledge: Knowledge): string | null {
  for (const name of ['clsid', 'appid']) {
    const guid = normalGuid(parameters.get(name) ?? '');
    const known = guid ? knowledge.guid(guid)[0] : undefined;
    if (known) return known.fact.name;
  }
  return null;
}
