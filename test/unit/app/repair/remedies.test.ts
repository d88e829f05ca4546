import assert from 'node:assert/strict';
import { PlanRun } from '../../../../src/app/repair/planRun';
import type { Check, Plan, Step } from '../../../../src/engine/remedies/plan';
import type { Remedy } from '../../../../src/engine/remedies/remedy';
import { begin, hostileNames, triedRemedies, type Attempt, type Begun, type Renaming } from '../../../kit/attempts';
import { accidents, targetOf, type TestTarget } from '../../../kit/repairTarget';
import { differences, stateOf } from '../../../kit/simulated';

const tried = triedRemedies();

/** Passwords of the demo farm. */
const SECRET = /(?:Spring|Autumn)-Example-\d/;

/** Every remedy's plan is run on a simulated server, broken at each step, and undone. */
describe('the remedies on simulated servers', function () {
  // Each of these tests sets a server up for every step of a plan.
  this.timeout(120_000);
  for (const { remedy, attempts } of tried)
    describe(remedy.id, () => {
      it('is tried', () => {
        assert.ok(attempts.length, `test/kit/attempts/${remedy.id}.ts`);
        assert.equal(new Set(attempts.map(({ name }) => name)).size, attempts.length, 'their names are unique');
      });
      for (const attempt of attempts)
        describe(attempt.name, () => {
          testAttempt(remedy, attempt);
        });
    });
});

function testAttempt(remedy: Remedy, attempt: Attempt): void {
  it('makes a plan that is whole', async () => {
    const { plan } = await begin(remedy, attempt);
    assertWhole(plan);
    assert.equal(plan.remedy, remedy.id);
    assert.equal(plan.runs, !attempt.isRunbook);
  });
  if (attempt.isRunbook) return;

  it('repairs, tells of it, and can be undone', () => runAndUndo(remedy, attempt));

  for (const name of hostileNames.filter((one) => attempt.names && !(attempt.arePaths && /[\\/]/.test(one))))
    it(`repairs where a name is ${name}`, () =>
      runAndUndo(remedy, attempt, Object.fromEntries((attempt.names ?? []).map((one) => [one, name]))));

  for (const accident of accidents)
    it(`stops where a command is ${accident}, and what was done is undone`, async () => {
      const { plan } = await begin(remedy, attempt);
      for (const [i, { command }] of plan.steps.entries())
        if (command)
          await failAt(
            remedy,
            attempt,
            (one) => one,
            i,
            (target) => {
              target.fail(command.powershell, accident);
            },
          );
    });

  it('stops where a check of a step fails, and what was done is undone', async () => {
    const { plan } = await begin(remedy, attempt);
    for (const [i, step] of plan.steps.entries()) {
      const { check } = step;
      if (check) await failAt(remedy, attempt, (one) => ({ ...one, check: neverRight(check) }), i);
    }
  });

  it('stops where the verification fails, and what was done is undone', async () => {
    const begun = await begin(remedy, attempt);
    const verification = begun.plan.verification.map(neverRight);
    assert.ok(verification.length, 'something is asked at the end');
    const { run, before, machine } = start(begun, { ...begun.plan, verification });
    await toTheEnd(run);
    assert.ok(['stopped', 'undone'].includes(run.phase), run.phase);
    await undoAll(run);
    if (isReversible(begun.plan)) assert.deepEqual(differences(before, stateOf(machine)), {});
  });

  it('leaves what somebody else has changed in the meantime', () => changeOfOthers(remedy, attempt));
}

function start(
  { server, plan }: Begun,
  changed: Plan = plan,
): {
  readonly run: PlanRun;
  readonly target: TestTarget;
  readonly before: ReturnType<typeof stateOf>;
  readonly machine: Begun['server']['machine'];
} {
  const target = targetOf(server);
  const { machine } = server;
  return { run: new PlanRun(changed, 'run-1', target), target, before: stateOf(machine), machine };
}

async function runAndUndo(remedy: Remedy, attempt: Attempt, renaming: Renaming = {}): Promise<void> {
  const begun = await begin(remedy, attempt, renaming);
  const { run, target, before, machine } = start(begun);
  await toTheEnd(run);
  assert.equal(run.phase, 'done', problems(run));
  const after = stateOf(machine);
  if (attempt.after && !Object.keys(renaming).length) attempt.after(machine, before, after);
  else if (!attempt.after) assert.deepEqual(differences(before, after), {}, 'the server is as before');
  assertTold(run, target);
  if (!isReversible(begun.plan)) return;
  await undoAll(run);
  assert.deepEqual(differences(before, stateOf(machine)), {}, 'undone, the server is as before');
  assertTold(run, target);
}

