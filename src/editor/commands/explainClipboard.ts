import * as vscode from 'vscode';
import type { Command } from '../command';
import { explainAndShow } from '../explainAndShow';

const explainClipboard: Command = async (services) => {
  const text = await vscode.env.clipboard.readText();
  if (text.trim() === '') services.tell.info('clipboardEmpty');
  else await explainAndShow(services, { text });
};
export default explainClipboard;
