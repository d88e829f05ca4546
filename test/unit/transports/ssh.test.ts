import assert from 'node:assert/strict';
import { checkAddress, clientArguments, readVersion, triedWith } from '../../../src/transports/ssh/client';
import { faultOfEnding, OWN_FAILURE, tellingLines } from '../../../src/transports/ssh/faults';
import { Places, type Holder } from '../../../src/transports/ssh/places';
import { readQuestion } from '../../../src/transports/ssh/questions';
import type { ServerAddress } from '../../../src/transports/session';

const at = (host: string, more: Partial<ServerAddress> = {}): ServerAddress => ({
  name: host,
  transport: 'ssh',
  host,
  ...more,
});

describe('the ssh of this machine', () => {
  for (const [printed, version] of [
    ['OpenSSH_9.2p1 Debian-2+deb12u6, OpenSSL 3.0.19 27 Jan 2026\n', { major: 9, minor: 2 }],
    ['OpenSSH_for_Windows_8.1p1, LibreSSL 3.0.2\r\n', { major: 8, minor: 1 }],
    ['OpenSSH_10.0p2, LibreSSL 3.3.6\n', { major: 10, minor: 0 }],
    ['plink: Release 0.78\n', null],
  ] as const)
    it(`has its version in ${JSON.stringify(printed)}`, () => assert.deepEqual(readVersion(printed), version));

  it('is told by an old version what that understands, and to ask nobody', () => {
    const args = clientArguments(at('web1'), { major: 7, minor: 4 });
    assert.ok(args.includes('BatchMode=yes'));
    assert.ok(!args.some((one) => /RemoteCommand|SessionType|StdinNull|ForkAfter/.test(one)));
    const today = clientArguments(at('web1'), { major: 9, minor: 2 });
    for (const one of ['BatchMode=no', 'RemoteCommand=none', 'SessionType=default', 'ForkAfterAuthentication=no'])
      assert.ok(today.includes(one), one);
  });

  it('lets no server ask in the words of ssh before 8.5', () => {
    const asks = (minor: number) =>
      !clientArguments(at('x'), { major: 8, minor }).includes('KbdInteractiveAuthentication=no');
    assert.deepEqual([asks(4), asks(5)], [false, true]);
  });

  for (const user of ['op', 'CONTOSO\\op', 'op@contoso.com', 'Jörg Müller', 'web$', '.\\admin'])
    it(`takes the user ${user}`, () => checkAddress(at('web1', { user })));

  for (const host of ['web1', 'web-1.contoso.com', '10.0.0.1', 'fe80::1%eth0', 'bücher.example'])
    it(`takes the host ${host}`, () => checkAddress(at(host)));

  for (const port of [0, -1, 65_536, 1.5, NaN])
    it(`refuses the port ${String(port)}`, () => assert.throws(() => checkAddress(at('web1', { port }))));

  it('is told of as it was tried', () => {
    assert.equal(triedWith(at('web1', { port: 22, user: 'CONTOSO\\op' })), 'SSH to web1:22 as CONTOSO\\op');
    assert.equal(triedWith(at('::1', { port: 2222 })), 'SSH to [::1]:2222');
  });
});

describe('how an ssh ended', () => {
  for (const [said, fault] of [
    ['ssh: Could not resolve hostname web1: Name or service not known', 'hostNotFound'],
    ['ssh: Could not resolve hostname web1: Der angegebene Host ist unbekannt. ', 'hostNotFound'],
    ['ssh: connect to host web1 port 22: Connection refused', 'connectionRefused'],
    ['ssh: connect to host web1 port 22: Connection timed out', 'timedOut'],
    ['ssh: connect to host web1 port 22: Operation timed out', 'timedOut'],
    ['Connection timed out during banner exchange', 'timedOut'],
    ['ssh: connect to host web1 port 22: No route to host', 'unreachable'],
    ['kex_exchange_identification: Connection closed by remote host', 'unreachable'],
    ['@ WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED! @\nHost key verification failed.', 'hostKeyChanged'],
    [
      'No ED25519 host key is known for web1 and you have requested strict checking.\nHost key verification failed.',
      'hostKeyUnknown',
    ],
    ['op@web1: Permission denied (publickey,password).', 'signInRefused'],
    ['Received disconnect from 1.2.3.4 port 22:2: Too many authentication failures', 'signInRefused'],
    ['Bad owner or permissions on /home/op/.ssh/config', 'failed'],
    ['Unable to negotiate with 1.2.3.4 port 22: no matching host key type found. Their offer: ssh-rsa', 'failed'],
  ] as const)
    it(`${fault}: ${said}`, () => assert.equal(faultOfEnding({ exitCode: OWN_FAILURE, said, signedIn: false }), fault));

  for (const [said, exitCode, fault] of [
    [
      "'powershell.exe' is not recognized as an internal or external command,\r\noperable program or batch file.",
      1,
      'noPowerShell',
    ],
    [
      'Der Befehl "powershell.exe" ist entweder falsch geschrieben oder konnte nicht gefunden werden.',
      1,
      'noPowerShell',
    ],
    ['bash: line 1: powershell.exe: command not found', 127, 'noPowerShell'],
    ['sh: 1: not found', 127, 'noPowerShell'],
    ['', 0, 'noPowerShell'],
    ['This service allows sftp connections only.', 1, 'notAllowed'],
    ['WARNING: Your password has expired.\nPassword change required but no TTY available.', 1, 'passwordExpired'],
    ['something else', 3, 'failed'],
    ['', null, 'sessionEnded'],
  ] as const)
    it(`${fault}: ${String(exitCode)} ${said}`, () =>
      assert.equal(faultOfEnding({ exitCode, said, signedIn: true }), fault));

  it('after the server let us in, whatever it printed, is a lost session', () =>
    assert.equal(
      faultOfEnding({ exitCode: OWN_FAILURE, said: 'client_loop: send disconnect: Broken pipe', signedIn: true }),
      'sessionEnded',
    ));

  it('is told by the lines that say something', () =>
    assert.equal(
      tellingLines(
        'Authenticated to web1 ([1.2.3.4]:22) using "publickey".\r\nbash: powershell.exe: not found\nTransferred: sent 1\nBytes per second: 2\n',
      ),
      'bash: powershell.exe: not found',
    ));
});

