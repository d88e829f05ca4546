import type { NonEmpty } from '../knowledge/fact';
import type { Range } from '../text/range';
import { unescapeXml } from '../xml/tree';
import { xmlLevel, type Level } from './level';
import { NO_DATA, readEventId, type LogRecord, type RecordTime } from './record';
import { readTime } from './time';

/**
 * A tag of half-typed, pasted or folded XML: closed or not, with or without a prefix. A tree keeps more than a record
 * needs, and logs hold a hundred thousand events, so one pass over the tags reads them all.
 */
const TAG = /<(\/?)(?:[A-Za-z][\w.-]{0,40}:)?([A-Za-z_][\w.-]{0,60})((?:[\s/][^<>]*)?)>/g;
const ESCAPED_TAG = /&lt;|&gt;|&quot;|&#39;|&apos;/g;

/** Blogs and chats turn the quotes of attributes into typographic ones, JSON escapes them. */
const QUOTES = '"\'\\u201C\\u201D\\u201E`';
const attributePattern = (name: string): RegExp =>
  new RegExp(`\\s${name}\\s*=\\s*\\\\?[${QUOTES}]([^${QUOTES}\\\\<>]*)`);
const NAME = attributePattern('Name');
const EVENT_SOURCE_NAME = attributePattern('EventSourceName');
const SYSTEM_TIME = attributePattern('SystemTime');

/** Failed request traces of IIS are written as events too; those are no records of an event log. */
const TRACE = 'failedRequest';
const TRACE_PROVIDERS = new Set(['WWW Server', 'ASPNET', 'ASP', 'ISAPI Extension']);

/**
 * Event XML as `wevtutil` and Event Viewer write it, one or many events, with or without a root or an end, also where
 * every `<` stands as `&lt;`.
 */
export function eventXmlRecords(text: string, taken: (offset: number) => boolean): LogRecord[] {
  const records: LogRecord[] = [];
  if (text.includes('<') && /<(?:[A-Za-z][\w.-]{0,40}:)?(?:Event|System)[\s>]/.test(text))
    new Walk(text, taken, records).walk();
  if (text.includes('&lt;Event') || text.includes('&lt;System')) new Walk(withTags(text), taken, records).walk();
  return records;
}

/** The same text with its escaped tags as tags; every place stays the same. */
function withTags(text: string): string {
  return text.replace(/</g, ' ').replace(ESCAPED_TAG, (entity) => {
    if (entity === '&lt;') return '   <';
    if (entity === '&gt;') return '>   ';
    return (entity === '&quot;' ? '"' : "'").padEnd(entity.length);
  });
}

/** An event whose end has not been seen yet. */
interface OpenEvent {
  readonly spans: [Range, ...Range[]];
  end: number;
  provider: string | null;
  eventId: number | null;
  eventIdRange: Range | null;
  message: Range | null;
  level: Level | undefined;
  time: RecordTime | undefined;
  computer: string | undefined;
  readonly data: Map<string, string>;
  readonly insertions: string[];
}

/** One pass over the tags of a text. */
class Walk {
  readonly #text: string;
  readonly #taken: (offset: number) => boolean;
  readonly #records: LogRecord[];
  #event: OpenEvent | null = null;
  /** The part of the event that we are in: `System`, `EventData`, `UserData`, `RenderingInfo`. */
  #part = '';
  /** The last start tag, while nothing but text has followed it. */
  #open: { readonly name: string; readonly attributes: string; readonly range: Range } | null = null;
  /** The start tag of a `Data`, which may hold tags that nobody escaped. */
  #dataOpen: { readonly attributes: string; readonly end: number } | null = null;

  constructor(text: string, taken: (offset: number) => boolean, records: LogRecord[]) {
    this.#text = text;
    this.#taken = taken;
    this.#records = records;
  }

