import type { LineMap } from '../text/lineMap';
import type { Range } from '../text/range';
import { plainLine } from './escape';

/** How much of a line is shown; longer ones are cut around the place. */
const WIDTH = 100;
const TAB = 4;

/**
 * The line in which a place begins, with carets below the place, and the line before it.
 *
 * @param paint how the carets are set off; colours on a terminal
 */
export function codeFrame(text: string, range: Range, lines: LineMap, paint: (carets: string) => string): string[] {
  const { line } = lines.position(range.start);
  const at = lineRange(text, range.start);
  const digits = String(line).length;
  const before = at.start > 0 ? lineRange(text, at.start - 1 - (text.startsWith('\r\n', at.start - 2) ? 1 : 0)) : null;
  const shown = cut(text, at, range);
  const numbered = (number: number, row: string): string => `${String(number).padStart(digits)} | ${row}`.trimEnd();
  const row = numbered(line, shown.row);
  const carets = `${' '.repeat(digits)} | ${shown.indent}${paint(shown.carets)}`;
  if (!before || shown.isCut || text.slice(before.start, before.end).trim() === '') return [row, carets];
  return [numbered(line - 1, cut(text, before, { start: before.start, end: before.start }).row), row, carets];
}

function lineRange(text: string, offset: number): Range {
  let start = offset;
  while (start > 0 && !isLineEnd(text[start - 1]) && offset - start < WIDTH * 2) start--;
  let end = offset;
  while (end < text.length && !isLineEnd(text[end]) && end - offset < WIDTH * 2) end++;
  return { start, end };
}

const isLineEnd = (sign: string | undefined): boolean => sign === '\n' || sign === '\r';

interface Shown {
  readonly row: string;
  /** Blanks up to the carets. */
  readonly indent: string;
  readonly carets: string;
  readonly isCut: boolean;
}

function cut(text: string, line: Range, { start, end }: Range): Shown {
  // A place that would stand at the far end of the row, or behind it, is brought to its middle.
  const from = start - line.start > WIDTH * 0.7 ? start - WIDTH / 2 : line.start;
  const to = Math.min(line.end, from + WIDTH);
  const lead = from > line.start || !isLineStart(text, line.start) ? '…' : '';
  const trail = to < line.end ? '…' : '';
  const width = (until: number): number => spread(lead + plainLine(text.slice(from, until))).length;
  const indent = width(start);
  return {
    row: spread(lead + plainLine(text.slice(from, to))) + trail,
    indent: ' '.repeat(indent),
    carets: '^'.repeat(Math.max(1, width(Math.min(end, to)) - indent)),
    isCut: lead !== '',
  };
}

const isLineStart = (text: string, offset: number): boolean => offset === 0 || isLineEnd(text[offset - 1]);

/** Tabs as blanks, so that carets stand below what they mean on every terminal. */
function spread(line: string): string {
  let spreadOut = '';
  for (const sign of line) spreadOut += sign === '\t' ? ' '.repeat(TAB - (spreadOut.length % TAB)) : sign;
  return spreadOut;
}
