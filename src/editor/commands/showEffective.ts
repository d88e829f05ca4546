import * as vscode from 'vscode';
import type { Command } from '../command';

/** Shows what holds for the configuration section at the cursor, and where each part of it is from. */
const showEffective: Command = async ({ server, effective, tell }) => {
  const editor = vscode.window.activeTextEditor;
  if (!editor) {
    tell.info('noSectionHere');
    return;
  }
  const { document, selection } = editor;
  const place = {
    uri: document.uri.toString(),
    version: document.version,
    offset: document.offsetAt(selection.active),
  };
  const found = await server.effective(place);
  if (found === null) tell.info('noSectionHere');
  else if (found !== 'failed') await effective.show(found);
};
export default showEffective;
