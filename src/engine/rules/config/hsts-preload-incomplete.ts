import { sitesOf, writtenAt } from '../../config/server';
import { defineConfigRule } from '../configRule';
import { reportOnce } from '../reportOnce';
import { site, sites } from '../serverExamples';

const YEAR = 31_536_000;
const withHsts = (hsts: string): string => site('name="Shop" id="1"', undefined, hsts);

export default defineConfigRule({
  id: 'hsts-preload-incomplete',
  severity: 'information',
  profile: 'recommended',
  title: 'HSTS preload without what the list asks for',
  why: 'The preload list of the browsers takes a domain whose header has `preload`, `includeSubDomains` and a `max-age` of a year or more. With one of them missing the domain is not taken, and `preload` means nothing. Mind that a domain comes off the list only after months: every sub-domain must speak HTTPS.',
  sources: [
    {
      document: 'hstspreload.org, submission requirements',
      says: 'max-age of at least 31536000 seconds, includeSubDomains and preload',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      sites(withHsts('<hsts enabled="true" max-age="31536000" preload="true" />')),
      sites(withHsts('<hsts enabled="true" max-age="86400" includeSubDomains="true" preload="true" />')),
    ],
    good: [
      sites(withHsts('<hsts enabled="true" max-age="63072000" includeSubDomains="true" preload="true" />')),
      sites(withHsts('<hsts enabled="true" max-age="86400" preload="false" />')),
      sites(withHsts('<hsts enabled="false" preload="true" />')),
      // Without any age it has a graver fault.
      sites(withHsts('<hsts enabled="true" preload="true" />')),
    ],
  },
  check(context) {
    const report = reportOnce(context.report);
    for (const one of sitesOf(context)) {
      const hsts = one.elements.get('hsts');
      const age = Number(hsts?.text('max-age'));
      if (!hsts?.isTrue('enabled') || !hsts.isTrue('preload') || age === 0) continue;
      const missing = [
        ...(age < YEAR ? [`a max-age of at least ${YEAR}`] : []),
        ...(hsts.isTrue('includeSubDomains') ? [] : ['includeSubDomains="true"']),
      ];
      if (missing.length)
        report({
          at: writtenAt(hsts, 'preload'),
          message: `The preload list also wants ${missing.join(' and ')}: the domain is not taken without. Add it, or set preload to false.`,
        });
    }
  },
});
