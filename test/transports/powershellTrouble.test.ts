import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { descendants } from '../../src/transports/powershell/killTree';
import { root } from '../kit/knowledge';
import { StandIn, type Behaviour } from '../kit/standIn';
import { eventually, faultIn, lives, never, poolOver, server, surroundings } from '../kit/powershellPool';

const system = [{ probe: 'system', asked: {} }];
const MEGABYTE = 1_000_000;

describe('PowerShell processes in trouble', () => {
  let standIn: StandIn;
  let made: ReturnType<typeof poolOver>;
  before(async () => {
    standIn = await StandIn.create();
  });
  afterEach(async () => {
    const pids = made.pool.pids;
    await made.pool.dispose();
    await eventually('every process has ended', () => !pids.some(lives));
  });
  after(() => standIn.dispose());

  /** A pool whose servers and processes behave like that. */
  const make = (
    behaviour: Behaviour,
    ...more: Parameters<typeof poolOver> extends [string, ...infer R] ? R : never
  ) => {
    standIn.behave(behaviour);
    made = poolOver(standIn.program, ...more);
    return made;
  };
  const open = (host: string) => made.winrm.open(server(host), surroundings().around);
  const local = () => made.local.open({ name: 'here', transport: 'local' }, surroundings().around);
  const asks = async (session: Awaited<ReturnType<typeof open>>) => {
    const [answer] = await session.ask(system, never);
    assert.ok(answer?.ok);
    return JSON.parse(answer.data) as { host: string };
  };

  for (const where of ['local', 'winrm'] as const) {
    const name = where === 'local' ? 'local' : 'web1';
    const session = () => (where === 'local' ? local() : open(name));

    describe(`over ${where}`, () => {
      it('a process that crashes is followed by another, and the question is asked again', async () => {
        make({ hosts: { [name]: { crash: 'once' } } });
        assert.equal((await asks(await session())).host, name);
      });

      it('a process that crashes each time is given up', async () => {
        make({ hosts: { [name]: { crash: 'always' } } });
        const opened = await session();
        assert.equal(await faultIn(opened.ask(system, never)), 'sessionEnded');
      });

      it('a question that hangs is given up in its time, and the next one is answered', async () => {
        make({ hosts: { [name]: { hang: 'once' } } }, { ask: 600 });
        const opened = await session();
        const [pid] = made.pool.pids;
        assert.equal(await faultIn(opened.ask(system, never)), 'timedOut');
        assert.equal((await asks(opened)).host, name);
        assert.equal(lives(pid ?? 0), false);
      });

      it('garbage is told as such', async () => {
        make({ hosts: { [name]: { garbage: true } } });
        const opened = await session();
        const [answer] = await opened.ask(system, never);
        assert.ok(answer && !answer.ok, 'a torn answer is an error of its own');
        assert.equal(await faultIn(opened.ask([{ probe: 'services', asked: {} }], never)), 'answerNotUnderstood');
      });

      it('an answer of 20 MB arrives whole, without copying it again and again', async () => {
        make({ hosts: { [name]: { bytes: 20 * MEGABYTE } } });
        const opened = await session();
        const cpu = process.cpuUsage();
        const [answer] = await opened.ask(system, never);
        const used = process.cpuUsage(cpu);
        assert.ok(answer?.ok);
        assert.equal(answer.data, `"${'x'.repeat(20 * MEGABYTE)}"`);
        assert.ok((used.user + used.system) / 1000 < 3000, `${String((used.user + used.system) / 1000)} ms of CPU`);
      });

      it('an answer without end is cut off', async () => {
        make({ hosts: { [name]: { bytes: 5 * MEGABYTE } } }, { answer: MEGABYTE });
        const opened = await session();
        const [pid] = made.pool.pids;
        assert.equal(await faultIn(opened.ask(system, never)), 'answerTooLarge');
        await eventually('its process has ended', () => !lives(pid ?? 0));
      });

      it('banners, escape codes, a prompt and 50 kB of warnings do no harm', async () => {
        make({
          local: { profileNoise: true, standardError: true },
          hosts: { [name]: { noise: true } },
        });
        const opened = await session();
        for (let times = 0; times < 3; times++) assert.equal((await asks(opened)).host, name);
      });

      it('a cancelled question ends at once, with all that it has started', async () => {
        make({ hosts: { [name]: { children: true } } });
        const opened = await session();
        const [pid = 0] = made.pool.pids;
        const cancel = new AbortController();
        const asking = opened.ask(system, cancel.signal);
        await eventually('a program runs below', () => below(pid).length > 0);
        const children = below(pid);
        const reason = new Error('cancelled by the user');
        cancel.abort(reason);
        await assert.rejects(asking, reason);
        await eventually('all are gone', () => ![pid, ...children].some(lives));
      });

      it('a question that waits can be cancelled without harm to the one that runs', async () => {
        make({ hosts: { [name]: { askDelay: 300 } } });
        const opened = await session();
        const cancel = new AbortController();
        const [pid] = made.pool.pids;
        const [first, second] = [opened.ask(system, never), opened.ask(system, cancel.signal)];
        cancel.abort(new Error('no'));
        await assert.rejects(second, /^Error: no$/);
        assert.equal((await first)[0]?.ok, true);
        assert.deepEqual(made.pool.pids, [pid]);
      });

      it('a slow start is waited for; one without end is not', async () => {
        make({ local: { startDelay: 800 } });
        await session();
        await made.pool.dispose();
        make({ local: { startDelay: 60_000 } }, { start: 400 });
        assert.equal(await faultIn(session()), 'timedOut');
      });

      it('a process that ends as it starts is given up', async () => {
        make({ local: { startCrash: true } });
        assert.equal(await faultIn(session()), 'sessionEnded');
      });

      it('Constrained Language Mode and antimalware software of this machine are named', async () => {
        make({
          local: { language: 'ConstrainedLanguage', refuses: 'MethodInvocationNotSupportedInConstrainedLanguage' },
        });
        assert.equal(await faultIn(session()), 'constrainedLanguage');
        await made.pool.dispose();
        make({ local: { refuses: 'ScriptContainedMaliciousContent' } });
        assert.equal(await faultIn(session()), 'blockedByAntimalware');
      });
    });
  }

  it('cancelling stops the work on the server too', async () => {
    make({ hosts: { web1: { hang: 'once' } } });
    const session = await open('web1');
    const cancel = new AbortController();
    const asking = session.ask(system, cancel.signal);
    await eventually('it works there', () => standIn.remote('web1').some(({ works }) => works));
    cancel.abort(new Error('no'));
    await assert.rejects(asking);
    await eventually('nothing works there', () => !standIn.remote('web1').some(({ works }) => works));
  });

  it('the servers of a process that was killed go on in another', async () => {
    make({ hosts: { web1: { hang: 'once' } } }, { ask: 700 }, 1);
    const [first, ...others] = await Promise.all(['web1', 'web2', 'web3'].map((host) => open(host)));
    assert.equal(made.pool.pids.length, 1);
    const results = await Promise.all([
      faultIn(first!.ask(system, never)),
      ...others.map(async (session) => (await asks(session)).host),
    ]);
    assert.deepEqual(results, ['timedOut', 'web2', 'web3']);
  });

  it('a session that broke is opened again, once', async () => {
    make({ hosts: { web1: { broken: true } } });
    assert.equal((await asks(await open('web1'))).host, 'web1');
  });

  it('there are never more processes than allowed', async () => {
    make({ hosts: {} }, {}, 2);
    await Promise.all(Array.from({ length: 12 }, (_, i) => open(`web${String(i)}`)));
    assert.equal(made.pool.pids.length, 2);
  });

  it('a process without a session ends after a while', async () => {
    make({}, { idle: 300 });
    const session = await open('web1');
    const [pid = 0] = made.pool.pids;
    assert.equal(standIn.remote('web1').length, 1);
    await session.dispose();
    assert.equal(standIn.remote('web1').length, 0, 'the session on the server was closed');
    await eventually('the process has ended', () => !lives(pid));
    assert.equal(await faultIn(session.ask(system, never)), 'sessionEnded');
  });

  it('says that the program is missing', async () => {
    made = poolOver('/nowhere/powershell.exe');
    assert.equal(await faultIn(open('web1')), 'programMissing');
    assert.equal(await faultIn(local()), 'programMissing');
    made = poolOver('no-such-program');
    assert.equal(await faultIn(open('web1')), 'programMissing');
  });

  it('no process outlives ours, however it ends', async () => {
    make({ hosts: { web1: { hang: true }, local: { hang: true } } });
    const user = path.join(root, 'test/kit/pooledUser.ts');
    const child = spawn(process.execPath, ['--import', 'tsx', user, standIn.program], { stdio: ['ignore', 'pipe', 2] });
    const [line] = (await once(child.stdout!, 'data')) as [Buffer];
    const pids = line.toString().trim().split(' ').map(Number);
    assert.ok(pids.length > 0 && pids.every(lives));
    child.kill('SIGKILL');
    await once(child, 'exit');
    await eventually('they have ended', () => !pids.some(lives));
  });
});

/** The processes right below one. */
function below(pid: number): number[] {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' });
  return descendants(stdout, pid);
}
