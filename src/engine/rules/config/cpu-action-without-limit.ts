import { poolsAndDefaults } from '../../config/server';
import { defineConfigRule } from '../configRule';
import { reportOnce } from '../reportOnce';
import { pools } from '../serverExamples';

export default defineConfigRule({
  id: 'cpu-action-without-limit',
  severity: 'information',
  profile: 'recommended',
  title: 'An action for a CPU limit that is not set',
  why: '`action` says what happens when a pool exceeds `limit`. The limit is 0 unless written, and 0 switches it off: the pool takes all the processor time that it can get, although somebody meant to hold it back.',
  sources: [
    {
      document: 'cpu element, IIS configuration reference',
      says: 'a limit of 0, the default, disables CPU limiting',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      pools('<add name="Shop"><cpu action="Throttle" /></add>', 'Throttle'),
      pools('<add name="Shop"><cpu limit="0" action="KillW3wp" /></add>', 'KillW3wp'),
    ],
    good: [
      pools(
        '<add name="Shop"><cpu limit="50000" action="Throttle" /></add><add name="Till"><cpu limit="0" action="NoAction" /></add>',
      ),
      pools(
        '<applicationPoolDefaults><cpu limit="50000" /></applicationPoolDefaults><add name="Shop"><cpu action="Throttle" /></add>',
      ),
      pools(
        '<applicationPoolDefaults><cpu action="Throttle" /></applicationPoolDefaults><add name="Shop"><cpu limit="50000" /></add>',
      ),
    ],
  },
  check(context) {
    const report = reportOnce(context.report);
    for (const pool of poolsAndDefaults(context)) {
      // Defaults may leave the limit to the pools.
      if (pool.name === 'applicationPoolDefaults') continue;
      const cpu = pool.element('cpu');
      const action = cpu?.value('action').origin?.attribute;
      if (!cpu || !action || !/^(?:KillW3wp|Throttle|ThrottleUnderLoad)$/i.test(action.value.trim())) continue;
      if (Number(cpu.text('limit')) !== 0) continue;
      report({
        at: action.valueRange,
        message: `${action.value} never happens: limit is 0, which means no limit. Set limit, in thousandths of a percent (50000 is 50 %), or take the action out.`,
      });
    }
  },
});
