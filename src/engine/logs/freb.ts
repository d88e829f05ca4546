import type { Range } from '../text/range';
import { parseXml } from '../xml/parse';
import { attribute, child, localName, type XmlElement } from '../xml/tree';

/** The module that set the status of a failed request. */
export interface SetStatus {
  readonly module: string;
  /** Name of the notification that it ran in: `MAP_REQUEST_HANDLER`; null where the trace names none that we know. */
  readonly notification: string | null;
  readonly status: number;
  readonly substatus: number;
  /** HRESULT or Win32 code, unsigned; 0 where there is none. */
  readonly code: number;
  /** What IIS says about the configuration; empty where that is not the trouble. */
  readonly configuration: string;
}

/** A trace of one request, as failed request tracing writes it. */
export interface FailedRequest extends Range {
  /** The start tag of `failedRequest`. */
  readonly tag: Range;
  readonly status: number;
  readonly substatus?: number;
  /** `STATUS_CODE`, `TIME_TAKEN` …, as written. */
  readonly reason: string;
  /** Milliseconds; null where the trace does not say. */
  readonly timeTaken: number | null;
  /** The first module that set the final status; where none did, the last one that set any. */
  readonly setBy: SetStatus | null;
}

const BEGIN = /<failedRequest(?=[\s>])/g;
const END = '</failedRequest>';

/** The traces in a text; one that is cut off ends with the text. */
export function failedRequests(text: string): FailedRequest[] {
  return frebRanges(text).flatMap((range) => {
    const [root] = parseXml(text, range);
    const trace = root && readTrace(root);
    return trace ? [trace] : [];
  });
}

/** The providers whose events only traces hold; an event log has none of them. */
export const TRACE_PROVIDERS: ReadonlySet<string> = new Set(['WWW Server', 'ASPNET', 'ASP', 'ISAPI Extension']);

/** Where the traces of failed requests stand in a text: their events are no records of an event log. */
export function frebRanges(text: string): Range[] {
  const begins = [...text.matchAll(BEGIN)].map((match) => match.index);
  let close = -1;
  return begins.map((start, i) => {
    const limit = begins[i + 1] ?? text.length;
    // The end that was found for an earlier trace may be that of this one; it is not looked for again.
    if (close < start) close = text.indexOf(END, start);
    if (close < 0) close = text.length;
    return { start, end: close < limit ? close + END.length : limit };
  });
}

function readTrace(root: XmlElement): FailedRequest | null {
  const [, status, substatus] = /^(\d{3})(?:\.(\d{1,4}))?$/.exec(attribute(root, 'statusCode')?.trim() ?? '') ?? [];
  if (status === undefined) return null;
  const set = root.children.flatMap((event) => setStatus(event) ?? []);
  const [final, secondary] = [Number(status), substatus === undefined ? null : Number(substatus)];
  const fits = (one: SetStatus): boolean => one.status === final && (secondary === null || one.substatus === secondary);
  const setBy = set.find(fits) ?? set.findLast((one) => one.status === final) ?? set.at(-1) ?? null;
  // A trace writes no sub-status where it is 0; where the attribute has none, the event has it all the same.
  const known = secondary ?? (setBy?.status === final ? setBy.substatus : null);
  const time = Number.parseInt(attribute(root, 'timeTaken') ?? '', 10);
  return {
    start: root.start,
    end: root.end,
    tag: { start: root.start, end: root.content.start },
    status: final,
    ...(known !== null && { substatus: known }),
    reason: attribute(root, 'failureReason') ?? '',
    timeTaken: Number.isNaN(time) ? null : time,
    setBy,
  };
}

/** Notifications of the request pipeline by their numbers. */
const NOTIFICATIONS: ReadonlyMap<number, string> = new Map([
  [0x1, 'BEGIN_REQUEST'],
  [0x2, 'AUTHENTICATE_REQUEST'],
  [0x4, 'AUTHORIZE_REQUEST'],
  [0x8, 'RESOLVE_REQUEST_CACHE'],
  [0x10, 'MAP_REQUEST_HANDLER'],
  [0x20, 'ACQUIRE_REQUEST_STATE'],
  [0x40, 'PRE_EXECUTE_REQUEST_HANDLER'],
  [0x80, 'EXECUTE_REQUEST_HANDLER'],
  [0x100, 'RELEASE_REQUEST_STATE'],
  [0x200, 'UPDATE_REQUEST_CACHE'],
  [0x400, 'LOG_REQUEST'],
  [0x800, 'END_REQUEST'],
  [0x20000000, 'SEND_RESPONSE'],
  [0x40000000, 'READ_ENTITY'],
  [0x80000000, 'MAP_PATH'],
]);

function setStatus(event: XmlElement): SetStatus | null {
  const rendering = child(event, 'RenderingInfo');
  if (child(rendering, 'Opcode')?.text.trim() !== 'MODULE_SET_RESPONSE_ERROR_STATUS') return null;
  const data = new Map(child(event, 'EventData')?.children.map((one) => [attribute(one, 'Name'), one.text.trim()]));
  const number = (name: string): number => Number.parseInt(data.get(name) ?? '', 10) || 0;
  const words = rendering?.children.find(
    (one) => localName(one) === 'Description' && attribute(one, 'Data') === 'Notification',
  );
  return {
    module: data.get('ModuleName') ?? '',
    notification: nonEmpty(words?.text.trim()) ?? NOTIFICATIONS.get(number('Notification')) ?? null,
    status: number('HttpStatus'),
    substatus: number('HttpSubStatus'),
    code: number('ErrorCode') >>> 0,
    configuration: data.get('ConfigExceptionInfo') ?? '',
  };
}

const nonEmpty = (text: string | undefined): string | null => (text === undefined || text === '' ? null : text);
