import assert from 'node:assert/strict';
import { AnswerError, type ProbeArguments } from '../../src/engine/probes/probe';
import { probes } from '../../src/engine/probes/index.generated';
import type {
  Phase,
  Question,
  RawAnswer,
  ServerAddress,
  Session,
  Surroundings,
  Transport,
} from '../../src/transports/session';
import { TransportError, type Fault } from '../../src/transports/transportError';

/** A way to servers that is tried, and what holds there. Made anew for each test. */
export interface Subject {
  readonly transport: Transport;
  /** A server that answers. */
  readonly server: ServerAddress;
  /** One that does not, and the fault that says so. */
  readonly bad: { readonly server: ServerAddress; readonly faults: readonly Fault[] };
  /** Answers passwords and confirmations; absent: nobody is there. */
  readonly person?: Partial<Pick<Surroundings, 'password' | 'confirm'>>;
  /** The probes that it can answer at all; absent: all. */
  readonly probes?: readonly string[];
  /** A command that changes nothing, and one that fails with that exit code; null: this way runs none. */
  readonly commands: {
    readonly harmless: { readonly text: string; readonly output: RegExp };
    readonly failing: { readonly text: string; readonly exitCode: number };
  } | null;
  /** A command or question that takes long, to be cancelled; absent: the usual questions. */
  readonly long?: string;
  /** Called after the test, when sessions and transport are disposed. */
  readonly end?: () => void | Promise<void>;
}

/** Texts that no quoting survives by luck. */
export const difficultValues: readonly string[] = [
  '$( [Environment]::Exit(3) )',
  '$(Get-Date) `n `" `$x',
  `' " \u2018 \u2019 \u201a \u201c \u201d \u201e`,
  'a\nb\r\nc\td',
  '%windir% & calc.exe | more > x < y ^ ! ~',
  '\u00e4\u00f6\u00fc \u65e5\u672c\u8a9e \u{1f600}',
  "'; exit 1; '",
  'x'.repeat(10_000),
];

/** Arguments with which every probe has something to say. */
export const usualArguments: Readonly<Record<string, ProbeArguments>> = {
  'configuration-files': { known: [] },
  'web-configs': { folders: ['%SystemDrive%\\inetpub\\wwwroot', 'D:\\sites\\shop'] },
  'log-folders': { folders: ['%SystemDrive%\\inetpub\\logs\\LogFiles'], limit: 5 },
  'file-tail': { path: 'C:\\Windows\\System32\\LogFiles\\HTTPERR\\httperr1.log', bytes: 2_000 },
  events: { hours: 24, limit: 50 },
  identifiers: { guids: ['{D63B10C5-BB46-4990-A94F-E40B9D520160}'], sids: ['S-1-5-18'] },
  'dcom-permissions': {
    clsid: '{D63B10C5-BB46-4990-A94F-E40B9D520160}',
    appId: '{9CA88EE3-ACB7-47C8-AFC4-AB702511C276}',
  },
};

export const question = (probe: string): Question => ({ probe, asked: usualArguments[probe] ?? {} });

interface AnyProbe {
  readonly read: (data: unknown, asked: ProbeArguments) => unknown;
}

/** What the reader of a probe makes of a raw answer. */
export function readAnswer(probe: string, answer: RawAnswer | undefined): unknown {
  assert.ok(answer, `${probe} was answered`);
  assert.ok(answer.ok, `${probe}: ${answer.ok ? '' : answer.error.message}`);
  const found = (probes as unknown as Readonly<Record<string, AnyProbe>>)[probe];
  assert.ok(found, `there is a probe ${probe}`);
  return found.read(JSON.parse(answer.data), question(probe).asked);
}

