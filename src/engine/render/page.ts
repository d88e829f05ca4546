import type { Diagnosis, Explained, Explanation } from '../explain/explanation';
import type { ExplainedPiece } from '../explain/stream';
import type { Answer } from '../knowledge/fact';
import { markdownCode, markdownSentence, markdownText } from './escape';
import { companionLine, headlineText } from './hover';
import type { Report } from './report';

/** A page of Markdown with the name it goes by. */
export interface Page {
  /** Plain text, one line. */
  readonly title: string;
  /** Empty when there is nothing to say. */
  readonly markdown: string;
}

/** Everything we know about one thing, one record, or all that was found in a text; each answer once. */
export function explanationPage(found: Explained | Explanation | Diagnosis): Page {
  if ('answers' in found)
    return pageOf('kind' in found ? [found, ...(found.diagnosis ? [found.diagnosis] : [])] : [found]);
  return pageOf([...found.diagnoses, ...found.explanations]);
}

function pageOf(found: readonly (Explanation | Diagnosis)[]): Page {
  const said = new Set<string>();
  const sections: string[] = [];
  for (const one of found) {
    for (const [i, answer] of one.answers.entries()) {
      if (said.has(answer.id)) continue;
      said.add(answer.id);
      sections.push(section(answer, i === 0 ? subject(one) : null, i === 0 ? companionsOf(one) : []));
    }
  }
  const [first] = found;
  const title = first ? ('kind' in first ? first.answers[0].name : first.title) : '';
  return { title, markdown: sections.join('\n---\n\n') };
}

/** The same page for a text that comes in pieces: of everything found only what says something new is kept. */
export class PageReport implements Report {
  readonly #records: (Explanation | Diagnosis)[] = [];
  readonly #things: (Explanation | Diagnosis)[] = [];
  readonly #said = new Set<string>();

  add({ diagnoses, explanations }: ExplainedPiece): string {
    this.#keep(diagnoses, this.#records);
    this.#keep(explanations, this.#things);
    return '';
  }

  end(): string[] {
    return [pageOf([...this.#records, ...this.#things]).markdown];
  }

  #keep(found: readonly (Explanation | Diagnosis)[], kept: (Explanation | Diagnosis)[]): void {
    kept.push(...sayingNew(found, this.#said));
  }
}

/** What of a text a page of it shows: only what says something that nothing before it says. */
export function worthTelling({ records, diagnoses, explanations }: Explained): Explained {
  const said = new Set<string>();
  return { records, diagnoses: sayingNew(diagnoses, said), explanations: sayingNew(explanations, said) };
}

/** @param said the ids of the answers that were given so far; those given now are added */
const sayingNew = <F extends Explanation | Diagnosis>(found: readonly F[], said: Set<string>): F[] =>
  found.filter(({ answers }) => {
    const isNew = answers.some(({ id }) => !said.has(id));
    for (const { id } of answers) said.add(id);
    return isNew;
  });

/** What in the text is spoken of. */
const subject = (one: Explanation | Diagnosis): string =>
  'kind' in one ? markdownCode(one.text, 120) : `Event record: ${markdownText(one.title)}`;

const companionsOf = (one: Explanation | Diagnosis): string[] =>
  (('kind' in one ? one.diagnosis : one)?.companions ?? []).map(companionLine);

function section(answer: Answer, subjectLine: string | null, companions: readonly string[]): string {
  const parts = [`# ${markdownText(headlineText(answer))}`];
  if (subjectLine) parts.push(subjectLine);
  parts.push(markdownSentence(answer.meaning), ...companions);
  parts.push(...list('Causes', answer.causes));
  parts.push(...list('What to check', answer.checks));
  if (answer.fix) parts.push('## What fixes it', markdownSentence(answer.fix));
  if (answer.steps?.length)
    parts.push(
      ...(answer.fix ? [] : ['## What fixes it']),
      answer.steps.map((step, i) => `${i + 1}. ${markdownSentence(step)}`).join('\n'),
    );
  parts.push(...list('What not to do', answer.doNot));
  for (const paragraph of answer.more ?? []) parts.push(markdownSentence(paragraph));
  const sources = answer.sources.map(
    ({ document, url, says, read }) =>
      `${markdownText(document)}: ${markdownSentence(says)}${url ? ` <${url}>` : ''} (read ${read})`,
  );
  if (sources.length) parts.push('## Known from', sources.map((one) => `- ${one}`).join('\n'));
  return `${parts.join('\n\n')}\n`;
}

const list = (heading: string, items: readonly string[] | undefined): string[] =>
  items?.length ? [`## ${heading}`, items.map((item) => `- ${markdownSentence(item)}`).join('\n')] : [];
