import assert from 'node:assert/strict';
import { bundle } from '../../src/build/bundle';
import { longestScript } from '../../src/engine/scripts/kind';
import type { PerformanceReport } from '../../src/protocol/languageServer';
import { LanguageClient } from '../kit/languageClient';
import { pipelineOf, scriptOf } from './generatedScripts';

/** From an edit of a script to its diagnostics, over the language server as it ships, with every rule on. */
const EDITS = Number(process.env.EDITS ?? 25);
const SHORT = 100_000;
const LONG = 2_000_000;
const SHORT_GOAL = 100;
const LONG_GOAL = 1_500;

const files = ['a.cmd', 'a.ps1', 'a.vbs', 'azure-pipelines.yml', '.gitlab-ci.yml', 'README.md', 'Dockerfile'] as const;

async function start(): Promise<LanguageClient> {
  const client = new LanguageClient(['dist/server.js', '--stdio']);
  client.connection.onRequest('workspace/configuration', () => [{ check: { profile: 'hardening' } }]);
  await client.initialize({ capabilities: { workspace: { configuration: true } } });
  return client;
}

interface Times {
  readonly open: number;
  /** Half of the edits, and 95 of 100, were answered within so many ms. */
  readonly half: number;
  readonly most: number;
}

/** Types letters into a comment-like word in the middle of the document, as a person would. */
async function measure(file: string, text: string): Promise<Times> {
  const client = await start();
  const uri = `file:///bench/${file}`;
  const versionOf = async (version: number): Promise<number> => {
    for (;;) {
      const pushed = await client.nextDiagnostics(60_000);
      if (pushed.version === version) return pushed.diagnostics.length;
    }
  };
  const opened = performance.now();
  await client.open(uri, text);
  assert.ok((await versionOf(1)) > 0, `${file} has findings`);
  const open = performance.now() - opened;
  const lines = text.split('\n');
  const line = lines.findIndex((one, i) => i > lines.length / 2 && one.includes('Typed'));
  assert.ok(line > 0, `${file} has a place to type at`);
  const place = { line, character: (lines[line] ?? '').indexOf('Typed') + 5 };
  const edits: number[] = [];
  for (let i = 0; i < EDITS; i++) {
    const before = performance.now();
    await client.change(uri, i + 2, [{ range: { start: place, end: place }, text: 'x' }]);
    await versionOf(i + 2);
    edits.push(performance.now() - before);
  }
  await client.stop();
  edits.sort((a, b) => a - b);
  const at = (share: number): number => edits[Math.ceil(edits.length * share) - 1] ?? NaN;
  return { open, half: at(0.5), most: at(0.95) };
}

/** A script that is too long is answered without findings, and the performance report says why, once. */
async function tooLong(): Promise<void> {
  const client = await start();
  await client.open('file:///bench/a.cmd', scriptOf('a.cmd', longestScript + SHORT));
  const { diagnostics } = await client.nextDiagnostics(60_000);
  const { shortfalls } = await client.connection.sendRequest<PerformanceReport>('iisDoctor/performanceReport');
  const said = shortfalls.filter(({ feature, reason }) => feature === 'diagnostics' && reason === 'documentTooLong');
  assert.deepEqual([diagnostics.length, said.length], [0, 1]);
  await client.stop();
  console.log('above 4 million characters: no findings, said once');
}

async function main(): Promise<void> {
  await bundle({ production: true });
  console.log('scripts, ms from an edit to the diagnostics: open, half within, 95 of 100 within');
  const show = (name: string, { open, half, most }: Times, goal: number, more = ''): void => {
    if (most > goal) process.exitCode = 1;
    const times = [open, half, most].map((one) => one.toFixed(0).padStart(6)).join('');
    console.log(`${name.padEnd(32)}${times}  goal ${goal}${more}`);
  };
  for (const file of files) {
    const short = await measure(file, scriptOf(file, SHORT));
    show(`${file}, 100 kB`, short, SHORT_GOAL);
    const long = await measure(file, scriptOf(file, LONG));
    const ratio = (long.half / short.half).toFixed(1);
    show(`${file}, 2 MB`, long, LONG_GOAL, `; ${LONG / SHORT} times the text, ${ratio} times the time`);
  }
  show('azure-pipelines.yml, 5,000 lines', await measure('azure-pipelines.yml', pipelineOf(5_000)), SHORT_GOAL);
  await tooLong();
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
