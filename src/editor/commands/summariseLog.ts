import * as vscode from 'vscode';
import type { Command } from '../command';
import { summariseAndShow } from '../summariseAndShow';

/** Summarises a log: the one whose URI it is given by the line above it, else the one in the active editor. */
const summariseLog: Command = async (services, uri) => {
  const source = typeof uri === 'string' ? vscode.Uri.parse(uri) : vscode.window.activeTextEditor?.document.uri;
  if (source) await summariseAndShow(services, { uri: source.toString() }, source, 'noLogOpen');
  else services.tell.info('noLogOpen');
};
export default summariseLog;
