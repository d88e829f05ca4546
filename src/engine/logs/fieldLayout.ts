import type { Range } from '../text/range';

/** What the rows of a log of fields are about. Other programs use the same format; those logs are none of ours. */
export type FieldLogKind =
  | 'web'
  | 'httperr'
  | 'ftp'
  /** The NCSA common format, by IIS or another server. */
  | 'common'
  /** The common format with more fields, by another server. */
  | 'combined';

/** The columns of a log of fields, as its `#Fields:` line or the shape of its rows tells them. */
export interface FieldLayout {
  readonly kind: FieldLogKind;
  /** Names as written, in order. */
  readonly fields: readonly string[];
  /** The columns are separated by single tabs, so that a value may hold blanks; else by runs of blanks. */
  readonly tabs: boolean;
  /** The column of a field by its lower-case name; -1 where the log has none. */
  readonly column: (field: string) => number;
  /** The day that the last `#Date:` line told: the rows of old logs have only the time of day. */
  readonly day?: string | undefined;
}

/** A `#Fields:` line, also behind the comment signs or quotes of a paste. */
const HEADER = /^(?<lead>[ \t>#;*|'"`/]{0,12}#[ \t]?Fields:)[ \t]*(?<names>[^\r\n]*)/i;

/** Whether a line is a `#Fields:` line, of whatever log. */
export const isHeader = (line: string): boolean => HEADER.test(line);

/** The names of a `#Fields:` line, with their places in the line. */
export function headerNames(line: string): readonly (Range & { readonly name: string })[] {
  const groups = HEADER.exec(line)?.groups;
  if (!groups) return [];
  // Documentation puts remarks behind the values: `// the fields`.
  const names = (groups.names ?? '').replace(/\s\/\/[^\n]*$/, '').replace(/["'`]\s*$/, '');
  const start = line.length - (groups.names ?? '').length;
  return [...names.matchAll(/\S+/g)].map(({ index, 0: name }) => ({
    start: start + index,
    end: start + index + name.length,
    name,
  }));
}

/** The layout that a `#Fields:` line announces; null where it is the log of something else. */
export function layoutOfHeader(line: string): FieldLayout | null {
  const names = headerNames(line).map(({ name }) => name);
  const kind = kindOf(new Set(names.map((name) => name.toLowerCase())));
  return kind && makeLayout(kind, names, /\S\t+\S+\t/.test(line.slice(line.indexOf(':') + 1)));
}

export function makeLayout(kind: FieldLogKind, fields: readonly string[], tabs = false): FieldLayout {
  const columns = new Map<string, number>();
  fields.forEach((field, i) => {
    const name = field.toLowerCase();
    if (!columns.has(name)) columns.set(name, i);
  });
  return { kind, fields, tabs, column: (field) => columns.get(field) ?? -1 };
}

/** Fields that only logs of IIS and HTTP.sys have, and those that only others have. */
function kindOf(names: ReadonlySet<string>): FieldLogKind | null {
  const has = (...some: string[]): boolean => some.some((name) => names.has(name));
  if ([...names].some((name) => name.startsWith('x-edge-'))) return null;
  if (has('s-reason')) return 'httperr';
  if (has('x-session', 'x-fullpath', 'x-debug')) return 'ftp';
  if (!has('sc-status', 'sc-win32-status')) return null;
  return has('cs-uri-stem', 'cs-uri', 'cs-method', 'sc-substatus', 's-sitename') ? 'web' : null;
}

const words = (list: string): readonly string[] => list.split(' ');

/** The columns of an HTTP.sys error log; `streamid`, `streamid_ex` and `transport` came with newer systems. */
export const HTTPERR_FIELDS = words(
  'date time c-ip c-port s-ip s-port cs-version cs-method cs-uri streamid streamid_ex sc-status s-siteid s-reason s-queuename transport',
);

const httperr = makeLayout('httperr', HTTPERR_FIELDS);

/** What IIS writes when nobody chose the fields: IIS 8 and later, IIS 7, IIS 6; and when somebody chose all of them. */
const DEFAULTS: readonly FieldLayout[] = [
  'date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) cs(Referer) sc-status sc-substatus sc-win32-status time-taken',
  'date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) sc-status sc-substatus sc-win32-status time-taken',
  'date time s-sitename s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) sc-status sc-substatus sc-win32-status',
  'date time s-sitename s-computername s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs-version cs(User-Agent) cs(Cookie) cs(Referer) cs-host sc-status sc-substatus sc-win32-status sc-bytes cs-bytes time-taken',
].map((fields) => makeLayout('web', words(fields)));

const DATE = /^\d{4}-\d\d-\d\d$/;
const TIME = /^\d\d:\d\d:\d\d(?:\.\d{1,7})?$/;
const METHOD = /^[A-Z][A-Z_-]{1,30}$/;
const ADDRESS = /^(?:\d{1,3}(?:\.\d{1,3}){3}|(?=[^:]{0,4}:)[\dA-Fa-f:.]+(?:%\w+)?|-)$/;
const NUMBER = /^(?:\d{1,10}|-)$/;
const STATUS = /^(?:\d{1,3}|-)$/;
const REASON = /^[A-Z][A-Za-z/]*(?:_[A-Za-z/]+)*$/;
const VERSION = /^(?:HTTP\/[\d.?]{1,8}|-)$/;

/**
 * Where the values of a row belong: for each field of the layout the position of its value in the row, -1 where the
 * row has none; `inOrder` where every value stands under its own field.
 */
export type Alignment = 'inOrder' | readonly number[];

/** The layout that the values of a row without a header show by their shape; null where it is no row of ours. */
export function layoutOfRow(values: readonly string[]): { layout: FieldLayout; alignment: Alignment } | null {
  if (!DATE.test(values[0] ?? '') || !TIME.test(values[1] ?? '')) return null;
  const alignment = alignHttperr(values);
  if (alignment) return { layout: httperr, alignment };
  const layout = DEFAULTS.find(
    ({ fields, column }) =>
      fields.length === values.length &&
      fields.every((field, i) => shapeOf(field).test(values[i] ?? '')) &&
      (values[column('cs-uri-stem')] ?? '').startsWith('/'),
  );
  return layout ? { layout, alignment: 'inOrder' } : null;
}

const ANYTHING = /^/;

/** What a value of a field looks like in a row that no header vouches for. */
function shapeOf(field: string): RegExp {
  if (field === 'cs-method') return METHOD;
  if (field === 's-ip' || field === 'c-ip') return ADDRESS;
  if (field === 'sc-status') return STATUS;
  return /^(?:s-port|sc-substatus|sc-win32-status|[sc][sc]-bytes|time-taken)$/.test(field) ? NUMBER : ANYTHING;
}

/**
 * Puts the values of a row under the fields of its log; null where it is no row. One with too many values has a blank
 * within a URL or a user agent: it is read from both ends. One with too few was cut off, or its date was masked: it is
 * read from the end that fits.
 */
export function align(values: readonly string[], layout: FieldLayout): Alignment | null {
  const { fields, kind, column } = layout;
  if (values.length === fields.length && fits(values, 0, layout)) return 'inOrder';
  if (kind === 'httperr') {
    const alignment = alignHttperr(values);
    return alignment && fields.map((field) => alignment[httperr.column(field.toLowerCase())] ?? -1);
  }
  const surplus = values.length - fields.length;
  if (surplus > 0) {
    const free = Math.max(column('cs-uri-stem'), column('cs-uri-query'), column('cs(user-agent)'));
    if (free < 0 || !startsLikeRow(values, layout) || !fits(values, surplus, layout)) return null;
    const stem = column('cs-uri-stem');
    return fields.map((_, i) => (i < stem ? i : i > free ? i + surplus : -1));
  }
  if (values.length < 4) return null;
  if (surplus > -4 && column('sc-status') + surplus > 0 && fits(values, surplus, layout))
    return fields.map((_, i) => Math.max(-1, i + surplus));
  return startsLikeRow(values, layout) ? fields.map((_, i) => (i < values.length ? i : -1)) : null;
}

/** Whether the columns of the status hold numbers, when the values are `shift` places further right than the fields. */
function fits(values: readonly string[], shift: number, layout: FieldLayout): boolean {
  const { column } = layout;
  const status = column('sc-status');
  if (status < 0) return startsLikeRow(values, layout);
  const substatus = column('sc-substatus');
  const win32 = column('sc-win32-status');
  return (
    STATUS.test(values[status + shift] ?? '') &&
    (substatus < 0 || NUMBER.test(values[substatus + shift] ?? '')) &&
    (win32 < 0 || NUMBER.test(values[win32 + shift] ?? ''))
  );
}

function startsLikeRow(values: readonly string[], { column }: FieldLayout): boolean {
  const date = column('date');
  const time = column('time');
  if (date < 0 && time < 0) return false;
  return (date < 0 || DATE.test(values[date] ?? '')) && (time < 0 || TIME.test(values[time] ?? ''));
}

/**
 * A row of an HTTP.sys error log, for the fields of {@link HTTPERR_FIELDS}: seven fixed columns, and from the right
 * the reason with the status and the site before it. Between them stand the URL and the stream ids of newer systems.
 */
function alignHttperr(values: readonly string[]): readonly number[] | null {
  const at = (i: number): string => values[i] ?? '';
  if (values.length < 12 || !VERSION.test(at(6)) || !NUMBER.test(at(3)) || !NUMBER.test(at(5))) return null;
  const last = values.length - 1;
  const reason = [last - 1, last, last - 2].find(
    (i) => i >= 11 && REASON.test(at(i)) && NUMBER.test(at(i - 1)) && STATUS.test(at(i - 2)),
  );
  if (reason === undefined) return null;
  const status = reason - 2;
  let streams = status;
  while (streams > 9 && streams > status - 2 && NUMBER.test(at(streams - 1))) streams--;
  const orNone = (i: number, end: number): number => (i < end ? i : -1);
  return [
    ...[0, 1, 2, 3, 4, 5, 6, 7, 8],
    orNone(streams, status),
    orNone(streams + 1, status),
    ...[status, status + 1, reason],
    orNone(reason + 1, values.length),
    orNone(reason + 2, values.length),
  ];
}
