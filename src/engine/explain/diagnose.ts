import type { EventMention, LogRecord } from '../logs/record';
import type { Answer, Fact, NonEmpty } from '../knowledge/fact';
import type { Knowledge, Known } from '../knowledge/knowledge';
import { normalGuid } from '../text/guid';
import type { Range } from '../text/range';
import { answerOfEventRow } from './eventRows';
import type { Diagnosis } from './explanation';
import { messageOf, parametersOf, type Messages, type Parameters } from './parameters';
import { providerNamed, providerNearby, typeOfMessage } from './provider';
import { holdsIn, recordVerdictLabel } from './verdicts';

/** How much prose around a record counts as its context, where no other record stands in between. */
const CONTEXT = 4_000;
const TITLE_LIMIT = 120;

/** What tells a record's facts apart, worked out only where a fact asks for it. */
interface Circumstances {
  /** The record's named parameters. */
  readonly parameters: () => Parameters;
  /** The text in and around it. */
  readonly context: () => string;
}

/** A diagnosis before the records beside it are looked at, with the curated facts behind it. */
export interface Diagnosed {
  readonly diagnosis: Diagnosis;
  readonly facts: readonly Fact[];
}

/**
 * The verdict on a record, or null where we know nothing about its event. Curated facts come first; an event that has
 * none may stand in the table of events, which names it without a verdict.
 *
 * @param between how far the prose around the record reaches: from the record before to the one behind
 * @param messages what was read of the text's messages so far
 */
export async function diagnose(
  text: string,
  record: LogRecord,
  between: Range,
  knowledge: Knowledge,
  messages?: Messages,
): Promise<Diagnosed | null> {
  if (record.eventId === null) return null;
  const message = once(() => messageOf(text, record, messages));
  const provider = providerOf(text, record, message, knowledge);
  if (provider === null) return null;
  const type = knowledge.eventType(provider, record.eventId);
  const parameters = once(() => parametersOf(text, record, type, message(), between.end, messages));
  const context = once(() => contextOf(text, record, between));
  const [first, ...rest] = factsFor(knowledge.event(provider, record.eventId), { parameters, context });
  const source = knowledge.provider(provider)?.label ?? provider;
  if (!first) {
    const answer = await answerOfEventRow(provider, record.eventId, knowledge);
    return answer && { diagnosis: diagnosisOf(record, source, [answer], answer.name), facts: [] };
  }
  const { fact, conditions } = first;
  const facts: NonEmpty<Fact> = [fact, ...rest.map((one) => one.fact)];
  const mayNameComponent =
    (conditions === 0 || fact.componentDecides !== undefined) &&
    COMPONENT.some((name) => record.data.has(name) || type?.parameters.includes(name) === true);
  const component = mayNameComponent ? componentOf(parameters(), knowledge) : null;
  const decides = component && fact.componentDecides && holdsIn(component, record.eventId);
  const answers: NonEmpty<Fact> = decides ? [component, ...facts] : facts;
  // A fact about this very component or situation names it; a general one does not.
  const subject = conditions > 0 ? answers[0].name : (component ?? fact).name;
  return { diagnosis: diagnosisOf(record, source, answers, subject), facts };
}

function diagnosisOf(record: LogRecord, source: string, answers: NonEmpty<Answer>, subject: string): Diagnosis {
  const { start, end, spans, eventId, time, level } = record;
  return {
    start,
    end,
    spans,
    source,
    eventId,
    verdict: answers[0].verdict,
    title: [`${source} ${eventId}`, recordVerdictLabel(answers[0]), subject]
      .filter((part) => part !== null)
      .join(' · ')
      .slice(0, TITLE_LIMIT),
    answers,
    companions: [],
    ...(time && { time }),
    ...(level && { level }),
  };
}

/** What an event is that running text only mentions; null where the text does not tell whose event it is. */
export async function answersForMention(
  text: string,
  mention: EventMention,
  knowledge: Knowledge,
): Promise<NonEmpty<Answer> | null> {
  const { eventId } = mention;
  const named = mention.provider === undefined ? null : (providerNamed(mention.provider, knowledge)?.name ?? null);
  const provider = named ?? providerNearby(text, mention, eventId, knowledge);
  const [first, ...rest] = provider ? factsFor(knowledge.event(provider, eventId), nothingKnown) : [];
  if (first) return [first.fact, ...rest.map((one) => one.fact)];
  const row = named === null ? null : await answerOfEventRow(named, eventId, knowledge);
  return row && [row];
}

