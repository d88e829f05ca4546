import { lineAt } from '../text/lines';
import type { Range } from '../text/range';
import { labelBefore } from './codeLabels';
import { hasKnownFacility } from './codeParts';
import { kindsOf, looksLikeFailure, type WrittenCode } from './writtenCode';

/** `0x80070425`, with a digit too few or too many as well. */
const HEX = /0x[0-9a-f]{7,10}/gi;

/** `80070425` and its neighbours in length, for the beginnings that codes have. */
const BARE_HEX = /(?:80[0-3]|[cd]00|e0[46])[0-9a-f]{4,6}/gi;

/** Facilities whose codes everyone copies by hand; a number of seven digits that begins like 0x8000 is mostly a size. */
const SHORT = /^(?:800[4579ab]|8008|8013|c000(?!000))/i;
const LONG = /^(?:800[045789ab]|8013|c000)/i;

/** Codes in hexadecimal: with `0x` wherever they stand, without it where words or a parenthesis say that it is one. */
export function findHexCodes(text: string): WrittenCode[] {
  const found: WrittenCode[] = [];
  const mayHavePrefix = text.includes('0x') || text.includes('0X');
  for (const { index, 0: written } of mayHavePrefix ? text.matchAll(HEX) : []) {
    const code = standsAlone(text, index, index + written.length) && hexCode(text, index, written.slice(2));
    if (code) found.push(code);
  }
  for (const { index, 0: written } of text.matchAll(BARE_HEX)) {
    const code = standsAlone(text, index, index + written.length) && bareHexCode(text, index, written);
    if (code) found.push(code);
  }
  return found;
}

function hexCode(text: string, start: number, digits: string): WrittenCode | null {
  const label = labelBefore(text, start);
  if (label === 'other') return null;
  const range = { start, end: start + 2 + digits.length };
  if (digits.length !== 8) return label || !isConstant(text, range) ? malformed(range, digits) : null;
  const value = Number.parseInt(digits, 16);
  // Small numbers, also behind the highest bit, may be anything, unless words call them a code; masks end in zeros.
  if (label === null && (value < 0x10000 || value >>> 8 === 0x800000)) return null;
  if ((value & 0xffff) === 0 || (value < 0x10000 && inEnumeration(text, range))) return null;
  const isCode = label !== null || (looksLikeFailure(value) && hasKnownFacility(value) && !isConstant(text, range));
  return { ...range, value, kinds: kindsOf(value), onlyIfKnown: value < 0x80000000 || !isCode };
}

/** Whether it stands as in a program or its tables: given to a name or a function, or beside other numbers of that kind. */
const isConstant = (text: string, { start, end }: Range): boolean =>
  /(?:0x[0-9a-f]{2,16}[\s,;[\]{}]{1,8}|#define\s{1,4}\w{1,60}\s{1,40}\(?|\w[()]|[\w"'\])][ \t]{0,3}=[=>]{0,2}[ \t]{0,3}["'(]{0,2})$/i.test(
    text.slice(Math.max(0, start - 120), start),
  ) || /^[\s,;[\]{}]{1,8}0x[0-9a-f]{2}/i.test(text.slice(end, end + 16));

/** Whether constants follow one another: `Success = 0x0, Error = 0x2`. */
const inEnumeration = (text: string, { start, end }: Range): boolean =>
  /=\s{0,4}0x[0-9a-f]{1,8}\s?,\s{1,40}[\w.]{1,60}\s{0,40}=\s{0,4}$/i.test(
    text.slice(Math.max(0, start - 160), start),
  ) || /^\s?,\s{1,40}[\w.]{1,60}\s{0,40}=\s{0,4}0x/i.test(text.slice(end, end + 160));

