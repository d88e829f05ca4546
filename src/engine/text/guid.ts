import { dispatch, isWordUnit, scan, type Reader } from './scan';

const HYPHENS = '\\-\\u2010-\\u2015\\u2212';
const HEX = '[0-9A-Fa-f]';

/** 32 hexadecimal digits in their five groups; a hyphen between two groups may have been lost. */
const GROUPS = [8, 4, 4, 4, 12].map((length) => `${HEX}{${length}}`).join(`[${HYPHENS}]?`);

/** In braces, also escaped ones: copying may have lost hyphens or put blanks, line ends and soft hyphens in between. */
const BRACED = `\\\\?\\{\\s{0,4}(?:${HEX}[${HYPHENS}\\s\\u00AD\\u200B\\uFEFF]{0,12}){31}${HEX}\\s{0,4}\\\\?\\}`;

/** In braces as an address writes them. */
const ENCODED = `%7B${GROUPS}%7D`;

const IN_BRACES = new RegExp(`${BRACED}|${ENCODED}`, 'iy');
const BARE = new RegExp(`(?<![0-9A-Za-z_${HYPHENS}])${GROUPS}(?![0-9A-Za-z_${HYPHENS}])`, 'iy');

/** A GUID as it stands in a text. */
export interface WrittenGuid {
  readonly start: number;
  readonly end: number;
  /** Upper case, with hyphens, without braces. */
  readonly guid: string;
}

const DIGITS = '0123456789abcdef'.split('');

/** How GUIDs begin. */
export const GUID_BEGINNINGS = ['{', '%7', ...DIGITS.flatMap((a) => DIGITS.map((b) => a + b))];

/** Reads GUIDs: with braces or without, in any case, torn as above; a bare run of 32 digits is a hash, not a GUID. */
export class GuidReader implements Reader {
  readonly found: WrittenGuid[] = [];
  #end = 0;

  read(text: string, at: number): boolean {
    if (at < this.#end) return true;
    const bare = isWordUnit(text.charCodeAt(at));
    // Few words begin with so many digits.
    if (bare && !hasDigits(text, at, 8)) return false;
    const shape = bare ? BARE : IN_BRACES;
    // The backslash of an escaped brace belongs to what is written.
    const start = !bare && at > this.#end && text[at] === '{' && text[at - 1] === '\\' ? at - 1 : at;
    shape.lastIndex = start;
    if (!shape.test(text)) return true;
    const end = (this.#end = shape.lastIndex);
    const written = text.slice(start, end);
    const guid = normalGuid(written);
    if (!guid || (bare && hyphenCount(written) < 3)) return true;
    // Before a brace that is not escaped the other one, a backslash is the one of a path: `AppID\\{…}`.
    const ofPath = written.startsWith('\\') && !written.endsWith('\\}');
    this.found.push({ start: ofPath ? start + 1 : start, end, guid });
    return true;
  }
}

function hasDigits(text: string, at: number, count: number): boolean {
  for (let i = at; i < at + count; i++) {
    // Letters in either case; beyond the end of the text there is no digit.
    const unit = text.charCodeAt(i) | 0x20;
    if (!((unit >= 0x30 && unit <= 0x39) || (unit >= 0x61 && unit <= 0x66))) return false;
  }
  return true;
}

const onlyGuids = dispatch([GUID_BEGINNINGS]);

/** Every GUID in a text, see {@link GuidReader}. */
export function findGuids(text: string): readonly WrittenGuid[] {
  const reader = new GuidReader();
  scan(text, onlyGuids, [reader]);
  return reader.found;
}

const DIGIT_COUNT = 32;
const NORMAL = /^\{?([0-9A-F]{8}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{12})\}?$/i;

/** A GUID in its normal form (upper case, hyphens, no braces), however it is written; null when it is none. */
export function normalGuid(written: string): string | null {
  if (written.length < DIGIT_COUNT) return null;
  const [, normal] = NORMAL.exec(written) ?? [];
  if (normal !== undefined) return normal.toUpperCase();
  const digits = written.replace(/%7[BD]|[^0-9A-Za-z]/gi, '').toUpperCase();
  if (!/^[0-9A-F]{32}$/.test(digits)) return null;
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

const HYPHEN = new RegExp(`[${HYPHENS}]`, 'g');

const hyphenCount = (written: string): number => written.match(HYPHEN)?.length ?? 0;
