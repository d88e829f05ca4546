import { bindingsOf, writtenAt, sitesOf } from '../../config/server';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';
import { binding, site, sites } from '../serverExamples';

export default defineConfigRule({
  id: 'site-without-binding',
  severity: 'warning',
  profile: 'recommended',
  title: 'A site without any binding',
  why: 'A site is reached through its bindings. Without one no request can get to it; IIS Manager shows the site as if nothing was wrong or refuses to start it.',
  sources: [
    {
      document: 'binding element, IIS configuration reference',
      says: 'a site needs at least one binding to be reached',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      sites(site('name="Shop" id="1"', ''), 'Shop'),
      sites(
        '<site name="Shop" id="1"><application path="/"><virtualDirectory path="/" physicalPath="D:\\Shop" /></application></site>',
      ),
    ],
    good: [
      sites(site()),
      sites(site('name="Shop" id="1" serverAutoStart="false"', '')),
      sites(
        `<siteDefaults><bindings>${binding('http', '*:80:')}</bindings></siteDefaults>${site('name="Shop" id="1"', '')}`,
      ),
    ],
  },
  check(context) {
    const all = sitesOf(context);
    const defaults = all[0]?.parent?.elements.get('siteDefaults');
    if (defaults && bindingsOf(defaults).length) return;
    for (const one of all)
      if (one.isTrue('serverAutoStart') && !one.element('bindings')?.entries.length)
        context.report({
          at: writtenAt(one, 'name'),
          message: `Site ${quoted(one.text('name'))} has no binding: no request can reach it. Add one, or set serverAutoStart="false".`,
        });
  },
});
