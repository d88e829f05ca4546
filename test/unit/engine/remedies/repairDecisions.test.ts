import assert from 'node:assert/strict';
import { applyEdits } from '../../../../src/engine/config/edits';
import { changeFile } from '../../../../src/engine/remedies/commands/fileEdits';
import type { Plan, Refusal } from '../../../../src/engine/remedies/plan';
import { isRefusal, type Values } from '../../../../src/engine/remedies/remedy';
import { remedies } from '../../../../src/engine/remedies/repairs/index.generated';
import type { MachineSpec } from '../../../../src/transports/demo/machineSpec';
import type { SimulatedServer } from '../../../../src/transports/demo/simulatedServer';
import { simulated, snapshotOf, specOf } from '../../../kit/simulated';

const UNKNOWN = 'Not known: look into the files';
const TILL = 'D:\\sites\\till\\web.config';

async function made(
  id: string,
  server: string,
  values: Values,
  {
    set = (spec) => spec,
    prepare,
  }: { set?: (spec: MachineSpec) => MachineSpec; prepare?: (server: SimulatedServer) => void } = {},
): Promise<Plan | Refusal> {
  const remedy = remedies.find((one) => one.id === id) ?? assert.fail(id);
  const machine = simulated(set(specOf(server)));
  prepare?.(machine);
  const plan = remedy.plan(await snapshotOf(machine), values);
  for (const { remedy: other } of (isRefusal(plan) ? plan.instead : plan.leads) ?? [])
    assert.ok(
      remedies.some((one) => one.id === other),
      `${id} leads to ${other}`,
    );
  return plan;
}

async function refusal(...of: Parameters<typeof made>): Promise<Refusal> {
  const plan = await made(...of);
  return isRefusal(plan) ? plan : assert.fail(`there is a plan: ${plan.title}`);
}

async function plan(...of: Parameters<typeof made>): Promise<Plan> {
  const one = await made(...of);
  return isRefusal(one) ? assert.fail(one.because) : one;
}

const withFile = (path: string, text: string) => ({
  set: (spec: MachineSpec): MachineSpec => ({ ...spec, files: { ...spec.files, [path]: text } }),
});

