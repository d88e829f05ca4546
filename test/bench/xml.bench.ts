import path from 'node:path';
import { runInThisContext } from 'node:vm';
import { buildSync } from 'esbuild';
import { SaxesParser } from 'saxes';
import type { readXml as ReadXml } from '../../src/engine/xml/parse';
import { bigConfiguration } from '../kit/bigConfiguration';
import { root } from '../kit/knowledge';

const MEGABYTE = 1_000_000;
const RUNS = 9;
const report = (what: string, figure: string): void => console.log(`${what.padEnd(62)}${figure}`);

function milliseconds(run: () => unknown): number {
  const started = performance.now();
  run();
  return performance.now() - started;
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

/** The reader as it ships, in a bundle: run from its sources, every call from file to file costs more. */
function bundledReader(): typeof ReadXml {
  const { outputFiles } = buildSync({
    entryPoints: [path.join(root, 'src/engine/xml/parse.ts')],
    bundle: true,
    format: 'cjs',
    write: false,
  });
  const module: { exports: { readXml?: typeof ReadXml } } = { exports: {} };
  const load = runInThisContext(`(module) => {${outputFiles[0]?.text ?? ''}}`) as (into: typeof module) => void;
  load(module);
  if (!module.exports.readXml) throw new Error('The bundle has no readXml.');
  return module.exports.readXml;
}

/** Memory in use after a collection, in bytes. */
function heap(): number {
  if (!globalThis.gc) throw new Error('Run with --expose-gc.');
  globalThis.gc();
  return process.memoryUsage().heapUsed;
}

/** How fast a configuration of 20,000 sites is read, next to saxes in the same run, and what its tree takes. */
export function bench(): void {
  const readXml = bundledReader();
  // Copied, because a text put together of pieces is not flat and a document that was received is.
  const text = Buffer.from(bigConfiguration(20_000)).toString('utf8');
  const rate = (ms: number): string => `${(text.length / MEGABYTE / (ms / 1_000)).toFixed(0)} MB/s`;
  const first = milliseconds(() => readXml(text));
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let i = 0; i < RUNS; i++) {
    ours.push(milliseconds(() => readXml(text)));
    theirs.push(milliseconds(() => new SaxesParser({ xmlns: true }).write(text).close()));
  }
  const what = `${(text.length / MEGABYTE).toFixed(1)} MB, 20,000 sites`;
  report(`read with the tree, ${what}`, `${rate(median(ours))}, best ${rate(Math.min(...ours))}, first ${rate(first)}`);
  report('saxes in the same run, without a tree', `${rate(median(theirs))}, best ${rate(Math.min(...theirs))}`);

  const before = heap();
  let document: ReturnType<typeof ReadXml> | null = readXml(text);
  const used = heap() - before;
  report('heap of the tree, without the text', `${(used / MEGABYTE).toFixed(0)} MB, ${document.roots.length} root`);
  document = null;

  const damaged = text.replaceAll(' sslFlags="1"', ' sslFlags="1').replaceAll('</bindings>', '</binding>');
  const worst = median(Array.from({ length: RUNS }, () => milliseconds(() => readXml(damaged))));
  report('the same with two faults in every site', rate(worst));
  const small = bigConfiguration(70);
  const times = Array.from({ length: 200 }, () => milliseconds(() => readXml(small)));
  report(`${(small.length / 1_000).toFixed(0)} kB, median`, `${median(times).toFixed(2)} ms`);
}

if (require.main === module) bench();
