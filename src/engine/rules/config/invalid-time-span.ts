import { readByDotNet } from '../../schema/products';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';
import { refusal } from '../refusal';

const HOURS_AND_MINUTES = /^\s*-?(?:\d+\.)?\d+:\d+\s*$/;

export default defineConfigRule({
  id: 'invalid-time-span',
  severity: 'error',
  profile: 'correctness',
  title: 'A value that must be a time span',
  why: 'A time span is written `hh:mm:ss`, with days in front as `d.hh:mm:ss`; a few attributes take a plain number of seconds or minutes instead. `Infinite` is possible only where the schema says so. IIS refuses anything else with 500.19 and 0x8007000D.',
  sources: [
    {
      document: 'IIS schema files (inetsrv\\config\\schema)',
      says: 'attributes of type timeSpan, with timeSpanFormat and allowInfinite',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        file: 'applicationHost.config',
        text: '<system.applicationHost><applicationPools><add name="Shop"><processModel idleTimeout="twenty" /></add></applicationPools></system.applicationHost>',
        at: 'twenty',
      },
      {
        file: 'applicationHost.config',
        text: '<system.applicationHost><applicationPools><add name="Shop"><recycling><periodicRestart time="1.05:00" /></recycling></add></applicationPools></system.applicationHost>',
      },
      '<system.webServer><aspNetCore processPath="dotnet" requestTimeout="20 minutes" /></system.webServer>',
      {
        file: 'applicationHost.config',
        text: '<system.applicationHost><applicationPools><add name="Shop"><processModel startupTimeLimit="Infinite" /></add></applicationPools></system.applicationHost>',
      },
    ],
    good: [
      {
        file: 'applicationHost.config',
        text: '<system.applicationHost><applicationPools><add name="Shop"><processModel idleTimeout="00:20:00" /><recycling><periodicRestart time="1.05:00:00" /></recycling></add></applicationPools></system.applicationHost>',
      },
    ],
  },
  check({ report }) {
    return {
      badValue({ problem, attribute, use: { section } }) {
        if (problem.kind !== 'notTimeSpan' && problem.kind !== 'infinite') return;
        // .NET takes hours and minutes alone as well.
        if (section.schema && readByDotNet(section.schema.product) && HOURS_AND_MINUTES.test(attribute.value)) return;
        const form =
          problem.kind === 'infinite'
            ? 'it must end some time'
            : problem.form === 'string'
              ? 'write it as hh:mm:ss or d.hh:mm:ss'
              : `write it as a whole number of ${problem.form}`;
        report({
          at: attribute.valueRange,
          message: `${attribute.name} cannot be ${quoted(attribute.value)}: ${form}. ${refusal(section)}.`,
        });
      },
    };
  },
});
