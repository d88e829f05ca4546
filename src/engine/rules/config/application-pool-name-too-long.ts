import { applicationPools, writtenAt } from '../../config/server';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';
import { pools } from '../serverExamples';

/** What IIS Manager and appcmd.exe take; WAS itself tells its own limit in event 5050. */
const LONGEST = 64;

export default defineConfigRule({
  id: 'application-pool-name-too-long',
  severity: 'warning',
  profile: 'recommended',
  title: 'The name of an application pool is too long',
  why: 'The name becomes part of an account, `IIS AppPool\\name`, and of paths. The tools of IIS take at most 64 characters. WAS ignores a pool whose name exceeds its limit and logs event 5050; the applications of the pool then answer 503.',
  sources: [
    {
      document: 'Event ID 5050, IIS Application Pool Availability',
      says: 'a pool whose name exceeds the length limit is ignored',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      pools(`<add name="${'Shop '.repeat(13)}Pool" />`),
      pools(`<add name="Short" /><add name="${'x'.repeat(65)}" />`, 'x'.repeat(65)),
    ],
    good: [pools(`<add name="${'x'.repeat(64)}" />`), pools(`<add name="$(${'Pool'.repeat(20)})" />`)],
  },
  check(context) {
    for (const pool of applicationPools(context)) {
      const name = pool.text('name');
      if (name.length > LONGEST && !/[$#]\(|[{_]{2}/.test(name))
        context.report({
          at: writtenAt(pool, 'name'),
          message: `${quoted(name, 30)} has ${name.length} characters: the tools of IIS take at most ${LONGEST}, and WAS may ignore the pool (event 5050).`,
        });
    }
  },
});
