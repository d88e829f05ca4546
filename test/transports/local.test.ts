import assert from 'node:assert/strict';
import { probes } from '../../src/engine/probes/index.generated';
import { LocalTransport } from '../../src/transports/local/local';
import { WinrmTransport } from '../../src/transports/winrm/winrm';
import { StandIn } from '../kit/standIn';
import { faultIn, never, poolOver, server, surroundings } from '../kit/powershellPool';

describe('the transport local', () => {
  let standIn: StandIn;
  let made: ReturnType<typeof poolOver>;
  before(async () => {
    standIn = await StandIn.create();
    standIn.behave({ hosts: { local: { machine: 'WEB-01' }, web2: { machine: 'WEB-02' } } });
    made = poolOver(standIn.program);
  });
  after(async () => {
    await made.pool.dispose();
    standIn.dispose();
  });

  for (const [where, open] of [
    ['local', () => made.local.open({ name: 'here', transport: 'local' }, surroundings().around)],
    ['winrm', () => made.winrm.open(server('web2'), surroundings().around)],
  ] as const)
    it(`${where}: gives what the readers of the probes understand`, async () => {
      const session = await open();
      const [raw] = await session.ask([{ probe: 'system', asked: {} }], never);
      assert.ok(raw?.ok);
      const facts = probes.system.read(JSON.parse(raw.data), {});
      assert.equal(facts.computer, where === 'local' ? 'WEB-01' : 'WEB-02');
      assert.equal(typeof facts.administrator, 'boolean');
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
