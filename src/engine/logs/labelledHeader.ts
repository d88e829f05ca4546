import { lineAt, nextLine } from '../text/lines';
import type { Range } from '../text/range';
import { trimmed } from './cells';
import type { Field } from './fieldNames';
import { isBlankLine, labelAtLine, labelsIn, type Label } from './labels';

/** The labelled lines around an event id. */
export interface Header extends Range {
  readonly lines: readonly [Range, ...Range[]];
  readonly cells: ReadonlyMap<Field, Range>;
  /** Other labels in the line of the id, no further away than another id. */
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
 * @param id where the number stands
 * @param from where the record may begin at the earliest
 * @param limit where the next id stands
 */
export function headerAround(text: string, id: Range, from: number, limit: number): Header {
  const own = lineAt(text, id.start);
  const cells = new Map<Field, Range>([['id', id]]);
  const add = ({ field, value }: Label): void => {
    const known = cells.get(field);
    // Splunk has the type as a number and as a word.
    const isNumber = known && field === 'type' && /^\d+$/.test(text.slice(known.start, known.end));
    if (value.start < value.end && (!known || isNumber)) cells.set(field, value);
  };
  const stretch = {
    start: Math.max(own.start, Math.min(from, id.start), id.start - BESIDE),
    end: Math.min(own.end, Math.max(limit, id.end), id.end + BESIDE),
  };
  const beside = labelsIn(text, stretch).filter(({ field }) => field !== 'id');
  beside.forEach(add);

  const above: Range[] = [];
  for (const { line, label } of labelledLines(text, own, from, -1)) {
    if (label.field === 'message' || label.field === 'xml' || (SINGLE.has(label.field) && cells.has(label.field)))
      break;
    above.unshift(line);
    add(label);
    // Event Viewer's text begins with the log, that of Windows 2003 with the type.
    if (label.field === 'log' || label.field === 'type') break;
  }
  const below: Range[] = [];
  for (const { line, label, blanks } of labelledLines(text, own, limit, 1)) {
    const { field } = label;
    if (field === 'message' || field === 'xml' || (SINGLE.has(field) && cells.has(field))) break;
    if (blanks > 0 && (field === 'log' || field === 'type')) break;
    below.push(line);
    add(label);
  }
  const time = cells.has('time') ? null : timeAbove(text, above[0] ?? own, from);
  if (time) {
    above.unshift(time);
    cells.set('time', trimmed(text, time));
  }
  const [first, ...others] = [...above, own, ...below];
  const lines: [Range, ...Range[]] = [first ?? own, ...others];
  return { start: lines[0].start, end: lines.at(-1)?.end ?? own.end, lines, cells, beside };
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

/** The labelled lines next to a line, up to the first one without a label. */
function* labelledLines(text: string, own: Range, limit: number, step: 1 | -1) {
  let blanks = 0;
  for (let line = own, n = 0; n < LINES;) {
    if (step < 0 ? line.start <= limit : line.end >= Math.min(limit, text.length)) return;
    line = step < 0 ? lineAt(text, line.start - 1) : nextLine(text, line);
    if (step < 0 ? line.start < limit : line.end > limit) return;
    if (isBlankLine(text, line)) {
      if (++blanks > BLANKS) return;
      continue;
    }
    const label = labelAtLine(text, line);
    if (!label) return;
    yield { line, label, blanks };
    blanks = 0;
    n++;
  }
}
