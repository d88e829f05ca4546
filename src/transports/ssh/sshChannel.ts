import { spawn, type ChildProcessByStdio } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { within } from '../powershell/abort';
import type { Channel, Hearing } from '../powershell/channel';
import { killTree } from '../powershell/killTree';
import { Lines } from '../powershell/lines';
import { folder } from '../powershell/shell';
import type { Ending } from './faults';

/** How an `ssh` is started. */
export interface SshStart {
  readonly program: string;
  readonly args: readonly string[];
  /** What it finds in its environment beside ours; holds no secret. */
  readonly variables: Readonly<Record<string, string>>;
  /** Called when the server has let us in. */
  readonly signedIn: () => void;
}

/** So much of what it printed as errors is kept: a banner may stand before what matters. */
const ERRORS = 16_000;
/** So long after its end we wait for the rest of its output, in milliseconds. */
const REST = 500;

/** An `ssh` that carries the lines of a PowerShell on a server. */
export class SshChannel implements Channel {
  readonly #process: ChildProcessByStdio<Writable, Readable, Readable>;
  #errors = '';
  #said = '';
  #signedIn = false;
  #dead = false;
  #exitCode: number | null = null;
  readonly ended: Promise<number | null>;
  startError: Error | null = null;

  constructor({ program, args, variables, signedIn }: SshStart, { line, long, received }: Hearing) {
    const child = spawn(program, args, {
      env: { ...process.env, ...variables },
      cwd: folder(),
      stdio: ['pipe', 'pipe', 'pipe'],
      windowsHide: true,
    });
    this.#process = child;
    this.ended = new Promise((resolve) => {
      const end = (code: number | null): void => {
        this.#dead = true;
        this.#exitCode = code;
      };
      child.once('error', (error) => {
        this.startError = error;
        end(null);
        resolve(null);
      });
      // A program of a jump host may hold the pipe longer.
      child.once('exit', (code) => {
        end(code);
        setTimeout(() => resolve(code), REST);
      });
      child.once('close', (code) => resolve(code));
    });
    const lines = new Lines(line, long);
    child.stdout.setEncoding('utf8').on('data', (piece: string) => {
      received(piece.length);
      lines.push(piece);
    });
    const errors = new Lines((one) => {
      if (this.#signedIn || !one.startsWith('Authenticated to ')) return;
      this.#signedIn = true;
      signedIn();
    });
    child.stderr.setEncoding('utf8').on('data', (piece: string) => {
      this.#errors = (this.#errors + piece).slice(-ERRORS);
      this.#said = (this.#said + piece).slice(-ERRORS);
      if (!this.#signedIn) errors.push(piece);
    });
    for (const stream of [child.stdin, child.stdout, child.stderr]) stream.on('error', () => undefined);
  }

  get dead(): boolean {
    return this.#dead;
  }

  get pid(): number | undefined {
    return this.#process.pid;
  }

  /** How it has ended. */
  get ending(): Ending {
    return { exitCode: this.#exitCode, said: this.#said, signedIn: this.#signedIn };
  }

  send(lines: readonly string[]): void {
    this.#process.stdin.write(lines.map((line) => `${line}\n`).join(''));
  }

  takeErrors(): string {
    const errors = this.#errors;
    this.#errors = '';
    return errors;
  }

  async close(patience: number): Promise<void> {
    this.#process.stdin.end();
    if (!(await within(this.ended, patience))) await this.kill();
  }

  /** Ends it at once. The server ends what it does for us, because its connection is gone. */
  async kill(): Promise<void> {
    if (this.#dead || this.#process.pid === undefined) return;
    await killTree(this.#process.pid);
    await this.ended;
  }
}
