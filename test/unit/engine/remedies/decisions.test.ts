import assert from 'node:assert/strict';
import { isRefusal, type Remedy, type Values } from '../../../../src/engine/remedies/remedy';
import iwamSync from '../../../../src/engine/remedies/repairs/iwam-sync';
import metabaseCompatibility from '../../../../src/engine/remedies/repairs/metabase-compatibility';
import netStopHttpHang from '../../../../src/engine/remedies/repairs/net-stop-http-hang';
import poolIdentity from '../../../../src/engine/remedies/repairs/pool-identity';
import rapidFailPool from '../../../../src/engine/remedies/repairs/rapid-fail-pool';
import tempAppPoolsFolder from '../../../../src/engine/remedies/repairs/temp-app-pools-folder';
import { remedies } from '../../../../src/engine/remedies/repairs/index.generated';
import { profiles } from '../../../../src/engine/rules/rule';
import { findCommands } from '../../../../src/engine/scripts/findCommands';
import type { Snapshot } from '../../../../src/engine/servers/snapshot';
import { checkScriptExample } from '../../../kit/scripts';
import { simulated, snapshotOf, specOf } from '../../../kit/simulated';

const of = (server: string): Promise<Snapshot> => snapshotOf(simulated(specOf(server)));
const why = (remedy: Remedy, snapshot: Snapshot, values: Values = {}): string => {
  const made = remedy.plan(snapshot, values);
  return isRefusal(made) ? made.because : assert.fail('there is a plan');
};

describe('remedies decide by what the server says', function () {
  this.timeout(30_000);

  it('a pool whose identity fails is led to its own repair', async () => {
    const snapshot = await of('WEB-02');
    assert.match(why(rapidFailPool, snapshot, { pool: 'Reports' }), /Repair the identity of a pool/);
    assert.match(why(rapidFailPool, snapshot, { pool: 'Partner' }), /is not stopped/);
    const plan = rapidFailPool.plan(snapshot, { pool: 'Orders' });
    assert.ok(!isRefusal(plan) && plan.evidence.some((one) => one.startsWith('WAS 5002 at ')));
  });

  it('a pool without an account of its own has no password to repair', async () => {
    const snapshot = await of('WEB-02');
    assert.match(why(poolIdentity, snapshot, { pool: 'Orders', way: '' }), /no password can be wrong/);
    assert.match(why(poolIdentity, { server: 'X', at: 0 }, { pool: 'Orders' }), /could not be read/);
  });

  it('the password of a pool stands in no command', async () => {
    const snapshot = await of('WEB-02');
    for (const option of poolIdentity.parameters.find(({ name }) => name === 'way')?.options?.(snapshot) ?? []) {
      const plan = poolIdentity.plan(snapshot, { pool: 'Reports', way: option });
      assert.ok(!isRefusal(plan));
      assert.doesNotMatch(JSON.stringify(plan), /Example-\d|enc:/);
    }
  });

  it('without an administrator nothing is planned that needs one', async () => {
    const snapshot = await of('WEB-04');
    for (const remedy of [netStopHttpHang, tempAppPoolsFolder]) assert.match(why(remedy, snapshot), /administrator/);
  });

  it('Web Deploy is told only where it is there and does not say it already', async () => {
    const snapshot = await of('WEB-01');
    assert.match(why(netStopHttpHang, snapshot), /There is no MsDepSvc/);
    const services = snapshot.services?.services.known ? snapshot.services.services.value : [];
    const [first] = services;
    assert.ok(first);
    const agent = { ...first, name: 'MsDepSvc', dependsOn: ['http'] };
    const having = { ...snapshot, services: { services: { known: true as const, value: [...services, agent] } } };
    assert.match(why(netStopHttpHang, having), /depends on HTTP already/);
  });

  it('the metabase is not installed where it is', async () => {
    const snapshot = await of('WEB-01');
    const services = snapshot.services?.services.known ? snapshot.services.services.value : [];
    const [first] = services;
    assert.ok(first);
    const having = {
      ...snapshot,
      services: { services: { known: true as const, value: [{ ...first, name: 'IISADMIN' }] } },
    };
    assert.match(why(metabaseCompatibility, having), /is installed/);
  });

  it('IWAM is explained away on every server that has a newer IIS', async () => {
    assert.match(why(iwamSync, await of('WEB-01')), /exist up to IIS 6 only/);
  });

  it('no remedy fails on a server of which nothing is known', () => {
    for (const remedy of remedies)
      for (const first of remedy.parameters.length
        ? [...(remedy.parameters[0]?.options?.({ server: 'X', at: 0 }) ?? []), '']
        : ['']) {
        const [parameter] = remedy.parameters;
        const made = remedy.plan({ server: 'X', at: 0 }, parameter ? { [parameter.name]: first } : {});
        assert.ok(
          isRefusal(made) ? made.because.endsWith('.') || made.because.endsWith(')') : made.steps.length,
          remedy.id,
        );
      }
  });

  it('every remedy says for whom it is, what it does not do, and what people do wrong', () => {
    for (const { id, title, purpose, versions, rights, doesNot, doNot, sources } of remedies) {
      for (const text of [title, purpose, versions, rights]) assert.ok(text.length > 3, id);
      assert.ok(doesNot.length && doNot.length && sources.length, id);
      for (const one of doNot) assert.match(one, /^Do not .+\.$/, id);
    }
  });
});

describe('the script that syncs the IWAM password', () => {
  const made = iwamSync.plan({ server: 'OLD', at: 0 }, {});
  const text = isRefusal(made) ? '' : (made.files?.[0]?.text ?? '');

  it('keeps the password off every command line', () => {
    const { commands } = findCommands('vbscript', text);
    assert.ok(text.includes('WScript.StdIn.ReadLine'));
    for (const { arguments: words } of commands)
      assert.ok(!words.some(({ value }) => /password/i.test(value)), 'no command has it');
    for (const [line] of text.matchAll(/^.*(?:shell\.Run|command =).*$/gm))
      assert.doesNotMatch(line, /password|again/i);
    assert.doesNotMatch(text, /adsutil/i);
  });

  it('sets it in the account, the metabase and COM+, in this order', () => {
    const places = ['user.SetPassword password', 'service.Put "WAMUserPass", password', 'shell.Run(command'].map(
      (one) => text.indexOf(one),
    );
    assert.ok(
      places.every((at, i) => at > (places[i - 1] ?? 0)),
      places.join(' '),
    );
  });

  it('is whole, and passes the rules for scripts', () => {
    const lines = text.split('\r\n').map((line) =>
      line
        .replace(/"(?:[^"]|"")*"/g, '""')
        .replace(/'.*$/, '')
        .trim(),
    );
    const count = (pattern: RegExp): number => lines.filter((line) => pattern.test(line)).length;
    assert.equal(count(/^If .* Then$/), count(/^End If$/), 'every If ends');
    for (const line of lines) assert.equal(line.split('"').length % 2, 1, line);
    const declared =
      /^Dim (.+)$/m
        .exec(text)?.[1]
        ?.split(', ')
        .map((one) => one.trim()) ?? [];
    for (const line of lines)
      for (const [, name = ''] of line.matchAll(/^(?:Set )?(\w+) = /g))
        assert.ok(declared.includes(name), `${name} is declared`);
    for (const profile of profiles)
      assert.deepEqual(checkScriptExample({ text, file: 'iwam-sync.vbs' }, profile).findings, []);
  });
});
