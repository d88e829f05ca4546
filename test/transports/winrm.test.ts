import assert from 'node:assert/strict';
import { StandIn } from '../kit/standIn';
import { faultIn, never, poolOver, server, surroundings } from '../kit/powershellPool';

const quotes = `'"\`‘’‚‛“”„`;

describe('the transport winrm', () => {
  let standIn: StandIn;
  let made: ReturnType<typeof poolOver>;
  before(async () => {
    standIn = await StandIn.create();
  });
  beforeEach(() => {
    standIn.behave({});
    made = poolOver(standIn.program);
  });
  afterEach(() => made.pool.dispose());
  after(() => standIn.dispose());

  const open = (host: string, around = surroundings().around) => made.winrm.open(server(host), around);

  it('asks several things in one round trip and puts the answers in their order', async () => {
    const { around, phases } = surroundings();
    const session = await open('web1', around);
    const answers = await session.ask(
      [
        { probe: 'system', asked: {} },
        { probe: 'services', asked: { first: 1 } },
        { probe: 'system', asked: { second: 2 } },
      ],
      never,
    );
    assert.deepEqual(
      answers.map((answer) => answer.ok && (JSON.parse(answer.data) as unknown)),
      [
        { host: 'web1', probe: 'system', asked: {} },
        { host: 'web1', probe: 'services', asked: { first: 1 } },
        { host: 'web1', probe: 'system', asked: { second: 2 } },
      ],
    );
    assert.deepEqual(phases, ['resolving', 'connecting', 'starting', 'signingIn']);
    assert.equal(session.carries, 'winrm');
  });

  it('brings every value there and back unharmed', async () => {
    const asked = { value: `$(exit 1) ${quotes}\r\n\u2028%PATH% & | ; \u0000 ${'ä€😀'.repeat(4000)}` };
    const session = await open('web1');
    const [answer] = await session.ask([{ probe: 'file-tail', asked }], never);
    assert.ok(answer?.ok);
    assert.deepEqual((JSON.parse(answer.data) as { asked: unknown }).asked, asked);
  });

  it('starts a PowerShell that prints no escape codes and runs no profile', async () => {
    await open('web1');
    assert.deepEqual(JSON.parse(standIn.notes('environment').at(-1) ?? ''), { TERM: 'dumb', NO_COLOR: '1' });
    const argv = JSON.parse(standIn.notes('argv').at(-1) ?? '') as string[];
    assert.deepEqual(argv, [
      ...['-NoLogo', '-NoProfile', '-NonInteractive', '-InputFormat', 'Text', '-OutputFormat', 'Text'],
      ...['-NoExit', '-Command', '-'],
    ]);
  });

  for (const host of ['-oProxyCommand=calc', '', 'a b', 'web1;calc', "web1'", 'web1\n', '..\\share', 'http://web1'])
    it(`refuses the host ${JSON.stringify(host)}`, async () => assert.equal(await faultIn(open(host)), 'invalidHost'));

  it('refuses every way to sign in that is not Kerberos or Negotiate', async () => {
    const address = { ...server('web1'), authentication: 'Basic' } as unknown as ReturnType<typeof server>;
    assert.equal(await faultIn(made.winrm.open(address, surroundings().around)), 'failed');
    assert.deepEqual(made.pool.pids, []);
  });

  it('gives exactly the address, port and way that the setting names, and never skips a check by itself', async () => {
    await made.winrm.open(
      server('web1', { port: 8443, useSsl: true, authentication: 'Kerberos' }),
      surroundings().around,
    );
    const asked = JSON.parse(standIn.notes('opened').at(-1) ?? '') as Record<string, unknown>;
    assert.equal(asked.host, 'web1');
    assert.equal(asked.port, 8443);
    assert.equal(asked.useSsl, true);
    assert.equal(asked.authentication, 'Kerberos');
    assert.equal(asked.skipCertificate, false);
  });

  describe('signing in', () => {
    const as = (host: string, user: string, options: Parameters<typeof surroundings>[0]) => {
      const recorded = surroundings(options);
      return { ...recorded, fault: faultIn(made.winrm.open(server(host, { user }), recorded.around)) };
    };

    it('takes the second password', async () => {
      standIn.behave({ hosts: { web1: { password: 'right' } } });
      const { asked, fault } = as('web1', 'CONTOSO\\op', { passwords: ['wrong', 'right'] });
      assert.equal(await fault, 'none');
      assert.deepEqual(
        asked.map(({ refused }) => refused),
        [false, true],
      );
    });

    it('asks twice and no more', async () => {
      standIn.behave({ hosts: { web1: { password: 'right' } } });
      const { asked, fault } = as('web1', 'CONTOSO\\op', { passwords: ['a', 'b', 'right'] });
      assert.equal(await fault, 'signInRefused');
      assert.equal(asked.length, 2);
      assert.equal(standIn.notes('opened').filter((line) => line.includes('CONTOSO')).length >= 2, true);
    });

    it('asks no more once the account is locked', async () => {
      standIn.behave({ hosts: { web1: { refuse: { ids: ['1909,PSSessionOpenFailed'], codes: [1909] } } } });
      const { asked, fault } = as('web1', 'CONTOSO\\op', { passwords: ['a', 'b'] });
      assert.equal(await fault, 'accountLocked');
      assert.equal(asked.length, 1);
    });

    it('stops where the password box was closed', async () => {
      const { fault } = as('web1', 'CONTOSO\\op', { passwords: [null] });
      assert.equal(await fault, 'passwordMissing');
      assert.deepEqual(made.pool.pids, []);
    });

    it('tells a filtered token from a missing right', async () => {
      const refuse = { ids: ['AccessDenied,PSSessionOpenFailed'], codes: [5] };
      standIn.behave({ hosts: { web1: { refuse } } });
      const passwords = ['x'];
      assert.equal(await as('web1', 'CONTOSO\\op', { passwords }).fault, 'notAllowed');
      assert.equal(await as('web1', 'op@contoso.example', { passwords }).fault, 'notAllowed');
      for (const user of ['admin', '.\\admin', 'WEB1\\admin'])
        assert.equal(await as('web1', user, { passwords }).fault, 'filteredToken', user);
    });

    it('tries no second time by itself with a password that has changed', async () => {
      standIn.behave({ hosts: { web1: { password: 'one' } } });
      const session = await made.winrm.open(
        server('web1', { user: 'a\\x' }),
        surroundings({ passwords: ['one'] }).around,
      );
      standIn.behave({ hosts: { web1: { password: 'two' } } });
      for (const pid of made.pool.pids) process.kill(pid, 'SIGKILL');
      const before = standIn.notes('opened').length;
      for (let times = 0; times < 3; times++)
        assert.equal(await faultIn(session.ask([{ probe: 'system', asked: {} }], never)), 'signInRefused');
      assert.equal(standIn.notes('opened').length, before + 1);
    });

    it('begins a process anew for a secret that the others do not know, and loses nobody', async () => {
      standIn.behave({ hosts: { web1: { password: 'one' }, web2: { password: 'two' } } });
      await made.pool.dispose();
      made = poolOver(standIn.program, {}, 1);
      const first = await made.winrm.open(
        server('web1', { user: 'a\\x' }),
        surroundings({ passwords: ['one'] }).around,
      );
      const [pid] = made.pool.pids;
      const second = await made.winrm.open(
        server('web2', { user: 'a\\y' }),
        surroundings({ passwords: ['two'] }).around,
      );
      assert.notEqual(made.pool.pids[0], pid);
      for (const session of [first, second]) {
        const [answer] = await session.ask([{ probe: 'system', asked: {} }], never);
        assert.equal(answer?.ok, true);
      }
    });
  });

  describe('a certificate that cannot be checked', () => {
    const address = server('web1', { useSsl: true });

    it('is refused unless the user accepts it for this host', async () => {
      standIn.behave({ hosts: { web1: { certificate: true } } });
      const { around, confirmed } = surroundings({ confirms: false });
      assert.equal(await faultIn(made.winrm.open(address, around)), 'certificateNotTrusted');
      assert.deepEqual(confirmed, [
        { kind: 'certificate', host: 'web1', text: 'Das SSL-Zertifikat ist nicht gültig.' },
      ]);
    });

    it('is accepted once, for this host only', async () => {
      standIn.behave({ hosts: { web1: { certificate: true, crash: 'once' }, web2: { certificate: true } } });
      const { around, confirmed } = surroundings({ confirms: true });
      const session = await made.winrm.open(address, around);
      const [answer] = await session.ask([{ probe: 'system', asked: {} }], never);
      assert.ok(answer?.ok, 'it was opened again after a crash');
      assert.equal(confirmed.length, 1);
      const other = surroundings({ confirms: false });
      assert.equal(await faultIn(made.winrm.open({ ...address, host: 'web2' }, other.around)), 'certificateNotTrusted');
    });
  });

  for (const [what, fault, host] of [
    ['Constrained Language Mode', 'constrainedLanguage', { language: 'ConstrainedLanguage' }],
    ['a restricted endpoint', 'restrictedEndpoint', { refuse: { ids: ['ScriptsNotAllowed'], codes: [-2146233087] } }],
    ['no endpoint for PowerShell', 'noPowerShell', { refuse: { codes: [-2144108485] } }],
    ['a host outside Kerberos and TrustedHosts', 'hostNotTrusted', { refuse: { codes: [-2144108316] } }],
    [
      'Kerberos that finds no domain',
      'hostNotTrusted',
      { refuse: { codes: [-2144108387], message: 'Fehlercode 0x80090311: ...' } },
    ],
    [
      'a wrong password that Kerberos told',
      'signInRefused',
      { refuse: { codes: [-2144108387], message: 'Fehlercode 0x8009030c: ...' } },
    ],
    ['a WinRM that is switched off', 'unreachable', { refuse: { codes: [-2144108526] } }],
    ['something unknown', 'failed', { refuse: { codes: [-1], message: 'strange' } }],
  ] as const)
    it(`names ${what}`, async () => {
      standIn.behave({ hosts: { web1: host } });
      assert.equal(await faultIn(open('web1')), fault);
    });

  it('names antimalware software on the server', async () => {
    standIn.behave({ hosts: { web1: { antimalware: true } } });
    const session = await open('web1');
    assert.equal(await faultIn(session.ask([{ probe: 'system', asked: {} }], never)), 'blockedByAntimalware');
  });

  it('tells what it has tried', async () => {
    standIn.behave({ hosts: { web1: { refuse: { codes: [-1] } } } });
    const address = server('web1', { useSsl: true, user: 'CONTOSO\\op' });
    await assert.rejects(made.winrm.open(address, surroundings({ passwords: ['x'] }).around), {
      tried: 'WinRM to web1:5986 over HTTPS as CONTOSO\\op',
    });
  });

  describe('a command', () => {
    it('is run as it was seen, with its output as it comes and its exit code', async () => {
      const session = await open('web1');
      const heard: string[] = [];
      const command = 'echo ä\'"; echo $(2); exit 7';
      const result = await session.run(command, never, (piece) => heard.push(piece));
      assert.deepEqual(heard, ['ä\'"\n', '$(2)\n']);
      assert.deepEqual(result, { exitCode: 7, output: heard.join('') });
      assert.deepEqual(JSON.parse(standIn.notes('commands').at(-1) ?? ''), { name: 'web1', command });
    });

    it('is never run a second time by itself', async () => {
      standIn.behave({ hosts: { web1: { crash: 'once' } } });
      const session = await open('web1');
      const before = standIn.notes('commands').length;
      assert.equal(await faultIn(session.run('echo x', never)), 'sessionEnded');
      assert.equal((await session.run('echo y', never)).output, 'y\n', 'the next one opens the session again');
      assert.equal(standIn.notes('commands').length, before + 1);
    });
  });
});
