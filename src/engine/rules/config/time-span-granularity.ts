import { setValue } from '../../config/edits';
import { secondsOf, timeText } from '../../schema/timeSpan';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';
import { refusal } from '../refusal';

export default defineConfigRule({
  id: 'time-span-granularity',
  severity: 'error',
  profile: 'correctness',
  title: 'A time span that is not a multiple of its step',
  why: 'Some times are counted in whole steps, mostly whole minutes. IIS refuses a value in between with 500.19 and 0x8007000D.',
  sources: [
    {
      document: 'IIS schema files (inetsrv\\config\\schema)',
      says: 'the third number of timeSpanRange is the granularity in seconds',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        file: 'applicationHost.config',
        text: '<system.applicationHost><applicationPools><add name="Shop"><processModel idleTimeout="00:20:30" /></add></applicationPools></system.applicationHost>',
        at: '00:20:30',
      },
    ],
    good: [
      {
        file: 'applicationHost.config',
        text: '<system.applicationHost><applicationPools><add name="Shop"><processModel idleTimeout="00:20:00" /></add></applicationPools></system.applicationHost>',
      },
    ],
  },
  check({ report }) {
    return {
      badValue({ problem, attribute, schema, use }) {
        if (problem.kind !== 'notMultiple') return;
        const step = problem.seconds;
        const form = schema.timeSpanFormat;
        const seconds = secondsOf(attribute.value.trim(), form) ?? 0;
        const nearest = timeText(Math.max(step, Math.round(seconds / step) * step), form)
          .split(' ', 1)
          .join('');
        report({
          at: attribute.valueRange,
          message: `${attribute.name} must be a multiple of ${timeText(step, form)}, and is ${quoted(attribute.value)}: ${refusal(use.section)}.`,
          fixes: [{ title: `Change to ${nearest}`, edits: [setValue(attribute, nearest)], isSafe: false }],
        });
      },
    };
  },
});
