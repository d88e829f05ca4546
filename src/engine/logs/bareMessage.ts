import type { EventType } from '../knowledge/fact';
import type { Range } from '../text/range';
import { Anchors } from './anchors';
import type { Taken } from './found';
import { withoutPasteMarks } from './pasted';
import { NO_DATA, type LogRecord } from './record';
import { timeAtLineStart } from './time';

/** How far a message may reach before and behind its anchor. */
const BEFORE = 400;
const BEHIND = 2_000;
/** No message is shorter than this. */
const SHORTEST = 20;
/** Where the id of a message stands that comes without a header: close before it. */
const ID_BEFORE = 160;

/** What may stand between two words of a message: blanks, line ends, and what a paste puts at the beginning of a line. */
const GAP = '(?:[\\s>#*/|;:\'"-]|\\\\{1,2}[rnt]|<br ?/?>|&nbsp;|_x000[DA]_|rem ){1,60}';

interface Anchored {
  readonly type: EventType;
  readonly message: RegExp;
}

/** Finds events whose message stands in a text without any header, as people paste them into forums and tickets. */
export class BareMessages {
  readonly #anchors: Anchors<Anchored>;

  constructor(eventTypes: readonly EventType[]) {
    const byAnchor = new Map<string, Anchored[]>();
    for (const type of eventTypes) {
      if (!type.anchor || !type.message) continue;
      const anchored = { type, message: new RegExp(type.message.source, 'gi') };
      const anchor = plainAnchor(type.anchor);
      byAnchor.set(anchor, [...(byAnchor.get(anchor) ?? []), anchored]);
    }
    this.#anchors = new Anchors(byAnchor, GAP);
  }

  /** @param records the records that were found by their layout; nothing is looked for inside them */
  records(text: string, records: readonly Range[], taken: Taken): LogRecord[] {
    const found: LogRecord[] = [];
    let at = 0;
    for (const { start, end } of [...records, { start: text.length, end: text.length }]) {
      if (start - at >= SHORTEST) this.#recordsIn(text, { start: at, end: start }, taken, found);
      at = end;
    }
    return found;
  }

  #recordsIn(text: string, gap: Range, taken: Taken, records: LogRecord[]): void {
    let at = gap.start;
    for (;;) {
      const place = this.#anchors.next(text, at, gap.end);
      if (!place) return;
      const { index, values } = place;
      at = index + 1;
      if (taken(index)) continue;
      const from = Math.max(gap.start, records.at(-1)?.end ?? 0, index - BEFORE);
      const window = text.slice(from, Math.min(gap.end, index + BEHIND));
      // Some messages allow for what pastes do, and so reach further in the text as it stands.
      const windows = [...new Set([window, withoutPasteMarks(window)])];
      const found = values.flatMap(({ type, message }) =>
        longest(windows.flatMap((one) => matchAround(type, message, one, index - from))),
      );
      const record = nearest(text, found, from);
      if (!record) continue;
      records.push(record);
      at = Math.max(at, record.end);
    }
  }
}

/** An anchor as it is compared: lower case, one blank for whatever stands between its words. */
const plainAnchor = (anchor: string): string =>
  anchor
    .toLowerCase()
    .replace(/[\s>#*/|;:'"\\-]+/g, ' ')
    .replace(/ +/g, ' ')
    .trim();

interface Match extends Range {
  readonly type: EventType;
}

/** The match of a message that covers its anchor, if what stands in it is more than placeholders. */
function matchAround(type: EventType, message: RegExp, window: string, anchor: number): Match[] {
  message.lastIndex = 0;
  for (let match = message.exec(window); match && match.index <= anchor; match = message.exec(window)) {
    const end = match.index + match[0].trimEnd().length;
    if (anchor < match.index + match[0].length) return isTemplate(match) ? [] : [{ type, start: match.index, end }];
    if (match[0] === '') message.lastIndex++;
  }
  return [];
}

/** The match that reaches furthest, if any. */
const longest = (matches: readonly Match[]): Match[] =>
  matches.length < 2 ? [...matches] : [matches.reduce((a, b) => (b.end > a.end ? b : a))];

/** Documentation and manifests have placeholders where a record has names: `%1`, `{0}`, `<clsid>`. */
function isTemplate({ 0: written, groups }: RegExpExecArray): boolean {
  const values = Object.values<string | undefined>(groups ?? {});
  return (
    /%\d{1,2}(?![\d%])/.test(written.replace(/%%\d/g, '')) ||
    values.some(
      (value) => value !== undefined && /^["']?(?:%\w{1,20}%?|\{\d{1,2}\}|<[\w /]{1,40}>|\$\w+)["']?$/.test(value),
    )
  );
}

/** Lists of events have the number right before the words, resources of programs a name: `4697: A service …`. */
function isOfAnother(before: string, { eventId }: EventType): boolean {
  const number = /(?<![\w.,:-])(\d{3,5})[):\]]?\s{0,2}[-–—]?\s?$/.exec(before)?.[1];
  return (number !== undefined && Number(number) !== eventId) || /[A-Za-z]_\w{1,40}=$/.test(before);
}

/** Of several events with the same message the one whose number stands before it, else the first. */
function nearest(text: string, found: readonly Match[], from: number): LogRecord | null {
  const [first] = found;
  if (!first) return null;
  const start = from + first.start;
  const before = found.length > 1 ? text.slice(Math.max(0, start - ID_BEFORE), start) : '';
  const numbered = found.find(({ type }) => new RegExp(`(?<!\\d)${type.eventId}(?!\\d)`).test(before));
  const { type, ...place } = numbered ?? first;
  if (isOfAnother(text.slice(Math.max(0, start - 40), start), type)) return null;
  const range = { start: from + place.start, end: from + place.end };
  const time = timeAtLineStart(text, range.start);
  return {
    ...range,
    provider: type.provider,
    eventId: type.eventId,
    eventIdRange: null,
    spans: [range],
    message: range,
    data: NO_DATA,
    insertions: [],
    ...(time && { time }),
  };
}
