import * as vscode from 'vscode';
import { demoServers } from '../../transports/demo/farm';
import type { Command } from '../command';
import { addAddress } from '../servers/addresses';

/** Adds the servers of the demo farm to the user's settings, and shows them. */
const addDemoServers: Command = async ({ servers }) => {
  for (const name of demoServers)
    if (!servers.get(name)) await addAddress({ name, group: 'Demo', transport: 'demo', path: name });
  await vscode.commands.executeCommand('iisDoctor.servers.focus');
};
export default addDemoServers;
