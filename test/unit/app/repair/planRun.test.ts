import assert from 'node:assert/strict';
import { PlanRun } from '../../../../src/app/repair/planRun';
import { planBase } from '../../../../src/engine/remedies/planBase';
import type { Command, Plan, Step } from '../../../../src/engine/remedies/plan';
import { targetOf } from '../../../kit/repairTarget';
import { simulated, specOf } from '../../../kit/simulated';

const FILE = 'D:\\notes.txt';
const write = (text: string): Command => ({ powershell: `[IO.File]::WriteAllText('${FILE}', '${text}')`, cmd: null });
const step = (id: string, more: Partial<Step>): Step => ({
  id,
  title: id,
  why: 'Because.',
  command: write(id),
  stops: [],
  ...more,
});
const planOf = (steps: readonly Step[], more: Partial<Plan> = {}): Plan => ({
  ...planBase('test', 'WEB-01'),
  title: 'A test',
  verdict: 'A test.',
  steps,
  ...more,
});
const begin = (plan: Plan) => {
  const server = simulated(specOf('WEB-01'));
  const target = targetOf(server);
  return { server, target, run: new PlanRun(plan, 'run-1', target), text: () => server.machine.disk.text(FILE) };
};

describe('the run of a plan', () => {
  it('waits in front of what is done by hand until somebody runs on', async () => {
    const { run, text } = begin(planOf([step('one', {}), step('hand', { command: null }), step('two', {})]));
    await run.run();
    assert.deepEqual([run.phase, run.next, text()], ['ready', 1, 'one']);
    assert.match(run.steps[1]?.problem ?? '', /by hand/);
    await run.run();
    assert.deepEqual([run.phase, text()], ['done', 'two']);
  });

  it('does not undo what a failed step has not done', async () => {
    const undo = { title: 'Back', command: write('undone'), file: FILE };
    const { run, target, text, server } = begin(planOf([step('one', { undo })]));
    server.machine.writeFile(FILE, 'before');
    target.fail(write('one').powershell, 'refused');
    await run.run();
    assert.equal(run.phase, 'stopped');
    await run.undo();
    assert.deepEqual([run.phase, text()], ['undone', 'before'], 'the inverse of nothing is nothing');
    assert.ok(target.entries.some(({ result }) => result === 'nothing had been changed'));
  });

  it('undoes several changes of one file, each after the other', async () => {
    const back = (to: string) => ({ title: `To ${to}`, command: write(to), file: FILE });
    const { run, text, server } = begin(
      planOf([step('one', { undo: back('zero') }), step('two', { undo: back('one') })]),
    );
    server.machine.writeFile(FILE, 'zero');
    await run.run();
    assert.equal(text(), 'two');
    await run.undo();
    assert.deepEqual([run.phase, text()], ['undone', 'zero']);
  });

  it('undoes nothing of a file that somebody has changed between two steps', async () => {
    const back = (to: string) => ({ title: `To ${to}`, command: write(to), file: FILE });
    const { run, text, server } = begin(
      planOf([step('one', { undo: back('zero') }), step('two', { undo: back('one') })]),
    );
    await run.runNext();
    server.machine.writeFile(FILE, 'theirs');
    await run.runNext();
    await run.undo();
    assert.deepEqual([run.phase, text()], ['stopped', 'two']);
    assert.match(run.steps[1]?.problem ?? '', /somebody else/);
    assert.ok(run.canUndo, 'it may be tried again');
  });

  it('shows what a check that fails was answered', async () => {
    const check = {
      says: 'The spooler is stopped.',
      command: { powershell: 'sc.exe queryex Spooler', cmd: null },
      expects: { kind: 'contains', text: 'STOPPED' },
      otherwise: 'Look at it.',
    } as const;
    const { run, server } = begin(planOf([step('one', { check })]));
    await run.run();
    const id = server.machine.services.get('Spooler')?.processId ?? 0;
    assert.match(
      run.steps[0]?.problem ?? '',
      new RegExp(`Not so: The spooler is stopped\\.\\n[^]*PID +: ${id}[^]*Look at it\\.`),
    );
  });

  it('keeps all that is done where only the verification fails', async () => {
    const verification = [
      {
        says: 'It says three.',
        command: { powershell: `Get-Content '${FILE}'`, cmd: null },
        expects: { kind: 'is', text: 'three' },
        otherwise: 'Look.',
      },
    ] as const;
    const undo = { title: 'Back', command: write('zero') };
    const { run, text, target } = begin(planOf([step('one', { undo })], { verification, undoesItself: true }));
    await run.run();
    assert.deepEqual([run.phase, text()], ['stopped', 'one']);
    assert.match(target.entries.at(-1)?.result ?? '', /the verification failed/);
  });

  it('undoes itself where a step fails, and does what it still can', async () => {
    const bad = { title: 'Bad', command: { powershell: 'no-such-program.exe', cmd: null } };
    const { run, text, target } = begin(
      planOf(
        [
          step('one', { undo: { title: 'Back', command: write('zero') } }),
          step('two', { undo: bad }),
          step('three', {}),
        ],
        { undoesItself: true },
      ),
    );
    target.fail(write('three').powershell, 'refused');
    await run.run();
    assert.equal(text(), 'zero', 'what could be undone is');
    assert.deepEqual(
      run.steps.map(({ mark }) => mark),
      ['undone', 'notUndone', 'failed'],
    );
  });

  it('runs nothing of a runbook', async () => {
    const { run, target } = begin(planOf([step('one', {})], { runs: false }));
    await run.run();
    assert.deepEqual([run.phase, target.ran, target.entries], ['ready', [], []]);
  });

  it('puts no password into its log', async () => {
    const command = { powershell: "Write-Output 'password=Secret-1 [enc:AesProvider:abc:enc]'", cmd: null };
    const { run, target } = begin(planOf([step('one', { command })]));
    await run.run();
    assert.equal(run.phase, 'done');
    assert.doesNotMatch(JSON.stringify(target.entries), /Secret-1|AesProvider/);
  });
});
