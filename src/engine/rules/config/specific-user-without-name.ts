import { poolsAndDefaults, writtenAt } from '../../config/server';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';
import { reportOnce } from '../reportOnce';
import { pools } from '../serverExamples';

export default defineConfigRule({
  id: 'specific-user-without-name',
  severity: 'error',
  profile: 'correctness',
  title: 'A pool under an account of its own without its name',
  why: 'With `identityType="SpecificUser"` the worker process runs as `userName`. Without a name the identity is invalid: WAS logs events 5021 and 5057, disables the pool, and its applications answer 503.',
  sources: [
    {
      document: 'processModel element, IIS configuration reference',
      says: 'userName holds the account when identityType is SpecificUser',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      pools('<add name="Shop"><processModel identityType="SpecificUser" /></add>', 'SpecificUser'),
      pools('<add name="Shop"><processModel identityType="specificUser" userName="" password="" /></add>'),
      pools(
        '<applicationPoolDefaults><processModel identityType="SpecificUser" /></applicationPoolDefaults><add name="Shop" />',
      ),
    ],
    good: [
      pools('<add name="Shop"><processModel identityType="SpecificUser" userName="CORP\\svc-shop$" /></add>'),
      pools(
        '<applicationPoolDefaults><processModel userName="CORP\\svc" /></applicationPoolDefaults><add name="Shop"><processModel identityType="SpecificUser" /></add>',
      ),
      pools('<add name="Shop"><processModel identityType="NetworkService" /></add>'),
      pools(
        '<applicationPoolDefaults><processModel identityType="SpecificUser" /></applicationPoolDefaults><add name="Shop"><processModel userName="CORP\\svc" /></add>',
      ),
    ],
  },
  check(context) {
    const report = reportOnce(context.report);
    for (const pool of poolsAndDefaults(context)) {
      // Defaults may leave the name to the pools.
      if (pool.name === 'applicationPoolDefaults') continue;
      const model = pool.element('processModel');
      if (model?.text('identityType').trim().toLowerCase() !== 'specificuser' || model.text('userName').trim() !== '')
        continue;
      report({
        at: writtenAt(model, 'identityType'),
        message: `Pool ${quoted(pool.text('name'))} runs as SpecificUser but names no user: its identity is invalid, and its applications answer 503. Add userName, or change identityType.`,
      });
    }
  },
});
