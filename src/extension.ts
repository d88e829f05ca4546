import * as vscode from 'vscode';
import { activateEditor, type Api } from './editor/activate';
import { lazily, portableTransports, type TransportEnvironment } from './editor/servers/transports';
import { storedFiles } from './editor/wizard/privateFiles';
import { diskFiles } from './editor/wizard/privateFiles.node';
import type { Transport } from './transports/session';

/** VS Code on a desktop or a remote machine: the language server is a process of its own, and every way to servers is open. */
export function activate(context: vscode.ExtensionContext): Api {
  return activateEditor(context, {
    makeClient: async (options) => {
      const { LanguageClient, TransportKind } = await import('vscode-languageclient/node');
      const module = vscode.Uri.joinPath(context.extensionUri, 'dist/server.js').fsPath;
      return new LanguageClient('iisDoctor', 'IIS Doctor', { module, transport: TransportKind.stdio }, options);
    },
    makePrivateFiles: (folder) => (folder.scheme === 'file' ? diskFiles(folder.fsPath) : storedFiles(folder)),
    makeTransports: (environment) => [...portableTransports(environment), ...powershellTransports(environment)],
  });
}

/** This machine and PowerShell remoting share one pool of processes, which the first connection makes. */
function powershellTransports({ version, log }: TransportEnvironment): Transport[] {
  const makePool = async () => {
    const [{ PowerShellPool }, { Secrets }, { defaultLimits }] = await Promise.all([
      import('./transports/powershell/pool'),
      import('./transports/powershell/secrets'),
      import('./transports/powershell/settings'),
    ]);
    const settings = vscode.workspace.getConfiguration('iisDoctor.connections');
    return new PowerShellPool(
      {
        version,
        program: settings.get('powershellPath', ''),
        processes: settings.get('powershellProcesses', 4),
        log: (line) => log.info(line),
        limits: defaultLimits,
      },
      new Secrets(),
    );
  };
  let pool: ReturnType<typeof makePool> | null = null;
  const shared = () => (pool ??= makePool());
  return [
    lazily('local', async () => {
      const { LocalTransport } = await import('./transports/local/local');
      return new LocalTransport(await shared(), process.platform);
    }),
    lazily('winrm', async () => {
      const { WinrmTransport } = await import('./transports/winrm/winrm');
      return new WinrmTransport(await shared(), process.platform);
    }),
  ];
}
