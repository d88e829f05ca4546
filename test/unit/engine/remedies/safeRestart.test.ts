import assert from 'node:assert/strict';
import { PlanRun } from '../../../../src/app/repair/planRun';
import { isRefusal } from '../../../../src/engine/remedies/remedy';
import safeRestart from '../../../../src/engine/remedies/repairs/safe-restart';
import type { MachineSpec } from '../../../../src/transports/demo/machineSpec';
import { begin } from '../../../kit/attempts';
import { targetOf } from '../../../kit/repairTarget';
import { simulated, snapshotOf, specOf, stateOf } from '../../../kit/simulated';

const ALL = { scope: 'Restart WAS and W3SVC, for all sites' };

/** WEB-02, on which a service of a product depends on WAS and does not stop. */
const hanging = (stopsIn: number): MachineSpec => {
  const spec = specOf('WEB-02');
  return {
    ...spec,
    traits: {},
    services: spec.services.map((one) => (one.name === 'ContosoQueue' ? { ...one, stopsIn } : one)),
  };
};

describe('a safe restart', function () {
  this.timeout(60_000);

  for (const [name, others] of [
    ['the first one that is stopped', ['NetTcpActivator', 'W3SVC', 'WAS']],
    ['one in the middle', ['NetTcpActivator', 'W3SVC', 'WAS']],
  ] as const)
    it(`names the service that does not stop and starts the others again: ${name}`, async () => {
      const spec = hanging(86_400_000);
      const services = name === 'one in the middle' ? spec.services : [...spec.services].reverse();
      const { server, plan } = await begin(safeRestart, {
        name,
        server: 'WEB-02',
        set: () => ({ ...spec, services }),
        values: ALL,
      });
      const before = stateOf(server.machine);
      const target = targetOf(server);
      const run = new PlanRun(plan, 'run-1', target);
      await run.run();
      const at = plan.steps.findIndex(({ title }) => title === 'Stop ContosoQueue');
      const standing = run.steps[at];
      const live = server.machine.services.get('ContosoQueue')?.processId ?? 0;
      assert.ok(live > 0);
      assert.match(standing?.problem ?? '', new RegExp(`PID +: ${live}\\b`), standing?.problem);
      assert.match(standing?.problem ?? '', /ContosoQueue does not stop/);
      assert.equal(standing?.mark, 'notUndone', 'nobody can start it while it stops');
      for (const one of others) assert.equal(server.machine.services.get(one)?.state, 'running', one);
      const after = stateOf(server.machine);
      for (const key of Object.keys(before).filter((one) => !one.endsWith('ContosoQueue')))
        assert.equal(after[key], before[key], key);
      assert.ok(!target.ran.some((text) => /taskkill|Stop-Process|kill/i.test(text)), 'nothing is ended by force');
    });

  it('waits for a service that takes long to stop', async () => {
    const { server, plan } = await begin(safeRestart, {
      name: '',
      server: 'WEB-02',
      set: () => hanging(75_000),
      values: ALL,
    });
    const run = new PlanRun(plan, 'run-1', targetOf(server));
    await run.run();
    assert.equal(run.phase, 'done', JSON.stringify(run.steps));
    for (const one of ['ContosoQueue', 'NetTcpActivator', 'W3SVC', 'WAS'])
      assert.ok(server.machine.services.isRunning(one), one);
  });

  it('leaves a service stopped that somebody was stopping', async () => {
    const prepare = ({ machine }: ReturnType<typeof simulated>): void =>
      void machine.services.requestStop('ContosoQueue');
    const { server, plan } = await begin(safeRestart, {
      name: '',
      server: 'WEB-02',
      set: () => hanging(20_000),
      prepare,
      values: ALL,
    });
    assert.ok(plan.leftovers.some((one) => one.includes('ContosoQueue was being stopped')));
    const run = new PlanRun(plan, 'run-1', targetOf(server));
    await run.run();
    assert.equal(run.phase, 'done', JSON.stringify(run.steps));
    assert.equal(server.machine.services.get('ContosoQueue')?.state, 'stopped');
  });

  it('says why there is no plan, and what instead', async () => {
    const snapshot = await snapshotOf(simulated(specOf('WEB-04')));
    const made = safeRestart.plan(snapshot, ALL);
    assert.ok(isRefusal(made) && made.because.includes('administrator'));
    const unread = safeRestart.plan({ server: 'X', at: 0 }, ALL);
    assert.ok(isRefusal(unread) && unread.because.includes('could not be read'));
  });

  it('is a runbook by IISADMIN where there is no WAS', async () => {
    const snapshot = await snapshotOf(simulated(specOf('WEB-01')));
    const known = snapshot.services?.services.known ? snapshot.services.services.value : [];
    const services = known.filter(({ name }) => name !== 'WAS');
    const made = safeRestart.plan({ ...snapshot, services: { services: { known: true, value: services } } }, ALL);
    assert.ok(!isRefusal(made) && !made.runs);
    assert.ok(made.steps.some(({ command }) => command?.cmd === 'net.exe stop IISADMIN /y'));
  });

  it('says that a restart of HTTP cuts remote sessions', async () => {
    const { plan } = await begin(safeRestart, {
      name: '',
      values: { scope: 'Restart HTTP as well, for TLS and HTTP.sys settings' },
    });
    assert.deepEqual(plan.cuts, ['http', 'winrm']);
    assert.ok(plan.steps.some(({ title }) => title === 'Start WinRM again'));
  });
});
