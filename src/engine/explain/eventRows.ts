import type { Answer } from '../knowledge/fact';
import type { Knowledge } from '../knowledge/knowledge';
import { rowSources } from './tableAnswer';

/** What the table of events says of an event that no curated fact is about: shorter, and without a verdict. */
export async function answerOfEventRow(
  provider: string,
  eventId: number,
  knowledge: Knowledge,
): Promise<Answer | null> {
  const row = await knowledge.row('events', `${provider.toLowerCase()}/${eventId}`);
  if (!row) return null;
  const { title = '', meaning = '', check = '' } = row;
  return {
    id: `event-${(provider.toLowerCase().match(/[a-z0-9]+/g) ?? []).join('-')}-${eventId}`,
    name: title.slice(0, 60),
    verdict: null,
    meaning:
      meaning === title || meaning === '' ? 'We know what this event is called, and no more than that.' : meaning,
    // The table has notes, no sentences; what repairs it, nobody has judged.
    ...(check && !check.startsWith('as ') && { checks: [`Look at: ${check}`] }),
    sources: rowSources(row),
  };
}
