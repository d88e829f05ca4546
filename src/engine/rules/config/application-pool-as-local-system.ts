import { setValue } from '../../config/edits';
import { isExpress } from '../../config/express';
import { adjustablePools } from '../../config/server';
import { defineConfigRule } from '../configRule';
import { reportOnce } from '../reportOnce';
import { pools } from '../serverExamples';

export default defineConfigRule({
  id: 'application-pool-as-local-system',
  severity: 'warning',
  profile: 'recommended',
  title: 'An application pool runs as LocalSystem',
  why: 'LocalSystem may do anything on the machine. A single hole in an application of the pool gives an attacker the whole server. `ApplicationPoolIdentity` gives each pool an account of its own; what it needs beyond is granted to `IIS AppPool\\name` on the files and keys at hand.',
  sources: [
    {
      document: 'processModel element, IIS configuration reference',
      says: 'LocalSystem has wide rights and is a risk; ApplicationPoolIdentity is the default since IIS 7.5',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      pools('<add name="Shop"><processModel identityType="LocalSystem" /></add>', 'LocalSystem'),
      pools(
        '<applicationPoolDefaults><processModel identityType="localsystem" /></applicationPoolDefaults><add name="Shop" />',
        'localsystem',
      ),
    ],
    good: [
      pools('<add name="Shop"><processModel identityType="ApplicationPoolIdentity" /></add><add name="Till" />'),
      // Exchange needs it so.
      pools('<add name="MSExchangeOWAAppPool"><processModel identityType="LocalSystem" /></add>'),
      pools('<add name="LocalSystem"><processModel identityType="NetworkService" /></add>'),
    ],
  },
  check(context) {
    if (isExpress(context.document)) return;
    const report = reportOnce(context.report);
    for (const pool of adjustablePools(context)) {
      const written = pool.element('processModel')?.value('identityType').origin?.attribute;
      if (written?.value.trim().toLowerCase() !== 'localsystem') continue;
      report({
        at: written.valueRange,
        message:
          'LocalSystem may do anything on this machine: a hole in one application gives away the server. Use ApplicationPoolIdentity, or an account that may do only what it must.',
        fixes: [
          {
            title: 'Change to ApplicationPoolIdentity',
            edits: [setValue(written, 'ApplicationPoolIdentity')],
            isSafe: false,
          },
        ],
      });
    }
  },
});
