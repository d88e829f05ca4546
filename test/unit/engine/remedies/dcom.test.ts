import assert from 'node:assert/strict';
import type { Fact } from '../../../../src/engine/knowledge/fact';
import { families } from '../../../../src/engine/knowledge/families.generated';
import type { Plan } from '../../../../src/engine/remedies/plan';
import { dcomFamilies, factAbout } from '../../../../src/engine/remedies/dcom/known';
import { isRefusal, faultsOf, type Remedy, type Values } from '../../../../src/engine/remedies/remedy';
import dcom10010 from '../../../../src/engine/remedies/repairs/dcom-10010';
import dcom10016 from '../../../../src/engine/remedies/repairs/dcom-10016';
import dcom10028 from '../../../../src/engine/remedies/repairs/dcom-10028';
import dcom10036 from '../../../../src/engine/remedies/repairs/dcom-10036';
import { suppressingQuery, xpathOf } from '../../../../src/engine/remedies/events/eventFilter';
import { parseXml } from '../../../../src/engine/xml/parse';
import { simulated, snapshotOf, specOf } from '../../../kit/simulated';

const NOTHING = { server: 'WEB-09', at: 0 };
const YES = 'Yes, every time, in the same second';
const NO = 'No, or I do not know';
const BROKER = '{D63B10C5-BB46-4990-A94F-E40B9D520160}';
const OTHER = '{12345678-1234-4234-8234-123456789ABC}';
const POOL = 'S-1-5-82-271721585-897601226-2024613209-625570482-296978595';

const made = (remedy: Remedy, values: Values): Plan => {
  assert.deepEqual([...faultsOf(remedy, NOTHING, values)], []);
  const plan = remedy.plan(NOTHING, values);
  if (isRefusal(plan)) throw new Error(plan.because);
  return plan;
};
const refused = (remedy: Remedy, values: Values): string => {
  const plan = remedy.plan(NOTHING, values);
  return isRefusal(plan) ? plan.because : assert.fail('there is a plan');
};
const commands = ({ steps }: Plan): string => steps.map(({ command }) => command?.powershell ?? '').join('\n');

