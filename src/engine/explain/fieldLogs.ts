import type { Knowledge } from '../knowledge/knowledge';
import { headerNames, layoutOfHeader, type FieldLayout } from '../logs/fieldLayout';
import { FieldLogReader } from '../logs/fieldLog';
import { Excerpt } from '../text/excerpt';
import type { Range } from '../text/range';
import type { Explanation } from './explanation';
import {
  answersForField,
  answersForRow,
  isChallenge,
  requestOf,
  statusPlace,
  UNANSWERED,
  type RowMeaning,
} from './logRows';
import { statusWords, type RequestStatus } from './requestStatus';

/** What a text holds in rows of field logs, and the text without them. */
export interface FieldLogs {
  /** The text without the rows: what the other finders read. */
  readonly prose: Excerpt;
  /** Each outcome and each reason that is worth a word, where it first occurs. */
  readonly explanations: readonly Explanation[];
}

/** A log is explained by its distinct outcomes; more than these nobody reads. */
const MOST_EXPLANATIONS = 50;

/** Up to so many rows are no log but a question about them: then the everyday ones count too. */
const FEW_ROWS = 20;

/** What a piece of a longer text cannot tell by itself. */
export interface FieldLogPiece {
  /** What the last `#Fields:` line before it announced. */
  readonly header: FieldLayout | null;
}

/**
 * Explains the W3C and HTTP.sys error logs in a text: never row by row, but each combination of status, sub-status and
 * Win32 status once, and each reason phrase once. The names of a `#Fields:` line are explained where no row follows.
 *
 * @param piece where the text is a piece of a longer one
 */
export async function explainFieldLogs(text: string, knowledge: Knowledge, piece?: FieldLogPiece): Promise<FieldLogs> {
  const rows: RowRange[] = [];
  const seen = new Set<string>();
  const challenges = new Challenges();
  const worth: Worth[] = [];
  let count = 0;
  let everyday: Worth | undefined;
  for (const reader = new FieldLogReader(text, piece?.header); reader.next();) {
    addRow(rows, reader);
    count += 1;
    const one = worthOf(reader, challenges);
    if (!one || seen.has(one.what) || seen.size >= MOST_EXPLANATIONS) continue;
    if (one.everyday) everyday ??= one;
    else {
      seen.add(one.what);
      worth.push(one);
    }
  }
  // In a piece the answer may be in the next one.
  const unanswered = piece ? undefined : challenges.unanswered();
  if (unanswered && !seen.has(unanswered.what)) worth.push(unanswered);
  if (everyday && !piece && worth.length === 0 && count <= FEW_ROWS) worth.push(everyday);
  const prose = new Excerpt(text, rows);
  if (prose.isWhole) return { prose, explanations: headerExplanations(text, knowledge) };
  const explanations: Explanation[] = [];
  for (const { place, row, ...one } of worth) {
    const answers = await answersForRow(one, text.slice(row.start, row.end), knowledge);
    const kind = one.reason === undefined ? 'status' : 'reason';
    if (answers)
      explanations.push({ ...place, text: text.slice(place.start, place.end), kind, answers, forAll: one.what });
  }
  return { prose, explanations };
}

/** A text without the rows of field logs in it. */
export function proseOf(text: string, piece?: FieldLogPiece): Excerpt {
  const rows: RowRange[] = [];
  for (const reader = new FieldLogReader(text, piece?.header); reader.next();) addRow(rows, reader);
  return new Excerpt(text, rows);
}

/** Rows that follow one another, as one stretch. */
interface RowRange {
  readonly start: number;
  end: number;
}

function addRow(rows: RowRange[], { start, end }: FieldLogReader): void {
  const last = rows.at(-1);
  if (last && start - last.end <= 2) last.end = end;
  else rows.push({ start, end });
}

/** What a row tells that is worth an explanation. */
interface Worth extends RowMeaning {
  /** Equal for rows that tell the same. */
  readonly what: string;
  readonly place: Range;
  readonly row: Range;
  /** A step of a logon, a file that is not there: worth a word only where nothing else is. */
  readonly everyday?: boolean;
}

function worthOf(reader: FieldLogReader, challenges: Challenges): Worth | null {
  const { layout, values } = reader;
  if (!layout || layout.kind === 'ftp') return null;
  if (layout.kind === 'httperr') {
    const column = layout.column('s-reason');
    const reason = values[column] ?? '';
    const place = reader.place(column);
    if (!place || reason === '-') return null;
    return {
      what: reason,
      place,
      row: rowRange(reader),
      request: requestOf(values, layout),
      reason,
      kind: layout.kind,
    };
  }
  const request = requestOf(values, layout);
  if (!request) return null;
  challenges.see(request, reader);
  const { status, substatus = 0, win32 = 0 } = request;
  if (status < 400 && win32 === 0) return null;
  const everyday = isChallenge(request) || (status === 404 && substatus === 0 && win32 === 2);
  const place = statusPlace(reader, layout);
  return place && { what: statusWords(request), place, row: rowRange(reader), request, everyday, kind: layout.kind };
}

const rowRange = ({ start, end }: FieldLogReader): Range => ({ start, end });

/** Clients that were asked to authenticate and have had no other answer since. */
class Challenges {
  readonly #open = new Map<string, Worth & { readonly times: number }>();

  see(request: RequestStatus, reader: FieldLogReader): void {
    const { layout } = reader;
    const client = layout && reader.values[layout.column('c-ip')];
    if (!client) return;
    const open = this.#open.get(client);
    if (!isChallenge(request)) {
      if (open) this.#open.delete(client);
    } else if (open) this.#open.set(client, { ...open, times: open.times + 1 });
    else if (this.#open.size < 1_000) {
      const place = statusPlace(reader, layout);
      const what = `${statusWords(request)} ${UNANSWERED}`;
      const meaning = { request, outcome: UNANSWERED, kind: layout.kind };
      if (place) this.#open.set(client, { what, place, row: rowRange(reader), ...meaning, times: 1 });
    }
  }

  /** The first one that was repeated and led to nothing; a single one may only be where the log was cut. */
  unanswered(): Worth | undefined {
    return [...this.#open.values()].find(({ times }) => times > 1);
  }
}

/** The names of the first `#Fields:` line of a text that has no row. */
function headerExplanations(text: string, knowledge: Knowledge): Explanation[] {
  const at = text.search(/#[ \t]?Fields:/i);
  if (at < 0) return [];
  const start = text.lastIndexOf('\n', at) + 1;
  const end = text.indexOf('\n', at);
  const line = text.slice(start, end < 0 ? text.length : end);
  if (!layoutOfHeader(line)) return [];
  return headerNames(line).flatMap((name) => {
    const answers = answersForField(name.name, knowledge);
    const place = { start: start + name.start, end: start + name.end };
    return answers ? [{ ...place, text: name.name, kind: 'field', answers }] : [];
  });
}
