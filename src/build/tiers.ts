import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { root } from './bundle';

/** What a tier came to. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Why a tier could not run, or why its result does not count. */
  readonly note?: string;
}

/** A step that either works or not, counted as one test. */
export const step = async (command: string, args: readonly string[], quiet = false): Promise<Counts> =>
  (await run(command, args, {}, quiet)) === 0
    ? { passed: 1, failed: 0, skipped: 0 }
    : { passed: 0, failed: 1, skipped: 0 };

/** Sums up several results; the first note stands for all. */
export function sum(all: readonly Counts[]): Counts {
  const total = (key: 'passed' | 'failed' | 'skipped'): number => all.reduce((so, one) => so + one[key], 0);
  const note = all.find((one) => one.note !== undefined)?.note;
  return { passed: total('passed'), failed: total('failed'), skipped: total('skipped'), ...(note && { note }) };
}

/** A tier of mocha in plain Node.js over some test files or all below some folders; with `quiet` it prints when it has ended. */
export function mocha(folders: readonly string[], timeout = 10_000, quiet = false): Promise<Counts> {
  const specs = folders.map((name) => (name.endsWith('.test.ts') ? name : `${name}/**/*.test.ts`));
  const program = path.join(root, 'node_modules/mocha/bin/mocha.js');
  return counted((report) =>
    run(
      process.execPath,
      [program, '--exit', '--timeout', `${timeout}`, '--reporter', 'test/kit/reporter.cjs', ...specs],
      { IIS_DOCTOR_REPORT: report },
      quiet,
    ),
  );
}

/** A tier whose folders are parted among processes that run side by side; all that each prints stands together. */
export const sideBySide = async (parts: readonly (readonly string[])[], timeout: number): Promise<Counts> =>
  sum(await Promise.all(parts.map((folders) => mocha(folders, timeout, true))));

/**
 * Runs something that leaves its counts in a file. Without that file it did not start or did not come to its end, and
 * a run without any test proves nothing: both are failures, whatever the exit code says.
 */
export async function counted(start: (report: string) => Promise<number>): Promise<Counts> {
  const folder = path.join(root, '.vscode-test');
  const report = path.join(folder, `report-${process.pid}-${performance.now()}.json`);
  mkdirSync(folder, { recursive: true });
  const code = await start(report);
  if (!existsSync(report)) return failure(`did not come to its end (exit code ${code})`);
  const counts = JSON.parse(readFileSync(report, 'utf8')) as Counts;
  rmSync(report);
  if (counts.passed + counts.failed + counts.skipped === 0) return failure('ran no test');
  if (code !== 0 && counts.failed === 0)
    return { ...counts, ...failure(`ended with exit code ${code}`), passed: counts.passed };
  return counts;
}

export const failure = (note: string): Counts => ({ passed: 0, failed: 1, skipped: 0, note });

/** Runs a program on our terminal; with `quiet` what it prints is kept until it has ended. */
export function run(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
  quiet = false,
): Promise<number> {
  return new Promise((resolve) => {
    const output = quiet ? 'pipe' : 'inherit';
    const printed: Buffer[] = [];
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', output, output],
      env: { ...process.env, ...env },
      shell: process.platform === 'win32' && command === 'npm',
    });
    child.once('error', (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.stdout?.on('data', (data: Buffer) => printed.push(data));
    child.stderr?.on('data', (data: Buffer) => printed.push(data));
    child.once('close', (code) => {
      if (quiet) process.stdout.write(Buffer.concat(printed));
      resolve(code ?? 1);
    });
  });
}
