import * as vscode from 'vscode';
import { readServerSettings } from '../../app/serverSettings';
import type { ServerAddress, TransportKind } from '../../transports/session';
import type { Command } from '../command';
import { addAddress } from '../servers/addresses';

interface Way extends vscode.QuickPickItem {
  readonly transport: TransportKind;
}

/** Asks for a server and adds it to the user's own settings. */
const addServer: Command = async ({ servers }) => {
  const way = await vscode.window.showQuickPick(ways(servers.transports), {
    title: TITLE,
    placeHolder: 'How is it reached?',
  });
  if (!way) return;
  const place = await placeFor(way.transport);
  if (!place) return;
  const name = await vscode.window.showInputBox({
    title: TITLE,
    prompt: 'What do you call it?',
    value: place.host ?? (way.transport === 'local' ? 'This machine' : way.label),
    validateInput: (text) =>
      text.trim() === ''
        ? 'A server needs a name.'
        : servers.get(text.trim())
          ? 'There is a server of this name.'
          : null,
  });
  if (name === undefined) return;
  const { servers: read, faults } = readServerSettings([{ name: name.trim(), transport: way.transport, ...place }]);
  const [address] = read;
  if (address) await addAddress(address);
  else await vscode.window.showInputBox({ title: TITLE, prompt: faults.join(' ') });
};
export default addServer;

const TITLE = 'Add Server';

const ALL: readonly Way[] = [
  { transport: 'winrm', label: 'PowerShell remoting (WinRM)', description: 'from Windows' },
  { transport: 'ssh', label: 'SSH', description: 'from any machine' },
  { transport: 'local', label: 'This machine', description: 'Windows only' },
  { transport: 'folder', label: 'A folder', description: 'a copy of inetsrv\\config, an export, a support bundle' },
];

const ways = (kinds: ReadonlySet<TransportKind>): Way[] => ALL.filter(({ transport }) => kinds.has(transport));

async function placeFor(transport: TransportKind): Promise<Partial<ServerAddress> | null> {
  if (transport === 'folder') {
    const [folder] =
      (await vscode.window.showOpenDialog({
        canSelectFolders: true,
        canSelectFiles: false,
        openLabel: 'Open as Server',
      })) ?? [];
    return folder ? { path: folder.scheme === 'file' ? folder.fsPath : folder.toString() } : null;
  }
  if (transport === 'local') return {};
  const host = await vscode.window.showInputBox({
    title: TITLE,
    prompt: 'Host name or address',
    placeHolder: 'web1.contoso.com',
    validateInput: (text) => readServerSettings([{ name: 'x', transport, host: text.trim() }]).faults[0] ?? null,
  });
  if (host === undefined) return null;
  const user = await vscode.window.showInputBox({
    title: TITLE,
    prompt: 'Sign in as; empty: as yourself',
    placeHolder: transport === 'ssh' ? 'administrator' : 'CONTOSO\\operator',
  });
  if (user === undefined) return null;
  return { host: host.trim(), ...(user.trim() !== '' && { user: user.trim() }) };
}
