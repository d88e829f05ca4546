import type { CompanionRecord, Diagnosis, Explanation } from '../explain/explanation';
import { verdictLabel } from '../explain/verdicts';
import type { Answer, Source } from '../knowledge/fact';
import { markdownSentence, markdownText } from './escape';

/** What a hover may say at most, in characters, without the link behind it. */
export const HOVER_LIMIT = 900;

/**
 * The hover over a thing or a record, as Markdown: name and verdict first, then why, what to check, what fixes it,
 * what not to do and where that is known from, one short line each.
 *
 * @param link the Markdown of a link to the full explanation, put last
 */
export function hoverMarkdown(found: Explanation | Diagnosis, link?: string): string {
  const [answer, ...others] = found.answers;
  const diagnosis = 'kind' in found ? found.diagnosis : undefined;
  const lines = [
    headline(answer),
    markdownSentence(answer.meaning),
    ...together(diagnosis ?? found),
    ...advice(answer),
  ];
  for (const other of others.slice(0, 1)) lines.push(`**Also:** ${markdownText(headlineText(other))}`);
  if (diagnosis && diagnosis.answers[0].id !== answer.id)
    lines.push(`**In this record:** ${markdownText(diagnosis.title)}`);
  let text = '';
  for (const line of lines) {
    const longer = text === '' ? line : `${text}\n\n${line}`;
    if (longer.length <= HOVER_LIMIT) text = longer;
  }
  return link ? `${text}\n\n${link}` : text;
}

/** The nearest record that belongs to this one. */
const together = (found: Explanation | Diagnosis): string[] =>
  'companions' in found ? found.companions.slice(0, 1).map(companionLine) : [];

/** `**Together with** W3SVC 36: what both mean`. */
export const companionLine = ({ source, eventId, says }: CompanionRecord): string =>
  `**Together with** ${markdownText(`${source ?? 'event'} ${eventId ?? ''}`.trim())}: ${markdownSentence(says)}`;

function headline(answer: Answer): string {
  const verdict = verdictLabel(answer);
  return `**${markdownText(answer.name)}**${verdict ? ` · ${markdownText(verdict)}` : ''}`;
}

/** Name and verdict as plain text. */
export const headlineText = (answer: Answer): string =>
  [answer.name, verdictLabel(answer)].filter((part) => part !== null).join(' · ');

function advice(answer: Answer): string[] {
  const lines: string[] = [];
  const [check] = answer.checks ?? [];
  const [doNot] = answer.doNot ?? [];
  const [source] = answer.sources;
  if (check) lines.push(`**Check:** ${markdownSentence(check)}`);
  if (answer.fix) lines.push(`**Fix:** ${markdownSentence(answer.fix)}`);
  if (doNot) lines.push(`**Do not:** ${markdownSentence(withoutDoNot(doNot))}`);
  if (source) lines.push(`**Known from:** ${markdownText(sourceName(source))}`);
  return lines;
}

/** The label says it already. */
export const withoutDoNot = (sentence: string): string =>
  sentence.replace(/^(?:Do not|Don't|Never) (\w)/, (_, letter: string) => letter.toLowerCase());

export const sourceName = (source: Source): string => source.document;
