import { setAttribute } from '../../config/edits';
import { sitesAndDefaults, writtenAt } from '../../config/server';
import { defineConfigRule } from '../configRule';
import { reportOnce } from '../reportOnce';
import { site, sites } from '../serverExamples';

const withHsts = (hsts: string): string => site('name="Shop" id="1"', undefined, hsts);

export default defineConfigRule({
  id: 'hsts-without-max-age',
  severity: 'warning',
  profile: 'recommended',
  title: 'HSTS that tells browsers to forget it',
  why: '`max-age` is 0 unless written. A browser that gets `max-age=0` takes the site off its list: HSTS is switched on and has the opposite effect. A year is 31536000 seconds; begin with less while it is being tried.',
  sources: [
    {
      document: 'hsts element of a site, IIS configuration reference',
      says: 'max-age is 0 by default',
      read: '2026-11-24',
    },
    {
      document: 'RFC 6797',
      says: 'max-age 0 makes a browser forget the host',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      sites(withHsts('<hsts enabled="true" />'), 'true'),
      sites(withHsts('<hsts enabled="true" max-age="0" includeSubDomains="true" />'), '0'),
    ],
    good: [
      sites(withHsts('<hsts enabled="true" max-age="31536000" />')),
      sites(withHsts('<hsts enabled="false" max-age="0" />')),
      sites(`<siteDefaults><hsts max-age="31536000" /></siteDefaults>${withHsts('<hsts enabled="true" />')}`),
    ],
  },
  check(context) {
    const report = reportOnce(context.report);
    for (const one of sitesAndDefaults(context)) {
      const hsts = one.elements.get('hsts');
      if (!hsts?.isTrue('enabled') || Number(hsts.text('max-age')) !== 0) continue;
      // Defaults may leave it to the sites.
      if (one.name === 'siteDefaults' && !hsts.attributes.has('max-age')) continue;
      const element = hsts.origin?.element;
      report({
        at: writtenAt(hsts, hsts.value('max-age').origin ? 'max-age' : 'enabled'),
        message:
          'max-age is 0: browsers forget that the site is to be reached over HTTPS only. Set it to a year, 31536000, or to less while you try it.',
        fixes: element
          ? [{ title: 'Set max-age to 31536000', edits: [setAttribute(element, 'max-age', '31536000')], isSafe: false }]
          : [],
      });
    }
  },
});
