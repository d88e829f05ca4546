import { execFile } from 'node:child_process';
import path from 'node:path';

const run = (file: string, args: readonly string[]): Promise<string> =>
  new Promise((resolve) => {
    execFile(file, args, { windowsHide: true, timeout: 10_000 }, (_error, output) => {
      resolve(output);
    });
  });

/**
 * Ends a process and everything below it at once. Never rejects: what is gone is gone.
 *
 * node-powershell starts its process inside our own process group, so the group cannot be ended; the tree is looked up.
 */
export async function killTree(pid: number): Promise<void> {
  if (process.platform === 'win32') {
    const taskkill = path.join(process.env.SystemRoot ?? String.raw`C:\Windows`, 'System32', 'taskkill.exe');
    await run(taskkill, ['/pid', String(pid), '/t', '/f']);
    return;
  }
  // What was started while we looked shows at the second look; its parent is dead by then and starts no more.
  end(pid, 'SIGSTOP');
  const below = descendants(await run('ps', ['-A', '-o', 'pid=,ppid=']), pid);
  for (const one of [pid, ...below]) end(one, 'SIGKILL');
}

function end(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended by itself.
  }
}

/** The processes below one, from the table that `ps` prints: a process and its parent in each line. */
export function descendants(table: string, pid: number): number[] {
  const children = new Map<number, number[]>();
  for (const line of table.split('\n')) {
    const [child, parent] = line.trim().split(/\s+/).map(Number);
    if (child && parent) children.set(parent, [...(children.get(parent) ?? []), child]);
  }
  const found: number[] = [];
  for (let todo = [pid]; todo.length;) {
    todo = todo.flatMap((one) => children.get(one) ?? []).filter((one) => one !== pid && !found.includes(one));
    found.push(...todo);
  }
  return found;
}