function bareHexCode(text: string, start: number, digits: string): WrittenCode | null {
  const range = { start, end: start + digits.length };
  const next = text[range.end];
  if (next === '-' || (next === '.' && /\d/.test(text[range.end + 1] ?? ''))) return null;
  const label = labelBefore(text, start);
  if (label === 'other' || (label === null && !inParentheses(text, range.start, range.end))) return null;
  if (digits.length !== 8) return label ? malformed(range, digits) : null;
  const value = Number.parseInt(digits, 16);
  // Eight decimal digits are a plain number as well.
  const certain = label === 'code' || (label === 'likely' && /[a-f]/i.test(digits));
  return { ...range, value, kinds: kindsOf(value), onlyIfKnown: !certain || !looksLikeFailure(value) };
}

function malformed(range: Range, digits: string): WrittenCode | null {
  if (digits.endsWith('0000')) return null;
  if (digits.length === 7 && SHORT.test(digits)) return { ...range, malformed: 'short' };
  if (digits.length === 9 && LONG.test(digits)) return { ...range, malformed: 'long' };
  return null;
}

/** `(80070425)`, or the second number of `(2147943461, 80070425)`. */
const inParentheses = (text: string, start: number, end: number): boolean =>
  text[end] === ')' && /\((?:-?\d{9,10},\s?)?$/.test(text.slice(Math.max(0, start - 14), start));

const DECIMAL = /-\d{9,10}|[1-4]\d{9}/g;

/** Codes as signed or unsigned decimals. Only the number itself proves them, so each is worth an answer only if known. */
export function findDecimalCodes(text: string): WrittenCode[] {
  const found: WrittenCode[] = [];
  const fields = text.indexOf('#Fields:');
  for (const { index, 0: written } of text.matchAll(DECIMAL)) {
    const end = index + written.length;
    const number = Number(written);
    if (number < -0x80000000 || number > 0xffffffff) continue;
    const value = number >>> 0;
    if (!couldBeCode(value) || !standsAlone(text, index, end) || /[,:/-]/.test(text[index - 1] ?? '')) continue;
    if (/^[:/-]|^[.,]\d/.test(text.slice(end, end + 2)) || isLogColumn(text, index, end, fields)) continue;
    found.push({ start: index, end, value, kinds: kindsOf(value), onlyIfKnown: true });
  }
  return found;
}

/** Beginnings of the values that codes have; it spares a look-up for every time stamp and telephone number. */
const couldBeCode = (value: number): boolean =>
  (looksLikeFailure(value) && value > 0x80000002) || [0x4000, 0x406d, 0xd000, 0xe043, 0xe06d].includes(value >>> 16);

const DATED_ROW = /^[\s>#;*|'"`/]{0,12}\d{4}-\d\d-\d\d[ \t]\d\d:\d\d:\d\d[ \t]/;
const STATUS_BEFORE = /[ \t][1-5]\d\d[ \t]\d{1,4}[ \t]$/;
const MANY_COLUMNS = /^(?:\S{1,4000}[ \t]){8}/;

/**
 * Whether a number is a column of a W3C log, which is explained by its field: a word of its own in a row of many
 * columns below a `#Fields:` line, or behind the two numbers of an HTTP status in a row that begins with date and time.
 *
 * @param fields where the first `#Fields:` line begins, -1 where there is none
 */
function isLogColumn(text: string, start: number, end: number, fields: number): boolean {
  if (!/[ \t]/.test(text[start - 1] ?? '') || !/\s|^$/.test(text[end] ?? '')) return false;
  const behindStatus = STATUS_BEFORE.test(text.slice(Math.max(0, start - 12), start));
  const belowFields = fields >= 0 && fields < start;
  if (!belowFields && !behindStatus) return false;
  const row = text.slice(lineAt(text, start).start, start);
  return belowFields ? behindStatus || MANY_COLUMNS.test(row) : DATED_ROW.test(row);
}

/** Whether no letter, digit or dot makes the number a part of something else. */
export function standsAlone(text: string, start: number, end: number): boolean {
  if (/\w/.test(text[end] ?? '')) return false;
  if (!/[\w.]/.test(text[start - 1] ?? '')) return true;
  // JSON escapes the quotes around it: \u00270x80070005\u0027
  return /\\u00[0-9a-f]{2}$/i.test(text.slice(Math.max(0, start - 6), start));
}
