import assert from 'node:assert/strict';
import type { RepairEntry } from '../../../../src/app/repair/repairLog';
import type { ServerView } from '../../../../src/app/serverView';
import { WizardModel } from '../../../../src/editor/wizard/wizardModel';
import type { Plan } from '../../../../src/engine/remedies/plan';
import type { Remedy } from '../../../../src/engine/remedies/remedy';
import safeRestart from '../../../../src/engine/remedies/repairs/safe-restart';
import { NO_SERVER, type CommandPart } from '../../../../src/protocol/wizard';
import { isKeptState, isWizardRequest } from '../../../../src/protocol/wizardCheckers';
import { demoView } from '../../../kit/demoFarm';

const APPCMD = '& "$env:windir\\System32\\inetsrv\\appcmd.exe"';

/** A wizard over a server of a fresh demo farm, with a person who answers every question alike. */
function wizard(answer: boolean, remedies: readonly Remedy[] = [safeRestart]) {
  const view = demoView('WEB-01');
  const entries: RepairEntry[] = [];
  const kept: string[] = [];
  const asked: [string, Plan][] = [];
  let runs = 0;
  const model = new WizardModel({
    remedies,
    servers: () => [view],
    log: { append: (entry) => Promise.resolve(void entries.push(entry)) },
    copies: { keep: (server, path) => Promise.resolve(`${server} ${path}`).finally(() => kept.push(path)) },
    now: Date.now,
    runId: () => `run ${++runs}`,
    confirm: (plan, what) => {
      asked.push([what, plan]);
      return Promise.resolve(answer);
    },
  });
  return { model, view, entries, asked, kept };
}

const onServer = async (view: ServerView, command: string): Promise<void> => {
  const { exitCode } = await (await view.connection.open()).run(command, AbortSignal.timeout(10_000));
  assert.equal(exitCode, 0);
};

