import assert from 'node:assert/strict';
import { execFile, execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildSync } from 'esbuild';
import { commandsSource, familiesSource, manifestSource, modulesIn } from '../../src/build/gen';
import { families } from '../../src/engine/knowledge/families.generated';
import { root } from '../kit/knowledge';

const src = path.join(root, 'src');
const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Parameters<
  typeof manifestSource
>[0];

/** Deliberate violations: each file is put in while the guards look. */
const violations: Readonly<Record<string, string>> = {
  'src/engine/text/violation.ts': `console.log(process.env, Buffer.alloc(1)); setTimeout(() => {}, 1);\n`,
  'src/engine/knowledge/guids/violation.ts': `import { defineFamily } from '../fact';
export const noSource = defineFamily({ facts: [{ id: 'x', name: 'x', verdict: null, meaning: 'x', keys: [{ kind: 'sid', sid: 'S-1' }], sources: [], samples: ['x'], notSamples: ['y'] }] });
export const misspelt = defineFamily({ facts: [{ id: 'x', name: 'x', verdict: null, meaning: 'x', dont: [], keys: [{ kind: 'sid', sid: 'S-1' }], sources: [{ document: 'd', says: 's', read: '2026-01-01' }], samples: ['x'], notSamples: ['y'] }] });
`,
  'src/editor/violation.ts': `import * as vscode from 'vscode';
export function f(): void {
  vscode.window.showErrorMessage('x');
  vscode.window.showInputBox();
}
${'// line\n'.repeat(300)}`,
};

interface Verdict {
  readonly status: number;
  readonly stdout: string;
}

const node = (...args: string[]): Promise<Verdict> =>
  new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: root }, (error, stdout) => {
      resolve({ status: error ? Number(error.code) : 0, stdout });
    });
  });

/** What the compiler says of the engine and the linter of the editor with all violations in them, both at once. */
async function judged(): Promise<{ compiler: Verdict; linter: Verdict }> {
  for (const file of Object.keys(violations))
    assert.ok(!existsSync(path.join(root, file)), 'a deliberate violation never overwrites a file');
  try {
    for (const [file, text] of Object.entries(violations)) writeFileSync(path.join(root, file), text);
    const [compiler, linter] = await Promise.all([
      node('node_modules/typescript/bin/tsc', '-p', 'src/engine'),
      node('node_modules/eslint/bin/eslint.js', '-c', 'src/build/eslint.config.mjs', 'src/editor/violation.ts'),
    ]);
    return { compiler, linter };
  } finally {
    for (const file of Object.keys(violations)) rmSync(path.join(root, file), { force: true });
  }
}

describe('the registries', () => {
  it('list exactly the files on disk', () => {
    const modules = modulesIn(path.join(src, 'engine/knowledge'), 2);
    assert.equal(
      readFileSync(path.join(src, 'engine/knowledge/families.generated.ts'), 'utf8'),
      familiesSource(modules),
    );
    assert.equal(families.length, modules.length);
    const commands = modulesIn(path.join(src, 'editor/commands'), 1);
    assert.equal(readFileSync(path.join(src, 'editor/commands/index.generated.ts'), 'utf8'), commandsSource(commands));
    assert.equal(readFileSync(path.join(src, 'editor/manifest.generated.ts'), 'utf8'), manifestSource(manifest));
  });

  it('are not committed', () => {
    const tracked = execFileSync('git', ['ls-files', '*.generated.ts'], { cwd: root, encoding: 'utf8' });
    assert.equal(tracked, '');
  });

  it('name every command of the manifest once', () => {
    const files = modulesIn(path.join(src, 'editor/commands'), 1).map((name) => `iisDoctor.${name}`);
    assert.deepEqual(manifest.contributes.commands.map(({ command }) => command).sort(), files.sort());
  });
});

describe('the guards', function () {
  this.timeout(60_000);

  let compiler: Verdict;
  let linter: Verdict;
  before(async () => {
    ({ compiler, linter } = await judged());
  });

  it('refuse a clock, a console and a process in the engine', () => {
    assert.notEqual(compiler.status, 0);
    for (const name of ['console', 'process', 'Buffer', 'setTimeout'])
      assert.match(compiler.stdout, new RegExp(`text.violation\\.ts.*'${name}'`));
  });

  it('refuse a fact without a source or with a misspelt field', () => {
    assert.match(compiler.stdout, /guids.violation\.ts\(2/);
    assert.match(compiler.stdout, /guids.violation\.ts\(3.*'dont'/);
  });

  it('refuse notifications outside tell.ts, forgotten promises and thenables, and files over 300 lines', () => {
    assert.equal(linter.status, 1);
    for (const rule of ['no-restricted-syntax', 'no-floating-promises', 'max-lines'])
      assert.match(linter.stdout, new RegExp(rule));
  });

  it('keep Node out of the browser bundles', () => {
    const bundle = (contents: string) =>
      buildSync({
        stdin: { contents, resolveDir: path.join(src, 'engine') },
        bundle: true,
        write: false,
        platform: 'browser',
        logLevel: 'silent',
      });
    assert.ok(bundle(`export * from './explain/explain'; export * from './render/page';`).outputFiles.length);
    assert.throws(() => bundle(`import fs from 'node:fs'; console.log(fs);`), /Could not resolve "node:fs"/);
  });

  it('keep every door under 60 lines', () => {
    for (const door of readdirSync(src).filter((name) => name.endsWith('.ts')))
      assert.ok(readFileSync(path.join(src, door), 'utf8').split('\n').length <= 60, door);
  });
});
