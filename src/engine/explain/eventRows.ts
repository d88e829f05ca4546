import type { Answer } from '../knowledge/fact';
import type { Knowledge } from '../knowledge/knowledge';

/** What the table of events says of an event that no curated fact is about: shorter, and without a verdict. */
export async function answerOfEventRow(
  provider: string,
  eventId: number,
  knowledge: Knowledge,
): Promise<Answer | null> {
  const row = await knowledge.row('events', `${provider.toLowerCase()}/${eventId}`);
  if (!row) return null;
  const { title = '', meaning = '', check = '', fix = '' } = row;
  return {
    id: `event-${(provider.toLowerCase().match(/[a-z0-9]+/g) ?? []).join('-')}-${eventId}`,
    name: title.slice(0, 60),
    verdict: null,
    meaning,
    ...(check && { checks: [asSentence(check)] }),
    ...(fix && { fix: asSentence(fix) }),
    sources: [],
  };
}

/** The table has notes, which begin in lower case. */
const asSentence = (note: string): string => note.charAt(0).toUpperCase() + note.slice(1);
