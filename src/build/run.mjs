// Runs a script, named by its path from the root, on any checkout, also a fresh one: installs what is missing first.
// Plain Node.js.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const [script, ...args] = process.argv.slice(2);
const windows = process.platform === 'win32';

/** npm leaves this file when an installation is complete, so it is older than the lock file after an update. */
const installed = path.join(root, 'node_modules/.package-lock.json');
const lock = path.join(root, 'package-lock.json');

if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(lock).mtimeMs) {
  console.log('Installing the dependencies (npm ci) …');
  const { status } = spawnSync('npm', ['ci', '--loglevel=error'], { cwd: root, stdio: 'inherit', shell: windows });
  if (status !== 0) {
    console.error('The dependencies could not be installed; npm says above why.');
    process.exit(status ?? 1);
  }
}
const { status, signal } = spawnSync(process.execPath, ['--import', 'tsx', path.join(root, script), ...args], {
  cwd: root,
  stdio: 'inherit',
});
process.exit(signal ? 1 : (status ?? 1));
