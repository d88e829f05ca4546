import * as vscode from 'vscode';
import type { Command } from '../command';
import { explainAndShow } from '../explainAndShow';

/** Without a selection, documents up to this length are explained whole. */
const WHOLE_DOCUMENT = 1_000_000;

/** Explains what is selected; without a selection what stands at the cursor, else the whole document. */
const explainSelection: Command = async (services) => {
  const editor = vscode.window.activeTextEditor;
  if (!editor) {
    services.tell.info('nothingSelected');
    return;
  }
  const { document, selection } = editor;
  if (!selection.isEmpty) {
    await explainAndShow(services, { text: document.getText(selection) });
    return;
  }
  const offset = document.offsetAt(selection.active);
  const found = await services.server.explain({ uri: document.uri.toString(), version: document.version, offset });
  const whole = document.getText();
  if (found?.markdown) await services.explanations.show(found);
  else if (found && whole.length <= WHOLE_DOCUMENT) await explainAndShow(services, { text: whole });
  else if (found) services.tell.info('nothingSelected');
};
export default explainSelection;
