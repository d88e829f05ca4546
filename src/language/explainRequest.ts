import type { Diagnosis, Explanation } from '../engine/explain/explanation';
import { lookUp } from '../engine/explain/lookUp';
import { nameReplacer } from '../engine/render/aliases';
import { explanationPage } from '../engine/render/page';
import { asItIs, type Wording } from '../engine/render/reworded';
import { quotedRange, ticketPage } from '../engine/render/ticket';
import type { ExplainParams, ExplainResult, Quote } from '../protocol/languageServer';
import { knownAt } from './hover';
import type { Services } from './services';

/** How far around a record its document is read for the names in it; and at its beginning, where logs name their columns. */
const NAMES_WINDOW = 100_000;
const NAMES_BEGINNING = 4_096;

/** The full explanation of a place in an open document, or of a text; an empty page where nothing is known. */
export async function explainRequest(params: ExplainParams, services: Services): Promise<ExplainResult> {
  if ('text' in params) {
    const { text, quote } = params;
    const found = await lookUp(text, services.knowledge);
    return quote ? ticketPage(found, text, wordings[quote](text)) : explanationPage(found);
  }
  const document = services.documents.get(params.uri);
  const found = document && (await knownAt(document, params.offset, services));
  if (!found) return { title: '', markdown: '' };
  return params.quote ? quoted(found, document.getText(), params.quote) : explanationPage(found);
}

function quoted(found: Explanation | Diagnosis, text: string, quote: Quote): ExplainResult {
  const { start, end } = quotedRange(found, text);
  const around = text.slice(Math.max(0, start - NAMES_WINDOW), end + NAMES_WINDOW);
  return ticketPage(found, text.slice(start, end), wordings[quote](`${text.slice(0, NAMES_BEGINNING)}\n${around}`));
}

/** What becomes of words, the names in them looked for in a text. */
const wordings: Readonly<Record<Quote, (text: string) => Wording>> = {
  asItIs: () => asItIs,
  namesReplaced: nameReplacer,
};
