import { isFolderOfSite } from '../../config/scope';
import { attributeOf } from '../../config/values';
import { child } from '../../xml/tree';
import { defineConfigRule } from '../configRule';

const GIGABYTE = 1_073_741_824;

export default defineConfigRule({
  id: 'very-large-requests-allowed',
  severity: 'information',
  profile: 'hardening',
  title: 'Requests of more than a gigabyte are allowed',
  why: '`maxAllowedContentLength` is what stands between a client and the disk and memory of an application: as shipped it is 30 MB. A limit of gigabytes for a whole site lets anybody keep connections, temporary space and worker threads busy. Set it for the one address that takes uploads, in a `<location>`.',
  sources: [
    {
      document: 'Request Limits <requestLimits>, IIS configuration reference',
      says: 'maxAllowedContentLength is the greatest length of a request body in bytes; 30000000 by default',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.webServer><security><requestFiltering><requestLimits maxAllowedContentLength="4294967295" /></requestFiltering></security></system.webServer>',
        at: '4294967295',
      },
    ],
    good: [
      '<system.webServer><security><requestFiltering><requestLimits maxAllowedContentLength="1073741824" /></requestFiltering></security></system.webServer>',
      '<location path="upload"><system.webServer><security><requestFiltering><requestLimits maxAllowedContentLength="4294967295" /></requestFiltering></security></system.webServer></location>',
    ],
  },
  check({ document, sections, report }) {
    for (const { element, location } of sections('system.webServer/security/requestFiltering')) {
      const limit = attributeOf(child(element, 'requestLimits'), 'maxAllowedContentLength');
      const value = limit?.value.trim() ?? '';
      if (!limit || !/^\d{1,15}$/.test(value) || Number(value) <= GIGABYTE) continue;
      if (isFolderOfSite(document, location)) continue;
      report({
        at: limit.valueRange,
        message: `Every address here takes requests of up to ${(Number(value) / GIGABYTE).toFixed(1)} GB. Set such a limit for the address that takes uploads only.`,
      });
    }
    return undefined;
  },
});
