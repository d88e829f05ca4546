import { lineAt } from '../text/lines';
import type { Range } from '../text/range';
import { recordOf, trimmed } from './cells';
import type { Field } from './fieldNames';
import { plainName } from './plainName';
import type { Taken } from './found';
import { NO_DATA, type LogRecord } from './record';

/** Where an agent's line can be told from others: a literal for a quick look, and what finds it. */
interface Agent {
  readonly literal: string;
  readonly hint: RegExp;
  readonly read: (text: string, line: Range, at: number) => LogRecord | null;
}

/** Event records in syslog lines, as the agents on Windows write them. */
export function syslogRecords(text: string, taken: Taken): LogRecord[] {
  const records: LogRecord[] = [];
  for (const { literal, hint, read } of AGENTS) {
    if (!text.includes(literal)) continue;
    let from = 0;
    hint.lastIndex = 0;
    for (let match = hint.exec(text); match; match = hint.exec(text)) {
      if (match.index < from || taken(match.index)) continue;
      const line = lineAt(text, match.index);
      const record = read(text, line, match.index);
      if (record) records.push(record);
      from = line.end;
    }
  }
  return records.sort((a, b) => a.start - b.start);
}

/**
 * Snare, and NXLog in its form: `MSWinEventLog`, criticality, log, counter, time, id, source, user, kind of SID, level,
 * computer, category, data, message, counter; between them tabs, which syslog servers write as `#011`.
 */
const SNARE: readonly (Field | null)[] = [
  ...(['other', 'other', 'log', 'record', 'time', 'id', 'provider', 'user', 'other'] as const),
  ...(['type', 'computer', 'category'] as const),
];
const SNARE_SEPARATOR = /\t|#011|\\t/g;

function readSnare(text: string, line: Range, at: number): LogRecord | null {
  const cells = new Map<Field, Range>();
  const written = text.slice(at, line.end);
  let start = 0;
  let column = 0;
  SNARE_SEPARATOR.lastIndex = 0;
  while (column < SNARE.length) {
    const separator = SNARE_SEPARATOR.exec(written);
    const field = SNARE[column];
    const end = separator?.index ?? written.length;
    if (field && field !== 'other') cells.set(field, trimmed(text, { start: at + start, end: at + end }));
    if (!separator) break;
    start = end + separator[0].length;
    column++;
  }
  const rest = written
    .slice(start)
    .trimEnd()
    .replace(/(?:\t|#011|\\t)\d{0,12}$/, '');
  const lead = /^(?:#011|\\t|\s)*/.exec(rest)?.[0].length ?? 0;
  if (column === SNARE.length)
    cells.set('message', trimmed(text, { start: at + start + lead, end: at + start + rest.length }));
  return lineRecord(text, line, cells);
}

/** EventReporter: `EvntSLog: [ERR] Thu Feb 15 14:00:58 2001: FMSRV/Wins (4102) - "…"`. */
const REPORTER =
  /EvntSLog:?\s{0,4}(?:\d{1,5}:\s?)?\[(?<type>[A-Z]{3})\]\s(?<time>[^/]{8,40}):\s(?<computer>[^/\s]{1,64})\/(?<provider>[^()]{1,80})\s\((?<id>\d{1,10})\)\s?-?\s?(?<message>.*)/d;

/** Syslog of RFC 5424 with structured data, as NXLog writes it: `[NXLOG@14506 EventID="10016" … param1="…"] message`. */
const STRUCTURED =
  /^(?:.{0,40}<\d{1,3}>)?\d\s(?<time>\S{10,40})\s(?<computer>\S{1,255})\s(?<provider>\S{1,80})\s\S{1,80}\s\S{1,80}\s(?=\[)/d;
const PARAMETER = /\s([\w.@-]{1,60})="((?:[^"\\\]]|\\.){0,4000})"/g;