describe('the remedy for DCOM 10016', () => {
  const values = (more: Values): Values => ({
    clsid: OTHER,
    appid: '',
    sid: POOL,
    right: 'Local Activation',
    fails: NO,
    ...more,
  });

  it('hides what is by design, for exactly this class, application and account', () => {
    const plan = made(
      dcom10016,
      values({ clsid: BROKER, appid: '{9CA88EE3-ACB7-47C8-AFC4-AB702511C276}', sid: 'S-1-5-18' }),
    );
    assert.match(plan.verdict, /^By design or harmless/);
    assert.ok(plan.runs);
    const text = commands(plan);
    for (const piece of [
      "Data[@Name=''param4'']=''{D63B10C5-BB46-4990-A94F-E40B9D520160}''",
      "Data[@Name=''param5'']=''{9CA88EE3-ACB7-47C8-AFC4-AB702511C276}''",
      "Data[@Name=''param8'']=''S-1-5-18''",
    ])
      assert.equal(text.split(piece).length, 3, `${piece} in the list and in the view`);
    assert.doesNotMatch(text, /LaunchPermission|SetOwner|icacls|takeown/i);
  });

  it('grants nothing where nothing fails', () => {
    const plan = made(dcom10016, values({}));
    assert.match(plan.verdict, /^Nothing fails/);
    assert.doesNotMatch(commands(plan), /LaunchPermission/);
  });

  it('grants a local right to one account on one application, as a runbook, where something fails', () => {
    for (const [right, mask] of [
      ['Local Activation', 9],
      ['Local Launch', 11],
    ] as const) {
      const plan = made(dcom10016, values({ appid: OTHER.toLowerCase(), right, fails: YES }));
      assert.equal(plan.runs, false);
      assert.match(plan.verdict, /Not run by IIS Doctor/);
      const grant = plan.steps.find(({ id }) => id === 'grant');
      const text = grant?.command?.powershell ?? '';
      assert.ok(text.includes(`CommonAce('None', 'AccessAllowed', ${mask}, `), text);
      assert.ok(text.includes(`'SOFTWARE\\Classes\\AppID\\${OTHER}'`) && text.includes(`'${POOL}'`));
      assert.match(text, /finally \{[^]*SetSecurityDescriptorSddlForm\(\$former/, 'owner and rights are put back');
      assert.ok(grant?.undo, 'and it can be undone');
      assert.match(grant.why, /dcomcnfg > Component Services/);
    }
  });

  it('refuses what would do harm, and says what instead', () => {
    assert.match(refused(dcom10016, values({ right: 'Remote Activation', fails: YES, appid: OTHER })), /never granted/);
    assert.match(refused(dcom10016, values({ sid: 's-1-5-18', fails: YES, appid: OTHER })), /another cause/);
    assert.match(refused(dcom10016, values({ fails: YES })), /enter the APPID/);
  });

  it('takes nothing that is no GUID or SID', () => {
    for (const bad of ["'; exit 3; '", '{D63B10C5}', `${BROKER}'] or *[`, '$(x)'])
      assert.deepEqual(
        [...faultsOf(dcom10016, NOTHING, values({ clsid: bad, sid: bad })).keys()],
        ['clsid', 'sid'],
        bad,
      );
  });

  it('offers the values of the records that the server has', async () => {
    const snapshot = await snapshotOf(simulated(specOf('WEB-02')));
    const options = (name: string): readonly string[] =>
      dcom10016.parameters.find((one) => one.name === name)?.options?.(snapshot) ?? [];
    assert.ok(options('clsid').includes(BROKER) && options('sid').includes('S-1-5-18'));
    assert.ok(options('appid').includes('{9CA88EE3-ACB7-47C8-AFC4-AB702511C276}'));
  });
});

describe('the remedies for the other records of DCOM', () => {
  it('hides a 10028 only where the tool works, else looks at the way to the computer', () => {
    assert.ok(made(dcom10028, { computer: 'web02', works: 'Yes, it works all the same' }).runs);
    const plan = made(dcom10028, { computer: 'web02', works: 'No, it fails' });
    assert.equal(plan.runs, false);
    assert.match(commands(plan), /nslookup\.exe web02\n[^]*Connect\('web02', 135\)/);
    assert.deepEqual(
      [...faultsOf(dcom10028, NOTHING, { computer: '-x /y', works: 'No, it fails' }).keys()],
      ['computer'],
    );
  });

  it('leads from the class of IWAM to its own repair', () => {
    const because = refused(dcom10010, { clsid: '3d14228d-fbe1-11d0-995d-00c04fd919c1', fails: YES });
    assert.match(because, /Sync the IWAM password/);
  });

  it('names the clients that 10036 refused', () => {
    const xml =
      "<Event><System><Provider Name='Microsoft-Windows-DistributedCOM'/><EventID Qualifiers='0'>10036</EventID><TimeCreated SystemTime='2026-11-24T10:00:00Z'/></System><EventData><Data Name='param1'>CONTOSO</Data><Data Name='param2'>m&amp;m</Data><Data Name='param3'>S-1-5-21-1</Data><Data Name='param4'>192.0.2.77</Data></EventData></Event>";
    const events = { logs: [{ log: 'System', events: { known: true as const, value: [xml] } }] };
    const plan = dcom10036.plan({ ...NOTHING, events }, {});
    assert.ok(!isRefusal(plan));
    assert.deepEqual(plan.evidence, ['Refused: 192.0.2.77 as CONTOSO\\m&m']);
  });

  it('knows records by the conditions of the facts', () => {
    assert.equal(factAbout(10016, { clsid: BROKER.toLowerCase() })?.id, 'dcom-10016-runtimebroker');
    assert.equal(factAbout(10016, { clsid: OTHER }), null);
  });

  it('writes queries that are well-formed', () => {
    const filter = {
      provider: 'Microsoft-Windows-DistributedCOM',
      eventId: 10016,
      data: [['param4', BROKER]] as const,
    };
    const [root] = parseXml(suppressingQuery(filter));
    assert.equal(root?.name, 'QueryList');
    assert.equal(
      xpathOf(filter),
      `*[System[Provider[@Name='Microsoft-Windows-DistributedCOM'] and EventID=10016]] and *[EventData[Data[@Name='param4']='${BROKER}']]`,
    );
  });
});

describe('what the remedies know of DCOM', () => {
  it('is all that there is about its records', () => {
    const about = (facts: readonly Fact[]): string[] =>
      facts
        .filter(({ keys }) => keys.some((key) => key.kind === 'event' && key.provider.endsWith('DistributedCOM')))
        .map(({ id }) => id)
        .sort();
    assert.deepEqual(about(dcomFamilies.flatMap(({ facts }) => facts)), about(families.flatMap(({ facts }) => facts)));
  });
});
