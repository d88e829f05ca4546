import type { Answer } from '../knowledge/fact';
import type { Knowledge } from '../knowledge/knowledge';
import type { FieldLayout } from '../logs/fieldLayout';
import { FieldLogReader } from '../logs/fieldLog';
import { answersForRow, requestOf, type RowMeaning } from './logRows';
import { statusWords } from './requestStatus';
import type { ExplainedPiece } from './stream';
import { urgency } from './recordSummary';

/** Requests of a log with the same outcome: status, sub-status and Win32 status, or reason of an HTTP.sys error log. */
export interface RequestGroup {
  /** `500 19 5`, `AppOffline`. */
  readonly outcome: string;
  /** null: we know nothing of it, or it is nothing to speak of, such as a 200. */
  readonly answer: Answer | null;
  readonly count: number;
  /** Date and time as the log has them. */
  readonly first: string;
  readonly last: string;
  /** 1-based line of the first one. */
  readonly line: number;
  /** The URLs that had it most often, at most {@link URLS_SHOWN}. */
  readonly urls: readonly { readonly url: string; readonly count: number }[];
}

/** One of the slowest requests. */
export interface SlowRequest {
  readonly milliseconds: number;
  readonly url: string;
  readonly outcome: string;
  readonly line: number;
}

/** The rows of W3C and HTTP.sys error logs, by their outcome. */
export interface RequestSummary {
  readonly rows: number;
  readonly first: string;
  readonly last: string;
  /** Whether all times are UTC, as in W3C and HTTP.sys error logs; the fixed formats have the time of the server. */
  readonly isUtc: boolean;
  /** What needs action first, then by number. */
  readonly groups: readonly RequestGroup[];
  /** The slowest first; empty where the log has no `time-taken`. */
  readonly slowest: readonly SlowRequest[];
}

export const URLS_SHOWN = 3;
const SLOWEST_SHOWN = 5;
/** Different URLs that are counted for one outcome; what is frequent is among the first of them. */
const URL_LIMIT = 2_000;
const GROUP_LIMIT = 1_000;

/** Gathers the rows of field logs in a text that comes in pieces. */
export class RequestSummarizer {
  #rows = 0;
  #first = '';
  #last = '';
  #isUtc = true;
  readonly #groups = new Map<string, Counter>();
  readonly #slowest = new Slowest();
  #columns: Columns | null = null;

  add({ read: { text, part }, header, position }: ExplainedPiece): void {
    const reader = new FieldLogReader(text, header, part);
    while (reader.next()) this.#row(reader, text, () => position(reader.start).line);
  }

  /** @returns null where the text has no row of such a log */
  async end(knowledge: Knowledge): Promise<RequestSummary | null> {
    if (this.#rows === 0) return null;
    const groups: RequestGroup[] = [];
    for (const counter of this.#groups.values()) groups.push(await counter.end(knowledge));
    const rank = ({ answer }: RequestGroup): number => urgency(answer?.verdict ?? null);
    return {
      rows: this.#rows,
      first: this.#first,
      last: this.#last,
      isUtc: this.#isUtc,
      groups: groups.sort((a, b) => rank(a) - rank(b) || b.count - a.count),
      slowest: this.#slowest.requests,
    };
  }

  #row(reader: FieldLogReader, text: string, line: () => number): void {
    const { layout, values } = reader;
    if (!layout || layout.kind === 'ftp') return;
    if (this.#columns?.layout !== layout) this.#columns = columnsOf(layout);
    const { isUtc, date, time, url, taken, reason } = this.#columns;
    const request = requestOf(values, layout);
    const why = values[reason] ?? '';
    const outcome = why !== '' && why !== '-' ? why : request ? statusWords(request) : null;
    if (outcome === null) return;
    const when = `${values[date] ?? layout.day ?? ''} ${values[time] ?? ''}`.trim();
    if (this.#rows++ === 0) this.#first = when;
    this.#last = when;
    this.#isUtc &&= isUtc;
    let counter = this.#groups.get(outcome);
    if (!counter) {
      if (this.#groups.size >= GROUP_LIMIT) return;
      const meaning = { request, kind: layout.kind, ...(reason >= 0 && { reason: why }) };
      counter = new Counter(outcome, meaning, text.slice(reader.start, reader.end), when, line());
      this.#groups.set(outcome, counter);
    }
    const requested = values[url] ?? '';
    counter.add(requested, when);
    this.#slowest.add(Number(values[taken] ?? ''), requested, outcome, line);
  }
}

interface Columns {
  readonly layout: FieldLayout;
  readonly isUtc: boolean;
  readonly date: number;
  readonly time: number;
  readonly url: number;
  readonly taken: number;
  readonly reason: number;
}

const columnsOf = (layout: FieldLayout): Columns => ({
  layout,
  isUtc: column(layout, 'date-local', 'ncsa-time') < 0,
  date: column(layout, 'date', 'date-local', 'ncsa-time'),
  time: column(layout, 'time', 'time-local'),
  url: column(layout, 'cs-uri-stem', 'cs-uri', 'ncsa-uri'),
  taken: layout.column('time-taken'),
  reason: layout.column('s-reason'),
});

/** The column of the first field that the log has; -1 where it has none of them. */
const column = (layout: FieldLayout, ...fields: readonly string[]): number =>
  Math.max(...fields.map((field) => layout.column(field)));

class Counter {
  readonly #outcome: string;
  readonly #meaning: RowMeaning;
  readonly #row: string;
  readonly #first: string;
  readonly #line: number;
  readonly #urls = new Map<string, number>();
  #count = 0;
  #last = '';

  constructor(outcome: string, meaning: RowMeaning, row: string, first: string, line: number) {
    this.#outcome = outcome;
    this.#meaning = meaning;
    this.#row = row;
    this.#first = first;
    this.#line = line;
  }

  add(url: string, time: string): void {
    this.#count++;
    this.#last = time;
    const known = this.#urls.get(url);
    if (known !== undefined) this.#urls.set(url, known + 1);
    else if (this.#urls.size < URL_LIMIT) this.#urls.set(url, 1);
  }

  async end(knowledge: Knowledge): Promise<RequestGroup> {
    const { request } = this.#meaning;
    const fine = request !== null && request.status < 400 && !request.win32;
    const answers = fine ? null : await answersForRow(this.#meaning, this.#row, knowledge);
    const urls = [...this.#urls].map(([url, count]) => ({ url, count })).sort((a, b) => b.count - a.count);
    return {
      outcome: this.#outcome,
      answer: answers?.[0] ?? null,
      count: this.#count,
      first: this.#first,
      last: this.#last,
      line: this.#line,
      urls: urls.filter(({ url }) => url !== '' && url !== '-').slice(0, URLS_SHOWN),
    };
  }
}

/** The few slowest requests, the slowest first. */
class Slowest {
  readonly requests: SlowRequest[] = [];

  add(milliseconds: number, url: string, outcome: string, line: () => number): void {
    const { requests } = this;
    const least = requests.at(SLOWEST_SHOWN - 1);
    if (!(milliseconds > (least?.milliseconds ?? 0))) return;
    const at = requests.findIndex((one) => one.milliseconds < milliseconds);
    requests.splice(at < 0 ? requests.length : at, 0, { milliseconds, url, outcome, line: line() });
    requests.length = Math.min(requests.length, SLOWEST_SHOWN);
  }
}
