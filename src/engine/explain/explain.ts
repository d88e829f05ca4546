import type { Answer, NonEmpty } from '../knowledge/fact';
import type { Knowledge } from '../knowledge/knowledge';
import type { FieldsLines } from '../logs/fieldsLines';
import { covers } from '../logs/records';
import { byPlace, rangeFinder, touches, type Range } from '../text/range';
import { answersForCode, findCodes, hasOtherCodes } from './codes';
import { ComputedSids } from './computedSids';
import { asksForUnknownGuids } from './concerns';
import { answersForMention } from './diagnose';
import { besideOf, explainRecords } from './explainRecords';
import type { Diagnosis, Explained, Explanation, ExplanationKind } from './explanation';
import { explainFailedRequests, failedRequestAt } from './failedRequests';
import { fieldLogAt } from './fieldLogAt';
import { explainFieldLogs, proseOf, type FieldLogPiece } from './fieldLogs';
import { answersForGuid, type UnknownGuids } from './guids';
import { moveDiagnosis, moveExplained, moveExplanation } from './move';
import { answersForSid } from './sids';
import { answersForStatus, findStatuses } from './statuses';
import { answersForSymbol } from './symbols';
import { findThings } from './things';

export interface ExplainOptions {
  /** Names of application pools known from configuration files; a pool's SID is recognised by its name. */
  readonly poolNames?: readonly string[];
  /** Which GUIDs that we do not know deserve an answer; where absent the kind of the document decides. */
  readonly unknownGuids?: UnknownGuids;
  /** For a piece of a longer text that holds a log of fields. */
  readonly fieldLogPiece?: FieldLogPiece;
  /** For {@link explainAt}: where the `#Fields:` lines of the text stand, if that was found out already. */
  readonly fieldsLines?: FieldsLines;
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
  // Rows of web logs are explained by what they have in common; nobody else reads them.
  const { prose, explanations } = await explainFieldLogs(text, knowledge, options.fieldLogPiece);
  const unknownGuids = options.unknownGuids ?? unknownGuidsIn(text);
  const found = await explainProse(prose.text, knowledge, { ...options, unknownGuids });
  if (!explanations.length && prose.isWhole) return found;
  const moved = prose.isWhole ? found : moveExplained(found, (offset) => prose.place(offset));
  return { ...moved, explanations: [...moved.explanations, ...explanations].sort(byPlace) };
}

/** The same with the event records alone: what takes a whole document into account, and need not know more. */
export async function explainOnlyRecords(
  text: string,
  knowledge: Knowledge,
  { fieldLogPiece, beginning }: ExplainOptions = {},
): Promise<Explained> {
  const prose = proseOf(text, fieldLogPiece);
  const { records, diagnoses } = await explainRecords(prose.text, knowledge, beginning);
  const found = { records, diagnoses, explanations: [] };
  return prose.isWhole ? found : moveExplained(found, (offset) => prose.place(offset));
}

async function explainProse(text: string, knowledge: Knowledge, options: ExplainOptions): Promise<Explained> {
  const { records, diagnoses, mentions } = await explainRecords(text, knowledge, options.beginning);
  const diagnosisAt = rangeFinder(diagnoses);
  const inRecord = covers(records);

  const traces = await explainFailedRequests(text, knowledge);
  const inTraceTag = covers(traces);
  const explanations: Explanation[] = [...traces];
  const add = (range: Range, kind: ExplanationKind, answers: NonEmpty<Answer> | null): void => {
    if (!answers) return;
    const { start, end } = range;
    const diagnosis = diagnosisAt(start);
    explanations.push({ start, end, text: text.slice(start, end), kind, answers, ...(diagnosis && { diagnosis }) });
  };
  for (const { start, eventIdRange } of records) {
    const diagnosis = eventIdRange && diagnosisAt(start);
    if (diagnosis) add(eventIdRange, 'event', diagnosis.answers);
  }
  const recordBeside = besideOf(diagnoses);
  for (const mention of mentions)
    add(mention, 'event', recordBeside(mention)?.answers ?? (await answersForMention(text, mention, knowledge)));
  const { phrases, sids, symbols, reasons, guids } = findThings(text, knowledge);
  for (const phrase of phrases) add(phrase, phrase.as, [phrase.fact]);
  const computedSids = new ComputedSids(text, options.poolNames ?? []);
  for (const sid of sids) add(sid, 'sid', answersForSid(sid, knowledge, computedSids));
  // The number of an event in hexadecimal, or as its whole identifier, is no error code.
  const eventIds = [...records.flatMap(({ eventIdRange }) => eventIdRange ?? []), ...mentions].sort(byPlace);
  const isEventId = covers(eventIds);
  const inOtherCodes = covers(records.filter(hasOtherCodes));
  for (const code of findCodes(text))
    if (!isEventId(code.start) && !inOtherCodes(code.start)) add(code, 'code', await answersForCode(code, knowledge));
  for (const symbol of symbols) add(symbol, 'code', await answersForSymbol(symbol, knowledge));
  for (const status of findStatuses(text))
    if (!inTraceTag(status.start)) add(status, 'status', await answersForStatus(status, text, knowledge));
  for (const reason of reasons) add(reason, 'reason', reason.answers);
  const wanted = options.unknownGuids ?? unknownGuidsIn(text);
  for (const guid of guids)
    add(guid, 'guid', await answersForGuid(guid, text, knowledge, { wanted, inRecord: inRecord(guid.start) }));
  return { records, explanations: explanations.sort(byPlace), diagnoses };
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
  const inLog = await fieldLogAt(text, offset, knowledge, options.fieldsLines);
  if (inLog !== undefined) return inLog;
  const trace = await failedRequestAt(text, offset, knowledge);
  if (trace) return trace;
  const from = text.lastIndexOf('\n', Math.max(0, offset - WINDOW)) + 1;
  const start = offset - from > 2 * WINDOW ? offset - WINDOW : from;
  const beginning = text.slice(0, BEGINNING);
  const unknownGuids = options.unknownGuids ?? unknownGuidsIn(beginning);
  const window = text.slice(start, offset + WINDOW);
  const { explanations, diagnoses } = await explain(window, knowledge, { ...options, unknownGuids, beginning });
  const at = offset - start;
  const [smallest] = explanations
    .filter((one) => touches(one, at))
    .sort((a, b) => Number(a.end === at) - Number(b.end === at) || a.end - a.start - (b.end - b.start));
  const place = (one: number): number => start + one;
  if (smallest) return moveExplanation(smallest, place);
  const diagnosis = diagnoses.find(({ spans }) => spans.some((span) => touches(span, at)));
  return diagnosis ? moveDiagnosis(diagnosis, place) : null;
}

/** How much of the beginning of a document tells what kind of document it is. */
export const BEGINNING = 4_096;

/** Which unknown GUIDs deserve an answer in a document, by its beginning. */
export const unknownGuidsIn = (document: string): UnknownGuids =>
  asksForUnknownGuids(document.slice(0, BEGINNING)) ? 'called' : 'records';
