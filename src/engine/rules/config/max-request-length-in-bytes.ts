import { defineConfigRule } from '../configRule';
import { settingsOf } from '../settings';

/** 2 GB in KB: ASP.NET counts no further. */
const LIMIT = 2_097_151;

export default defineConfigRule({
  id: 'max-request-length-in-bytes',
  severity: 'information',
  profile: 'recommended',
  title: 'maxRequestLength seems to be in bytes',
  why: '`httpRuntime maxRequestLength` is in kilobytes, `maxAllowedContentLength` of IIS in bytes. Beyond 2097151 KB ASP.NET counts 2 GB, so a number of bytes here means no limit at all, and uploads may fill memory and disk.',
  sources: [
    {
      document: 'Reference source of .NET Framework 4.8, HttpRuntimeSection',
      says: 'the value in KB is turned into bytes and cut at 2 GB',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.web><httpRuntime targetFramework="4.8" maxRequestLength="2147483647" /></system.web><system.webServer><security><requestFiltering><requestLimits maxAllowedContentLength="2147483648" /></requestFiltering></security></system.webServer>',
        at: '2147483647',
      },
    ],
    good: [
      '<system.web><httpRuntime targetFramework="4.8" maxRequestLength="2097151" /></system.web>',
      '<system.web><httpRuntime targetFramework="4.8" maxRequestLength="102400" /></system.web>',
    ],
  },
  check(context) {
    for (const { attribute, value } of settingsOf(context, 'system.web/httpRuntime', 'maxRequestLength'))
      if (/^\d{7,10}$/.test(value) && Number(value) > LIMIT)
        context.report({
          at: attribute.valueRange,
          message: `maxRequestLength is in KB, and more than ${LIMIT} counts as 2 GB. For bytes divide by 1024.`,
        });
  },
});
