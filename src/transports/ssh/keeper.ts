import { spawn, type ChildProcess } from 'node:child_process';
import type { HelperFiles } from './askpass';

/**
 * Ends every `ssh` should we be killed: an `ssh` whose server is busy does not notice by itself. One small process for
 * all of them, which knows of our end by the end of its input.
 */
export class Keeper {
  #process: ChildProcess | null = null;
  readonly #kept = new Set<number>();

  constructor(private readonly files: Pick<HelperFiles, 'helper' | 'node'>) {}

  get pid(): number | undefined {
    return this.#process?.pid;
  }

  add(pid: number): void {
    this.#kept.add(pid);
    this.#process ??= this.#start();
    this.#tell(`+${String(pid)}\n`);
  }

  /** That process has ended; its number may be another's soon. */
  remove(pid: number): void {
    if (!this.#kept.delete(pid)) return;
    this.#tell(`-${String(pid)}\n`);
    if (!this.#kept.size) void this.dispose();
  }

  #tell(line: string): void {
    this.#process?.stdin?.write(line);
  }

  #start(): ChildProcess {
    const { node, helper } = this.files;
    const child = spawn(node, [helper], {
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', IIS_DOCTOR_SSH_KEEP: '1' },
      stdio: ['pipe', 'ignore', 'ignore'],
      // What ends our group must not end it first.
      detached: true,
      windowsHide: true,
    });
    child.on('error', () => undefined);
    child.stdin.on('error', () => undefined);
    child.once('exit', () => {
      if (this.#process === child) this.#process = null;
    });
    child.unref();
    return child;
  }

  /** Never rejects. */
  async dispose(): Promise<void> {
    const child = this.#process;
    this.#process = null;
    if (child?.exitCode !== null || child.pid === undefined) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.stdin?.end();
    await ended;
  }
}
