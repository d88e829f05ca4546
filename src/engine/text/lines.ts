import type { Range } from './range';

/** Longer lines are looked at in a window of this size on either side, so that a file of one line costs no more. */
const REACH = 4_000;
const LINE_FEED = 10;
/** Most lines begin no further away: over such a distance a loop is faster than a search. */
const NEAR = 100;

/** The line around a place, without its line end; of a very long line the part around the place. */
export function lineAt(text: string, offset: number): Range {
  const from = Math.max(0, offset - REACH);
  const near = Math.max(from, offset - NEAR);
  let start = offset;
  while (start > near && text.charCodeAt(start - 1) !== LINE_FEED) start--;
  if (start === near) start = from + text.slice(from, start).lastIndexOf('\n') + 1;
  const after = text.slice(offset, offset + REACH);
  const end = after.indexOf('\n');
  return { start, end: offset + (end < 0 ? after.length : end) };
}

/**
 * The line behind another one; an empty range at the end of the text where there is none, and also where the line was
 * too long to be seen as a whole: nothing belongs together over such a distance.
 */
export const nextLine = (text: string, line: Range): Range =>
  text[line.end] === '\n' ? lineAt(text, line.end + 1) : { start: text.length, end: text.length };
