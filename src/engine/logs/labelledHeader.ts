import { lineAt, nextLine } from '../text/lines';
import type { Range } from '../text/range';
import { trimmed } from './cells';
import type { Field } from './fieldNames';
import type { WrittenId } from './labelledIds';
import { contentOf, isBlankLine, labelAtLine, labelsIn, type Label } from './labels';

/** The labelled lines around an event id. */
export interface Header extends Range {
  readonly lines: readonly [Range, ...Range[]];
  readonly cells: ReadonlyMap<Field, Range>;
  /** The part of the id's line that speaks of it, and the other labels there. */
  readonly own: Range;
  /** The message, where it is labelled in the line above the header, as in some tables. */
  readonly messageAbove: Range | null;
  readonly beside: readonly Label[];
}

/** No header has more lines; double-spaced pastes put a blank one between any two. */
const LINES = 16;
const BLANKS = 2;
/** How far a label can stand from the id in one line. */
const BESIDE = 1_000;

/**
 * Collects the header of an id: its own line, and the labelled lines directly above and below.
 *
 * @param from where the record may begin at the earliest
 * @param limit where the next id stands
 */
export function headerAround(text: string, id: WrittenId, from: number, limit: number): Header {
  const { own, line: whole } = id;
  const cells = new Map<Field, Range>([['id', id.number]]);
  const add = ({ field, value }: Label): void => {
    const known = cells.get(field);
    // Splunk has the type as a number and as a word.
    const isNumber = known && field === 'type' && /^\d+$/.test(text.slice(known.start, known.end));
    if (value.start < value.end && (!known || isNumber)) cells.set(field, value);
  };
  const stretch = { start: Math.max(own.start, id.start - BESIDE), end: Math.min(own.end, id.end + BESIDE) };
  const beside = id.alone ? [] : labelsIn(text, stretch).filter(({ field }) => field !== 'id');
  beside.forEach(add);

  const above: Range[] = [];
  let messageAbove: Range | null = null;
  let begun = false;
  for (const { line, label, blanks } of own.start > whole.start ? [] : labelledLines(text, own, from, -1)) {
    const { field, value } = label;
    if (field === 'message' && value.start < value.end && blanks === 0) messageAbove = value;
    if (begun || field === 'message' || field === 'xml' || (SINGLE.has(field) && cells.has(field))) break;
    above.unshift(line);
    add(label);
    // Event Viewer's text begins with the log, that of Windows 2003 with the type.
    begun = field === 'log' || field === 'type';
  }
  const below: Range[] = [];
  for (const { line, label, blanks } of own.end < whole.end ? [] : labelledLines(text, own, limit, 1)) {
    const { field } = label;
    if (field === 'message' || field === 'xml' || (SINGLE.has(field) && cells.has(field))) break;
    if (blanks > 0 && (field === 'log' || field === 'type')) break;
    below.push(line);
    add(label);
  }
  const time = cells.has('time') || own.start > whole.start ? null : timeAbove(text, above[0] ?? own, from);
  if (time) {
    above.unshift(time);
    cells.set('time', trimmed(text, time));
  }
  const [first, ...others] = [...above, own, ...below];
  const lines: [Range, ...Range[]] = [first ?? own, ...others];
  return { start: lines[0].start, end: lines.at(-1)?.end ?? own.end, lines, cells, own, messageAbove, beside };
}

/** Splunk begins an event with its time, on a line of its own. */
function timeAbove(text: string, line: Range, from: number): Range | null {
  if (line.start <= from) return null;
  const above = lineAt(text, line.start - 1);
  const isTime =
    above.start >= from &&
    /^\s*\d[\d/.-]{5,9} \d{1,2}:\d\d:\d\d(?:\.\d+)?(?: [AP]M)?\s*$/.test(text.slice(above.start, above.end));
  return isTime ? above : null;
}

/** Labels that no record has twice. */
const SINGLE = new Set<Field>(['provider', 'id', 'log', 'level']);

/** A label that we do not know, `Error: None`, may stand between two that we know. */
const STRANGE = /^[A-Z][\w ]{1,24}:\s{0,20}\S.{0,60}$/;

/** The labelled lines next to a line, up to the first one without a label. */
function* labelledLines(text: string, own: Range, limit: number, step: 1 | -1) {
  let blanks = 0;
  let strange = 0;
  for (let line = own, n = 0; n < LINES;) {
    if (step < 0 ? line.start <= limit : line.end >= Math.min(limit, text.length)) return;
    line = step < 0 ? lineAt(text, line.start - 1) : nextLine(text, line);
    if (step < 0 ? line.start < limit : line.end > limit) return;
    if (isBlankLine(text, line)) {
      if (++blanks > BLANKS) return;
      continue;
    }
    const label = labelAtLine(text, line);
    if (!label) {
      if (blanks > 0 || ++strange > 1 || !STRANGE.test(contentOf(text, line).trim())) return;
      continue;
    }
    yield { line, label, blanks };
    blanks = 0;
    n++;
  }
}
