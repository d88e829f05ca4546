import { isExpress } from '../../config/express';
import { attributeOf } from '../../config/values';
import { child } from '../../xml/tree';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';

export default defineConfigRule({
  id: 'failed-request-rule-for-success',
  severity: 'information',
  profile: 'recommended',
  title: 'Tracing of requests that succeed',
  why: 'Status codes such as `200` or `100-999` make every request a failure: IIS buffers all of its events and writes an XML file of some hundred kilobytes for each, the oldest being deleted again and again. It is a tool for minutes, for one path or with a `timeTaken` beside it.',
  sources: [
    {
      document: 'Troubleshooting failed requests using tracing',
      says: 'a rule buffers the events of every matching request; the status codes that matter are those of failures',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.webServer><tracing><traceFailedRequests><add path="*"><traceAreas><add provider="WWW Server" areas="Rewrite" verbosity="Verbose" /></traceAreas><failureDefinitions statusCodes="200-999" /></add></traceFailedRequests></tracing></system.webServer>',
        at: '200-999',
      },
      '<system.webServer><tracing><traceFailedRequests><add path="*"><failureDefinitions statusCodes="404, 200" /></add></traceFailedRequests></tracing></system.webServer>',
    ],
    good: [
      '<system.webServer><tracing><traceFailedRequests><add path="*"><failureDefinitions statusCodes="400-999" /></add><add path="login.aspx"><failureDefinitions statusCodes="200" /></add><add path="*.aspx"><failureDefinitions statusCodes="401.3,500" /></add></traceFailedRequests></tracing></system.webServer>',
    ],
  },
  check({ document, sections, report }) {
    if (isExpress(document)) return undefined;
    for (const { element } of sections('system.webServer/tracing/traceFailedRequests'))
      for (const rule of element.children) {
        const codes = attributeOf(child(rule, 'failureDefinitions'), 'statusCodes');
        if (rule.name !== 'add' || attributeOf(rule, 'path')?.value !== '*' || !codes) continue;
        if (!codes.value.split(',').some(covers)) continue;
        report({
          at: codes.valueRange,
          message: `${quoted(codes.value)} on every path traces all requests that succeed as well: each costs time and writes a file. Failures are 400-999.`,
        });
      }
    return undefined;
  },
});

/** Whether a code or range holds 200. */
function covers(part: string): boolean {
  const [, low, high] = /^\s*(\d{3})(?:\s*-\s*(\d{3}))?\s*$/.exec(part) ?? [];
  return low !== undefined && Number(low) <= 200 && Number(high ?? low) >= 200;
}
