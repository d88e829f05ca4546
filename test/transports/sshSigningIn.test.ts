import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { PasswordQuestion, Session } from '../../src/transports/session';
import { Askpass } from '../../src/transports/ssh/askpass';
import type { SshTransport } from '../../src/transports/ssh/ssh';
import { faultIn, never, surroundings } from '../kit/powershellPool';
import { PASSPHRASE, PASSWORD } from '../kit/sshServer';
import { at, SshSuite } from '../kit/sshSuite';

/** As `openssh` starts the helper where there is no Unix shell. */
const LIKE_WINDOWS = `export SSH_ASKPASS="$IIS_DOCTOR_ASKPASS_NODE" IIS_DOCTOR_ASKPASS_FIRST=1
export NODE_OPTIONS="--require \\"$IIS_DOCTOR_ASKPASS_HELPER\\""`;

const OLD = `if [ "$1" = -V ]; then echo 'OpenSSH_for_Windows_8.1p1, LibreSSL 3.0.2' >&2; exit 0; fi`;

describe('signing in by ssh, at a real OpenSSH server', function () {
  this.timeout(60_000);
  const suite = SshSuite.inSuite();
  beforeEach(() => suite.standIn.behave({}));

  const begin = (transport: SshTransport, options: Parameters<typeof surroundings>[0] = {}) => {
    const recorded = surroundings(options);
    return { ...recorded, opening: transport.open(at('web1'), recorded.around) };
  };
  const works = async (session: Session): Promise<void> => {
    const [answer] = await session.ask([{ probe: 'system', asked: {} }], never);
    assert.ok(answer?.ok);
  };

  for (const [where, script] of [
    ['a Unix shell', ''],
    ['no Unix shell', LIKE_WINDOWS],
  ] as const)
    describe(`an unknown host, with ${where}`, () => {
      it('is refused unless the user trusts its key', async () => {
        const program = suite.server.client('key', { known: false, script });
        const { opening, confirmed } = begin(suite.over(program).transport, { confirms: false });
        assert.equal(await faultIn(opening), 'hostKeyUnknown');
        const [{ kind, text }] = confirmed as [{ kind: string; text: string }];
        assert.equal(kind, 'hostKey');
        assert.ok(text.includes(suite.server.fingerprint), text);
        assert.doesNotMatch(text, /yes\/no/);
        assert.equal(readFileSync(`${program}.known`, 'utf8'), '');
      });

      it('is asked for once', async () => {
        const program = suite.server.client('key', { known: false, script });
        const first = begin(suite.over(program).transport, { confirms: true });
        await works(await first.opening);
        assert.equal(first.confirmed.length, 1);
        const second = begin(suite.over(program).transport);
        await works(await second.opening);
        assert.deepEqual(second.confirmed, []);
      });
    });

  it('a key of the host that has changed is a fault, and nobody is asked', async () => {
    const program = suite.server.client('key');
    const server = await suite.another({});
    const { opening, confirmed } = begin(suite.over(program).transport, { confirms: true });
    await works(await opening);
    const other = server.client('key', { script: `set -- -p ${String(suite.server.port)} "$@"` });
    const known = readFileSync(`${other}.known`, 'utf8').replace(String(server.port), String(suite.server.port));
    writeFileSync(`${other}.known`, known);
    const changed = begin(suite.over(other).transport, { confirms: true });
    assert.equal(await faultIn(changed.opening), 'hostKeyChanged');
    assert.deepEqual([...confirmed, ...changed.confirmed], []);
  });

  describe('a key with a passphrase', () => {
    it('is opened by what the user says, which is kept apart from the password', async () => {
      const { transport } = suite.over(suite.server.client('locked'));
      const { opening, asked, phases } = begin(transport, { passwords: [PASSPHRASE] });
      await works(await opening);
      const [question] = asked as PasswordQuestion[];
      assert.equal(asked.length, 1);
      assert.equal(question?.refused, false);
      assert.match(question.purpose ?? '', /locked/);
      assert.deepEqual(phases, ['connecting', 'signingIn', 'starting']);
    });

    it('is asked for again, as refused, and then given up', async () => {
      const { transport } = suite.over(suite.server.client('locked'));
      const { opening, asked } = begin(transport, { passwords: ['wrong', null] });
      assert.equal(await faultIn(opening), 'passwordMissing');
      assert.deepEqual(
        asked.map(({ refused }) => refused),
        [false, true],
      );
    });

    it('does not count the time in which somebody is asked', async () => {
      const { transport } = suite.over(suite.server.client('locked'), { limits: { start: 2500 } });
      const { around } = surroundings();
      const slow = {
        ...around,
        password: () => new Promise<string>((done) => setTimeout(() => done(PASSPHRASE), 3000)),
      };
      await works(await transport.open(at('web1'), slow));
    });

    it('ends at once when it is cancelled while somebody is asked', async () => {
      const { transport } = suite.over(suite.server.client('locked'));
      const cancel = new AbortController();
      const { around } = surroundings({ signal: cancel.signal });
      const reason = new Error('no');
      const opening = transport.open(at('web1'), {
        ...around,
        password: () => {
          setTimeout(() => cancel.abort(reason), 50);
          return new Promise(() => undefined);
        },
      });
      await assert.rejects(opening, reason);
      assert.deepEqual(transport.pids, []);
    });

    it('cannot be opened by a client older than 8.4, which says so; a key without one can', async () => {
      const { transport } = suite.over(suite.server.client('locked', { script: OLD }));
      const { opening, asked } = begin(transport, { passwords: [PASSPHRASE] });
      assert.equal(await faultIn(opening), 'clientTooOld');
      assert.deepEqual(asked, []);
      await works(await begin(suite.over(suite.server.client('key', { script: OLD })).transport).opening);
    });
  });

  describe('a password', () => {
    before(function () {
      if (suite.server.takesPasswords) return;
      console.log('      SKIPPED: only root can start a server that takes a password.');
      this.skip();
    });

    for (const script of ['', LIKE_WINDOWS])
      it(`lets in, with ${script ? 'no ' : ''}Unix shell`, async () => {
        const { transport } = suite.over(suite.server.client(null, { script }));
        const { opening, asked } = begin(transport, { passwords: [PASSWORD] });
        await works(await opening);
        const [question] = asked as PasswordQuestion[];
        assert.equal(question?.purpose, undefined);
        assert.match(question?.prompt ?? '', /op@127\.0\.0\.1's password:/);
      });

    it('that is wrong is asked for a second time and no third', async () => {
      const { transport } = suite.over(suite.server.client(null));
      const { opening, asked } = begin(transport, { passwords: ['wrong', 'wrong too', PASSWORD] });
      assert.equal(await faultIn(opening), 'signInRefused');
      assert.deepEqual(
        asked.map(({ refused }) => refused),
        [false, true],
      );
    });

    it('that nobody gives is a fault of its own', async () => {
      const { opening, asked } = begin(suite.over(suite.server.client(null)).transport, { passwords: [null] });
      assert.equal(await faultIn(opening), 'passwordMissing');
      assert.equal(asked.length, 1);
    });

    it('of another host is kept apart from that of the server', async () => {
      // What a jump host asks, its own ssh brings: the same helper with another host in the question.
      const script = `if [ "$1" != -V ] && [ "$1" != -G ]; then "$SSH_ASKPASS" "op@jump.example's password: " >/dev/null; fi`;
      const { transport } = suite.over(suite.server.client(null, { script }));
      const { opening, asked } = begin(transport, { passwords: ['of the jump host', PASSWORD] });
      await works(await opening);
      assert.deepEqual(
        (asked as PasswordQuestion[]).map(({ purpose }) => purpose),
        ['password on jump.example', undefined],
      );
    });
  });

  it('stands nowhere: no secret in an argument, a file, the log, an error or the input of the server', async () => {
    const program = suite.server.client('locked');
    const { transport, log } = suite.over(program);
    const { opening, log: told } = begin(transport, { passwords: [PASSPHRASE] });
    const session = await opening;
    const seen = processes().join('\n');
    assert.match(seen, /BatchMode/, 'the processes are seen');
    await works(session);
    const failed = begin(transport, { passwords: [`wrong ${PASSPHRASE}`, `wrong ${PASSPHRASE}`, null] });
    const error = await failed.opening.then(
      () => null,
      (one: unknown) => one as Error,
    );
    const written = [...files(suite.server.folder), ...files(suite.standIn.folder)]
      .filter((file) => !/powershell\.cjs$|behaviour\.json$/.test(file))
      .map((file) => readFileSync(file, 'latin1'));
    // The input of the server is base64 within base64.
    const decoded = (text: string): string[] =>
      Array.from(text.matchAll(/[A-Za-z0-9+/=]{12,}/g), ([one]) => Buffer.from(one, 'base64').toString('latin1'));
    const input = suite.standIn.notes('stdin').flatMap(decoded);
    assert.ok(input.some((text) => text.includes('Invoke-DoctorJob')));
    const everything = [
      seen,
      ...written,
      ...input,
      ...input.flatMap(decoded),
      ...log,
      ...told,
      ...failed.log,
      JSON.stringify(error),
      String(error),
    ].join('\n');
    assert.ok(!everything.includes(PASSPHRASE));
  });

  it('nobody without a token is answered', async () => {
    const askpass = await Askpass.create(suite.files, 'linux');
    const asked: string[] = [];
    const admission = askpass.admit((prompt) => {
      asked.push(prompt);
      return Promise.resolve('secret');
    });
    const run = async (token: string): Promise<{ code: number | null; output: string }> => {
      const env = { ...process.env, ...admission.variables, IIS_DOCTOR_ASKPASS_TOKEN: token };
      const child = spawn(suite.files.script, ['Password: '], { env, stdio: ['ignore', 'pipe', 'inherit'] });
      let output = '';
      child.stdout.setEncoding('utf8').on('data', (piece: string) => (output += piece));
      const [code] = (await once(child, 'close')) as [number | null];
      return { code, output };
    };
    const token = admission.variables.IIS_DOCTOR_ASKPASS_TOKEN ?? '';
    const folder = path.dirname(admission.variables.IIS_DOCTOR_ASKPASS_SOCKET ?? '');
    assert.equal(statSync(folder).mode & 0o777, 0o700);
    assert.deepEqual(await run('0'.repeat(token.length)), { code: 1, output: '' });
    assert.deepEqual(asked, []);
    assert.deepEqual(await run(token), { code: 0, output: 'secret\n' });
    admission.end();
    assert.deepEqual(await run(token), { code: 1, output: '' });
    await askpass.dispose();
    assert.deepEqual(await run(token), { code: 1, output: '' });
  });
});

function processes(): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        return ['cmdline', 'environ'].map((file) => readFileSync(`/proc/${name}/${file}`, 'latin1'));
      } catch {
        return [];
      }
    });
}

const files = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
