import type { Faults } from './faults';

export const LESS = 0x3c;
export const GREATER = 0x3e;
export const SLASH = 0x2f;
export const EQUAL = 0x3d;
export const DOUBLE_QUOTE = 0x22;
export const SINGLE_QUOTE = 0x27;
export const AMPERSAND = 0x26;
const LINE_FEED = 0x0a;
const RETURN = 0x0d;
const FIRST_SURROGATE = 0xd800;
const FIRST_LOW_SURROGATE = 0xdc00;
const LAST_SURROGATE = 0xdfff;

export const isBlank = (unit: number): boolean =>
  unit === 0x20 || unit === LINE_FEED || unit === RETURN || unit === 0x09;

export const isLineBreak = (unit: number): boolean => unit === LINE_FEED || unit === RETURN;

export const isQuote = (unit: number): boolean => unit === DOUBLE_QUOTE || unit === SINGLE_QUOTE;

/** From a place past all blanks. */
export function skipBlanks(text: string, at: number): number {
  while (at < text.length && isBlank(text.charCodeAt(at))) at++;
  return at;
}

/** The number of blanks before a place on its line, or -1 when something else stands there. */
export function columnIfFirst(text: string, offset: number): number {
  let at = offset;
  while (at > 0) {
    const unit = text.charCodeAt(at - 1);
    if (isLineBreak(unit)) break;
    if (!isBlank(unit)) return -1;
    at--;
  }
  return offset - at;
}

const isNameStartAscii = (unit: number): boolean =>
  (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a) || unit === 0x5f || unit === 0x3a;

const WIDE_START =
  '\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C\u200D\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\u{10000}-\u{EFFFF}';
const WIDE_NAME_START = new RegExp(`[${WIDE_START}]`, 'uy');
const WIDE_NAME = new RegExp(`[${WIDE_START}\u00B7\u0300-\u036F\u203F\u2040]`, 'uy');

/** Whether a name can begin here; the colon counts, as in XML itself. */
export function startsName(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit < 0x80 ? isNameStartAscii(unit) : matchEnd(WIDE_NAME_START, text, at) > 0;
}

/** From a place past all characters that a name can hold. */
export function nameEnd(text: string, at: number): number {
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) {
      if (!isNameStartAscii(unit) && !(unit >= 0x30 && unit <= 0x39) && unit !== 0x2d && unit !== 0x2e) break;
      at++;
    } else {
      const behind = matchEnd(WIDE_NAME, text, at);
      if (!behind) break;
      at = behind;
    }
  }
  return at;
}

/** Whether a name can stand as `prefix:local` or without a prefix. */
export function isQualified(name: string): boolean {
  const colon = name.indexOf(':');
  return colon < 0 || (colon > 0 && colon < name.length - 1 && !name.includes(':', colon + 1));
}

/** Whether XML allows no such character here: control characters, halves of a pair, U+FFFE and U+FFFF. */
export function isForbidden(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit < 0x20) return !isBlank(unit);
  if (unit > LAST_SURROGATE) return unit >= 0xfffe;
  return unit >= FIRST_SURROGATE && (isLowSurrogate(unit) || !isLowSurrogate(text.charCodeAt(at + 1)));
}

const isLowSurrogate = (unit: number): boolean => unit >= FIRST_LOW_SURROGATE && unit <= LAST_SURROGATE;

const REFERENCE = /&(?:#x([0-9A-Fa-f]{1,64})|#([0-9]{1,64})|(#?[-.:\w\u0080-\uFFFF]{1,256}));/y;
const PREDEFINED = /^(?:amp|lt|gt|quot|apos)$/;

/** What can be wrong in a stretch of characters, beside the characters that are forbidden everywhere. */
export type Within = 'value' | 'text' | 'raw';

/** Reports forbidden characters, and in values and text also what is wrong with an `&` or a `]]>`. */
export function checkCharacters(text: string, start: number, end: number, within: Within, faults: Faults): void {
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit > GREATER ? unit < FIRST_SURROGATE : unit >= 0x20 && unit !== AMPERSAND && unit !== GREATER) continue;
    if (unit === AMPERSAND) {
      if (within !== 'raw') checkReference(text, at, faults);
    } else if (unit === GREATER) {
      if (within === 'text' && at >= start + 2 && text.startsWith(']]', at - 2))
        faults.add('cdata-end-in-text', at - 2, at + 1, at);
    } else if (isForbidden(text, at)) addForbidden(text, at, faults);
    else if (unit >= FIRST_SURROGATE && unit <= LAST_SURROGATE) at++;
  }
}

function addForbidden(text: string, at: number, faults: Faults): void {
  const code = text.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0');
  faults.add('forbidden-character', at, at + 1, at, `U+${code}`);
}

function checkReference(text: string, at: number, faults: Faults): void {
  REFERENCE.lastIndex = at;
  const match = REFERENCE.exec(text);
  if (!match) {
    faults.add('bare-ampersand', at, at + 1, at);
    return;
  }
  const [whole, hex, decimal, name] = match;
  const end = at + whole.length;
  if (name !== undefined) {
    if (!PREDEFINED.test(name))
      faults.add(name.startsWith('#') ? 'bad-character-number' : 'unknown-entity', at, end, end - 1, whole);
  } else if (!isCharacter(hex !== undefined ? Number.parseInt(hex, 16) : Number(decimal)))
    faults.add('bad-character-number', at, end, end - 1, whole);
}

const isCharacter = (code: number): boolean =>
  code >= 0x20
    ? code < FIRST_SURROGATE || (code > LAST_SURROGATE && code <= 0x10ffff && code !== 0xfffe && code !== 0xffff)
    : isBlank(code);

/** Where a sticky pattern that fits here ends, else 0. */
export function matchEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : 0;
}
