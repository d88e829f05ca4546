import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';
import { timeText } from '../../schema/timeSpan';
import { isOfDotNet } from '../refusal';

export default defineConfigRule({
  id: 'value-out-of-range',
  severity: 'error',
  profile: 'correctness',
  title: 'A value outside its range',
  why: 'The schema gives the attribute a smallest and a largest value, or a range that it must stay out of. For a value beyond, IIS refuses the file; for an application pool WAS logs an event (5041 and its kind) and takes the default instead.',
  sources: [
    {
      document: 'IIS schema files (inetsrv\\config\\schema)',
      says: 'integerRange and timeSpanRange bound values; exclude turns the range round',
      read: '2026-11-24',
    },
    {
      document: 'Event ID 5041, IIS Application Pool Availability',
      says: 'WAS uses the default for a value out of range',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        file: 'applicationHost.config',
        text: '<system.applicationHost><applicationPools><add name="Shop" queueLength="9" /></applicationPools></system.applicationHost>',
        at: '9',
      },
      {
        file: 'applicationHost.config',
        text: '<system.applicationHost><applicationPools><add name="Shop"><processModel pingInterval="00:00:00" /></add></applicationPools></system.applicationHost>',
      },
    ],
    good: [
      {
        file: 'applicationHost.config',
        text: '<system.applicationHost><applicationPools><add name="Shop" queueLength="1000"><processModel pingInterval="00:00:30" /></add></applicationPools></system.applicationHost>',
      },
    ],
  },
  check({ report }) {
    return {
      badValue({ problem, attribute, schema, use }) {
        if (problem.kind !== 'outOfRange') return;
        const { min, max, exclude, unit } = problem;
        const bound = (value: number | bigint): string =>
          unit === 'seconds' ? timeText(Number(value), schema.timeSpanFormat) : String(value);
        report({
          at: attribute.valueRange,
          message: `${attribute.name} must ${exclude ? 'not ' : ''}lie between ${bound(min)} and ${bound(max)}, and is ${quoted(attribute.value)}: ${isOfDotNet(use.section) ? '.NET' : 'IIS'} refuses it.`,
        });
      },
    };
  },
});
