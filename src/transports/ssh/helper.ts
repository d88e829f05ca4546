/**
 * A small program beside the extension, with two uses. `ssh` starts it to ask something: it hands the question on to us
 * and prints our answer. And we start it once ourselves: it ends every `ssh` should we be killed.
 *
 * It is told everything by its environment, because what `ssh` asks stands in its arguments.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { createInterface } from 'node:readline';

const { env } = process;

/** Hands a question on. Whatever goes wrong is no answer, which `ssh` takes for a no. */
function ask(prompt: string): void {
  const socket = connect(env.IIS_DOCTOR_ASKPASS_SOCKET ?? '');
  socket.setEncoding('utf8');
  let received = '';
  socket.on('connect', () => {
    const question = { token: env.IIS_DOCTOR_ASKPASS_TOKEN, prompt, hint: env.SSH_ASKPASS_PROMPT ?? '' };
    socket.write(`${JSON.stringify(question)}\n`);
  });
  socket.on('data', (piece: string) => (received += piece));
  socket.on('error', () => process.exit(1));
  socket.on('end', () => {
    try {
      const { answer } = JSON.parse(received) as { answer?: unknown };
      if (typeof answer === 'string') process.stdout.write(`${answer}\n`, () => process.exit(0));
      else process.exit(1);
    } catch {
      process.exit(1);
    }
  });
}

/** How long a process may take to end by itself, in milliseconds. */
const PATIENCE = 500;

/** Reads `+<process>` and `-<process>`; at the end of its input whatever is left is ended. */
function keep(): void {
  const kept = new Set<number>();
  const end = (signal: NodeJS.Signals): void => {
    for (const pid of kept)
      try {
        process.kill(pid, signal);
      } catch {
        kept.delete(pid);
      }
  };
  const lines = createInterface({ input: process.stdin });
  lines.on('line', (line) => {
    const pid = Number(line.slice(1));
    if (line.startsWith('+')) kept.add(pid);
    else kept.delete(pid);
  });
  lines.on('close', () => {
    // Gently first, so that a jump host's `ssh` goes with it.
    end('SIGTERM');
    if (kept.size) setTimeout(() => end('SIGKILL'), PATIENCE);
  });
}

/**
 * On Windows `ssh` starts Node.js itself, which loads this file before anything else. A batch file between them would
 * take what a server says for commands, and cut questions at their first line.
 */
function loadedFirst(): void {
  const { header } = process.report.getReport() as { header?: { commandLine?: readonly string[] } };
  const [, prompt = '', ...more] = header?.commandLine ?? [];
  // Any other Node.js below `ssh`, such as one that a ProxyCommand starts, goes on.
  if (process.execPath !== env.IIS_DOCTOR_ASKPASS_NODE || more.length || !prompt || existsSync(prompt)) return;
  const rest: NodeJS.ProcessEnv = { ...env, NODE_OPTIONS: '', IIS_DOCTOR_ASKPASS_FIRST: '' };
  const { status } = spawnSync(process.execPath, [__filename, prompt], {
    env: rest,
    stdio: 'inherit',
    windowsHide: true,
  });
  process.exit(status ?? 1);
}

if (env.IIS_DOCTOR_ASKPASS_FIRST) loadedFirst();
else if (env.IIS_DOCTOR_SSH_KEEP) keep();
else ask(process.argv[2] ?? '');