describe('the wizard without its page', function () {
  this.timeout(60_000);

  it('shows a plan, asks, runs it, verifies it and writes it down', async () => {
    const { model, entries, asked } = wizard(true);
    assert.equal(model.state().notice, 'Choose what is to be repaired.');
    assert.equal(await model.start('safe-restart', 'web-01', { pool: 'Shop', nonsense: 'x' }, 'WAS 5079'), null);
    const ready = model.state();
    assert.equal(ready.server, 'WEB-01');
    assert.equal(ready.cause, 'WAS 5079');
    assert.equal(ready.parameters.find(({ name }) => name === 'pool')?.value, 'Shop');
    assert.equal(ready.plan?.phase, 'ready');
    assert.ok(ready.plan.steps.every(({ mark }) => mark === 'waiting'));
    assert.equal(asked.length, 0);

    assert.equal(await model.run('all'), null);
    const { plan } = model.state();
    assert.ok(plan);
    assert.equal(plan.phase, 'done');
    for (const { mark } of [...plan.prechecks, ...plan.steps, ...plan.verification]) assert.equal(mark, 'done');
    assert.deepEqual(
      asked.map(([what, { server }]) => `${what} ${server}`),
      ['run WEB-01'],
    );
    const ran = entries.filter(({ what }) => what === 'step').map(({ command }) => command);
    assert.deepEqual(
      ran,
      plan.steps.map(({ command }) => command),
    );
  });

  it('runs nothing where the person says no', async () => {
    const { model, entries, asked } = wizard(false);
    await model.start('safe-restart', 'WEB-01', { pool: 'Shop' }, '');
    assert.equal(await model.run('all'), null);
    assert.equal(asked.length, 1);
    assert.deepEqual(entries, []);
    assert.equal(model.state().plan?.phase, 'ready');
  });

  it('asks once for a plan that is run step by step', async () => {
    const { model, asked } = wizard(true);
    await model.start('safe-restart', 'WEB-01', { scope: 'Restart WAS and W3SVC, for all sites' }, '');
    const steps = model.plan?.steps.length ?? 0;
    assert.ok(steps > 2);
    for (let i = 0; i < steps; i++) assert.equal(await model.run('next'), null);
    assert.equal(model.state().plan?.phase, 'done');
    assert.deepEqual(
      asked.map(([what]) => what),
      ['run'],
    );
    assert.equal(model.state().plan?.canUndo, true);
    await model.undo();
    assert.deepEqual(
      asked.map(([what]) => what),
      ['run', 'undo'],
    );
    assert.equal(model.state().plan?.phase, 'undone');
  });

  it('wants the plan to be looked at again when the server has changed since', async () => {
    const { model, view, entries, asked } = wizard(true);
    await model.start('safe-restart', 'WEB-01', { pool: 'Shop' }, '');
    await onServer(view, `${APPCMD} stop apppool '/apppool.name:ShopApi'`);
    assert.match((await model.run('all')) ?? '', /has changed since this plan was made/);
    assert.equal(model.state().plan?.isStale, true);
    assert.equal(entries.length + asked.length, 0);
    await model.replan();
    assert.equal(model.state().plan?.isStale, false);
    assert.equal(await model.run('all'), null);
    assert.equal(model.state().plan?.phase, 'done');
  });

  it('gives out no command that the plan does not contain', async () => {
    const { model } = wizard(true);
    assert.equal(model.commandOf({ of: 'step', index: 0 }), null);
    await model.start('safe-restart', 'WEB-01', { pool: 'Shop' }, '');
    const { plan } = model;
    assert.ok(plan);
    const inPlan = new Set(
      [
        ...[...plan.prechecks, ...plan.verification].map(({ command }) => command.powershell),
        ...plan.steps.flatMap(({ command, check, undo }) => [command, check?.command, undo?.command]),
      ].map((one) => (typeof one === 'object' ? one?.powershell : one)),
    );
    let given = 0;
    for (const of of ['precheck', 'step', 'stepCheck', 'undo', 'verification'] as const)
      for (const index of [0, 1, 2, 99, Number.MAX_SAFE_INTEGER]) {
        const command = model.commandOf({ of, index });
        if (command === null) continue;
        given++;
        assert.ok(inPlan.has(command));
      }
    assert.ok(given > 2);
  });

  it('refuses values that the remedy does not ask for, and tells what is wrong with others', async () => {
    const { model } = wizard(true);
    await model.start('safe-restart', 'WEB-01', {}, '');
    assert.equal(await model.setValues({ command: 'format c:' }), 'The remedy asks for no such value.');
    assert.equal(await model.setValues({ pool: 'Shop"\nformat c:' }), null);
    const pool = model.state().parameters.find(({ name }) => name === 'pool');
    assert.match(pool?.fault ?? '', /one line/);
    assert.equal(model.plan, null);
    assert.equal(await model.chooseRemedy('__proto__'), 'There is no such remedy.');
    assert.equal(await model.chooseServer('nowhere'), 'There is no such server.');
  });

  it('never shows, takes or keeps a secret', async () => {
    const secret: Remedy = {
      ...safeRestart,
      id: 'with-secret',
      parameters: [
        ...safeRestart.parameters,
        { name: 'password', label: 'Password', kind: 'secret', isRequired: false },
      ],
    };
    const { model } = wizard(true, [secret]);
    await model.start('with-secret', 'WEB-01', { pool: 'Shop', password: 'hunter2' }, '');
    assert.equal(await model.setValues({ password: 'hunter2' }), 'The remedy asks for no such value.');
    assert.doesNotMatch(JSON.stringify(model.state()), /hunter2|"password"/);
  });

  it('makes a plan without a server, which is only read and saved', async () => {
    const { model, asked } = wizard(true);
    await model.start('safe-restart', NO_SERVER, { scope: 'IIS 5 or 6: restart IISADMIN, as a runbook' }, '');
    const { plan, server } = model.state();
    assert.equal(server, NO_SERVER);
    assert.ok(plan);
    assert.notEqual(plan.whyNot, '');
    assert.equal(await model.run('all'), plan.whyNot);
    assert.equal(asked.length, 0);
  });

  it('comes back after a reload without connecting to anything', async () => {
    const { model, view } = wizard(true);
    model.restore({ remedy: 'safe-restart', server: 'WEB-01', values: { pool: 'Shop' } });
    assert.equal(view.connection.state.kind, 'idle');
    assert.match(model.state().notice, /open before/);
    assert.equal(model.plan, null);
    await model.replan();
    assert.equal(model.state().plan?.phase, 'ready');
    assert.equal(model.state().parameters.find(({ name }) => name === 'pool')?.value, 'Shop');
    const lost = wizard(true).model;
    lost.restore({ remedy: 'gone', server: 'GONE', values: { pool: 'x' } });
    assert.equal(lost.state().notice, 'Choose what is to be repaired.');
  });

  it('shows characters that hide or re-order text by their numbers', async () => {
    const hostile: Remedy = {
      ...safeRestart,
      id: 'hostile',
      plan: (snapshot, values) => {
        const made = safeRestart.plan(snapshot, values);
        return 'because' in made ? made : { ...made, verdict: 'a\u202Eb\u0000c', evidence: ['\u200Bx'] };
      },
    };
    const { model } = wizard(true, [hostile]);
    await model.start('hostile', 'WEB-01', { pool: 'Shop' }, '');
    assert.equal(model.state().plan?.verdict, 'a[U+202E]b[U+0000]c');
    assert.deepEqual(model.state().plan?.evidence, ['[U+200B]x']);
  });
});