describe('decisions of the repairs', () => {
  it('500.19 leads to what the files show', async () => {
    const locked = await plan('error-500-19', 'WEB-02', { place: 'Till', code: UNKNOWN });
    assert.deepEqual(
      locked.steps.map(({ id }) => id),
      ['backup', 'set-for-path', 'take-out'],
    );
    const duplicate = await plan('error-500-19', 'WEB-02', { place: 'Orders Test', code: UNKNOWN });
    assert.deepEqual(
      duplicate.steps.map(({ id }) => id),
      ['change-file'],
    );
    const missing = await plan('error-500-19', 'WEB-02', { place: 'Reports', code: UNKNOWN });
    assert.equal(missing.runs, false);
    assert.match(missing.evidence.join(), /rewrite/);
  });

  it('500.19 with a code that the files do not show leads on', async () => {
    const clean = await refusal('error-500-19', 'WEB-01', { place: 'Intranet', code: UNKNOWN });
    assert.match(clean.because, /intranet/);
    const module = await refusal('error-500-19', 'WEB-01', {
      place: 'Intranet',
      code: '0x8007007E: the file of a module cannot be found',
    });
    assert.deepEqual(
      module.instead?.map(({ remedy }) => remedy),
      ['missing-module'],
    );
    const rights = await plan('error-500-19', 'WEB-01', {
      place: 'Intranet',
      code: '0x80070005: access to the file is denied',
    });
    assert.match(rights.steps.map(({ title }) => title).join(), /"Intranet"/);
  });

  it('a damaged file is mended by hand, line by line', async () => {
    const broken = await plan(
      'error-500-19',
      'WEB-02',
      { place: 'Till', code: UNKNOWN },
      withFile(TILL, '<configuration>\n<system.webServer>\n</configuration>'),
    );
    assert.equal(broken.runs, false);
    assert.match(broken.evidence.join(), /line \d/);
  });

  it('no secret goes into a command', async () => {
    const text =
      '<configuration><connectionStrings><add name="a" connectionString="Server=s;Password=Geheim-1" /><add name="a" connectionString="Server=t;Password=Geheim-2" /></connectionStrings></configuration>';
    const one = await made(
      'duplicate-entry',
      'WEB-02',
      { file: `Till: ${TILL}`, how: 'Every repetition is taken out of this file' },
      withFile(TILL, text),
    );
    assert.doesNotMatch(JSON.stringify(one), /Geheim/);
  });

  it('a lock that stands at the path itself is not delegated over', async () => {
    const one = await refusal(
      'unlock-section',
      'WEB-02',
      {
        section: 'Till: system.webServer/security/authentication/windowsAuthentication',
        how: 'Unlock the section for every site of the server',
      },
      {
        set: (spec) => ({
          ...spec,
          configuration: {
            ...spec.configuration,
            end: '<location path="Till" overrideMode="Deny"><system.webServer><security><authentication><windowsAuthentication enabled="false" /></authentication></security></system.webServer></location>',
          },
        }),
      },
    );
    assert.match(one.because, /on purpose/);
  });

  it('a module of Windows is not taken out', async () => {
    const one = await refusal('missing-module', 'WEB-01', {
      module: 'RequestFilteringModule',
      how: 'Take the module out of the configuration',
    });
    assert.match(one.because, /Windows/);
  });

  it('a certificate for another name is not bound', async () => {
    const remedy = remedies.find(({ id }) => id === 'certificate-binding') ?? assert.fail();
    const snapshot = await snapshotOf(simulated(specOf('WEB-02')));
    const certificate = remedy.parameters[1]?.options?.(snapshot).find((one) => one.includes('orders')) ?? '';
    const one = remedy.plan(snapshot, { endpoint: 'partner.contoso.example:443', certificate });
    assert.match(isRefusal(one) ? one.because : '', /not for partner/);
    assert.ok(!remedy.parameters[1]?.options?.(snapshot).some((label) => label.includes('till')), 'needs its key');
  });

  it('503 leads to what stopped the pool', async () => {
    const identity = await refusal('service-unavailable-503', 'WEB-02', { site: 'Reports' });
    assert.deepEqual(
      identity.instead?.map(({ remedy }) => remedy),
      ['pool-identity'],
    );
    const crashes = await refusal('service-unavailable-503', 'WEB-02', { site: 'Orders' });
    assert.deepEqual(
      crashes.instead?.map(({ remedy }) => remedy),
      ['rapid-fail-pool'],
    );
    assert.match((await refusal('service-unavailable-503', 'WEB-01', { site: 'Intranet' })).because, /HTTPERR/);
  });

  it('nothing is planned where the session is no administrator', async () => {
    const one = await refusal('bitness', 'WEB-04', { how: 'Run the pool with 32 bits', pool: 'Shop' });
    assert.match(one.because, /administrator/);
  });
});

describe('changes of files', () => {
  it('are found again exactly once, and never show values beside the place', () => {
    const text = '<a password="geheim" mode="x">\r\n\t<b />\r\n\t<b />\r\n</a>\r\n';
    const at = text.lastIndexOf('<b />');
    const { change, undo } = changeFile('C:\\x', text, [{ start: at, end: at + 5, text: '' }]);
    assert.doesNotMatch(change.powershell + undo.powershell, /geheim/);
    const mode = text.indexOf('x">');
    const other = changeFile('C:\\x', text, [{ start: mode, end: mode + 1, text: 'y' }]);
    assert.doesNotMatch(other.change.powershell + other.undo.powershell, /geheim/);
    assert.equal(applyEdits(text, [{ start: mode, end: mode + 1, text: 'y' }]).includes('mode="y"'), true);
  });
});
