import { existsSync, readFileSync } from 'node:fs';
import { LocalTransport } from '../../src/transports/local/local';
import { PowerShellPool } from '../../src/transports/powershell/pool';
import { Secrets } from '../../src/transports/powershell/secrets';
import { defaultLimits, type Limits } from '../../src/transports/powershell/settings';
import type { Confirmation, Phase, ServerAddress, Surroundings } from '../../src/transports/session';
import { TransportError } from '../../src/transports/transportError';
import { WinrmTransport } from '../../src/transports/winrm/winrm';

export const never = new AbortController().signal;

/** A pool over a program, with both transports as on Windows; every host answers at once. */
export function poolOver(program: string, limits: Partial<Limits> = {}, processes = 4) {
  const log: string[] = [];
  const pool = new PowerShellPool(
    {
      version: '0.0.0',
      program,
      processes,
      log: (line) => log.push(line),
      limits: { ...defaultLimits, ...limits },
    },
    new Secrets(),
  );
  const reach = (_host: string, _port: number, _signal: AbortSignal, connecting: () => void): Promise<void> => {
    connecting();
    return Promise.resolve();
  };
  return { pool, log, local: new LocalTransport(pool, 'win32'), winrm: new WinrmTransport(pool, 'win32', reach) };
}

/** Surroundings that keep a record and answer as told; passwords in their turn. */
export function surroundings({
  passwords = [],
  confirms = false,
  signal = never,
}: { passwords?: (string | null)[]; confirms?: boolean; signal?: AbortSignal } = {}) {
  const asked: { prompt: string; refused: boolean }[] = [];
  const confirmed: Confirmation[] = [];
  const phases: Phase[] = [];
  const log: string[] = [];
  const around: Surroundings = {
    signal,
    phase: (phase) => phases.push(phase),
    password: (question) => {
      asked.push(question);
      return Promise.resolve(passwords[asked.length - 1] ?? null);
    },
    confirm: (question) => {
      confirmed.push(question);
      return Promise.resolve(confirms);
    },
    log: (line) => log.push(line),
  };
  return { around, asked, confirmed, phases, log };
}

export const server = (host: string, more: Partial<ServerAddress> = {}): ServerAddress => ({
  name: host,
  transport: 'winrm',
  host,
  ...more,
});

/** The fault that a promise is rejected with; its message where it is none, `none` where it is kept. */
export const faultIn = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'none',
    (error: unknown) => (error instanceof TransportError ? error.fault : String(error)),
  );

/** Whether a process is there and no mere entry of one that has ended. */
export function lives(pid: number): boolean {
  const stat = `/proc/${String(pid)}/stat`;
  if (existsSync('/proc/self/stat')) return existsSync(stat) && !readFileSync(stat, 'utf8').includes(') Z ');
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Waits until something holds; fails after so many milliseconds. */
export async function eventually(what: string, holds: () => boolean, patience = 5000): Promise<void> {
  const end = Date.now() + patience;
  while (!holds()) {
    if (Date.now() > end) throw new Error(`Not within ${String(patience)} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
