import { lineAt, nextLine } from '../text/lines';
import type { Range } from '../text/range';
import { recordOf, trimmed } from './cells';
import type { Field } from './fieldNames';
import type { Taken } from './found';
import type { LogRecord } from './record';

const NAME = /\[\s?Name\s?\][ \t]{0,40}(?=\S)/g;
/** How far `System` and `Provider` stand before the name, and how far everything else can reach behind it. */
const BEFORE = 120;
const BEHIND = 12_000;

const VALUES: readonly (readonly [Field, RegExp])[] = [
  ['id', /\bEventID\s{1,20}(?:\[\s?Qualifiers\s?\]\s{1,20}\d{1,6}\s{1,20})?(-?\d{1,10})\b/d],
  ['time', /\[\s?SystemTime\s?\]\s{1,20}(\S{8,40})/d],
  ['level', /\bLevel\s{1,20}(\d{1,2})\b/d],
  ['log', /\bChannel\s{1,20}(\S{1,80})/d],
  ['computer', /\bComputer\s{1,20}(\S{1,80})/d],
];
const EVENT_DATA = /\bEventData\b/;
const PARAMETER = /\bparam(\d{1,2})\s{1,20}(.*?)(?=\s{1,40}(?:-\s{0,20})?param\d{1,2}\s|$)/gm;
const DATA_LINES = 120;

/** The Details of Event Viewer in its friendly view, copied with line ends or run together. */
export function friendlyViewRecords(text: string, taken: Taken): LogRecord[] {
  const records: LogRecord[] = [];
  if (!text.includes('[ Name]') && !text.includes('[Name]')) return records;
  const names = [...text.matchAll(NAME)];
  for (const [i, name] of names.entries()) {
    if (taken(name.index)) continue;
    const limit = Math.min(names[i + 1]?.index ?? text.length, name.index + BEHIND);
    const record = recordAt(text, name.index, name.index + name[0].length, limit);
    if (record && record.start >= (records.at(-1)?.end ?? 0)) records.push(record);
  }
  return records;
}

function recordAt(text: string, name: number, value: number, limit: number): LogRecord | null {
  const from = Math.max(0, name - BEFORE);
  const head = /(?:[-+]\s{0,4})?(?:System\s{1,40}(?:[-+]\s{0,4})?)?Provider\s{1,40}$/.exec(text.slice(from, name));
  if (!head) return null;
  const start = from + head.index;
  const provider = /^[^\r\n[]*/.exec(text.slice(value, Math.min(limit, value + 200)))?.[0].trimEnd() ?? '';
  const cells = new Map<Field, Range>([['provider', { start: value, end: value + provider.length }]]);
  const body = text.slice(value, limit);
  let end = value + provider.length;
  for (const [field, pattern] of VALUES) {
    const range = pattern.exec(body)?.indices?.[1];
    if (!range) continue;
    cells.set(field, { start: value + range[0], end: value + range[1] });
    end = Math.max(end, value + range[1]);
  }
  const section = EVENT_DATA.exec(body);
  const {
    data,
    insertions,
    end: dataEnd,
  } = section
    ? eventData(text, value + section.index + section[0].length, limit)
    : { data: new Map<string, string>(), insertions: [], end };
  end = Math.max(end, dataEnd);
  const id = cells.get('id');
  const head10 = { start, end: lineAt(text, value).end };
  const idLine = id ? [lineAt(text, id.start)].filter((line) => line.start >= head10.end) : [];
  return recordOf(text, cells, { start, end, spans: [head10, ...idLine], data, insertions });
}

/** `param1 value`, else one line for each value, the name before it. */
function eventData(text: string, from: number, limit: number) {
  const data = new Map<string, string>();
  const insertions: string[] = [];
  let end = from;
  const body = text.slice(from, limit);
  if (/\bparam1\s/.test(body)) {
    for (const { index, 0: whole, 1: number, 2: value = '' } of body.matchAll(PARAMETER)) {
      data.set(`param${number}`, value.trim());
      end = from + index + whole.trimEnd().length;
    }
    return { data, insertions, end };
  }
  let line = lineAt(text, from);
  for (let n = 0; n < DATA_LINES && line.end < limit; n++) {
    line = nextLine(text, line);
    const range = trimmed(text, line);
    const written = text.slice(range.start, range.end);
    if (written === '' && insertions.length) break;
    if (written === '') continue;
    if (/^(?:-{5,}|Binary data)/.test(written)) break;
    const [, name, value] = /^([A-Za-z_]\w{0,60})\s+(\S.*)$/.exec(written) ?? [];
    if (name !== undefined && value !== undefined) data.set(name, value.trim());
    insertions.push(value?.trim() ?? written);
    end = range.end;
  }
  return { data, insertions, end };
}