  walk(): void {
    let inTrace = false;
    TAG.lastIndex = 0;
    for (let tag = TAG.exec(this.#text); tag; tag = TAG.exec(this.#text)) {
      const [written, slash, name = '', attributes = ''] = tag;
      const range = { start: tag.index, end: tag.index + written.length };
      if (name === TRACE) inTrace = slash === '';
      if (inTrace) continue;
      if (slash === '/') this.#close(name, range);
      else this.#start(name, attributes, range);
    }
    this.#finish();
  }

  #start(name: string, attributes: string, range: Range): void {
    const selfClosed = attributes.endsWith('/');
    const event = this.#event;
    if (name === 'Event' && !selfClosed) this.#begin(range);
    else if (name === 'Provider' && this.#open?.name === 'System' && !event) this.#begin(this.#open.range);
    if (!this.#event) {
      this.#open = { name, attributes, range };
      return;
    }
    if (PARTS.has(name)) this.#part = name;
    this.#event.end = range.end;
    if (name === 'Provider' && this.#part !== 'RenderingInfo') this.#provider(attributes, range);
    else if (name === 'TimeCreated') this.#time(attributes, range);
    else if (name === 'Data' && selfClosed) this.#data(attributes, '');
    else if (name === 'Data') this.#dataOpen = { attributes, end: range.end };
    this.#open = selfClosed ? null : { name, attributes, range };
  }

  #close(name: string, range: Range): void {
    const event = this.#event;
    const open = this.#open;
    this.#open = null;
    if (!event) return;
    event.end = range.end;
    if (name === 'Event') this.#finish();
    else if (name === 'Data' && this.#dataOpen) {
      this.#data(this.#dataOpen.attributes, this.#text.slice(this.#dataOpen.end, range.start));
      this.#dataOpen = null;
    } else if (open?.name === name) this.#leaf(event, name, open.range, range);
    else if (name === this.#part) this.#part = '';
  }

  #begin(range: Range): void {
    this.#finish();
    this.#part = '';
    if (this.#taken(range.start)) return;
    this.#event = {
      spans: [range],
      end: range.end,
      provider: null,
      eventId: null,
      eventIdRange: null,
      message: null,
      level: undefined,
      time: undefined,
      computer: undefined,
      data: new Map(),
      insertions: [],
    };
  }

  #finish(): void {
    const event = this.#event;
    this.#event = null;
    this.#dataOpen = null;
    if (!event?.eventIdRange || TRACE_PROVIDERS.has(event.provider ?? '')) return;
    const { spans, end, level, time, computer, data, eventIdRange } = event;
    const all: NonEmpty<Range> = event.message ? [...spans, eventIdRange, event.message] : [...spans, eventIdRange];
    this.#records.push({
      start: spans[0].start,
      end,
      provider: event.provider,
      eventId: event.eventId,
      eventIdRange,
      spans: all,
      message: event.message,
      escaping: 'xml',
      data: data.size ? data : NO_DATA,
      insertions: event.insertions,
      ...(level && { level }),
      ...(time && { time }),
      ...(computer && { computer }),
    });
  }

  #provider(attributes: string, range: Range): void {
    if (!this.#event) return;
    const name = NAME.exec(attributes)?.[1] ?? EVENT_SOURCE_NAME.exec(attributes)?.[1];
    if (name === undefined || this.#event.provider !== null) return;
    this.#event.provider = unescapeXml(name).trim().slice(0, 120) || null;
    this.#event.spans.push(range);
  }

  #time(attributes: string, range: Range): void {
    const written = SYSTEM_TIME.exec(attributes)?.[1];
    if (!this.#event || written === undefined) return;
    const start = this.#text.indexOf(written, range.start);
    this.#event.time = readTime(written.replace(/[\u2013\u2014]/g, '-'), { start, end: start + written.length });
  }

  #data(attributes: string, content: string): void {
    const event = this.#event;
    if (!event || event.insertions.length >= DATA_LIMIT) return;
    const isWrapped = content.includes('CDATA[') || content.includes(']]>');
    const value = unescapeXml(isWrapped ? content.replace(CDATA, '') : content).trim();
    event.insertions.push(value);
    const name = nameIn(attributes);
    event.data.set(name === undefined || name === '' ? `param${event.insertions.length}` : unescapeXml(name), value);
  }

  /** An element that holds nothing but text. */
  #leaf(event: OpenEvent, name: string, start: Range, end: Range): void {
    const content = { start: start.end, end: end.start };
    const value = this.#text.slice(content.start, content.end);
    if (name === 'EventID' && event.eventId === null) {
      event.eventId = readEventId(/\S{1,16}\s*$/.exec(value.slice(-40))?.[0] ?? '');
      event.eventIdRange = { start: start.start, end: end.end };
    } else if (name === 'Message' && this.#part === 'RenderingInfo') event.message = content;
    else if (name === 'Level') event.level = xmlLevel(value) ?? event.level;
    else if (name === 'Computer') event.computer = value.trim().slice(0, 120) || undefined;
    else if (this.#part === 'UserData') this.#data(` Name="${name}"`, value);
    else if (this.#part === 'EventData' && name !== 'Binary') event.data.set(name, unescapeXml(value).trim());
  }
}

/** The name of a `Data` by its attributes: logs write the same few for ever. */
const names = new Map<string, string | undefined>();
const REMEMBERED = 1_000;

function nameIn(attributes: string): string | undefined {
  if (names.has(attributes)) return names.get(attributes);
  if (names.size >= REMEMBERED) names.clear();
  const name = NAME.exec(attributes)?.[1]?.trim();
  names.set(attributes, name);
  return name;
}

const PARTS = new Set(['System', 'EventData', 'UserData', 'RenderingInfo']);

const CDATA = /^\s*<!\[CDATA\[|\]\]>\s*$/g;

/** No event has more insertions. */
const DATA_LIMIT = 200;
