import { lineAt, nextLine } from '../text/lines';
import type { Range } from '../text/range';
import { recordOf, trimmed } from './cells';
import { fieldOf, type Field } from './fieldNames';
import type { Taken } from './found';
import type { LogRecord } from './record';

/** A property that every list of events has; the colons of a list stand below one another. */
const HINT = /^[ \t>]{0,16}(?:ProviderName|InstanceId|EventID|EventCode|Id)[ \t]{1,40}:[ \t]/gm;
const PROPERTY = /^([ \t>]{0,16})([A-Za-z@][\w @]{0,50}?)([ \t]{0,40}): ?/;
const LINES = 400;

/** Records as `Get-WinEvent | Format-List` and `Get-EventLog | Format-List` print them, with hanging indent. */
export function formatListRecords(text: string, taken: Taken): LogRecord[] {
  const records: LogRecord[] = [];
  if (!/(?:Name|Id|ID|Code)[ \t]+: /.test(text)) return records;
  let from = 0;
  HINT.lastIndex = 0;
  for (let hint = HINT.exec(text); hint; hint = HINT.exec(text)) {
    if (hint.index < from || taken(hint.index)) continue;
    const block = new Block(text, lineAt(text, hint.index), hint[0].indexOf(':', 1), from);
    const record = block.record();
    from = Math.max(from, block.end);
    if (record) records.push(record);
  }
  return records;
}

/** The properties of one object: the lines around a hint whose colon stands in the same column. */
class Block {
  readonly #text: string;
  readonly #colon: number;
  readonly #lines: Range[] = [];
  end: number;

  constructor(text: string, hint: Range, colon: number, from: number) {
    this.#text = text;
    this.#colon = colon;
    let first = hint;
    for (let line = hint, n = 0; line.start > from && n < LINES; n++) {
      line = lineAt(text, line.start - 1);
      if (line.start < from || !(this.#isProperty(line) || this.#hangs(line))) break;
      if (this.#isProperty(line)) first = line;
    }
    let last = hint;
    for (let line = first, n = 0; n < LINES; n++) {
      this.#lines.push(line);
      if (this.#isProperty(line) || this.#hangs(line)) last = line;
      const next = nextLine(text, line);
      const goesOn =
        this.#isProperty(next) || this.#hangs(next) || (this.#isBlank(next) && this.#hangs(nextLine(text, next)));
      if (next.start >= text.length || !goesOn) break;
      line = next;
    }
    this.end = last.end;
  }

  record(): LogRecord | null {
    const cells = new Map<Field, Range>();
    let current: Field | undefined;
    for (const line of this.#lines) {
      const property = PROPERTY.exec(this.#text.slice(line.start, Math.min(line.end, line.start + 120)));
      if (property && this.#isProperty(line)) {
        const name = property[2] ?? '';
        const field = name === 'Id' ? 'id' : fieldOf(name);
        current = field && !cells.has(field) ? field : undefined;
        if (current) cells.set(current, trimmed(this.#text, { start: line.start + property[0].length, end: line.end }));
      } else {
        const cell = current && cells.get(current);
        if (current && cell && !this.#isBlank(line))
          cells.set(current, { start: cell.start, end: trimmed(this.#text, line).end });
      }
    }
    const [first] = this.#lines;
    if (!first || (!cells.has('provider') && !cells.has('message'))) return null;
    const range = { start: first.start, end: this.end };
    return recordOf(this.#text, cells, { ...range, spans: [range] });
  }

  #isProperty({ start, end }: Range): boolean {
    const property = PROPERTY.exec(this.#text.slice(start, Math.min(end, start + 120)));
    return property !== null && property[0].trimEnd().length === this.#colon + 1;
  }

  /** The continuation of a long value stands below its beginning. */
  #hangs({ start, end }: Range): boolean {
    const lead = /^[ \t>]*/.exec(this.#text.slice(start, Math.min(end, start + 200)))?.[0].length ?? 0;
    return lead >= this.#colon + 1 && start + lead < end;
  }

  #isBlank = (line: Range): boolean => this.#text.slice(line.start, line.end).trim() === '';
}
