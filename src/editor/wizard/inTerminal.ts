import * as vscode from 'vscode';
import { psLiteral } from '../../engine/remedies/commands/quoting';
import type { ServerAddress } from '../../transports/session';

/**
 * Puts a command into a terminal, for a person to run: one that would run on the server, never the bare command in a shell
 * of another machine. What has several lines, or has to wait for a sign-in, goes onto the clipboard.
 *
 * @returns what is to be done, or what is wrong; null where the command stands in the terminal
 */
export async function putInTerminal(command: string, address: ServerAddress | null): Promise<string | null> {
  if (!address) return 'No server is chosen. Copy the command and run it on the server itself.';
  const { name, transport, host = '', port, user } = address;
  switch (transport) {
    case 'demo':
    case 'folder':
      return `There is no machine behind ${name} that a terminal could reach. Copy the command instead.`;
    case 'ssh': {
      if (host.startsWith('-')) return 'This is no name of a host.';
      const destination = user === undefined ? host : `${user}@${host}`;
      const shellArgs = [...(port === undefined ? [] : ['-p', String(port)]), '--', destination];
      await vscode.env.clipboard.writeText(command);
      vscode.window.createTerminal({ name, shellPath: 'ssh', shellArgs }).show();
      return 'The command is on the clipboard. Sign in in the terminal, start powershell.exe there and paste it.';
    }
    case 'local':
    case 'winrm': {
      const line = transport === 'local' ? command : remoteLine(command, address);
      const terminal = vscode.window.createTerminal({ name, shellPath: 'powershell.exe' });
      terminal.show();
      if (!line.includes('\n')) {
        terminal.sendText(line, false);
        return null;
      }
      await vscode.env.clipboard.writeText(line);
      return 'The command has several lines. It is on the clipboard: paste it into the terminal.';
    }
  }
}

/** The same command, run over PowerShell remoting. */
const remoteLine = (command: string, { host = '', port, user, useSsl, authentication }: ServerAddress): string =>
  [
    `Invoke-Command -ComputerName ${psLiteral(host)}`,
    ...(port === undefined ? [] : [`-Port ${port}`]),
    ...(useSsl ? ['-UseSSL'] : []),
    ...(authentication === undefined ? [] : [`-Authentication ${authentication}`]),
    ...(user === undefined ? [] : [`-Credential ${psLiteral(user)}`]),
    `-ScriptBlock { ${command} }`,
  ].join(' ');
