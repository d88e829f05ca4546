import type { ExplainParams } from '../protocol/languageServer';
import type { Services } from './services';

/** Asks the server and shows its page; says so where nothing is known. */
export async function explainAndShow({ server, explanations, tell }: Services, params: ExplainParams): Promise<void> {
  const page = await server.explain(params);
  if (page?.markdown) {
    const lead = await server.lead(params);
    await explanations.show(page, lead?.ids.length ? params : null);
  } else if (page) tell.info('nothingKnown');
}
