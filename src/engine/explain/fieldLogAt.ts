import type { Answer, NonEmpty } from '../knowledge/fact';
import type { Knowledge } from '../knowledge/knowledge';
import { headerNames, isHeader, layoutOfHeader, type FieldLayout } from '../logs/fieldLayout';
import { FieldLogReader } from '../logs/fieldLog';
import { FieldsLines } from '../logs/fieldsLines';
import { touches, type Range } from '../text/range';
import type { Explanation, ExplanationKind } from './explanation';
import {
  answersForField,
  answersForRow,
  isChallenge,
  requestOf,
  STATUS_FIELDS,
  statusPlace,
  UNANSWERED,
} from './logRows';

/** Longer lines than this are no rows of a log. */
const ROW_REACH = 32_000;

/**
 * What stands at a place in a field log: a value of a row, or a name in a `#Fields:` line. Null where the row says
 * nothing there; undefined where the place is in no such log.
 *
 * @param fieldsLines where they are known already
 */
export async function fieldLogAt(
  text: string,
  offset: number,
  knowledge: Knowledge,
  fieldsLines?: FieldsLines,
): Promise<Explanation | null | undefined> {
  const line = wholeLine(text, offset);
  const written = text.slice(line.start, line.end);
  if (isHeader(written)) {
    const name = layoutOfHeader(written) && headerNames(written).find((one) => touches(one, offset - line.start));
    if (!name) return undefined;
    const place = { start: line.start + name.start, end: line.start + name.end };
    const answers = answersForField(name.name, knowledge) ?? [customField(name.name)];
    return { ...place, text: name.name, kind: 'field', answers };
  }
  // Every row has a status or a hyphen among several values; few other lines do.
  if (!/[ \t](?:\d{1,3}|-)(?=[ \t\r,]|$)/.test(written)) return undefined;
  const header = (fieldsLines ?? new FieldsLines(text)).layoutAbove(line.start);
  if (header === null) return undefined;
  const reader = new FieldLogReader(text, header, line);
  if (!reader.next() || !reader.layout) return undefined;
  return valueAt(text, offset, reader, reader.layout, knowledge);
}

function wholeLine(text: string, offset: number): Range {
  const from = Math.max(0, offset - ROW_REACH);
  const start = from + text.slice(from, offset).lastIndexOf('\n') + 1;
  const behind = text.slice(offset, offset + ROW_REACH);
  const end = behind.indexOf('\n');
  return { start, end: offset + (end < 0 ? behind.length : end) };
}

async function valueAt(
  text: string,
  offset: number,
  reader: FieldLogReader,
  layout: FieldLayout,
  knowledge: Knowledge,
): Promise<Explanation | null> {
  const column = layout.fields.findLastIndex((_, i) => {
    const place = reader.place(i);
    return place !== null && touches(place, offset);
  });
  const field = layout.fields[column];
  const place = reader.place(column);
  if (field === undefined || !place) return null;
  const explained = (range: Range, what: ExplanationKind, answers: NonEmpty<Answer>): Explanation => ({
    ...range,
    text: text.slice(range.start, range.end),
    kind: what,
    answers,
  });
  const { kind } = layout;
  const request = kind === 'ftp' ? null : requestOf(reader.values, layout);
  const row = text.slice(reader.start, reader.end);
  const name = field.toLowerCase();
  if (name === 's-reason') {
    const answers = await answersForRow({ kind, request, reason: reader.values[column] ?? '' }, row, knowledge);
    if (answers) return explained(place, 'reason', answers);
  }
  if (request && STATUS_FIELDS.some((one) => one === name)) {
    const outcome = isChallenge(request) ? outcomeOf(text, reader, layout) : undefined;
    const answers = await answersForRow({ kind, request, outcome }, row, knowledge);
    const reason = knowledge.reason(reader.values[layout.column('s-reason')] ?? '').map(({ fact }) => fact);
    const [first, ...rest] = answers ?? [];
    if (first) return explained(statusPlace(reader, layout) ?? place, 'status', [first, ...reason, ...rest]);
  }
  if (!request && name === 'sc-status' && /^\d{3}$/.test(reader.values[column] ?? ''))
    return explained(place, 'field', [otherStatus]);
  return explained(place, 'field', answersForField(field, knowledge) ?? [customField(field)]);
}

/** How far behind a challenge its answer is looked for. */
const OUTCOME_REACH = 16_000;

/** What the same client got for the same URL after a challenge: `then 200`. */
function outcomeOf(text: string, { end, values }: FieldLogReader, layout: FieldLayout): string | undefined {
  const [client, stem] = [layout.column('c-ip'), layout.column('cs-uri-stem')];
  if (client < 0) return undefined;
  const reader = new FieldLogReader(text, layout, { start: end + 1, end: Math.min(text.length, end + OUTCOME_REACH) });
  while (reader.next()) {
    if (reader.layout?.fields !== layout.fields) break;
    if (reader.values[client] !== values[client] || (stem >= 0 && reader.values[stem] !== values[stem])) continue;
    const request = requestOf(reader.values, layout);
    if (request && !isChallenge(request)) return `then ${request.status}`;
  }
  return UNANSWERED;
}

/** A field that is none of the standard ones: somebody added it to the log. */
const customField = (field: string): Answer => ({
  id: 'field-custom',
  name: field.slice(0, 60),
  verdict: null,
  meaning:
    'Not a standard field: a request header, response header or server variable that somebody added to the log of this site.',
  sources: [],
});

/** The status of an FTP or mail service, whose logs look the same. */
const otherStatus: Answer = {
  id: 'field-other-status',
  name: 'sc-status: the reply of an FTP or mail service',
  verdict: null,
  meaning: 'This row is not of a web site: the number is a reply code of FTP or SMTP (226, 550), no HTTP status.',
  sources: [],
};
