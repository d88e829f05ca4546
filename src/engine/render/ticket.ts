import type { Diagnosis, Explained, Explanation } from '../explain/explanation';
import { lineAt } from '../text/lines';
import type { Range } from '../text/range';
import { markdownBlock } from './escape';
import { explanationPage, worthTelling, type Page } from './page';
import { reworded, type Wording } from './reworded';

/** A longer text is cut in the quote: tickets have a limit of their own, and nobody reads more. */
const QUOTE_LIMIT = 20_000;

/**
 * A page to paste into a ticket: the text that is spoken of, fenced so that nothing in it becomes markup, and below it
 * the explanation. Empty when nothing is known.
 */
export function ticketPage(found: Explained | Explanation | Diagnosis, quoted: string, wording: Wording): Page {
  // The quote first: its names get their aliases in the order in which they are read.
  const quote = markdownBlock(wording.document(quoted), QUOTE_LIMIT);
  const page = explanationPage(reworded('answers' in found ? found : worthTelling(found), wording));
  return page.markdown === '' ? page : { title: page.title, markdown: `${quote}\n\n${page.markdown}` };
}

/** What a ticket about one thing quotes: the event record that it stands in, else its line. */
export function quotedRange(found: Explanation | Diagnosis, text: string): Range {
  if (!('kind' in found)) return found;
  if (found.diagnosis) return found.diagnosis;
  return { start: lineAt(text, found.start).start, end: lineAt(text, found.end).end };
}
