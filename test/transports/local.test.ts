import assert from 'node:assert/strict';
import { LocalTransport } from '../../src/transports/local/local';
import { WinrmTransport } from '../../src/transports/winrm/winrm';
import { StandIn } from '../kit/standIn';
import { faultIn, never, poolOver, server, surroundings } from '../kit/powershellPool';
import { contract, type Subject } from './contract';

const commands = (name: string): Subject['commands'] => ({
  harmless: { text: 'hostname.exe', output: new RegExp(`^${name}\\n$`) },
  failing: { text: 'net.exe start NoSuchService', exitCode: 2 },
});

async function subject(): Promise<{ made: ReturnType<typeof poolOver>; end: () => Promise<void> }> {
  const standIn = await StandIn.create();
  standIn.behave({ hosts: { local: { machine: 'WEB-01' }, web2: { machine: 'WEB-02', password: 'right' } } });
  const made = poolOver(standIn.program);
  const end = async (): Promise<void> => {
    await made.pool.dispose();
    standIn.dispose();
  };
  return { made, end };
}

contract('local', async () => {
  const { made, end } = await subject();
  const elsewhere = new LocalTransport(made.pool, 'linux');
  return {
    transport: {
      kind: 'local',
      open: (address, around) => (address.name === 'bad' ? elsewhere : made.local).open(address, around),
      dispose: () => made.local.dispose(),
    },
    server: { name: 'here', transport: 'local' },
    bad: { server: { name: 'bad', transport: 'local' }, faults: ['notSupportedHere'] },
    commands: commands('WEB-01'),
    long: 'Start-Sleep -Seconds 20',
    end,
  };
});

contract('winrm', async () => {
  const { made, end } = await subject();
  return {
    transport: made.winrm,
    server: server('web2', { user: 'CONTOSO\\op' }),
    bad: { server: server('-web2'), faults: ['invalidHost'] },
    person: { password: () => Promise.resolve('right') },
    commands: commands('WEB-02'),
    long: 'Start-Sleep -Seconds 20',
    end,
  };
});

describe('the transport local', () => {
  let standIn: StandIn;
  let made: ReturnType<typeof poolOver>;
  before(async () => {
    standIn = await StandIn.create();
    standIn.behave({ hosts: { local: { machine: 'WEB-01' } } });
    made = poolOver(standIn.program);
  });
  after(async () => {
    await made.pool.dispose();
    standIn.dispose();
  });

  it('runs a command on this machine', async () => {
    const session = await made.local.open({ name: 'here', transport: 'local' }, surroundings().around);
    const { exitCode, output } = await session.run('net.exe start W3SVC', never);
    assert.equal(exitCode, 2, output);
    assert.match(output, /already been started/);
  });

  for (const platform of ['linux', 'darwin'])
    it(`says on ${platform} what to do instead, and starts nothing`, async () => {
      const { pool } = poolOver(standIn.program);
      const { around } = surroundings();
      for (const transport of [new LocalTransport(pool, platform), new WinrmTransport(pool, platform)])
        await assert.rejects(transport.open(server('web1'), around), { fault: 'notSupportedHere', detail: /"ssh"/ });
      assert.deepEqual(pool.pids, []);
    });

  it('is a fault of its own where the program is missing', async () => {
    const { local } = poolOver('/nowhere/powershell.exe');
    assert.equal(await faultIn(local.open({ name: 'x', transport: 'local' }, surroundings().around)), 'programMissing');
  });
});
