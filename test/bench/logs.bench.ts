import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bundle, root } from '../../src/build/bundle';
import { eventLog, eventXml, requestLog } from './generatedLogs';

/**
 * Large logs through the command line, each beside a search for GUIDs by `rg` in the same file and run. The number of
 * records is counted a second time by a slow and simple reader, so that skipping work fails.
 */
const MEGABYTE = 1_000_000;
const MEMORY_GOAL_MB = 300;
const folder = mkdtempSync(path.join(tmpdir(), 'iis-doctor-bench-'));
const memory = path.join(folder, 'memory');
const hook = path.join(folder, 'memory.cjs');

const kitRg = path.join(
  root,
  '.vscode-test/kit/vscode/node_modules/code-server/lib/vscode/node_modules/@vscode/ripgrep-universal/bin/linux-x64/rg',
);
const rg = spawnSync('rg', ['--version']).status === 0 ? 'rg' : existsSync(kitRg) ? kitRg : null;
const GUID = '[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}';

interface Run {
  readonly seconds: number;
  readonly megabytes: number;
  readonly stdout: string;
}

function run(args: readonly string[]): Run {
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--require', hook, path.join(root, 'dist/cli.js'), ...args],
    {
      encoding: 'utf8',
      maxBuffer: 1024 * MEGABYTE,
    },
  );
  assert.equal(status, 0, stderr);
  return {
    seconds: (performance.now() - started) / 1000,
    megabytes: Number(readFileSync(memory, 'utf8')) / 1024,
    stdout,
  };
}

function search(file: string): number | null {
  if (!rg) return null;
  const started = performance.now();
  spawnSync(rg, ['--count-matches', GUID, file]);
  return (performance.now() - started) / 1000;
}

function report(what: string, file: string, { seconds, megabytes }: Run, goal: number): void {
  const size = statSync(file).size / MEGABYTE;
  const searched = search(file);
  const ratio =
    searched === null ? 'no rg here' : `${(seconds / searched).toFixed(1)} x rg (${(size / searched).toFixed(0)} MB/s)`;
  console.log(
    `${what.padEnd(44)}${(size / seconds).toFixed(1).padStart(6)} MB/s (goal ${goal}), ${megabytes.toFixed(0)} MB of memory (goal under ${MEMORY_GOAL_MB}), ${ratio}`,
  );
}

interface SummaryOutput {
  records: { records: number; groups: { count: number }[]; unknown: { count: number }[] };
  requests: { rows: number; groups: { outcome: string; count: number }[] } | null;
}
const summaryOf = ({ stdout }: Run): SummaryOutput => JSON.parse(stdout) as SummaryOutput;
const sum = (groups: readonly { count: number }[]): number => groups.reduce((so, { count }) => so + count, 0);

/** Counts line by line what the reader of records must find. */
function linesOf(text: string, pattern: RegExp): number {
  let count = 0;
  for (const line of text.split('\n')) if (pattern.test(line)) count++;
  return count;
}

async function main(): Promise<void> {
  await bundle({ production: true });
  writeFileSync(
    hook,
    `process.on('exit', () => require('fs').writeFileSync(${JSON.stringify(memory)}, String(process.resourceUsage().maxRSS)));`,
  );
  const file = (name: string, text: string): string => {
    const full = path.join(folder, name);
    writeFileSync(full, text);
    return full;
  };

  const events = eventLog(50 * MEGABYTE);
  const eventFile = file('events.log', events);
  report('explain, 50 MB of event text', eventFile, run(['explain', eventFile]), 20);
  const eventSummary = run(['explain', eventFile, '--summary', '--format', 'json']);
  report('explain --summary, the same', eventFile, eventSummary, 20);
  const { records } = summaryOf(eventSummary);
  assert.equal(records.records, linesOf(events, /^(?:Event ID|Ereignis-ID):/), 'every record was read');
  assert.equal(sum(records.groups) + sum(records.unknown), records.records);

  const xml = eventXml(50 * MEGABYTE);
  const xmlFile = file('events.xml', xml);
  const xmlSummary = run(['explain', xmlFile, '--summary', '--format', 'json']);
  report('explain --summary, 50 MB of event XML', xmlFile, xmlSummary, 20);
  assert.equal(summaryOf(xmlSummary).records.records, linesOf(xml, /^<Event /), 'every event was read');

  const requests = requestLog(100 * MEGABYTE);
  const requestFile = file('u_ex261118.log', requests);
  report('explain, 100 MB of a W3C log', requestFile, run(['explain', requestFile]), 40);
  const requestSummary = run(['explain', requestFile, '--summary', '--format', 'json']);
  report('explain --summary, the same', requestFile, requestSummary, 40);
  const found = summaryOf(requestSummary).requests;
  assert.equal(found?.rows, linesOf(requests, /^[^#]/), 'every row was read');
  const failures = found.groups.find(({ outcome }) => outcome === '500 19 5')?.count;
  assert.equal(failures, linesOf(requests, / 500 19 5 \d+$/), 'every field was read');
}

main()
  .catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  })
  .finally(() => rmSync(folder, { recursive: true, force: true }));