describe('what ssh asks', () => {
  const unknown =
    "The authenticity of host 'web1 (10.0.0.1)' can't be established.\nED25519 key fingerprint is SHA256:abc/def+.\nThis key is not known by any other names.\n";
  for (const [prompt, hint, question] of [
    [`${unknown}Are you sure you want to continue connecting (yes/no/[fingerprint])? `, '', { kind: 'hostKey' }],
    [`${unknown}Are you sure you want to continue connecting (yes/no)? `, '', { kind: 'hostKey' }],
    ["Please type 'yes', 'no' or the fingerprint: ", '', { kind: 'other' }],
    ['Accept updated hostkeys? (yes/no): ', '', { kind: 'other' }],
    ['Allow forwarding to remote', 'confirm', { kind: 'other' }],
    ['Confirm user presence for key ED25519-SK', 'none', { kind: 'notice' }],
    ["op@web1's password: ", '', { kind: 'password', host: 'web1' }],
    ["CONTOSO\\op@web1's password: ", '', { kind: 'password', host: 'web1' }],
    ["op@contoso.com@web1's password: ", '', { kind: 'password', host: 'web1' }],
    ['(op@web1) Password: ', '', { kind: 'password', host: 'web1' }],
    ['(op@web1) Password for op@web1.contoso.com:', '', { kind: 'password', host: 'web1' }],
    ['(op@web1) Verification code: ', '', { kind: 'code' }],
    ["(op@web1) Enter passphrase for key '/home/op/.ssh/id': ", '', { kind: 'code' }],
    [
      "Enter passphrase for key '/home/op/.ssh/id_ed25519': ",
      '',
      { kind: 'passphrase', purpose: "key '/home/op/.ssh/id_ed25519'" },
    ],
    [
      'Enter PIN for ED25519-SK key /home/op/.ssh/id_sk: ',
      '',
      { kind: 'passphrase', purpose: 'ED25519-SK key /home/op/.ssh/id_sk' },
    ],
  ] as const)
    it(JSON.stringify(prompt), () => assert.deepEqual(readQuestion(prompt, hint), question));
});

describe('the places of connections', () => {
  const never = new AbortController().signal;
  const holder = (key: string, places: () => Places): Holder & { rest: (since: number | null) => void } => {
    let since: number | null = null;
    const made = {
      key,
      get restsSince() {
        return since;
      },
      rest: (when: number | null) => (since = when),
      giveWay: () => {
        since = null;
        places().release(made);
        return Promise.resolve();
      },
    };
    return made;
  };

  it('are given to sixteen; who rests longest gives way; who gives up is passed over', async () => {
    const places: Places = new Places(16);
    const holders = Array.from({ length: 20 }, (_, i) => holder(String(i), () => places));
    const had: string[] = [];
    const cancel = new AbortController();
    const taking = holders.map((one, i) =>
      places.take(one, i === 16 ? cancel.signal : never).then(
        () => had.push(one.key),
        () => had.push(`not ${one.key}`),
      ),
    );
    await new Promise(setImmediate);
    assert.equal(had.length, 16);
    cancel.abort(new Error('no'));
    holders[3]?.rest(20);
    holders[5]?.rest(10);
    places.serve();
    await new Promise(setImmediate);
    assert.equal(places.taken, 16);
    assert.deepEqual(had.slice(16), ['not 16', '17', '18']);
    places.release(holders[0] as Holder);
    await Promise.all(taking);
    assert.equal(had.at(-1), '19');
    assert.equal(places.taken, 16);
  });
});
