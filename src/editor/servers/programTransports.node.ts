import * as vscode from 'vscode';
import type { Transport } from '../../transports/session';
import { lazily, type TransportEnvironment } from './transports';

/** The ways to servers that programs of this machine carry: PowerShell and ssh. */
export const programTransports = (environment: TransportEnvironment): Transport[] => [
  ...powershellTransports(environment),
  sshTransport(environment),
];

/** This machine and PowerShell remoting share one pool of processes, which the first connection makes. */
function powershellTransports({ version, log }: TransportEnvironment): Transport[] {
  const makePool = async () => {
    const [{ PowerShellPool }, { Secrets }, { defaultLimits }] = await Promise.all([
      import('../../transports/powershell/pool'),
      import('../../transports/powershell/secrets'),
      import('../../transports/powershell/settings'),
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
      const { LocalTransport } = await import('../../transports/local/local');
      return new LocalTransport(await shared(), process.platform);
    }),
    lazily('winrm', async () => {
      const { WinrmTransport } = await import('../../transports/winrm/winrm');
      return new WinrmTransport(await shared(), process.platform);
    }),
  ];
}

const sshTransport = ({ extensionUri, version, log }: TransportEnvironment): Transport =>
  lazily('ssh', async () => {
    const { makeSshTransport } = await import('../../transports/ssh/make');
    const program = vscode.workspace.getConfiguration('iisDoctor.connections').get('sshPath', '');
    const folder = vscode.Uri.joinPath(extensionUri, 'dist').fsPath;
    return makeSshTransport({ version, program, folder, log: (line) => log.info(line) });
  });
