import * as vscode from 'vscode';
import type { Command } from '../command';
import { addAddress } from '../servers/addresses';

/** The servers of the built-in farm; one of them does not answer, to show what that looks like. */
const demoServers = ['WEB-01', 'WEB-02', 'WEB-03', 'WEB-04', 'WEB-05', 'OLD-IIS6'];

/** Adds the servers of the demo farm to the user's settings, and shows them. */
const addDemoServers: Command = async ({ servers }) => {
  for (const name of demoServers)
    if (!servers.get(name)) await addAddress({ name, group: 'Demo', transport: 'demo', path: name });
  await vscode.commands.executeCommand('iisDoctor.servers.focus');
};
export default addDemoServers;
