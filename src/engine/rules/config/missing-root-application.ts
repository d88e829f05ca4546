import { writtenAt, sitesOf } from '../../config/server';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';
import { sites, site } from '../serverExamples';

export default defineConfigRule({
  id: 'missing-root-application',
  severity: 'error',
  profile: 'correctness',
  title: 'A site without its root application',
  why: 'Every site has an application with the path `/`, and this one a virtual directory with the path `/`. A site without them is invalid for WAS: it logs a warning (5174 and its kind) and does not start the site.',
  sources: [
    {
      document: 'site element, IIS configuration reference',
      says: 'a site holds a root application, an application a root virtual directory',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      sites(
        '<site name="Shop" id="1"><application path="/till"><virtualDirectory path="/" physicalPath="D:\\Till" /></application><bindings><binding protocol="https" bindingInformation="*:443:shop.example" sslFlags="1" /></bindings></site>',
        'Shop',
      ),
      sites(
        '<site name="Shop" id="1"><bindings><binding protocol="http" bindingInformation="*:80:" /></bindings></site>',
      ),
    ],
    good: [
      sites(site()),
      sites(
        '<site name="Shop" id="1"><application path="/till"><virtualDirectory path="/" physicalPath="D:\\Till" /></application><application path="/"><virtualDirectory path="/" physicalPath="D:\\Shop" /></application></site>',
      ),
      sites('<siteDefaults><logFile enabled="true" /></siteDefaults>'),
    ],
  },
  check(context) {
    for (const one of sitesOf(context))
      if (!one.entries.some((application) => application.text('path') === '/'))
        context.report({
          at: writtenAt(one, 'name'),
          message: `Site ${quoted(one.text('name'))} has no application with the path "/": WAS takes it for invalid and does not start it.`,
        });
  },
});
