import type { EventType } from '../knowledge/fact';
import type { LogRecord } from './record';
import { anyWordsPattern } from '../text/words';

/** How far a message may reach before and behind its anchor. */
const BEFORE = 400;
const BEHIND = 2_000;

/** Finds events whose message stands in a text without any header, as people paste them into forums and tickets. */
export class BareMessages {
  readonly #anchors: RegExp | null;
  readonly #typesByAnchor = new Map<string, EventType[]>();

  constructor(eventTypes: readonly EventType[]) {
    for (const type of eventTypes) {
      if (!type.anchor || !type.message) continue;
      this.#typesByAnchor.set(type.anchor, [...(this.#typesByAnchor.get(type.anchor) ?? []), type]);
    }
    const anchors = [...this.#typesByAnchor.keys()];
    this.#anchors = anchors.length ? new RegExp(anyWordsPattern(anchors), 'gi') : null;
  }

  /** @param taken whether a place belongs to a record already */
  records(text: string, taken: (offset: number) => boolean): LogRecord[] {
    const records: LogRecord[] = [];
    if (!this.#anchors) return records;
    for (const { index, 0: written } of text.matchAll(this.#anchors)) {
      const last = records.at(-1);
      if (taken(index) || (last && index < last.end)) continue;
      const from = Math.max(last?.end ?? 0, index - BEFORE);
      const window = text.slice(from, index + BEHIND);
      for (const type of this.#typesByAnchor.get(written.toLowerCase().replace(/\s+/g, ' ')) ?? []) {
        const match = nearestMatch(type.message, window, index - from);
        if (!match) continue;
        const range = { start: from + match.index, end: from + match.index + match[0].trimEnd().length };
        records.push({
          ...range,
          provider: type.provider,
          eventId: type.eventId,
          eventIdRange: null,
          spans: [range],
          message: range,
          data: new Map(),
        });
        break;
      }
    }
    return records;
  }
}

/** The match of the message that covers its anchor. */
function nearestMatch(message: RegExp | undefined, window: string, anchor: number): RegExpExecArray | null {
  if (!message) return null;
  for (const match of window.matchAll(new RegExp(message.source, 'gi')))
    if (match.index <= anchor && anchor < match.index + match[0].length) return match;
  return null;
}
