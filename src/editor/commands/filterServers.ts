import * as vscode from 'vscode';
import type { Command } from '../command';

/** Shows only what has a text in its name. */
const filterServers: Command = async ({ servers }) => {
  const text = await vscode.window.showInputBox({
    title: 'Filter Servers',
    prompt: 'A part of the name of a server, site, application pool or service. Empty shows everything.',
    value: servers.filter,
  });
  if (text !== undefined) servers.filter = text.trim();
};
export default filterServers;