describe('messages of the wizard’s page', () => {
  const part: CommandPart = { of: 'step', index: 0 };

  for (const message of [
    { id: 1, kind: 'ready' },
    { id: 2, kind: 'chooseRemedy', remedy: 'safe-restart' },
    { id: 3, kind: 'setValues', values: { pool: 'Shop' } },
    { id: 4, kind: 'run', steps: 'next' },
    { id: 5, kind: 'copy', part },
    { id: 6, kind: 'save', as: 'cmd' },
    { id: 7, kind: 'difference', step: 0 },
  ])
    it(`may be ${JSON.stringify(message)}`, () => assert.equal(isWizardRequest(message), true));

  for (const message of [
    null,
    'ready',
    [],
    {},
    { kind: 'ready' },
    { id: '1', kind: 'ready' },
    { id: 1, kind: 'constructor' },
    { id: 1, kind: 'run' },
    { id: 1, kind: 'run', steps: 'net stop WAS' },
    { id: 1, kind: 'run', steps: ['all'] },
    { id: 1, kind: 'chooseRemedy', remedy: { id: 'x' } },
    { id: 1, kind: 'chooseServer', server: 'x'.repeat(1_001) },
    { id: 1, kind: 'setValues', values: { pool: 1 } },
    { id: 1, kind: 'setValues', values: ['Shop'] },
    { id: 1, kind: 'copy', part: { of: 'shell', index: 0 } },
    { id: 1, kind: 'copy', part: { of: 'step', index: -1 } },
    { id: 1, kind: 'copy', part: { of: 'step', index: 0.5 } },
    { id: 1, kind: 'copy', part: 'format c:' },
    { id: 1, kind: 'terminal', command: 'format c:' },
    { id: 1, kind: 'save', as: 'exe' },
    { id: 1, kind: 'difference', step: '0' },
  ])
    it(`are dropped: ${JSON.stringify(message).slice(0, 60)}`, () => assert.equal(isWizardRequest(message), false));

  it('keep only what can come back', () => {
    assert.equal(isKeptState({ remedy: null, server: 'WEB-01', values: { pool: 'Shop' } }), true);
    for (const kept of [null, {}, { remedy: 1, server: null, values: {} }, { remedy: null, server: null, values: [1] }])
      assert.equal(isKeptState(kept), false);
  });
});
