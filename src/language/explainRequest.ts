import { lookUp } from '../engine/explain/lookUp';
import { explanationPage } from '../engine/render/page';
import type { ExplainParams, ExplainResult } from '../protocol/languageServer';
import { knownAt } from './hover';
import type { Services } from './services';

/** The full explanation of a place in an open document, or of a text; an empty page where nothing is known. */
export async function explainRequest(params: ExplainParams, services: Services): Promise<ExplainResult> {
  if ('text' in params) return explanationPage(await lookUp(params.text, services.knowledge));
  const document = services.documents.get(params.uri);
  const found = document && (await knownAt(document, params.offset, services));
  return found ? explanationPage(found) : { title: '', markdown: '' };
}
