import type { Fact } from '../../knowledge/fact';
import dcom from '../../knowledge/events/dcom';
import dcomSecurity from '../../knowledge/events/dcomSecurity';
import dcomStart from '../../knowledge/events/dcomStart';

const PROVIDER = 'Microsoft-Windows-DistributedCOM';

/** Where the facts about records of DCOM are: the editor carries the remedies, and need not carry all that we know. */
export const dcomFamilies = [dcom, dcomSecurity, dcomStart];

/** What a record of DCOM names. */
export type RecordValues = Readonly<Record<string, string>>;

/**
 * What we know of exactly this record: the fact with most conditions of those that hold; null where only facts about all
 * records of its number hold.
 */
export function factAbout(eventId: number, values: RecordValues): Fact | null {
  let best: { fact: Fact; conditions: number } | null = null;
  for (const { facts } of dcomFamilies)
    for (const fact of facts)
      for (const key of fact.keys) {
        if (key.kind !== 'event' || key.provider !== PROVIDER || key.eventId !== eventId || key.context) continue;
        const where = Object.entries(key.where ?? {});
        const holds = where.every(([name, wanted]) => wanted.some((one) => bare(one) === bare(values[name] ?? '')));
        if (holds && where.length > (best?.conditions ?? 0)) best = { fact, conditions: where.length };
      }
  return best?.fact ?? null;
}

const bare = (value: string): string => value.replace(/[{}]/g, '').trim().toLowerCase();
