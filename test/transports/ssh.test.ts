import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ServerAddress, Session } from '../../src/transports/session';
import { MOST_CONNECTIONS } from '../../src/transports/ssh/settings';
import { root } from '../kit/knowledge';
import { eventually, faultIn, lives, never, surroundings } from '../kit/powershellPool';
import { at, SshSuite } from '../kit/sshSuite';
import { listening } from '../kit/standIn';
import { contract } from './contract';

const system = [{ probe: 'system', asked: {} }];
const MEGABYTE = 1_000_000;

describe('the transport ssh, against a real OpenSSH server', function () {
  this.timeout(60_000);
  const suite = SshSuite.inSuite();
  beforeEach(() => suite.standIn.behave({}));

  contract('ssh', () => {
    suite.standIn.behave({ hosts: { local: { machine: 'WEB-01' } } });
    const { transport } = suite.over();
    return {
      transport,
      server: at('web1'),
      bad: { server: at('127.0.0.1', { port: 1 }), faults: ['connectionRefused'] },
      commands: {
        harmless: { text: 'hostname.exe', output: /^WEB-01\n$/ },
        failing: { text: 'net.exe start NoSuchService', exitCode: 2 },
      },
      long: 'Start-Sleep -Seconds 20',
    };
  });

  const open = (transport = suite.over().transport, address: ServerAddress = at('web1')): Promise<Session> =>
    transport.open(address, surroundings().around);
  const asks = async (session: Session): Promise<void> => {
    const [answer] = await session.ask(system, never);
    assert.ok(answer?.ok, JSON.stringify(answer));
  };

  it('starts one Windows PowerShell without a profile, and tells what it does', async () => {
    const { around, phases } = surroundings();
    const session = await suite.over().transport.open(at('web1'), around);
    assert.deepEqual(phases, ['connecting', 'starting']);
    assert.equal(session.carries, 'ssh');
    await asks(session);
    const argv = JSON.parse(suite.standIn.notes('argv').at(-1) ?? '') as string[];
    assert.deepEqual(argv, [
      ...['-NoLogo', '-NoProfile', '-NonInteractive', '-InputFormat', 'Text', '-OutputFormat', 'Text'],
      ...['-NoExit', '-Command', '-'],
    ]);
  });

  it('gives the host behind two hyphens, with the port and user of the setting, and forwards nothing', async () => {
    const program = suite.server.client('key');
    const { transport } = suite.over(program);
    await open(transport, at('web1', { port: suite.server.port, user: suite.server.user }));
    const args = readFileSync(`${program}.args`, 'utf8').split('\n').slice(1, -1);
    assert.deepEqual(args.slice(-7, -1), ['-p', String(suite.server.port), '-l', suite.server.user, '--', 'web1']);
    for (const option of ['ClearAllForwardings=yes', 'ForwardAgent=no', 'ControlMaster=no', 'PermitLocalCommand=no'])
      assert.ok(args.includes(option), option);
  });

  for (const host of [
    '-oProxyCommand=touch x',
    '--',
    '',
    'a b',
    'web1;id',
    'web1\n',
    'user@web1',
    'ssh://web1',
    '$(id)',
  ])
    it(`refuses the host ${JSON.stringify(host)}`, async () =>
      assert.equal(await faultIn(open(undefined, at(host))), 'invalidHost'));

  for (const user of ['-oProxyCommand=x', '', 'a -b', 'x"', 'x`id`', 'a\nb', 'a\\'])
    it(`refuses the user ${JSON.stringify(user)}`, async () =>
      assert.equal(await faultIn(open(undefined, at('web1', { user }))), 'failed'));

  describe('what stands in the way', () => {
    it('a name that does not resolve', async () =>
      assert.equal(await faultIn(open(undefined, at('no-such-host.invalid'))), 'hostNotFound'));

    it('an account that is not let in', async () => {
      const { transport } = suite.over(suite.server.client('other'));
      assert.equal(await faultIn(open(transport)), suite.server.takesPasswords ? 'passwordMissing' : 'signInRefused');
    });

    it('no PowerShell at the other end', async () => {
      const server = await suite.another({ powershell: false });
      const opening = open(suite.over(server.client('key')).transport);
      await assert.rejects(opening, { fault: 'noPowerShell', detail: /powershell\.exe/, tried: 'SSH to web1' });
    });

    it('a server that takes no commands', async () => {
      const server = await suite.another({
        lines: ['ForceCommand echo This service allows sftp connections only. >&2; exit 1'],
      });
      assert.equal(await faultIn(open(suite.over(server.client('key')).transport)), 'notAllowed');
    });

    it('something that is no SSH server', async () => {
      const { port, server } = await listening();
      server.on('connection', (socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
      assert.equal(await faultIn(open(undefined, at('web1', { port }))), 'unreachable');
      server.close();
    });

    it('a program that is missing, or is no ssh', async () => {
      assert.equal(await faultIn(open(suite.over('/nowhere/ssh').transport)), 'programMissing');
      assert.equal(await faultIn(open(suite.over('/bin/true').transport)), 'programMissing');
    });

    it('Constrained Language Mode, and antimalware software', async () => {
      suite.standIn.behave({
        local: { language: 'ConstrainedLanguage', refuses: 'CannotCreateTypeConstrainedLanguage' },
      });
      assert.equal(await faultIn(open()), 'constrainedLanguage');
      suite.standIn.behave({ local: { refuses: 'ScriptContainedMaliciousContent' } });
      assert.equal(await faultIn(open()), 'blockedByAntimalware');
    });

    it('a PowerShell that does not begin', async () => {
      suite.standIn.behave({ local: { startDelay: 6000 } });
      const { transport } = suite.over(undefined, { limits: { start: 2500 } });
      assert.equal(await faultIn(open(transport)), 'timedOut');
    });
  });

  it('a banner, a noisy profile, escape codes and 50 kB of warnings do no harm', async () => {
    suite.standIn.behave({ local: { profileNoise: true, standardError: true }, hosts: { local: { noise: true } } });
    const banner = suite.server.file('banner');
    writeFileSync(banner, 'Authorised use only.\nIIS-DOCTOR Permission denied (no)\n'.repeat(20));
    const server = await suite.another({ lines: [`Banner ${banner}`] });
    const session = await open(suite.over(server.client('key')).transport);
    for (let times = 0; times < 3; times++) await asks(session);
  });

  it('an answer of 20 MB arrives whole', async () => {
    suite.standIn.behave({ hosts: { local: { bytes: 20 * MEGABYTE } } });
    const session = await open();
    const [answer] = await session.ask(system, never);
    assert.ok(answer?.ok);
    assert.equal(answer.data, `"${'x'.repeat(20 * MEGABYTE)}"`);
  });

  it('a process that crashes is followed by another; a command is not sent again', async () => {
    suite.standIn.behave({ hosts: { local: { crash: 'once' } } });
    const session = await open();
    await asks(session);
    suite.standIn.behave({ hosts: { local: { crash: 'once' } } });
    const result = await session.run('echo x', never);
    assert.deepEqual(result, { exitCode: 9, output: '' });
    assert.equal((await session.run('echo y', never)).output, 'y\n');
  });

  it('a cancelled question ends its ssh, and the work on the server', async () => {
    suite.standIn.behave({ hosts: { local: { hang: 'once' } } });
    const { transport } = suite.over();
    const session = await open(transport);
    const [pid = 0] = transport.pids;
    const works = suite.remote().at(-1) ?? 0;
    const cancel = new AbortController();
    const asking = session.ask(system, cancel.signal);
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.ok(lives(pid) && lives(works));
    const reason = new Error('cancelled by the user');
    cancel.abort(reason);
    await assert.rejects(asking, reason);
    await eventually('both have ended', () => !lives(pid) && !lives(works));
    await asks(session);
  });

  it('no process outlives ours, however it ends', async () => {
    suite.standIn.behave({ hosts: { local: { hang: true } } });
    const user = path.join(root, 'test/kit/sshUser.ts');
    const args = ['--import', 'tsx', user, suite.server.client('key'), suite.files.helper, suite.files.script];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 2] });
    const [line] = (await once(child.stdout!, 'data')) as [Buffer];
    const pids = [...line.toString().trim().split(' ').map(Number), suite.remote().at(-1) ?? 0];
    assert.ok(pids.length >= 3 && pids.every(lives));
    child.kill('SIGKILL');
    await once(child, 'exit');
    await eventually('they have ended', () => !pids.some(lives), 10_000);
  });

  it('is connected with no more servers at once than allowed, and all are answered', async () => {
    assert.equal(MOST_CONNECTIONS, 16);
    const { transport } = suite.over(undefined, { connections: 2 });
    let most = 0;
    const watch = setInterval(() => (most = Math.max(most, transport.pids.filter(lives).length)), 5);
    const sessions = await Promise.all(['a', 'b', 'c', 'd'].map((host) => open(transport, at(host))));
    await Promise.all([...sessions, ...sessions].map(asks));
    clearInterval(watch);
    assert.equal(most, 2);
  });

  it('closes a connection that nobody uses, and connects again when it is asked', async () => {
    const { transport } = suite.over(undefined, { limits: { idle: 300 } });
    const session = await open(transport);
    const [pid = 0] = transport.pids;
    await eventually('it was closed', () => !lives(pid));
    assert.deepEqual(transport.pids, []);
    await asks(session);
    assert.equal(transport.pids.length, 1);
  });
});
