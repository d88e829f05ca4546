import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bundle } from '../../src/build/bundle';
import { bigConfiguration } from '../kit/bigConfiguration';
import { LanguageClient } from '../kit/languageClient';

/**
 * From the open and from an edit of a configuration file to its diagnostics, then hovers and completions, over the
 * language server as it ships.
 */
const SIZES = [100, 1_000, 5_000, 20_000];
const OPENS = Number(process.env.OPENS ?? 5);
const EDITS = Number(process.env.EDITS ?? 25);
const ASKED = Number(process.env.ASKED ?? 200);
const GOALS: Readonly<Record<number, { open?: number; edit: number; memory?: number; answer?: number }>> = {
  5_000: { open: 400, edit: 150, answer: 15 },
  20_000: { edit: 600, memory: 500 },
};

const sorted = (times: readonly number[]): number[] => [...times].sort((a, b) => a - b);
const share = (times: readonly number[], part: number): number =>
  sorted(times)[Math.max(0, Math.ceil(times.length * part) - 1)] ?? NaN;
const figures = (times: readonly number[], goal?: number): string =>
  `${share(times, 0.5).toFixed(0)} / ${share(times, 0.95).toFixed(0)} ms${goal === undefined ? '' : ` (goal ${goal})`}`.padEnd(
    28,
  );

/** The most memory that a process ever had in use, in MB; null where the system does not tell. */
function peakMemory(pid: number | undefined): number | null {
  try {
    const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return kilobytes === undefined ? null : Number(kilobytes) / 1_024;
  } catch {
    return null;
  }
}

/** The time that a process has computed so far, in ms: what a busy machine does not change; null where nobody tells. */
function computed(pid: number | undefined): number | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return null;
  }
}

/** The same file read by `xmllint`, process start and all; null where the machine has none. */
function xmllint(text: string): number | null {
  const folder = mkdtempSync(path.join(tmpdir(), 'iis-doctor-'));
  try {
    const file = path.join(folder, 'applicationHost.config');
    writeFileSync(file, text);
    const times = Array.from({ length: 5 }, () => {
      const started = performance.now();
      const { error, status } = spawnSync('xmllint', ['--noout', file], { stdio: 'ignore' });
      return error || status !== 0 ? NaN : performance.now() - started;
    });
    return times.some(Number.isNaN) ? null : share(times, 0.5);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function versionOf(client: LanguageClient, version: number): Promise<void> {
  for (;;) if ((await client.nextDiagnostics(60_000)).version === version) return;
}

/** What is hovered over, and where a completion is asked for: an element, an attribute, a name, a tag, a list of names. */
const PLACES = ['<bind|ing ', 'logFo|rmat', 'applicationPool="P|ool', '<site |name', 'protocol="|http"'];

/** The times of hovers and of completions all over a document, at rest; the first one of each reads what is needed. */
async function answerTimes(client: LanguageClient, uri: string, text: string): Promise<Record<string, number[]>> {
  const lines = text.split('\r\n');
  const places = PLACES.flatMap((place) => {
    const [before = '', after = ''] = place.split('|');
    const found = lines.flatMap((line, i) => (line.includes(before + after) ? [i] : []));
    return Array.from({ length: Math.ceil(ASKED / PLACES.length) }, (_, i) => {
      const line = found[(i * 7_919) % found.length] ?? 0;
      return { line, character: (lines[line] ?? '').indexOf(before + after) + before.length };
    });
  });
  const times: Record<string, number[]> = {};
  for (const feature of ['hover', 'completion']) {
    const all: number[] = [];
    for (const position of places) {
      const started = performance.now();
      await client.connection.sendRequest(`textDocument/${feature}`, { textDocument: { uri }, position });
      all.push(performance.now() - started);
    }
    times[feature] = all;
  }
  return times;
}

async function measure(sites: number): Promise<void> {
  const text = bigConfiguration(sites);
  const uri = 'file:///bench/applicationHost.config';
  const cold: number[] = [];
  const peaks: number[] = [];
  const edits: number[] = [];
  let editing: number | null = null;
  let answers: Record<string, number[]> = {};
  for (let run = 0; run < OPENS; run++) {
    const client = new LanguageClient(['dist/server.js', '--stdio']);
    await client.initialize();
    const started = performance.now();
    await client.open(uri, text, 'xml');
    await versionOf(client, 1);
    cold.push(performance.now() - started);
    if (run === 0) {
      answers = await answerTimes(client, uri, text);
      const lines = text.split('\r\n');
      const begun = computed(client.process.pid);
      for (let i = 0; i < EDITS; i++) {
        const line = lines.findIndex(
          (one, at) => at >= (i * lines.length) / EDITS / 1.1 && one.includes('logFormat="W3C"'),
        );
        assert.ok(line >= 0);
        const character = lines[line]!.indexOf('W3C"') + 3;
        const start = { line, character };
        const before = performance.now();
        await client.change(uri, i + 2, [{ range: { start, end: start }, text: 'x' }]);
        await versionOf(client, i + 2);
        edits.push(performance.now() - before);
      }
      const ended = computed(client.process.pid);
      editing = begun === null || ended === null ? null : (ended - begun) / EDITS;
    }
    const peak = peakMemory(client.process.pid);
    if (peak !== null) peaks.push(peak);
    await client.stop();
  }
  const goal = GOALS[sites];
  const lint = xmllint(text);
  console.log(
    [
      `${sites} sites, ${(text.length / 1_000_000).toFixed(1)} MB`.padEnd(24),
      `open ${figures(cold, goal?.open)}`,
      `edit ${figures(edits, goal?.edit)}`,
      ...Object.entries(answers).map(([feature, times]) => `${feature} ${figures(times, goal?.answer)}`),
      `computing per edit ${editing === null ? '?' : `${editing.toFixed(0)} ms`}`.padEnd(28),
      `peak ${peaks.length ? `${Math.max(...peaks).toFixed(0)} MB` : '?'}${goal?.memory === undefined ? '' : ` (goal ${goal.memory})`}`.padEnd(
        26,
      ),
      `xmllint ${lint === null ? 'not on this machine' : `${lint.toFixed(0)} ms`}`,
    ].join('  '),
  );
}

async function main(): Promise<void> {
  await bundle({ production: true });
  console.log('to the diagnostics, half within / 95 of 100 within; opening includes no process start');
  const sizes = process.env.SITES ? process.env.SITES.split(',').map(Number) : SIZES;
  for (const sites of sizes) await measure(sites);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
