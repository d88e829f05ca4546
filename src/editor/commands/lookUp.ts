import * as vscode from 'vscode';
import type { Command } from '../command';
import { explainAndShow } from '../explainAndShow';

/** Asks for a code, a GUID or a SID and shows what is known of it. */
const lookUp: Command = async (services) => {
  const text = await vscode.window.showInputBox({
    title: 'Look Up a Code or GUID',
    prompt: 'An error code in any notation, its name, a GUID, a SID, or any text from a log',
    placeHolder: '0x80070425, 2147943461, {D63B10C5-BB46-4990-A94F-E40B9D520160}, S-1-5-18',
    validateInput: (typed) => (typed.trim() === '' ? 'Type a code, a GUID or a SID.' : undefined),
  });
  if (text !== undefined) await explainAndShow(services, { text });
};
export default lookUp;