const nothingKnown: Circumstances = { parameters: () => new Map<string, string>(), context: () => '' };

/** Works out a value when it is first asked for. */
function once<T>(workOut: () => T): () => T {
  let known: { readonly value: T } | undefined;
  return () => (known ??= { value: workOut() }).value;
}

/**
 * The name of the record's provider: the one it names, if we know it; else the one whose event of this number reads
 * like the message; else, where it names none, one that is named in its own lines.
 */
function providerOf(text: string, record: LogRecord, message: () => string, knowledge: Knowledge): string | null {
  const { provider, eventId } = record;
  const named = provider === null ? undefined : providerNamed(provider, knowledge);
  if (named || eventId === null) return named?.name ?? provider;
  const type = message() === '' ? undefined : typeOfMessage(eventId, message(), knowledge);
  if (type) return type.provider;
  return provider ?? providerNearby(text, record, eventId, knowledge);
}

function contextOf(text: string, record: LogRecord, between: Range): string {
  const start = Math.max(between.start, record.start - CONTEXT);
  return text.slice(start, Math.min(between.end, record.end + CONTEXT));
}

/** A fact with what has to hold for it: for each parameter one of some values in plain form, and the context. */
interface Conditional {
  readonly fact: Fact;
  readonly where: readonly (readonly [name: string, values: ReadonlySet<string>])[];
  readonly context: RegExp | undefined;
  readonly conditions: number;
}

/** The facts about each event, prepared once: every record of it is compared with all of them. */
const prepared = new WeakMap<readonly Known<'event'>[], readonly Conditional[]>();

/** Those with more conditions first: they know more of this very record. */
function conditionalsOf(known: readonly Known<'event'>[]): readonly Conditional[] {
  if (known.length === 0) return [];
  let conditionals = prepared.get(known);
  if (!conditionals) {
    conditionals = known
      .map(({ fact, key }): Conditional => {
        const where = Object.entries(key.where ?? {}).map(
          ([name, values]) => [name, new Set(values.map(plainValue))] as const,
        );
        return { fact, where, context: key.context, conditions: where.length + (key.context ? 1 : 0) };
      })
      .sort((a, b) => b.conditions - a.conditions);
    prepared.set(known, conditionals);
  }
  return conditionals;
}

/** The facts whose conditions all hold, each once, those with more conditions first. */
function factsFor(known: readonly Known<'event'>[], { parameters, context }: Circumstances): Conditional[] {
  const plainValues = new Map<string, string | undefined>();
  const plainParameter = (name: string): string | undefined => {
    if (!plainValues.has(name)) {
      const value = parameters().get(name);
      plainValues.set(name, value === undefined ? undefined : plainValue(value));
    }
    return plainValues.get(name);
  };
  const holds = ({ where, context: words }: Conditional): boolean =>
    where.every(([name, values]) => {
      const value = plainParameter(name);
      return value !== undefined && values.has(value);
    }) &&
    (words?.test(context()) ?? true);
  return conditionalsOf(known)
    .filter(holds)
    .filter(({ fact }, i, all) => all.findIndex((other) => other.fact === fact) === i);
}

/** Pasted messages are wrapped anywhere, so a line end counts as a blank. */
const plainValue = (value: string): string => normalGuid(value) ?? value.trim().replace(/\s+/g, ' ').toLowerCase();

/** The parameters that name a component. */
const COMPONENT = ['clsid', 'appid'];

/** What we know of the component that the record is about, where a parameter is a GUID that we know. */
function componentOf(parameters: Parameters, knowledge: Knowledge): Fact | null {
  for (const name of COMPONENT) {
    const guid = normalGuid(parameters.get(name) ?? '');
    const known = guid ? knowledge.guid(guid)[0] : undefined;
    if (known) return known.fact;
  }
  return null;
}
