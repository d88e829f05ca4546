import { readFileSync } from 'node:fs';
import path from 'node:path';
import { findCodes } from '../../src/engine/explain/codes';
import { concernsIis } from '../../src/engine/explain/concerns';
import { explain, explainAt } from '../../src/engine/explain/explain';
import { FieldLogReader } from '../../src/engine/logs/fieldLog';
import { knowledge, root } from '../kit/knowledge';

const logs = path.join(root, 'media/samples/logs');
const sample = readFileSync(path.join(logs, 'dcom-10016-runtimebroker.log'), 'utf8');
const MEGABYTE = 1_000_000;

const repeated = (bytes: number): string => sample.repeat(Math.ceil(bytes / sample.length));

async function milliseconds(run: () => unknown): Promise<number> {
  const started = performance.now();
  await run();
  return performance.now() - started;
}

/** The 95th percentile of many runs, in milliseconds. */
async function p95(runs: number, run: (i: number) => unknown): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < runs; i++) times.push(await milliseconds(() => run(i)));
  return times.sort((a, b) => a - b)[Math.floor(runs * 0.95)] ?? 0;
}

const report = (what: string, figure: string): void => console.log(`${what.padEnd(62)}${figure}`);

/** A web log with the default fields of IIS 10, as one flat string like a file's. */
function webLog(bytes: number): string {
  const header =
    '#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) cs(Referer) sc-status sc-substatus sc-win32-status time-taken\r\n';
  const row =
    '2026-01-01 10:00:00 10.0.0.1 GET /shop/item.aspx id=17 443 - 10.0.9.9 Mozilla/5.0+(Windows+NT+10.0;+Win64;+x64)+AppleWebKit/537.36 https://shop.test/ 200 0 0 15\r\n';
  return Buffer.from(header + row.repeat(bytes / row.length), 'latin1').toString('latin1');
}

async function main(): Promise<void> {
  const text = repeated(4 * MEGABYTE);
  await explain(repeated(MEGABYTE / 4), knowledge);
  // The yardstick of the same run: one plain search for the shape of a GUID.
  const search = await milliseconds(() => text.match(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi));
  const whole = await milliseconds(() => explain(text, knowledge));
  const rate = (ms: number): string => `${(text.length / MEGABYTE / (ms / 1000)).toFixed(1)} MB/s`;
  report(
    'explain, 4 MB of 10016 records, every one diagnosed',
    `${rate(whole)}, ${(whole / search).toFixed(0)} x one GUID search`,
  );

  const row = '2026-03-02 10:00:12 10.0.0.5 GET /shop/item/4711 id=5 443 - 192.168.1.9 Mozilla/5.0 200 0 0 31\n';
  const log = row.repeat(Math.ceil((10 * MEGABYTE) / row.length));
  findCodes(log.slice(0, MEGABYTE));
  const codes = await milliseconds(() => findCodes(log));
  report('error codes in 10 MB of a log that has none', `${(log.length / MEGABYTE / (codes / 1000)).toFixed(0)} MB/s`);

  const large = repeated(10 * MEGABYTE);
  const place = (i: number): number => (i * 104_729) % large.length;
  const hover = await p95(300, (i) => explainAt(large, place(i), knowledge));
  const small = await p95(300, (i) => explainAt(sample, i % sample.length, knowledge));
  report(
    'hover in a 10 MB document, p95',
    `${hover.toFixed(1)} ms, ${(hover / small).toFixed(1)} x the same in a small one`,
  );

  const rows = webLog(100 * MEGABYTE);
  const read = await milliseconds(() => {
    for (const reader = new FieldLogReader(rows); reader.next(););
  });
  report('rows of a 100 MB web log', `${(rows.length / MEGABYTE / (read / 1000)).toFixed(0)} MB/s`);
  const end = await p95(20, (i) => explainAt(rows, 10 * MEGABYTE - i * 997, knowledge));
  report('hover in a web log, 10 MB below its header, p95', `${end.toFixed(1)} ms`);

  const prose = 'Words that have nothing to do with any server at all.\n'.repeat(1_200);
  report(
    'does a document concern IIS, 64 kB without a hit',
    `${(await p95(100, () => concernsIis(prose))).toFixed(2)} ms`,
  );
}

void main();
