import type { Answer, NonEmpty } from '../knowledge/fact';
import type { Knowledge } from '../knowledge/knowledge';
import type { FieldLayout, FieldLogKind } from '../logs/fieldLayout';
import type { FieldLogReader } from '../logs/fieldLog';
import type { Range } from '../text/range';
import { fixedFields, statusAlone } from './fixedFields';
import { answersForRequest, type RequestStatus } from './requestStatus';

/** The commands of FTP and mail, whose logs have the same fields and statuses of their own. */
const NOT_HTTP =
  /^(?:\[\d+\].*|\w*Channel(?:Opened|Closed)|USER|PASS|ACCT|CWD|CDUP|QUIT|PORT|PASV|EPSV|EPRT|TYPE|RETR|STOR|APPE|DELE|RMD|MKD|PWD|LIST|NLST|SIZE|RN(?:FR|TO)|EHLO|HELO|MAIL|RCPT|DATA|BDAT|RSET|AUTH|STARTTLS|NOOP)$/i;
const OTHER_SERVICE = /^(?:MSFTP|FTP|SMTP|NNTP|POP3|IMAP)SVC/i;

/** The outcome that a row of a web log tells; null where it is the row of another service, or tells none. */
export function requestOf(values: readonly string[], { column }: FieldLayout): RequestStatus | null {
  const number = (field: string): number | undefined => {
    const value = values[column(field)] ?? '';
    return /^\d{1,10}$/.test(value) ? Number(value) : undefined;
  };
  const status = number('sc-status');
  if (status === undefined || status < 100) return null;
  if (NOT_HTTP.test(values[column('cs-method')] ?? '') || OTHER_SERVICE.test(values[column('s-sitename')] ?? ''))
    return null;
  const [substatus, win32] = [number('sc-substatus'), number('sc-win32-status')];
  return { status, ...(substatus !== undefined && { substatus }), ...(win32 !== undefined && { win32 }) };
}

export const STATUS_FIELDS = ['sc-status', 'sc-substatus', 'sc-win32-status'] as const;

/** The three numbers together where they stand side by side, else the status alone. */
export function statusPlace(reader: FieldLogReader, { column }: FieldLayout): Range | null {
  const first = reader.place(column('sc-status'));
  let place = first;
  for (const field of STATUS_FIELDS) {
    const next = reader.place(column(field));
    if (place && next && next.start - place.end <= SEPARATOR) place = { start: place.start, end: next.end };
  }
  return place;
}

/** The IIS format has a comma and a blank between its values. */
const SEPARATOR = 2;

/** SEC_E_NO_CREDENTIALS, as the log writes it. */
const NO_CREDENTIALS = 0x8009030e;

/** A 401 that only asks who is there: no error as long as an answer follows. */
export function isChallenge({ status, substatus = 0, win32 = 0 }: RequestStatus): boolean {
  if (status !== 401 || substatus > 2) return false;
  return win32 === 0 || win32 === NO_CREDENTIALS || (win32 === 5 && substatus !== 1);
}

/** The outcome of a challenge that nothing followed. */
export const UNANSWERED = 'then nothing';

/** What a row of a log tells. */
export interface RowMeaning {
  readonly request: RequestStatus | null;
  /** Only in HTTP.sys error logs. */
  readonly reason?: string | undefined;
  /** What came of an authentication challenge. */
  readonly outcome?: string | undefined;
  /** What log it stands in. */
  readonly kind: FieldLogKind;
}

/** What we know of a row's outcome; where it has a reason phrase, of that first. */
export async function answersForRow(
  { request, reason, outcome, kind }: RowMeaning,
  row: string,
  knowledge: Knowledge,
): Promise<NonEmpty<Answer> | null> {
  if (request && (kind === 'common' || kind === 'combined'))
    return [await statusAlone(request.status, kind, knowledge)];
  const status = request && (await answersForRequest(request, row, knowledge, { always: true, outcome }));
  if (reason === undefined) return status;
  const [first, ...rest] = knowledge.reason(reason).map(({ fact }) => fact);
  return first ? [first, ...rest, ...(status ?? [])] : null;
}

/** What we know of a field by its name, in any case. */
export function answersForField(field: string, knowledge: Knowledge): NonEmpty<Answer> | null {
  const [first = fixedFields.get(field), ...rest] = knowledge.field(field).map(({ fact }) => fact);
  return first ? [first, ...rest] : null;
}