/** Runs up to a step, which goes wrong; then everything must be as it was, and the run must say where it stands. */
async function failAt(
  remedy: Remedy,
  attempt: Attempt,
  change: (step: Step) => Step,
  at: number,
  arm: (target: TestTarget) => void = () => undefined,
): Promise<void> {
  const begun = await begin(remedy, attempt);
  const steps = begun.plan.steps.map((step, i) => (i === at ? change(hasty(step)) : step));
  const { run, target, before, machine } = start(begun, { ...begun.plan, steps });
  while (run.next < at) {
    await run.runNext();
    assert.equal(run.phase, 'ready', problems(run));
  }
  arm(target);
  await run.run();
  const label = `step ${at + 1} of "${attempt.name}"`;
  assert.ok(target.isThrough(), `${label} was reached`);
  assert.ok(run.phase === 'stopped' || run.phase === 'undone', `${label}: ${run.phase}`);
  const stopped = target.entries.find(({ what, result }) => what === 'ended' && result.includes('stopped'));
  assert.match(stopped?.result ?? '', new RegExp(`stopped at step ${at + 1}$`));
  assert.notEqual(target.entries.findLast(({ result }) => result === 'failed')?.title ?? '', '');
  assert.ok(
    run.steps.slice(at + 1).every(({ mark }) => mark === 'waiting'),
    `${label}: nothing ran behind it`,
  );
  await undoAll(run);
  if (isReversible(begun.plan)) assert.deepEqual(differences(before, stateOf(machine)), {}, `${label} is undone`);
  assertTold(run, target);
}

/** The same step with a command that is soon given up. */
const hasty = (step: Step): Step => ({ ...step, ...(step.command && { command: { ...step.command, limit: 0.02 } }) });

async function changeOfOthers(remedy: Remedy, attempt: Attempt): Promise<void> {
  const { plan } = await begin(remedy, attempt);
  for (const [i, { undo }] of plan.steps.entries()) {
    const file = undo?.file;
    if (file === undefined) continue;
    const begun = await begin(remedy, attempt);
    const { run, machine } = start(begun);
    while (run.next <= i) await run.runNext();
    const text = machine.disk.text(file);
    if (text === undefined) continue;
    machine.writeFile(file, text.replace(/\s*$/, '\r\n<!-- changed by somebody else -->\r\n'));
    await toTheEnd(run);
    await run.undo();
    assert.equal(run.phase, 'stopped', 'undo stops');
    assert.match(machine.disk.text(file) ?? '', /changed by somebody else/);
    assert.match(problems(run), /somebody else/);
  }
}

const neverRight = (check: Check): Check => ({ ...check, expects: { kind: 'is', text: 'never said' }, within: 0 });

const isReversible = ({ steps }: Plan): boolean => steps.every(({ undo }) => undo !== null);

/** Runs on wherever something was done by hand. */
async function toTheEnd(run: PlanRun): Promise<void> {
  for (let i = 0; i <= run.plan.steps.length && (run.phase === 'ready' || i === 0); i++) await run.run();
}

async function undoAll(run: PlanRun): Promise<void> {
  if (run.canUndo) await run.undo();
  assert.ok(!run.canUndo, `nothing is left to undo: ${problems(run)}`);
}

const problems = (run: PlanRun): string =>
  [...run.prechecks, ...run.steps, ...run.verification]
    .filter(({ problem }) => problem !== '')
    .map(({ problem, output }) => `${problem}\n${output}`)
    .join('\n');

/** The log has everything that ran, and no secret. */
function assertTold({ plan }: PlanRun, { entries, ran }: TestTarget): void {
  const logged = new Set(entries.map(({ command }) => command));
  for (const command of ran) assert.ok(logged.has(command), `the log has ${command}`);
  assert.ok(entries.some(({ what }) => what === 'started') && entries.some(({ what }) => what === 'ended'));
  for (const { server, run, user } of entries)
    assert.deepEqual([server, run, user], [plan.server, 'run-1', 'CONTOSO\\webops']);
  assert.doesNotMatch(JSON.stringify(entries), SECRET);
}

function assertWhole({ title, verdict, steps, prechecks, verification, runs }: Plan): void {
  const ids = steps.map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length, 'every step has an id of its own');
  for (const text of [title, verdict]) assert.ok(text.length > 5 && !text.includes('\n'), text);
  for (const { id, title: what, why, undo, command } of steps) {
    assert.match(id, /^[a-z\d]+(?:-[a-z\d]+)*$/);
    assert.ok(what !== '' && !/[\r\n]/.test(what) && !what.endsWith('.'), what);
    assert.ok(why.endsWith('.') && !why.includes('\n'), why);
    for (const one of [command, undo?.command ?? null]) assertCommand(one);
    assert.doesNotMatch(undo?.command.powershell ?? '', /restore\s+backup/i, 'undo is the inverse of the one change');
  }
  for (const { says, otherwise, command } of [
    ...prechecks,
    ...verification,
    ...steps.flatMap(({ check }) => check ?? []),
  ]) {
    assert.ok(says.endsWith('.') && otherwise.endsWith('.'), `${says} ${otherwise}`);
    assertCommand(command);
  }
  const changing = steps.findIndex(({ undo }) => /(?:applicationHost|administration)\.config$/i.test(undo?.file ?? ''));
  const backup = steps.findIndex(({ command }) => command?.powershell.includes('add backup'));
  assert.ok(!runs || changing < 0 || (backup >= 0 && backup < changing), 'a backup comes before the change');
}

function assertCommand(command: Step['command']): void {
  if (!command) return;
  assert.doesNotMatch(command.powershell, SECRET);
  assert.doesNotMatch(command.powershell, /[\u0000-\u0009\u000B-\u001F]/, 'no control characters');
}
