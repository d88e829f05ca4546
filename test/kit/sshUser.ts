/** A program that connects by ssh and asks something that never ends; a test kills it. */
import { readdirSync, readFileSync } from 'node:fs';
import { never, server, surroundings } from './powershellPool';
import { sshOver } from './sshOver';

async function main(): Promise<void> {
  const [program = '', helper = '', script = ''] = process.argv.slice(2);
  const { transport } = sshOver(program, { helper, script, node: process.execPath });
  const session = await transport.open(server('web1', { transport: 'ssh' }), surroundings().around);
  const asking = session.ask([{ probe: 'system', asked: {} }], never);
  process.stdout.write(`${[...transport.pids, ...children()].join(' ')}\n`);
  await asking;
}

/** Everything below this process, the keeper among it. */
const children = (): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        return readFileSync(`/proc/${name}/stat`, 'utf8').split(') ')[1]?.split(' ')[1] === String(process.pid);
      } catch {
        return false;
      }
    })
    .map(Number);

void main();
