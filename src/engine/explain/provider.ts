import type { EventType, Provider } from '../knowledge/fact';
import type { Knowledge } from '../knowledge/knowledge';
import type { Range } from '../text/range';

const PREFIX = 'Microsoft-Windows-';
/** What is run together with a provider's name by a paste is a sentence, not one or two words of a longer name. */
const SENTENCE_WORDS = 3;
/** How far around an id its provider may be named. */
const NEARBY = 120;
const LONGEST_RECORD = 2_000;

/**
 * The provider that a text writes like this: by any of its names, as Event Viewer's list shortens it
 * (`DistributedCOM`), with other signs for blanks, or with the message run into it.
 */
export function providerNamed(written: string, knowledge: Knowledge): Provider | undefined {
  const known = named.get(knowledge) ?? new Map<string, Provider | undefined>();
  named.set(knowledge, known);
  if (known.has(written)) return known.get(written);
  if (known.size >= REMEMBERED) known.clear();
  const provider = readName(written, knowledge);
  known.set(written, provider);
  return provider;
}

/** The names that were read last: a log writes the same few for ever. */
const named = new WeakMap<Knowledge, Map<string, Provider | undefined>>();
const REMEMBERED = 1_000;

function readName(written: string, knowledge: Knowledge): Provider | undefined {
  const name = written.trim().replace(/\s+/g, ' ');
  for (const one of [
    name,
    name.replace(/\s?\([^()]{1,40}\)$/, ''),
    name.replace(/[ _]/g, '-'),
    name.replace(/_/g, ' '),
  ]) {
    const bare = one.startsWith(PREFIX) ? one.slice(PREFIX.length) : one;
    const found = knowledge.provider(one) ?? knowledge.provider(PREFIX + bare) ?? knowledge.provider(bare);
    if (found) return found;
  }
  const words = name.split(' ');
  for (let n = Math.min(4, words.length - SENTENCE_WORDS); n > 0; n--) {
    const found = knowledge.provider(
      words
        .slice(0, n)
        .join(' ')
        .replace(/[.,;:]$/, ''),
    );
    if (found) return found;
  }
  return undefined;
}

/** The provider of an event id that is named close by; an id alone says nothing, many providers share it. */
export function providerNearby(text: string, range: Range, eventId: number, knowledge: Knowledge): string | null {
  const providers = knowledge.providersOf(eventId);
  if (!providers.length) return null;
  const end = Math.min(range.end, range.start + LONGEST_RECORD) + NEARBY;
  const around = text.slice(Math.max(0, range.start - NEARBY), end);
  const named = providers.find(({ name, label, aliases }) =>
    [name, label, ...aliases].some((one) => namesWord(around, one)),
  );
  return named?.name ?? null;
}

/** Whether a text names a provider; one that is also a common word (`WAS`) has to be written as it is. */
function namesWord(text: string, name: string): boolean {
  const [where, what] = name.length > 3 ? [text.toLowerCase(), name.toLowerCase()] : [text, name];
  for (let at = where.indexOf(what); at >= 0; at = where.indexOf(what, at + 1))
    if (!/\w/.test(where[at - 1] ?? '') && !/\w/.test(where[at + what.length] ?? '')) return true;
  return false;
}

/** The shapes of all events by their number, made once for each knowledge base. */
const shapes = new WeakMap<Knowledge, ReadonlyMap<number, readonly EventType[]>>();

/** The event of this number whose message reads like this. */
export function typeOfMessage(eventId: number, message: string, knowledge: Knowledge): EventType | undefined {
  let byId = shapes.get(knowledge);
  if (!byId) {
    const grouped = new Map<number, EventType[]>();
    for (const type of knowledge.eventTypes) grouped.set(type.eventId, [...(grouped.get(type.eventId) ?? []), type]);
    shapes.set(knowledge, (byId = grouped));
  }
  return byId.get(eventId)?.find((type) => type.message?.test(message));
}
