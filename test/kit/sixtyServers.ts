import { monitorEventLoopDelay } from 'node:perf_hooks';
import { connect } from 'node:net';
import { WinrmTransport } from '../../src/transports/winrm/winrm';
import { reach } from '../../src/transports/winrm/reach';
import { faultIn, never, poolOver, server, surroundings } from './powershellPool';
import { listening, StandIn, type Host } from './standIn';

export interface Figures {
  /** Milliseconds from the beginning. */
  readonly first: number;
  readonly last: number;
  /** Milliseconds by which the event loop was late, at worst and in 99 of 100 moments. */
  readonly worstDelay: number;
  readonly usualDelay: number;
  /** Milliseconds of work of our own in the longest moment without a turn of the event loop. */
  readonly longestWork: number;
  /** Megabytes by which the memory of this process grew at most. */
  readonly memory: number;
  /** Most processes at once. */
  readonly processes: number;
  /** How many servers came to which end. */
  readonly ends: Readonly<Record<string, number>>;
}

const ALL = 60;
/** Of six servers in a row one is dead, one is slow. */
const DEAD = 1;
const SLOW = 3;
/** How long a dead server holds up a PowerShell that opens a session to it. */
const OPEN_TIMEOUT = 10_000;

/**
 * Sixty servers at once over WinRM, with real processes and real pipes: ten dead ones (five closed ports, three unknown
 * names, and two whose WinRM takes the connection and never answers), ten slow ones, forty others. Each is signed in to
 * and asked for what the first paint of the tree needs.
 */
export async function sixtyServers(): Promise<Figures> {
  const standIn = await StandIn.create();
  const { port, server: listener } = await listening();
  const closed = await freePort();
  const hosts: Record<string, Host> = {};
  const names = Array.from({ length: ALL }, (_, index) => `web${String(index)}`);
  const dead = names.filter((_, index) => index % 6 === DEAD);
  for (const name of dead.slice(0, 2))
    hosts[name] = {
      openDelay: OPEN_TIMEOUT,
      refuse: { ids: ['WinRMOperationTimeout,PSSessionOpenFailed'], codes: [-2144108250] },
    };
  for (const [index, name] of names.entries())
    if (index % 6 === SLOW) hosts[name] = { askDelay: 2500 };
    else if (index % 6 !== DEAD) hosts[name] = { bytes: 200_000 };
  standIn.behave({ hosts });
  const { pool } = poolOver(standIn.program);
  const knock: typeof reach = (host, _port, signal, connecting) => {
    if (dead.slice(2, 5).includes(host)) return reach('no-such-host.invalid', port, signal, connecting);
    return reach('127.0.0.1', dead.slice(5).includes(host) ? closed : port, signal, connecting);
  };
  const winrm = new WinrmTransport(pool, 'win32', knock);
  const ends: Record<string, number> = {};
  const times: number[] = [];
  let processes = 0;
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  let most = before;
  const sampling = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
    processes = Math.max(processes, pool.pids.length);
  }, 20);
  let longestWork = 0;
  let [turn, cpu] = [performance.now(), process.cpuUsage()];
  const turning = setInterval(() => {
    const { user, system } = process.cpuUsage(cpu);
    // On a busy machine a turn may be late though we did nothing.
    longestWork = Math.max(longestWork, Math.min(performance.now() - turn, (user + system) / 1000));
    [turn, cpu] = [performance.now(), process.cpuUsage()];
  }, 5);
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const began = performance.now();
  const visit = async (host: string): Promise<void> => {
    const end = await faultIn(
      winrm.open(server(host), surroundings().around).then(async (session) => {
        const answers = await session.ask(
          ['system', 'services', 'sites'].map((probe) => ({ probe, asked: {} })),
          never,
        );
        if (!answers[0]?.ok) throw new Error('no answer');
        times.push(performance.now() - began);
      }),
    );
    ends[end] = (ends[end] ?? 0) + 1;
  };
  await Promise.all(names.map(visit));
  const last = performance.now() - began;
  delay.disable();
  clearInterval(sampling);
  clearInterval(turning);
  await pool.dispose();
  listener.close();
  standIn.dispose();
  return {
    first: Math.min(...times),
    last,
    worstDelay: delay.max / 1e6 - 5,
    usualDelay: delay.percentile(99) / 1e6 - 5,
    longestWork,
    memory: (most - before) / 1e6,
    processes,
    ends,
  };
}

/** A port on which nobody listens. */
async function freePort(): Promise<number> {
  const { port, server: listener } = await listening();
  await new Promise((resolve) => listener.close(resolve));
  await new Promise<void>((resolve, reject) => {
    connect({ port, host: '127.0.0.1' })
      .on('connect', () => reject(new Error('Somebody took the port.')))
      .on('error', () => resolve());
  });
  return port;
}
