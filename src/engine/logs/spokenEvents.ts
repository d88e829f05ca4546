import { readEventId, type EventMention } from './record';
import type { Found, Taken } from './found';

/** Sources by the names that people say, and what the knowledge calls those that have another one there. */
const NAMES =
  'DCOM|DistributedCOM|(?<!\\b(?:[Ii]t|[Tt]h(?:is|at|ere)|[Ww]h(?:ich|at|o))\\s)WAS(?= 5)|W3SVC-WP|W3SVC|Schannel|HttpEvent|SCM|Service Control Manager|ANCM|AppHostSvc|Microsoft-Windows-[A-Za-z][\\w-]{1,60}';
const SPOKEN: ReadonlyMap<string, string> = new Map([['SCM', 'Service Control Manager']]);

/** Only as they are written: `it was 5002` is no event, and neither is the number in `/LM/W3SVC/1` or `W3SVC1`. */
const EVENT = new RegExp(`(?<![\\w.$@/\\\\-])(${NAMES})[ \\u00A0](\\d{2,5})(?![\\w%/]|[.,:-]\\d)`, 'g');

/** Events as people speak of them: `DCOM 10016`, `WAS 5002`. They are no records, but we can say what they are. */
export function spokenEvents(text: string, taken: Taken): Found {
  const mentions: EventMention[] = [];
  for (const { index, 0: written, 1: name = '', 2: number = '' } of text.matchAll(EVENT)) {
    const eventId = readEventId(number);
    if (eventId !== null && !taken(index))
      mentions.push({ start: index, end: index + written.length, eventId, provider: SPOKEN.get(name) ?? name });
  }
  return { records: [], mentions };
}
