import * as vscode from 'vscode';
import type { ExplainParams, ExplainResult, Quote } from '../protocol/languageServer';
import type { Services } from './services';

/** Without a selection, documents up to this length are explained whole. */
const WHOLE_DOCUMENT = 1_000_000;

/**
 * Explains what is selected in the active editor; without a selection what stands at the cursor, else the whole document.
 *
 * @param quote how to quote the explained text above its explanation, if at all
 * @returns null where there is nothing to explain or nothing is known, which has been told
 */
export async function explainChosen({ server, tell }: Services, quote?: Quote): Promise<ExplainResult | null> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) {
    tell.info('nothingSelected');
    return null;
  }
  const { document, selection } = editor;
  const explain = (params: ExplainParams): Promise<ExplainResult | null> =>
    server.explain({ ...params, ...(quote && { quote }) });
  const known = (page: ExplainResult | null): ExplainResult | null => {
    if (page?.markdown === '') tell.info('nothingKnown');
    return page?.markdown ? page : null;
  };
  if (!selection.isEmpty) return known(await explain({ text: document.getText(selection) }));
  const offset = document.offsetAt(selection.active);
  const page = await explain({ uri: document.uri.toString(), version: document.version, offset });
  if (page?.markdown !== '') return page;
  const whole = document.getText();
  if (whole.length <= WHOLE_DOCUMENT) return known(await explain({ text: whole }));
  tell.info('nothingSelected');
  return null;
}
