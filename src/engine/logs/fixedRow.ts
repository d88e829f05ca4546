import { makeLayout, type FieldLayout } from './fieldLayout';

/**
 * Rows of the two formats of IIS whose fields are fixed, so that no header names them. After Microsoft's pages "IIS
 * Logging" and "NCSA Logging" of the HTTP Server API.
 */

const words = (list: string): readonly string[] => list.split(' ');

/** `LogFormat=IIS`: every field is followed by a comma; date and time are those of the server's own zone. */
const IIS = makeLayout(
  'web',
  words(
    'c-ip cs-username date-local time-local s-sitename s-computername s-ip time-taken cs-bytes sc-bytes sc-status sc-win32-status cs-method cs-uri-stem cs-uri-query',
  ),
);

/** `LogFormat=NCSA`: the common format of many web servers; time and request are cells with blanks in them. */
const COMMON_FIELDS = 'c-ip ncsa-logname cs-username ncsa-time cs-method ncsa-uri cs-version sc-status sc-bytes';
const COMMON = makeLayout('common', words(COMMON_FIELDS));
/** The same with more fields behind it, as Apache and nginx write it and IIS never does. */
const COMBINED = makeLayout('combined', words(`${COMMON_FIELDS} cs(Referer) cs(User-Agent)`));

const ADDRESS = '[\\dA-Fa-f.:]{2,45}(?:%\\w{1,8})?';

/** An address, the user, date and time of any land, and a service of IIS with the number of its site. */
const IIS_ROW = new RegExp(
  `${ADDRESS}, {0,4}[^,\\r\\n]{1,120}, {0,4}\\d{1,4}[./-]\\d{1,2}[./-]\\d{2,4}, {0,4}\\d{1,2}:\\d\\d:\\d\\d, {0,4}[A-Za-z\\d]{0,8}SVC\\d{0,10},`,
  'y',
);
const COMMON_ROW = new RegExp(
  [
    `(${ADDRESS}) (\\S{1,80}) (\\S{1,120}(?: [^\\s[]{1,60}){0,3}?) `,
    '\\[(\\d\\d/[A-Z][a-z]{2}/\\d{4}:\\d\\d:\\d\\d:\\d\\d [+-]\\d{4})\\] ',
    '"(?:([A-Z][A-Z_-]{1,30}) ([^\\r\\n"]*?)(?: (HTTP/\\d(?:\\.\\d)?))?|[^\\r\\n"]*)" ',
    '(\\d{3}) (\\d{1,15}|-)(?=[ \\t\\r\\n]|$)(?: "([^"\\r\\n]*)" "([^"\\r\\n]*)")?',
  ].join(''),
  'dy',
);

/** Whether an address of IPv6 may begin here, whose first digit is a letter. */
export const mayBeginAddress = (text: string, start: number): boolean => {
  HEXTET.lastIndex = start;
  return HEXTET.test(text);
};
const HEXTET = /[a-f][\da-f]{0,3}:[\da-f:]/iy;

/**
 * Reads a row of a fixed format.
 *
 * @param places receives start and end of each value in turn; a value that the row lacks is empty
 * @returns its layout; null where the line is no such row
 */
export function fixedRow(text: string, start: number, end: number, places: number[]): FieldLayout | null {
  IIS_ROW.lastIndex = start;
  if (IIS_ROW.test(text)) return readIisRow(text, start, end, places) ? IIS : null;
  COMMON_ROW.lastIndex = start;
  const match = COMMON_ROW.exec(text);
  if (!match?.indices || COMMON_ROW.lastIndex > end) return null;
  for (const [i] of COMBINED.fields.entries())
    [places[i * 2], places[i * 2 + 1]] = match.indices[i + 1] ?? [start, start];
  return text.slice(match.indices[COMMON.fields.length]?.[1], end).trim() === '' ? COMMON : COMBINED;
}

/** Reads to the comma behind each value; the last one, the query, may have commas in it. */
function readIisRow(text: string, start: number, end: number, places: number[]): boolean {
  const last = IIS.fields.length - 1;
  let at = start;
  for (let i = 0; i <= last; i++) {
    if (at > end) return false;
    while (at < end && text.charCodeAt(at) === BLANK) at++;
    const comma = i === last ? text.lastIndexOf(',', end - 1) : text.indexOf(',', at);
    const stop = comma < at || comma > end ? end : comma;
    places[i * 2] = at;
    places[i * 2 + 1] = stop;
    at = stop + 1;
  }
  const status = IIS.column('sc-status');
  return /^\d{1,5}$/.test(text.slice(places[status * 2], places[status * 2 + 1]));
}

const BLANK = 32;
