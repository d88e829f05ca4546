import type { ChildProcess } from 'node:child_process';
import { PowerShell } from 'node-powershell';
import { within } from './abort';
import { Lines, type LongLine } from './lines';
import { killTree } from './killTree';

/** How a PowerShell process is started. */
export interface Start {
  /** The full path of `powershell.exe` or `pwsh`. */
  readonly program: string;
  /** What it finds in its environment beside ours: the only way for a secret. */
  readonly variables: Readonly<Record<string, string>>;
}

/** So much of the errors it printed is kept. */
const ERRORS = 4000;
/** So long after its end we wait for the rest of its output, in milliseconds. */
const REST = 500;

/** node-powershell would let a variable of the environment name another program; the setting decides. */
class Chosen extends PowerShell {
  protected override setExecutable({ executable }: { executable?: string }): string {
    return executable ?? 'powershell.exe';
  }
}

/**
 * One PowerShell that reads lines from its input: node-powershell starts it and holds its streams. Its `invoke` is not
 * used; `src/README.md` says why.
 */
export class Shell {
  readonly #inner: PowerShell;
  readonly #process: ChildProcess;
  #errors = '';
  #dead = false;
  /** Resolves with its exit code when it has ended; null where a signal ended it or it never began. */
  readonly ended: Promise<number | null>;
  /** Why it could not be started. */
  startError: NodeJS.ErrnoException | null = null;

  /**
   * @param heard called with each line of its output
   * @param long takes a long line as it comes
   * @param received called with the length of each piece of output before its lines are
   */
  constructor(
    start: Start,
    heard: (line: string) => void,
    long: (head: string) => LongLine | null,
    received: (length: number) => void,
  ) {
    this.#inner = new Chosen({
      executable: start.program,
      executableOptions: {
        '-NoProfile': true,
        '-NonInteractive': true,
        '-InputFormat': 'Text',
        '-OutputFormat': 'Text',
      },
      spawnOptions: { env: environment(start), cwd: folder(), windowsHide: true },
    });
    const { process: child, exitPromise } = this.#inner as unknown as {
      process: ChildProcess;
      exitPromise: Promise<void>;
    };
    this.#process = child;
    // It rejects for every exit code but 0, which is no fault of ours.
    exitPromise.catch(() => undefined);
    this.ended = new Promise((resolve) => {
      child.once('error', (error) => {
        this.startError = error;
        this.#dead = true;
        resolve(null);
      });
      // Output may still be on its way then; or somebody else holds the pipe, and nothing will come.
      child.once('exit', (code) => {
        this.#dead = true;
        setTimeout(() => resolve(code), REST);
      });
      child.once('close', (code) => resolve(code));
    });
    const { stdin, stdout, stderr } = this.#inner.streams;
    const lines = new Lines(heard, long);
    stdout.on('data', (chunk: string) => {
      received(chunk.length);
      lines.push(chunk);
    });
    // child-shell keeps the first three pieces of it and then stops reading, which would halt the process.
    stderr.unpipe();
    stderr.on('data', (chunk: string) => {
      this.#errors = (this.#errors + chunk).slice(-ERRORS);
    });
    stderr.resume();
    for (const stream of [stdin, stdout, stderr]) stream.on('error', () => undefined);
  }

  get dead(): boolean {
    return this.#dead;
  }

  get pid(): number | undefined {
    return this.#process.pid;
  }

  /** Writes whole lines; text without line ends. */
  send(lines: readonly string[]): void {
    this.#inner.streams.stdin.write(lines.map((line) => `${line}\n`).join(''));
  }

  /** What it printed as errors since the last call. */
  takeErrors(): string {
    const errors = this.#errors;
    this.#errors = '';
    return errors;
  }

  /** Closes its input, which ends it; whatever is left after the time is killed. Never rejects. */
  async close(patience: number): Promise<void> {
    this.#inner.streams.stdin.end();
    if (!(await within(this.ended, patience))) await this.kill();
  }

  /** Ends it with everything that it has started. Never rejects. */
  async kill(): Promise<void> {
    if (this.#dead || this.#process.pid === undefined) return;
    await killTree(this.#process.pid);
    await this.ended;
  }
}

/** Not the folder of a workspace: Windows looks for programs in the current one first. */
const folder = (): string => (process.platform === 'win32' ? (process.env.SystemRoot ?? 'C:\\') : '/');

function environment(start: Start): NodeJS.ProcessEnv {
  const variables = Object.fromEntries(
    // Windows PowerShell cannot load its own modules from the path that a PowerShell 7 above us has set.
    Object.entries(process.env).filter(([name]) => name.toLowerCase() !== 'psmodulepath'),
  );
  return {
    ...variables,
    TERM: 'dumb',
    NO_COLOR: '1',
    POWERSHELL_TELEMETRY_OPTOUT: '1',
    POWERSHELL_UPDATECHECK: 'Off',
    ...start.variables,
  };
}
