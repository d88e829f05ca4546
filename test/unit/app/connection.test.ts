import assert from 'node:assert/strict';
import { Connection } from '../../../src/app/connection';
import { Servers } from '../../../src/app/servers';
import type { RawAnswer, Session, Transport } from '../../../src/transports/session';
import { TransportError } from '../../../src/transports/transportError';
import { partsFor } from '../../kit/demoFarm';

const FEATURES = { probe: 'features', asked: {} } as const;
const POOLS = { probe: 'application-pools', asked: {} } as const;
const answer = (data: unknown): RawAnswer => ({ ok: true, data: JSON.stringify(data) });
const components = { components: { value: [{ name: 'ASPNET45', value: 1 }] } };

interface Fake {
  readonly transport: Transport;
  readonly asked: string[][];
  readonly disposed: () => number;
}

/** A transport whose answers a test decides. */
function fake(reply: (probe: string, signal: AbortSignal) => Promise<RawAnswer> | RawAnswer, opens?: () => void): Fake {
  const asked: string[][] = [];
  let disposed = 0;
  const session: Session = {
    carries: 'nothing',
    can: { read: true, run: false, write: false },
    ask: (questions, signal) => {
      asked.push(questions.map(({ probe }) => probe));
      return Promise.all(questions.map(({ probe }) => reply(probe, signal)));
    },
    run: () => Promise.reject(new Error('not here')),
    dispose: () => {
      disposed++;
      return Promise.resolve();
    },
  };
  const transport: Transport = {
    kind: 'demo',
    open: () => {
      opens?.();
      return Promise.resolve(session);
    },
    dispose: () => Promise.resolve(),
  };
  return { transport, asked, disposed: () => disposed };
}

const connect = (
  { transport }: Fake,
  changes: Partial<ConstructorParameters<typeof Connection>[1]> = {},
): Connection => {
  const { transports: _, ...parts } = partsFor([]);
  return new Connection({ name: 'x', transport: 'demo' }, { ...parts, transport, ...changes });
};

describe('a connection', () => {
  it('sends the questions of one turn together, and each only once', async () => {
    const server = fake(() => answer(components));
    const connection = connect(server);
    await Promise.all([connection.want([FEATURES]), connection.want([FEATURES, POOLS])]);
    assert.deepEqual(server.asked, [['features', 'application-pools']]);
    const known = connection.known('features', {})?.value?.components;
    assert.deepEqual(known, { known: true, value: ['ASPNET45'] });
  });

  it('keeps what a script says when it fails, and the session', async () => {
    const error = { message: 'Access is denied.', hresult: '0x80070005', category: 'PermissionDenied' };
    const server = fake(() => ({ ok: false, error }));
    const connection = connect(server);
    const [kept] = await connection.want([FEATURES]);
    assert.match(kept?.error?.message ?? '', /denied/);
    assert.equal(connection.state.kind, 'connected');
    assert.equal(server.disposed(), 0);
  });

  it('takes an answer of a wrong shape for a failure of that question alone', async () => {
    const server = fake((probe) => (probe === 'features' ? answer({ components: 'all' }) : { ok: true, data: '{"po' }));
    const connection = connect(server);
    const [first, second] = await connection.want([FEATURES, POOLS]);
    assert.ok(first?.error && second?.error);
    assert.equal(connection.state.kind, 'connected');
  });

  it('reads long answers beside the caller', async () => {
    const read: number[] = [];
    const long = {
      components: { value: Array.from({ length: 5_000 }, (_, i) => ({ name: `Component${i}`, value: 1 })) },
    };
    const server = fake(() => answer(long));
    const connection = connect(server, {
      thinker: {
        read: (_, data) => {
          read.push(data.length);
          return Promise.resolve({ components: { known: true, value: [] } });
        },
        check: () => Promise.reject(new Error('not here')),
      },
    });
    await connection.want([FEATURES]);
    assert.equal(read.length, 1);
  });

  it('that is lost keeps what was known, tells why, and opens anew when somebody asks', async () => {
    let opens = 0;
    let isLost = false;
    const server = fake(
      () => {
        if (isLost) throw new TransportError('sessionEnded');
        return answer(components);
      },
      () => opens++,
    );
    const connection = connect(server);
    await connection.want([FEATURES]);
    isLost = true;
    const [kept] = await connection.want([FEATURES], 0);
    assert.ok(kept?.value, 'the last answer is still there');
    assert.ok(kept.error instanceof TransportError);
    assert.equal(connection.state.kind, 'failed');
    assert.equal(server.disposed(), 1);
    isLost = false;
    await connection.want([FEATURES], 0);
    assert.equal(opens, 2);
    assert.equal(connection.state.kind, 'connected');
  });

  it('is not opened where it may not be', async () => {
    let opens = 0;
    const server = fake(
      () => answer(components),
      () => opens++,
    );
    const connection = connect(server, { permit: () => Promise.reject(new TransportError('notTrusted')) });
    const [kept] = await connection.want([FEATURES]);
    assert.ok(kept?.error instanceof TransportError && kept.error.fault === 'notTrusted');
    assert.equal(opens, 0);
  });

  it('without a way here says so', async () => {
    const { transports: _, ...parts } = partsFor([]);
    const connection = new Connection({ name: 'x', transport: 'winrm', host: 'x' }, { ...parts, transport: null });
    const [kept] = await connection.want([FEATURES]);
    assert.ok(kept?.error instanceof TransportError && kept.error.fault === 'notSupportedHere');
  });

  it('that is closed stops what is being asked and is idle', async () => {
    let aborted = false;
    const server = fake(
      (_, signal) =>
        new Promise((_, reject) => {
          signal.addEventListener('abort', () => {
            aborted = true;
            reject(signal.reason as Error);
          });
        }),
    );
    const connection = connect(server);
    const wanted = connection.want([FEATURES]);
    await connection.open();
    await new Promise((resolve) => setTimeout(resolve, 5));
    await connection.close();
    const [kept] = await wanted;
    assert.ok(kept?.error);
    assert.ok(aborted);
    assert.equal(connection.state.kind, 'idle');
    assert.equal(server.disposed(), 1);
  });
});

describe('the servers of the settings', () => {
  it('keep what stays and disconnect what goes or changes', async () => {
    const server = fake(() => answer(components));
    const servers = new Servers(partsFor([server.transport]));
    servers.set([
      { name: 'a', transport: 'demo' },
      { name: 'b', transport: 'demo' },
    ]);
    const [a, b] = servers.all;
    await Promise.all([a?.want([FEATURES]), b?.want([FEATURES])]);
    servers.set([
      { name: 'b', transport: 'demo', path: 'elsewhere' },
      { name: 'a', transport: 'demo' },
    ]);
    assert.equal(servers.get('a'), a);
    assert.notEqual(servers.get('b'), b);
    assert.equal(server.disposed(), 1);
  });
});
