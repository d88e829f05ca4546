import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bundle, root } from './bundle';
import { startCodeServer } from './codeServer';
import { NoKit } from './kit';

const samples = path.join(root, 'media/samples');
const windows = process.platform === 'win32';

/** Opens the extension in a real VS Code on the sample workspace: the installed one, else the kit's in a browser. */
async function start(): Promise<void> {
  await bundle();
  const code = spawnSync('code', ['--version'], { stdio: 'ignore', shell: windows });
  if (code.status === 0) {
    const workspace = path.join(mkdtempSync(path.join(tmpdir(), 'iis-doctor-')), 'samples');
    cpSync(samples, workspace, { recursive: true });
    spawnSync('code', ['--new-window', `--extensionDevelopmentPath=${root}`, workspace], {
      stdio: 'inherit',
      shell: windows,
    });
    console.log(`VS Code opens on a copy of the samples, ${workspace}. Begin with its README.md.`);
    return;
  }
  const password = randomBytes(9).toString('base64url');
  const server = await startCodeServer({ workspace: samples, extension: root, password, port: 8123 });
  console.log(`
IIS Doctor runs in a real VS Code:

  ${server.url}/?folder=${encodeURIComponent(server.workspace)}
  password  ${password}

Open the address in a browser on this machine, and README.md in there to see what to try.
After "npm run build" choose "Developer: Reload Window". Ctrl+C ends it.`);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => void server.stop().then(() => process.exit(0)));
}

start().catch((error: unknown) => {
  console.error(error instanceof NoKit ? `No VS Code can be had here: ${error.message}` : error);
  process.exitCode = 1;
});
