import type { Answer, NonEmpty } from '../knowledge/fact';
import type { Knowledge } from '../knowledge/knowledge';
import { covers, RecordFinder } from '../logs/records';
import { findGuids } from '../text/guid';
import { byPlace, rangeFinder, touches, type Range } from '../text/range';
import { answersForCode, findCodes } from './codes';
import { asksForUnknownGuids } from './concerns';
import { withCompanions, type Placed } from './companions';
import { answersForMention, diagnose } from './diagnose';
import type { Diagnosis, Explained, Explanation, ExplanationKind } from './explanation';
import { answersForGuid } from './guids';
import { PhraseFinder } from './phrases';
import { answersForSid, findSids } from './sids';
import { answersForSymbol, findSymbols } from './symbols';

export interface ExplainOptions {
  /** Names of application pools known from configuration files; a pool's SID is recognised by its name. */
  readonly poolNames?: readonly string[];
  /**
   * false: a GUID that we do not know and that stands in no event record is none of our business. Where absent it is
   * decided by {@link asksForUnknownGuids}.
   */
  readonly unknownGuids?: boolean;
  /** The first lines of the document that the text is a part of: what they say of a table or a log holds for all of it. */
  readonly beginning?: string;
}

/** How far on either side of a place {@link explainAt} reads. */
const WINDOW = 16_000;

/**
 * Finds everything in a text that we can say something about. Never throws on any text. The cost grows with the text;
 * for one place in a large document use {@link explainAt}.
 */
export async function explain(text: string, knowledge: Knowledge, options: ExplainOptions = {}): Promise<Explained> {
  const { records: recordFinder, phrases } = findersOf(knowledge);
  const { records, mentions } = recordFinder.find(text, options.beginning);
  const placed: (Placed & { readonly eventIdRange: Range | null })[] = [];
  for (const [index, record] of records.entries()) {
    const between = { start: records[index - 1]?.end ?? 0, end: records[index + 1]?.start ?? text.length };
    const diagnosed = await diagnose(text, record, between, knowledge);
    if (diagnosed) placed.push({ ...diagnosed, index, eventIdRange: record.eventIdRange });
  }
  const diagnoses = withCompanions(placed, knowledge);
  const diagnosisAt = rangeFinder(diagnoses);
  const inRecord = covers(records);

  const explanations: Explanation[] = [];
  const add = (range: Range, kind: ExplanationKind, answers: NonEmpty<Answer> | null): void => {
    if (!answers) return;
    const { start, end } = range;
    const diagnosis = diagnosisAt(start);
    explanations.push({ start, end, text: text.slice(start, end), kind, answers, ...(diagnosis && { diagnosis }) });
  };
  for (const { diagnosis, eventIdRange } of placed) if (eventIdRange) add(eventIdRange, 'event', diagnosis.answers);
  for (const mention of mentions) add(mention, 'event', await answersForMention(text, mention, knowledge));
  for (const phrase of phrases.find(text)) add(phrase, phrase.as, [phrase.fact]);
  for (const sid of findSids(text)) add(sid, 'sid', answersForSid(sid, knowledge, options.poolNames ?? []));
  // The number of an event in hexadecimal, or as its whole identifier, is no error code.
  const eventIds = [...records.flatMap(({ eventIdRange }) => eventIdRange ?? []), ...mentions].sort(byPlace);
  const isEventId = covers(eventIds);
  for (const code of findCodes(text))
    if (!isEventId(code.start)) add(code, 'code', await answersForCode(code, knowledge));
  for (const symbol of findSymbols(text)) add(symbol, 'code', await answersForSymbol(symbol, knowledge));
  const unknownGuids = options.unknownGuids ?? asksForUnknownGuids(text.slice(0, 4_096));
  for (const guid of findGuids(text)) {
    const tellUnknown = unknownGuids || inRecord(guid.start);
    add(guid, 'guid', await answersForGuid(guid, text, knowledge, tellUnknown));
  }
  return { explanations: explanations.sort(byPlace), diagnoses };
}

/**
 * What stands at a place: the smallest thing there, else the record that the line speaks of. Only the surroundings are
 * read, so the cost does not grow with the document.
 *
 * @param offset UTF-16 units, 0-based
 */
export async function explainAt(
  text: string,
  offset: number,
  knowledge: Knowledge,
  options: ExplainOptions = {},
): Promise<Explanation | Diagnosis | null> {
  const from = text.lastIndexOf('\n', Math.max(0, offset - WINDOW)) + 1;
  const start = offset - from > 2 * WINDOW ? offset - WINDOW : from;
  const beginning = text.slice(0, 4_096);
  const unknownGuids = options.unknownGuids ?? asksForUnknownGuids(beginning);
  const window = text.slice(start, offset + WINDOW);
  const { explanations, diagnoses } = await explain(window, knowledge, { ...options, unknownGuids, beginning });
  const at = offset - start;
  const [smallest] = explanations
    .filter((one) => touches(one, at))
    .sort((a, b) => Number(a.end === at) - Number(b.end === at) || a.end - a.start - (b.end - b.start));
  if (smallest) return shiftExplanation(smallest, start);
  const diagnosis = diagnoses.find(({ spans }) => spans.some((span) => touches(span, at)));
  return diagnosis ? shiftDiagnosis(diagnosis, start) : null;
}

const shift = (range: Range, by: number): Range => ({ start: range.start + by, end: range.end + by });

function shiftDiagnosis(diagnosis: Diagnosis, by: number): Diagnosis {
  const [first, ...rest] = diagnosis.spans;
  const { time, companions } = diagnosis;
  return {
    ...diagnosis,
    ...shift(diagnosis, by),
    spans: [shift(first, by), ...rest.map((span) => shift(span, by))],
    companions: companions.map((one) => ({ ...one, ...shift(one, by) })),
    ...(time && { time: { ...time, range: shift(time.range, by) } }),
  };
}

function shiftExplanation(explanation: Explanation, by: number): Explanation {
  const { diagnosis } = explanation;
  return { ...explanation, ...shift(explanation, by), ...(diagnosis && { diagnosis: shiftDiagnosis(diagnosis, by) }) };
}

interface Finders {
  readonly records: RecordFinder;
  readonly phrases: PhraseFinder;
}

/** The compiled patterns of a knowledge base, made once for each. */
const finders = new WeakMap<Knowledge, Finders>();

function findersOf(knowledge: Knowledge): Finders {
  let found = finders.get(knowledge);
  if (!found) {
    found = { records: new RecordFinder(knowledge.eventTypes), phrases: new PhraseFinder(knowledge.phrases) };
    finders.set(knowledge, found);
  }
  return found;
}