/** The tests that every transport passes. `make` is called before each of them. */
export function contract(name: string, make: () => Promise<Subject> | Subject): void {
  describe(`the contract of transports: ${name}`, () => {
    let subject: Subject;
    let phases: Phase[];
    const open: Session[] = [];

    beforeEach(async () => {
      subject = await make();
      phases = [];
    });
    afterEach(async () => {
      for (const session of open.splice(0)) await session.dispose();
      await subject.transport.dispose();
      await subject.end?.();
    });

    const surroundings = (signal = new AbortController().signal): Surroundings => ({
      signal,
      phase: (phase) => void phases.push(phase),
      password: subject.person?.password ?? (() => Promise.resolve(null)),
      confirm: subject.person?.confirm ?? (() => Promise.resolve(false)),
      log: () => undefined,
    });
    const session = async (): Promise<Session> => {
      const opened = await subject.transport.open(subject.server, surroundings());
      open.push(opened);
      return opened;
    };
    const never = new AbortController().signal;
    const able = (): readonly string[] => subject.probes ?? Object.keys(probes);
    const [first, second] = ['configuration-files', 'web-configs'] as const;

    it('opens, and tells what it does', async () => {
      await session();
      assert.ok(phases.length > 0, 'a phase was told');
    });

    it('answers one question', async () => {
      const answers = await (await session()).ask([question(first)], never);
      assert.equal(answers.length, 1);
      readAnswer(first, answers[0]);
    });

    it('answers nothing with nothing', async () => {
      assert.deepEqual(await (await session()).ask([], never), []);
    });

    it('answers many questions in their order, the same one twice', async () => {
      const asked = [first, second, first, ...able()];
      const answers = await (await session()).ask(asked.map(question), never);
      assert.equal(answers.length, asked.length);
      for (const [i, probe] of asked.entries()) readAnswer(probe, answers[i]);
      assert.notDeepEqual(answers[0], answers[1]);
    });

    it('gives of every probe an answer that its reader understands, or says that it cannot tell', async () => {
      const ids = Object.keys(probes);
      const answers = await (await session()).ask(ids.map(question), never);
      for (const [i, id] of ids.entries()) {
        const answer = answers[i];
        if (able().includes(id)) assert.doesNotThrow(() => readAnswer(id, answer), AnswerError, id);
        else assert.equal(answer?.ok === false && answer.error.category, 'NotImplemented', id);
      }
    });

    it('refuses an unknown probe and goes on', async () => {
      const opened = await session();
      const refused = await opened.ask([{ probe: 'no-such-probe', asked: {} }], never).then(
        ([answer]) => answer?.ok === false,
        (error: unknown) => error instanceof Error,
      );
      assert.ok(refused);
      readAnswer(first, (await opened.ask([question(first)], never))[0]);
    });

    it('leaves values unharmed', async () => {
      const folders = difficultValues;
      const answers = await (await session()).ask([{ probe: 'web-configs', asked: { folders } }], never);
      const [answer] = answers;
      assert.ok(answer?.ok);
      const { files } = JSON.parse(answer.data) as { readonly files: readonly { readonly folder: string }[] };
      assert.deepEqual(
        files.map(({ folder }) => folder),
        folders,
      );
    });

    it('gives up with the reason of a signal that has fired', async () => {
      const opened = await session();
      const reason = new Error('nobody waits any more');
      await assert.rejects(opened.ask([question(first)], AbortSignal.abort(reason)), reason);
      const waiting = subject.transport.open(subject.server, surroundings(AbortSignal.abort(reason)));
      await assert.rejects(waiting, reason);
    });

    it('gives up with the reason of a signal that fires, and answers the next question', async () => {
      const opened = await session();
      const controller = new AbortController();
      const reason = new Error('cancelled');
      const asked = Array.from({ length: 20 }, () => question(first));
      const waiting = opened.ask(asked, controller.signal);
      controller.abort(reason);
      await assert.rejects(waiting, reason);
      readAnswer(first, (await opened.ask([question(first)], never))[0]);
    });

    it('ends when it is told to, also twice, and then answers no more', async () => {
      const opened = await session();
      await opened.dispose();
      await opened.dispose();
      await assert.rejects(opened.ask([question(first)], never), (error) => error instanceof TransportError);
      await assert.rejects(opened.run('hostname.exe', never), (error) => error instanceof TransportError);
    });

    it('serves two sessions side by side', async () => {
      const [a, b] = [await session(), await session()];
      const [one, two] = await Promise.all([a.ask([question(first)], never), b.ask([question(second)], never)]);
      await a.dispose();
      readAnswer(first, one[0]);
      readAnswer(second, two[0]);
      readAnswer(second, (await b.ask([question(second)], never))[0]);
    });

    it('runs a command, or says that it runs none', async () => {
      const opened = await session();
      const { commands } = subject;
      assert.equal(opened.can.run, commands !== null);
      if (!commands) {
        await assert.rejects(opened.run('hostname.exe', never), (error) => error instanceof TransportError);
        return;
      }
      let heard = '';
      const done = await opened.run(commands.harmless.text, never, (piece) => (heard += piece));
      assert.equal(done.exitCode, 0, done.output);
      assert.match(done.output, commands.harmless.output);
      assert.equal(heard, done.output);
      const failed = await opened.run(commands.failing.text, never);
      assert.equal(failed.exitCode, commands.failing.exitCode, failed.output);
      readAnswer(first, (await opened.ask([question(first)], never))[0]);
    });

    it('cancels a command', async () => {
      if (!subject.long) return;
      const opened = await session();
      const controller = new AbortController();
      const reason = new Error('cancelled');
      const waiting = opened.run(subject.long, controller.signal);
      setTimeout(() => {
        controller.abort(reason);
      }, 50);
      await assert.rejects(waiting, reason);
      readAnswer(first, (await opened.ask([question(first)], never))[0]);
    });

    it('tells what stands in the way to a server', async () => {
      const waiting = subject.transport.open(subject.bad.server, surroundings());
      await assert.rejects(waiting, (error) => {
        assert.ok(error instanceof TransportError, String(error));
        assert.ok(subject.bad.faults.includes(error.fault), error.fault);
        return true;
      });
    });
  });
}
