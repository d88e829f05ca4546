import { attributeOf } from '../../config/values';
import { child } from '../../xml/tree';
import { defineConfigRule } from '../configRule';

const RUNTIME = 'system.web/httpRuntime';
const FILTERING = 'system.webServer/security/requestFiltering';
const KILOBYTE = 1024;

export default defineConfigRule({
  id: 'upload-limits-differ',
  severity: 'warning',
  profile: 'recommended',
  title: 'Two limits for uploads that do not fit together',
  why: 'Two limits stand in the way of an upload: `maxAllowedContentLength` of IIS, in bytes (30,000,000 by default, answered with 404.13), and `maxRequestLength` of ASP.NET, in kilobytes (4096 by default, "Maximum request length exceeded"). The smaller one counts, so raising one alone changes nothing. They are often written in the unit of the other.',
  sources: [
    {
      document: 'Request Limits <requestLimits>, IIS configuration reference',
      says: 'maxAllowedContentLength is in bytes, 30000000 by default; larger requests get 404.13',
      read: '2026-11-24',
    },
    {
      document: 'HttpRuntimeSection.MaxRequestLength',
      says: 'the limit is in kilobytes, 4096 by default',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      '<system.web><httpRuntime targetFramework="4.8" enableVersionHeader="false" maxRequestLength="102400" /></system.web>',
      {
        text: '<system.web><httpRuntime targetFramework="4.8" maxRequestLength="102400" /></system.web>',
        at: '102400',
      },
      {
        text: '<system.web><httpRuntime targetFramework="4.8" maxRequestLength="102400" /></system.web><system.webServer><security><requestFiltering><requestLimits maxAllowedContentLength="102400" /></requestFiltering></security></system.webServer>',
        at: '102400',
      },
    ],
    good: [
      '<system.web><httpRuntime targetFramework="4.8" maxRequestLength="102400" /></system.web><system.webServer><security><requestFiltering><requestLimits maxAllowedContentLength="104857600" /></requestFiltering></security></system.webServer>',
      '<system.web><httpRuntime targetFramework="4.8" maxRequestLength="29296" /></system.web>',
      '<system.web><httpRuntime targetFramework="4.8" maxRequestLength="102400" /></system.web><system.webServer><security><requestFiltering><requestLimits maxAllowedContentLength="100000000" /></requestFiltering></security></system.webServer>',
      {
        text: '<system.web><httpRuntime targetFramework="4.8" maxRequestLength="102400" /></system.web>',
        server:
          '<system.webServer><security><requestFiltering><requestLimits maxAllowedContentLength="200000000" /></requestFiltering></security></system.webServer>',
        path: 'Shop',
      },
    ],
  },
  check({ document, sections, hierarchy, report }) {
    if (document.kind !== 'web' || sections(FILTERING).some(({ content }) => content !== 'here')) return undefined;
    for (const use of sections(RUNTIME)) {
      const length = attributeOf(use.element, 'maxRequestLength');
      if (!length || !/^\d{1,10}$/.test(length.value.trim())) continue;
      const limits = hierarchy.effective(FILTERING, hierarchy.pathOf(use))?.element.element('requestLimits');
      const allowed = Number(limits?.value('maxAllowedContentLength').value ?? Number.NaN);
      const wanted = Number(length.value) * KILOBYTE;
      // Who counts 1000 bytes for a kilobyte means the same.
      if (!(allowed < Number(length.value) * 960)) continue;
      const own = sections(FILTERING)
        .filter(({ location }) => location === use.location)
        .map(({ element }) => attributeOf(child(element, 'requestLimits'), 'maxAllowedContentLength'))
        .find((one) => one !== undefined);
      report({
        at: length.valueRange,
        message: `maxRequestLength allows ${wanted} bytes, but IIS refuses requests from ${allowed} bytes on with 404.13: ${
          own
            ? 'maxAllowedContentLength below is in bytes.'
            : 'maxAllowedContentLength has to be raised as well, in bytes.'
        }`,
        ...(own ? { related: [{ ...own.valueRange, message: 'The limit of IIS, in bytes.' }] } : {}),
      });
    }
    return undefined;
  },
});
