import assert from 'node:assert/strict';
import { bundle } from '../../src/build/bundle';
import { hoverText, LanguageClient } from '../kit/languageClient';
import { eventLog, requestLog } from './generatedLogs';

/** Hovers over the language server in a large document, at rest and right behind an edit, as an editor asks for them. */
const MEGABYTE = 1_000_000;
const HOVERS = 200;
const EDITS = 60;

const p95 = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0;

async function timed(run: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await run();
  return performance.now() - started;
}

async function measure(name: string, text: string, over: RegExp): Promise<void> {
  const client = new LanguageClient(['dist/server.js', '--stdio']);
  await client.initialize();
  const uri = `file:///bench/${name}`;
  await client.open(uri, text);
  const lines = text.split('\n');
  const places = lines.flatMap((line, i) => {
    const at = line.search(over);
    return at < 0 ? [] : [{ line: i, character: at + 1 }];
  });
  const place = (i: number): { line: number; character: number } => {
    const found = places[(i * 7_919) % places.length];
    assert.ok(found);
    return found;
  };
  const hoverAt = ({ line, character }: { line: number; character: number }) => client.hover(uri, line, character);
  assert.ok(hoverText(await hoverAt(place(1))), 'something is said there');
  await client.connection.sendRequest('textDocument/codeLens', { textDocument: { uri } });

  const rest: number[] = [];
  for (let i = 0; i < HOVERS; i++) rest.push(await timed(() => hoverAt(place(i))));
  const edited: number[] = [];
  for (let i = 0; i < EDITS; i++) {
    const { line } = place(i * 31);
    const start = { line, character: 0 };
    await client.change(uri, i + 2, [{ range: { start, end: start }, text: ' ' }]);
    // What an editor asks for with each change stands in the queue before the hover.
    const lenses = client.connection.sendRequest('textDocument/codeLens', { textDocument: { uri } });
    edited.push(await timed(() => hoverAt({ ...place(i), character: place(i).character + 1 })));
    await lenses;
  }
  await client.stop();
  console.log(
    `hover in ${(text.length / MEGABYTE).toFixed(0)} MB (${name}), p95`.padEnd(44) +
      `${p95(rest).toFixed(1)} ms at rest (goal 10), ${p95(edited).toFixed(1)} ms behind an edit (goal 50)`,
  );
}

async function main(): Promise<void> {
  await bundle({ production: true });
  await measure('events.log', eventLog(Number(process.env.MB ?? 10) * MEGABYTE), /Event ID/);
  await measure('u_ex.log', requestLog(Number(process.env.MB ?? 10) * MEGABYTE), /500 19 5/);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
