import type { Diagnosis, Explained, Explanation } from '../explain/explanation';
import { lineAt } from '../text/lines';
import type { Range } from '../text/range';
import { markdownBlock } from './escape';
import { explanationPage, type Page } from './page';

/** A longer text is cut in the quote: tickets have a limit of their own, and nobody reads more. */
const QUOTE_LIMIT = 20_000;

type Found = Explained | Explanation | Diagnosis;

/**
 * A page to paste into a ticket: the text that is spoken of, fenced so that nothing in it becomes markup, and below it
 * the explanation. Empty when nothing is known.
 *
 * @param written what to make of text of the document before it is shown, such as replacing names
 */
export function ticketPage(found: Found, quoted: string, written: (text: string) => string): Page {
  // The quote first: its names get their aliases in the order in which they are read.
  const quote = markdownBlock(written(quoted), QUOTE_LIMIT);
  const page = explanationPage(rewritten(found, written));
  return page.markdown === '' ? page : { title: page.title, markdown: `${quote}\n\n${page.markdown}` };
}

/** What a ticket about one thing quotes: the event record that it stands in, else its line. */
export function quotedRange(found: Explanation | Diagnosis, text: string): Range {
  if (!('kind' in found)) return found;
  if (found.diagnosis) return found.diagnosis;
  return { start: lineAt(text, found.start).start, end: lineAt(text, found.end).end };
}

/** The same findings with other words where they carry words of the document. */
function rewritten(found: Found, written: (text: string) => string): Found {
  const diagnosis = (one: Diagnosis): Diagnosis => ({ ...one, title: written(one.title) });
  const explanation = (one: Explanation): Explanation => ({
    ...one,
    text: written(one.text),
    ...(one.diagnosis && { diagnosis: diagnosis(one.diagnosis) }),
  });
  if (!('answers' in found))
    return {
      ...found,
      explanations: found.explanations.map(explanation),
      diagnoses: found.diagnoses.map(diagnosis),
    };
  return 'kind' in found ? explanation(found) : diagnosis(found);
}
