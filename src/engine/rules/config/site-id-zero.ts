import { sitesOf, writtenAt } from '../../config/server';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';
import { site, sites } from '../serverExamples';

export default defineConfigRule({
  id: 'site-id-zero',
  severity: 'error',
  profile: 'recommended',
  title: 'A site with the id 0',
  why: 'The id of a site is a number from 1 upwards. It names its log folder (`W3SVC1`), its keys and its counters; 0 stands for no site. IIS Manager refuses the number, and W3SVC does not run a site under it.',
  sources: [
    {
      document: 'site element, IIS configuration reference',
      says: 'id is the number of the site; each site has its own',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [sites(site('name="Shop" id="0"'), '0')],
    good: [sites(site('name="Shop" id="1"')), sites(site('name="Shop" id="10"'))],
  },
  check(context) {
    for (const one of sitesOf(context))
      if (/^0+$/.test(one.attributes.get('id')?.value?.trim() ?? ''))
        context.report({
          at: writtenAt(one, 'id'),
          message: `Site ${quoted(one.text('name'))} has the id 0, which stands for no site: it cannot run. Give it a number that no other site has.`,
        });
  },
});
