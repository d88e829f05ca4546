import { lineAt } from '../text/lines';
import type { Range } from '../text/range';
import { recordOf, trimmed } from './cells';
import type { Escaping } from './escaping';
import type { Field } from './fieldNames';
import type { Taken } from './found';
import type { LogRecord } from './record';

/**
 * Where a line of `key=value` can be told from others: CEF and LEEF as SIEM systems exchange them, QRadar's own agent,
 * and Splunk's events with their line ends escaped, as in `_raw` of its JSON.
 */
const HINTS: readonly { readonly literal: string; readonly hint: RegExp }[] = [
  { literal: 'CEF:', hint: /(?<![A-Za-z])CEF:\d\|/g },
  { literal: 'LEEF:', hint: /(?<![A-Za-z])LEEF:\d\.\d\|/g },
  { literal: 'AgentDevice=Win', hint: /AgentDevice=Win/g },
  { literal: 'EventCode=', hint: /(?<=\\[rn]|[\s:"]|^)EventCode=\d{1,10}\\[rn]/g },
];

/** What a key tells, the surest key first: agents write some of them side by side. */
const KEYS: readonly (readonly [Field, readonly string[]])[] = [
  ['id', ['eventid', 'eventidcode', 'eventcode', 'externalid']],
  ['provider', ['sourcename', 'providername', 'source', 'sourceservicename']],
  ['time', ['timegenerated', 'devtime', 'eventtime', 'rt', 'end', 'timewritten']],
  ['computer', ['computer', 'computername', 'hostname', 'dvchost', 'dhost', 'shost', 'vsrcname']],
  ['level', ['level']],
  ['type', ['type', 'eventtype', 'severity']],
  ['message', ['message', 'msg']],
];
const known = new Set(KEYS.flatMap(([, keys]) => keys));

/** Between two pairs stand blanks, a tab, also as a syslog server or JSON writes it, or the circumflex of LEEF 2.0. */
const KEY = /(?<=[\s|^]|\\[tn]|#011|^)([A-Za-z][\w.]{0,40})=/g;
const SEPARATOR = /(?:\s|\\[rnt]|#011|\^){1,8}$/;
const PAIRS = 120;

/** Records in lines of `key=value`. The message may hold such pairs itself: it ends only at a key that we know. */
export function keyValueRecords(text: string, taken: Taken): LogRecord[] {
  const records: LogRecord[] = [];
  for (const { literal, hint } of HINTS) {
    if (!text.includes(literal)) continue;
    let from = 0;
    hint.lastIndex = 0;
    for (let match = hint.exec(text); match; match = hint.exec(text)) {
      if (match.index < from || taken(match.index)) continue;
      const whole = lineAt(text, match.index);
      const line = stringAround(text, whole, match.index) ?? whole;
      from = line.end;
      const record = readLine(text, line, match.index, line === whole ? undefined : 'json');
      if (record) records.push(record);
    }
  }
  return records.sort((a, b) => a.start - b.start);
}

/** The string of JSON that holds a place, where line ends are escaped in it; null where it is a plain line. */
function stringAround(text: string, line: Range, at: number): Range | null {
  const open = text.slice(line.start, at).lastIndexOf('"');
  if (open < 0 || !text.slice(line.start, line.end).includes('\\n')) return null;
  const close = /(?<!\\)"/.exec(text.slice(at, line.end));
  return { start: line.start + open + 1, end: close ? at + close.index : line.end };
}

function readLine(text: string, line: Range, at: number, escaping: Escaping | undefined): LogRecord | null {
  const pairs = pairsIn(text, line);
  const cells = new Map<Field, Range>();
  for (const [field, keys] of KEYS) {
    const value = keys.map((key) => pairs.get(key)).find((range) => range && range.start < range.end);
    if (value) cells.set(field, value);
  }
  const label = pairs.get('cs3label');
  const custom = pairs.get('cs3');
  if (custom && label && text.slice(label.start, label.end) === 'EventSource') cells.set('provider', custom);
  for (const [field, range] of headerCells(text, { start: at, end: line.end }))
    if (!cells.has(field)) cells.set(field, range);
  return cells.has('provider') ? recordOf(text, cells, { ...line, spans: [line], escaping }) : null;
}

function pairsIn(text: string, line: Range): Map<string, Range> {
  const pairs = new Map<string, Range>();
  const written = text.slice(line.start, line.end);
  let open: { readonly key: string; readonly start: number } | null = null;
  const close = (end: number): void => {
    if (!open || pairs.has(open.key)) return;
    const behind = SEPARATOR.exec(written.slice(Math.max(open.start, end - 8), end))?.[0].length ?? 0;
    pairs.set(open.key, trimmed(text, { start: line.start + open.start, end: line.start + end - behind }));
  };
  for (const { index, 0: whole, 1: name = '' } of written.matchAll(KEY)) {
    // ArcSight counts all events of all its sources there.
    const key = name === 'eventId' ? 'counter' : name.toLowerCase();
    if ((open?.key === 'message' || open?.key === 'msg') && !known.has(key)) continue;
    if (pairs.size >= PAIRS) break;
    close(index);
    open = { key, start: index + whole.length };
  }
  close(written.length);
  return pairs;
}

/** The header of CEF: vendor, product, version, `source:id` or id, message, severity. That of LEEF ends with the id. */
const HEADER =
  /^(?:CEF|LEEF):[\d.]{1,3}\|(?:[^|\n]{0,100}\|){3}(?:(?<provider>[A-Za-z][^|\n:]{1,80}):)?(?<id>\d{1,5})\|(?:(?<message>(?:[^|\n\\]|\\.){1,2000})\|)?/d;

function headerCells(text: string, line: Range): Map<Field, Range> {
  const groups = HEADER.exec(text.slice(line.start, line.end))?.indices?.groups;
  const cells = new Map<Field, Range>();
  for (const field of ['provider', 'id', 'message'] as const) {
    const range = groups?.[field];
    if (range) cells.set(field, { start: line.start + range[0], end: line.start + range[1] });
  }
  return cells;
}
