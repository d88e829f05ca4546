import type { EventMention, LogRecord } from '../logs/record';
import type { Answer, Fact, NonEmpty } from '../knowledge/fact';
import type { Knowledge, Known } from '../knowledge/knowledge';
import { normalGuid } from '../text/guid';
import type { Range } from '../text/range';
import { answerOfEventRow } from './eventRows';
import type { Diagnosis } from './explanation';
import { messageOf, parametersOf } from './parameters';
import { providerNamed, providerNearby, typeOfMessage } from './provider';
import { holdsIn, recordVerdictLabel } from './verdicts';

/** How much prose around a record counts as its context, where no other record stands in between. */
const CONTEXT = 4_000;
const TITLE_LIMIT = 120;

/** What tells a record's facts apart: its named parameters, and the text in and around it. */
interface Circumstances {
  readonly parameters: ReadonlyMap<string, string>;
  readonly context: string;
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
 */
export async function diagnose(
  text: string,
  record: LogRecord,
  between: Range,
  knowledge: Knowledge,
): Promise<Diagnosed | null> {
  if (record.eventId === null) return null;
  const message = messageOf(text, record);
  const provider = providerOf(text, record, message, knowledge);
  if (provider === null) return null;
  const known = knowledge.event(provider, record.eventId);
  const parameters = known.length
    ? parametersOf(text, record, knowledge.eventType(provider, record.eventId), message, between.end)
    : new Map<string, string>();
  const [first, ...rest] = factsFor(known, { parameters, context: contextOf(text, record, between) });
  const source = knowledge.provider(provider)?.label ?? provider;
  if (!first) {
    const answer = await answerOfEventRow(provider, record.eventId, knowledge);
    return answer && { diagnosis: diagnosisOf(record, source, [answer], answer.name), facts: [] };
  }
  const { fact, conditions } = first;
  const facts: NonEmpty<Fact> = [fact, ...rest.map((one) => one.fact)];
  const component = conditions > 0 && !fact.componentDecides ? null : componentOf(parameters, knowledge);
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

const nothingKnown: Circumstances = { parameters: new Map(), context: '' };

/**
 * The name of the record's provider: the one it names, if we know it; else the one whose event of this number reads
 * like the message; else, where it names none, one that is named in its own lines.
 */
function providerOf(text: string, record: LogRecord, message: string, knowledge: Knowledge): string | null {
  const { provider, eventId } = record;
  const named = provider === null ? undefined : providerNamed(provider, knowledge);
  if (named || eventId === null) return named?.name ?? provider;
  const type = message === '' ? undefined : typeOfMessage(eventId, message, knowledge);
  if (type) return type.provider;
  return provider ?? providerNearby(text, record, eventId, knowledge);
}

function contextOf(text: string, record: LogRecord, between: Range): string {
  const start = Math.max(between.start, record.start - CONTEXT);
  return text.slice(start, Math.min(between.end, record.end + CONTEXT));
}

interface FittingFact {
  readonly fact: Fact;
  readonly conditions: number;
}

/** The facts whose conditions all hold, each once, those with more conditions first: they know more of this very record. */
function factsFor(known: readonly Known<'event'>[], { parameters, context }: Circumstances): FittingFact[] {
  return known
    .filter(
      ({ key }) =>
        Object.entries(key.where ?? {}).every(([name, values]) => isOneOf(parameters.get(name), values)) &&
        (key.context?.test(context) ?? true),
    )
    .map(({ fact, key }) => ({ fact, conditions: Object.keys(key.where ?? {}).length + (key.context ? 1 : 0) }))
    .sort((a, b) => b.conditions - a.conditions)
    .filter(({ fact }, i, all) => all.findIndex((other) => other.fact === fact) === i);
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

/** What we know of the component that the record is about, where a parameter is a GUID that we know. */
function componentOf(parameters: ReadonlyMap<string, string>, knowledge: Knowledge): Fact | null {
  for (const name of ['clsid', 'appid']) {
    const guid = normalGuid(parameters.get(name) ?? '');
    const known = guid ? knowledge.guid(guid)[0] : undefined;
    if (known) return known.fact;
  }
  return null;
}
