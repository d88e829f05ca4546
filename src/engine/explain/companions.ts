import type { Companion, Fact } from '../knowledge/fact';
import { providerNamed } from './provider';
import type { Knowledge } from '../knowledge/knowledge';
import type { CompanionRecord, Diagnosis } from './explanation';

/** A diagnosis with its facts, and which of the text's records it is about, counted from 0. */
export interface Placed {
  readonly diagnosis: Diagnosis;
  readonly facts: readonly Fact[];
  readonly index: number;
}

const NEAR_MS = 10 * 60_000;
const NEAR_RECORDS = 20;
/** How many diagnoses on either side are looked at: logs are mostly, but not always, in order of time. */
const REACH = 60;
const SHOWN = 3;

/**
 * Ties diagnoses together that a fact calls companions and that stand near each other: within ten minutes where both
 * records have a time, else within twenty records. Both get to know the nearest ones, each event once.
 */
export function withCompanions(placed: readonly Placed[], knowledge: Knowledge): readonly Diagnosis[] {
  const found = new Map<number, CompanionRecord[]>();
  const tie = (to: number, { start, end, source, eventId }: Diagnosis, { says }: Companion): void => {
    const known = found.get(to) ?? [];
    const isThere = known.some((one) => one.source === source && one.eventId === eventId);
    if (!isThere && known.length < SHOWN) found.set(to, [...known, { start, end, source, eventId, says }]);
  };
  const events = new Numbers();
  const eventsOf = placed.map(({ diagnosis }) => events.of(eventOf(diagnosis.source, diagnosis.eventId)));
  for (const [i, one] of placed.entries())
    for (const companion of one.facts[0]?.companions ?? []) {
      const label = providerNamed(companion.provider, knowledge)?.label ?? companion.provider;
      const event = events.known(eventOf(label, companion.eventId));
      const at = event === undefined ? null : nearest(placed, eventsOf, i, event);
      const other = at === null ? undefined : placed[at];
      if (at === null || !other) continue;
      tie(i, other.diagnosis, companion);
      tie(at, one.diagnosis, companion);
    }
  return placed.map(({ diagnosis }, i) => {
    const companions = found.get(i);
    return companions ? { ...diagnosis, companions } : diagnosis;
  });
}

/** Numbers for names: each is compared with many. */
class Numbers {
  readonly #byName = new Map<string, number>();

  of(name: string): number {
    const number = this.#byName.get(name) ?? this.#byName.size;
    this.#byName.set(name, number);
    return number;
  }

  known(name: string): number | undefined {
    return this.#byName.get(name);
  }
}

/** @param events the number of each diagnosis's event */
function nearest(placed: readonly Placed[], events: readonly number[], from: number, event: number): number | null {
  const one = placed[from];
  for (let distance = 1; one && distance <= REACH; distance++)
    for (const at of [from - distance, from + distance]) {
      const other = events[at] === event ? placed[at] : undefined;
      if (other && isNear(one, other)) return at;
    }
  return null;
}

function isNear(a: Placed, b: Placed): boolean {
  const [timeA, timeB] = [a.diagnosis.time?.utcMs ?? null, b.diagnosis.time?.utcMs ?? null];
  if (timeA !== null && timeB !== null) return Math.abs(timeA - timeB) <= NEAR_MS;
  return Math.abs(a.index - b.index) <= NEAR_RECORDS;
}

const eventOf = (source: string | null, eventId: number | null): string => `${source}/${eventId}`;