function readStructured(text: string, line: Range): LogRecord | null {
  const written = text.slice(line.start, line.end);
  const head = STRUCTURED.exec(written);
  if (!head) return null;
  const cells = cellsOfGroups(line.start, head);
  const data = new Map<string, string>();
  PARAMETER.lastIndex = head[0].length;
  let end = head[0].length;
  for (let one = PARAMETER.exec(written); one; one = PARAMETER.exec(written)) {
    const [whole, name = '', value = ''] = one;
    const start = line.start + one.index + whole.length - 1 - value.length;
    const field = STRUCTURED_FIELDS[plainName(name)];
    if (field) cells.set(field, { start, end: start + value.length });
    else data.set(name, value.replace(/\\(["\\\]])/g, '$1'));
    end = PARAMETER.lastIndex;
  }
  const close = written.indexOf(']', end);
  if (close >= 0) cells.set('message', trimmed(text, { start: line.start + close + 1, end: line.end }));
  return lineRecord(text, line, cells, data);
}

const STRUCTURED_FIELDS: Readonly<Record<string, Field>> = {
  eventid: 'id',
  sourcename: 'provider',
  providername: 'provider',
  eventtype: 'type',
  channel: 'log',
};

/** Syslog of RFC 3164 with the id behind the source, or the log before both: `DCOM: 10016: user: …`, `System: 10016: DCOM: …`. */
const TAGGED =
  /^(?:<\d{1,3}>)?[ \t]?(?:[A-Z][a-z]{2}\s{1,2}\d{1,2}\s(?:\d{4}\s)?\d\d:\d\d:\d\d|\d{4}-\d\d-\d\dT[\d:.]{8,20}\S{0,6})\s[^\s:]{1,255}\s(?=[^:\n]{1,60}:\s\d{1,5}:\s)/gm;
const TAG =
  /^(?<lead>(?:<\d{1,3}>)?[ \t]?)(?<time>\S+(?:\s{1,2}\d{1,2}\s(?:\d{4}\s)?[\d:]{8})?)\s(?<computer>[^\s:]{1,255})\s(?<provider>[^:]{1,60}):\s(?<id>\d{1,5}):\s(?:(?<second>[^:\s][^:]{0,60}):\s)?(?<message>.*)/d;
const LOGS = /^(?:System|Application|Security|Setup|ForwardedEvents)$/i;

function readTagged(text: string, line: Range): LogRecord | null {
  const match = TAG.exec(text.slice(line.start, line.end));
  if (!match?.indices?.groups) return null;
  const cells = cellsOfGroups(line.start, match);
  const { second } = match.indices.groups;
  const message = cells.get('message');
  if (second && LOGS.test(match.groups?.provider ?? ''))
    cells.set('provider', { start: line.start + second[0], end: line.start + second[1] });
  else if (second && message && !/\\|^N\/A$/.test(match.groups?.second ?? ''))
    // It is no user, so it is already a part of the message.
    cells.set('message', { start: line.start + second[0], end: message.end });
  return lineRecord(text, line, cells);
}

/** The agent of CloudWatch: `[System] [Error] [7031] [Service Control Manager] [WEB01] [The …]`. */
const BRACKETS = /^[^\n[]{0,60}\[[\w /-]{3,80}\] \[[A-Z]\w{3,12}\] \[\d{1,5}\] \[/gm;
const BRACKETED =
  /\[[\w /-]{3,80}\] \[(?<type>\w{4,13})\] \[(?<id>\d{1,5})\] \[(?<provider>[^\]]{1,100})\] \[(?<computer>[^\]]{1,255})\] \[?(?<message>.*?)\]?$/d;

/** OSSEC and Wazuh: log, level with id, source, user, domain, computer and message, parted by colons. */
const OSSEC =
  /(?:(?<time>\d{4} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d) )?WinEvtLog: [^:]{1,100}: (?<type>[A-Z_]{4,16})\((?<id>\d{1,10}|0x[\dA-Fa-f]{1,8})\): (?<provider>[^:]{1,100}): [^:]{0,120}: [^:]{0,120}: (?<computer>[^:]{0,255}): (?<message>.*)/d;

const AGENTS: readonly Agent[] = [
  { literal: 'WinEvtLog: ', hint: /WinEvtLog: /g, read: (text, line) => readGroups(text, line, OSSEC) },
  { literal: 'MSWinEventLog', hint: /MSWinEventLog/g, read: readSnare },
  { literal: 'EvntSLog', hint: /EvntSLog/g, read: (text, line) => readGroups(text, line, REPORTER) },
  { literal: '] [', hint: BRACKETS, read: (text, line) => readGroups(text, line, BRACKETED) },
  { literal: 'EventID="', hint: / EventID="/g, read: readStructured },
  { literal: ': ', hint: TAGGED, read: readTagged },
];

function readGroups(text: string, line: Range, pattern: RegExp): LogRecord | null {
  const match = pattern.exec(text.slice(line.start, line.end).trimEnd());
  return match && lineRecord(text, line, cellsOfGroups(line.start, match));
}

const GROUPS: readonly Field[] = ['id', 'provider', 'message', 'time', 'type', 'computer'];

/** The named groups of a match as cells; groups are called like the fields. */
function cellsOfGroups(lineStart: number, { indices }: RegExpExecArray): Map<Field, Range> {
  const cells = new Map<Field, Range>();
  for (const field of GROUPS) {
    const range = indices?.groups?.[field];
    if (range) cells.set(field, { start: lineStart + range[0], end: lineStart + range[1] });
  }
  return cells;
}

/** Agents write underscores for the blanks of a source's name. */
function lineRecord(
  text: string,
  line: Range,
  cells: ReadonlyMap<Field, Range>,
  data: ReadonlyMap<string, string> = NO_DATA,
): LogRecord | null {
  const record = recordOf(text, cells, { ...line, spans: [line], data });
  return record && { ...record, provider: record.provider?.replace(/_/g, ' ') ?? null };
}
