import type { Explained } from '../explain/explanation';
import type { Answer } from '../knowledge/fact';
import { LineMap } from '../text/lineMap';

/**
 * The stable JSON of `explain`: offsets are 0-based UTF-16 units of the text without its byte-order mark, lines and
 * columns 1-based.
 */
export function explainedJson({ explanations, diagnoses }: Explained, text: string) {
  const lines = new LineMap(text);
  return {
    explanations: explanations.map(({ start, end, text: written, kind, answers: [answer] }) => ({
      start,
      end,
      ...lines.position(start),
      text: written,
      kind,
      id: answer.id,
      title: answer.name,
      verdict: answer.verdict,
      summary: answer.meaning,
      ...common(answer),
    })),
    diagnoses: diagnoses.map(({ start, end, source, eventId, verdict, title, answers: [answer] }) => ({
      start,
      end,
      ...lines.position(start),
      source,
      eventId,
      verdict,
      title,
      id: answer.id,
      summary: answer.meaning,
      causes: answer.causes ?? [],
      fix: answer.fix ?? null,
      doNot: answer.doNot ?? [],
      ...common(answer),
    })),
  };
}

/** No remedy exists yet; the field stands in the contract. */
const common = (answer: Answer) => ({
  remedies: [] as string[],
  sources: answer.sources.map(({ document, url, says, read }) => ({ document, url: url ?? null, says, read })),
});
