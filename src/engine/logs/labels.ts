import type { Range } from '../text/range';
import { trimmed } from './cells';
import { fieldOf, type Field } from './fieldNames';

/** A label with the value behind it, on one line. */
export interface Label {
  readonly field: Field;
  readonly start: number;
  /** The value without what a paste put around it; possibly empty. */
  readonly value: Range;
}

/** What may stand before a label in a paste: quotes, comment signs, list marks, Markdown, tags of HTML. */
export const LEAD =
  /^(?:[\s>#*;|"'`\u2022+\-[\](/]|:(?=:|\s)|rem\s|[AP]M\s|<\/?[a-z][^<>]{0,80}>|&nbsp;|\d{1,2}[.)]\s){0,40}/i;
const MOST_MARKS = 40;
const LABEL_LIMIT = 70;
const TAG = /<\/?[a-z][^<>]{0,80}>/gi;

/** What may stand around a value: quotes, Markdown, tags, the back-slash of a hard line break. */
const BEFORE = /^(?:[\s"'`*_|\u201C\u2018]|&nbsp;|<\/?[a-z][^<>]{0,80}>){0,40}/i;
const BEHIND = /(?:[\s"'`*_|,;\\\u201D\u2019]|&nbsp;|<\/?[a-z][^<>]{0,80}>){1,40}$/i;

/** The label that a line begins with; null where it begins with something else. */
export function labelAtLine(text: string, line: Range): Label | null {
  const limit = Math.min(line.end, line.start + 400);
  const start = contentStart(text, { start: line.start, end: limit });
  const assign = assignBehind(text, start, Math.min(limit, start + LABEL_LIMIT));
  if (assign <= start) return null;
  const name = text.slice(start, assign);
  const field = fieldOf(name.includes('<') ? name.replace(TAG, '') : name);
  if (!field) return null;
  return { field, start, value: valueOf(text, field, { start: assign + 1, end: line.end }) };
}

/** Where the sign stands that a label ends with; -1 where there is none. */
function assignBehind(text: string, from: number, end: number): number {
  for (let at = from; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === COLON || code === EQUALS || code === TAB || code === BAR || code === WIDE_COLON) return at;
  }
  return -1;
}

const TAB = 9;
const BLANK = 32;
const COLON = 58;
const EQUALS = 61;
const BAR = 124;
const WIDE_COLON = 0xff1a;

/** Where a line begins behind everything that a paste put before it. */
export function contentStart(text: string, line: Range): number {
  const start = behindBlanks(text, line);
  if (start < line.end && isPlainLetter(text.charCodeAt(start))) return start;
  return line.start + (LEAD.exec(text.slice(line.start, line.end))?.[0].length ?? 0);
}

/** Most lines begin with blanks and a letter, and need no pattern. No more blanks than a pattern takes. */
function behindBlanks(text: string, { start, end }: Range): number {
  const limit = Math.min(end, start + MOST_MARKS);
  let at = start;
  while (at < limit && isBlank(text.charCodeAt(at))) at++;
  return at;
}

const isBlank = (code: number): boolean => code === BLANK || code === TAB;

/** A letter with which no mark of a paste begins: `rem`, `AM` and `PM` are some. */
const isPlainLetter = (code: number): boolean => isLetter(code) && !isLetterOfMark[code];

const isLetter = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122);

const isLetterOfMark: readonly boolean[] = Array.from({ length: 128 }, (_, code) =>
  'aApPrR'.includes(String.fromCharCode(code)),
);

/** What stands in a line behind everything that a paste put before it. */
export const contentOf = (text: string, line: Range): string => text.slice(contentStart(text, line), line.end);

/** Whether a line holds nothing, or nothing but the marks of a quote, a comment or a line break. */
export function isBlankLine(text: string, line: Range): boolean {
  const start = behindBlanks(text, line);
  if (start === line.end) return true;
  return !isPlainLetter(text.charCodeAt(start)) && /^\\?\s*$/.test(contentOf(text, line));
}

const ASSIGNS = /[:=\uFF1A]/g;
/** What can belong to a label before its colon: words, an apostrophe, a dot, a hyphen. */
const BEFORE_ASSIGN = /[\p{L}\p{N}][\p{L}\p{N} \u00A0.'\u2019_-]{0,40}(?=[*_"'`]{0,3}[ \u00A0]{0,3}$)/u;
const CJK = /[\u3040-\u30FF\u3400-\u9FFF\uAC00-\uD7AF]/;
const LONGEST = 44;

/** Every label in a stretch of a line with its value, which ends where the next one begins. */
export function labelsIn(text: string, stretch: Range): Label[] {
  const found: { field: Field; start: number; behind: number }[] = [];
  const written = text.slice(stretch.start, stretch.end);
  for (const { index } of written.matchAll(ASSIGNS)) {
    const from = Math.max(found.at(-1)?.behind ?? 0, index - LONGEST);
    const words = BEFORE_ASSIGN.exec(written.slice(from, index));
    const label = words && labelAtEnd(words[0]);
    if (label) found.push({ field: label.field, start: from + words.index + label.at, behind: index + 1 });
  }
  return found.map(({ field, start, behind }, i) => {
    const end = found[i + 1]?.start ?? written.length;
    const value = valueOf(text, field, { start: stretch.start + behind, end: stretch.start + end });
    return { field, start: stretch.start + start, value };
  });
}

/** The longest label with which words end; where a language writes no blanks, it may begin at any sign. */
function labelAtEnd(words: string): { field: Field; at: number } | null {
  for (let at = 0; at < words.length - 1; at++) {
    const begins = at === 0 || /[\s.'\u2019]/.test(words.charAt(at - 1)) || CJK.test(words.charAt(at));
    const field = begins ? fieldOf(words.slice(at)) : undefined;
    if (field) return { field, at };
  }
  return null;
}

/** Where labels stand side by side, a source ends at a comma, a tab or a run of blanks. */
function valueOf(text: string, field: Field, range: Range): Range {
  const value = valueRange(text, range);
  if (field !== 'provider') return value;
  const end = text.slice(value.start, value.end).search(/["'`*_)]{0,3}(?:\s{2}|\t|[,;|](?=\s|$)|:\s)/);
  return end > 0 ? { start: value.start, end: value.start + end } : value;
}

function valueRange(text: string, range: Range): Range {
  const { start, end } = trimmed(text, range);
  if (isWord(text.charCodeAt(start)) && isWord(text.charCodeAt(end - 1))) return { start, end };
  const from = start + (BEFORE.exec(text.slice(start, Math.min(end, start + 400)))?.[0].length ?? 0);
  const tail = text.slice(Math.max(from, end - 200), end);
  const behind = BEHIND.exec(tail)?.[0].length ?? 0;
  return { start: Math.min(from, end), end: Math.max(from, end - behind) };
}

/** A letter or a digit of ASCII: with it no paste mark begins or ends. */
const isWord = (code: number): boolean => isLetter(code) || (code >= 48 && code <= 57);
