const HYPHENS = '\\-\\u2010-\\u2015\\u2212';
const HEX = '[0-9A-Fa-f]';

/** 32 hexadecimal digits in their five groups; a hyphen between two groups may have been lost. */
const GROUPS = [8, 4, 4, 4, 12].map((length) => `${HEX}{${length}}`).join(`[${HYPHENS}]?`);

/** In braces, also escaped ones: copying may have lost hyphens or put blanks, line ends and soft hyphens in between. */
const BRACED = `\\\\?\\{\\s{0,4}(?:${HEX}[${HYPHENS}\\s\\u00AD\\u200B\\uFEFF]{0,12}){31}${HEX}\\s{0,4}\\\\?\\}`;

/** In braces as an address writes them. */
const ENCODED = `%7B${GROUPS}%7D`;

const SHAPE = new RegExp(`${BRACED}|${ENCODED}|(?<![0-9A-Za-z_${HYPHENS}])${GROUPS}(?![0-9A-Za-z_${HYPHENS}])`, 'gi');

/** A GUID as it stands in a text. */
export interface WrittenGuid {
  readonly start: number;
  readonly end: number;
  /** Upper case, with hyphens, without braces. */
  readonly guid: string;
}

/** Every GUID in a text: with braces or without, in any case, torn as above; a bare run of 32 digits is a hash, not a GUID. */
export function findGuids(text: string): WrittenGuid[] {
  const found: WrittenGuid[] = [];
  for (const { index, 0: written } of text.matchAll(SHAPE)) {
    const guid = normalGuid(written);
    const braced = /[{%]/.test(written);
    if (!guid || (!braced && hyphenCount(written) < 3)) continue;
    // Before a brace that is not escaped the other one, a backslash is the one of a path: `AppID\\{…}`.
    const ofPath = written.startsWith('\\') && !written.endsWith('\\}');
    found.push({ start: ofPath ? index + 1 : index, end: index + written.length, guid });
  }
  return found;
}

const NORMAL = /^\{?([0-9A-F]{8}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{12})\}?$/i;

/** A GUID in its normal form (upper case, hyphens, no braces), however it is written; null when it is none. */
export function normalGuid(written: string): string | null {
  const [, normal] = NORMAL.exec(written) ?? [];
  if (normal !== undefined) return normal.toUpperCase();
  const digits = written.replace(/%7[BD]|[^0-9A-Za-z]/gi, '').toUpperCase();
  if (!/^[0-9A-F]{32}$/.test(digits)) return null;
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

const hyphenCount = (written: string): number => written.match(new RegExp(`[${HYPHENS}]`, 'g'))?.length ?? 0;
