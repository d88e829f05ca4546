/** A program that opens a session and asks something that never ends; a test kills it. */
import { poolOver, never, server, surroundings } from './powershellPool';

async function main(): Promise<void> {
  const { pool, winrm, local } = poolOver(process.argv[2] ?? '');
  const sessions = [
    await local.open({ name: 'here', transport: 'local' }, surroundings().around),
    await winrm.open(server('web1'), surroundings().around),
  ];
  const asking = sessions.map((session) => session.ask([{ probe: 'system', asked: {} }], never));
  process.stdout.write(`${pool.pids.join(' ')}\n`);
  await Promise.all(asking);
}

void main();
