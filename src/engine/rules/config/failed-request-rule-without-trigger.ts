import { attributeOf } from '../../config/values';
import { child } from '../../xml/tree';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';

export default defineConfigRule({
  id: 'failed-request-rule-without-trigger',
  severity: 'warning',
  profile: 'correctness',
  title: 'A tracing rule that no request can trigger',
  why: 'Failed request tracing keeps a trace when a request fits `failureDefinitions`: one of its `statusCodes`, longer than `timeTaken`, or an event of a `verbosity`. By default none of them is set, so the rule never writes a file. Mostly `statusCodes="400-999"` is missing.',
  sources: [
    {
      document: 'Failure Definitions <failureDefinitions>, IIS configuration reference',
      says: 'statusCodes, timeTaken and verbosity decide; timeTaken is 0 and verbosity Ignore by default',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.webServer><tracing><traceFailedRequests><add path="*"><traceAreas><add provider="WWW Server" areas="Rewrite" verbosity="Verbose" /></traceAreas></add></traceFailedRequests></tracing></system.webServer>',
        at: '*',
      },
      '<location path="a"><system.webServer><tracing><traceFailedRequests><add path="*.aspx"><traceAreas><add provider="WWW Server" areas="Rewrite" verbosity="Verbose" /></traceAreas><failureDefinitions statusCodes="" timeTaken="00:00:00" verbosity="Ignore" /></add></traceFailedRequests></tracing></system.webServer></location>',
    ],
    good: [
      '<system.webServer><tracing><traceFailedRequests><remove path="x" /><add path="*"><traceAreas><add provider="WWW Server" areas="Rewrite" verbosity="Verbose" /></traceAreas><failureDefinitions statusCodes="400-999" /></add><add path="*.aspx"><failureDefinitions timeTaken="00:00:10" /></add><add path="*.asp"><failureDefinitions verbosity="Warning" /></add></traceFailedRequests></tracing></system.webServer>',
    ],
  },
  check({ sections, report }) {
    for (const { element } of sections('system.webServer/tracing/traceFailedRequests'))
      for (const rule of element.children) {
        if (rule.name !== 'add') continue;
        const failure = child(rule, 'failureDefinitions');
        const value = (name: string): string => attributeOf(failure, name)?.value.trim() ?? '';
        const isSet =
          value('statusCodes') !== '' || /[1-9]/.test(value('timeTaken')) || !/^(?:|ignore)$/i.test(value('verbosity'));
        if (isSet) continue;
        const path = attributeOf(rule, 'path');
        report({
          at: path?.valueRange ?? rule.nameRange,
          message: `The tracing rule for ${quoted(path?.value ?? '')} has neither status codes nor a time nor a verbosity that count as a failure: it never writes a trace.`,
        });
      }
    return undefined;
  },
});
