import { depth, joinPaths } from '../../config/paths';
import { attributeOf } from '../../config/values';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';

const REDIRECT = 'system.webServer/httpRedirect';

export default defineConfigRule({
  id: 'http-redirect-loop',
  severity: 'error',
  profile: 'recommended',
  title: 'A redirect whose target is redirected too',
  why: 'The setting holds for everything below its folder. When the target lies there too, it is redirected again, each time with the path appended: `/new/new/new/…`, until the browser gives up. Switch the redirect off in a `<location>` for the target, or send requests to another site.',
  sources: [
    {
      document: 'HTTP Redirects <httpRedirect>, IIS configuration reference',
      says: 'the requested path is appended unless exactDestination is set; childOnly limits it to the folder',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.webServer><httpRedirect enabled="true" destination="/new" /></system.webServer>',
        server:
          '<system.applicationHost><sites><site name="Shop" id="1"><application path="/"><virtualDirectory path="/" physicalPath="D:\\shop" /></application></site></sites></system.applicationHost>',
        path: 'Shop',
        at: '/new',
      },
      {
        file: 'applicationHost.config',
        text: '<location path="Shop/old"><system.webServer><httpRedirect enabled="true" destination="/old/start.htm" exactDestination="true" /></system.webServer></location>',
      },
    ],
    good: [
      {
        text: '<system.webServer><httpRedirect enabled="true" destination="/new" /></system.webServer><location path="new"><system.webServer><httpRedirect enabled="false" /></system.webServer></location>',
        server:
          '<system.applicationHost><sites><site name="Shop" id="1"><application path="/"><virtualDirectory path="/" physicalPath="D:\\shop" /></application></site></sites></system.applicationHost>',
        path: 'Shop',
      },
      // Where this file lies is not known.
      '<system.webServer><httpRedirect enabled="true" destination="/new" /></system.webServer>',
      {
        file: 'applicationHost.config',
        text: '<location path="Shop/old"><system.webServer><httpRedirect enabled="true" destination="/new" /></system.webServer></location><location path="Shop"><system.webServer><httpRedirect enabled="true" destination="https://www.shop.test" /></system.webServer></location><location path="B"><system.webServer><httpRedirect enabled="true" destination="/x" childOnly="true" /></system.webServer></location>',
      },
    ],
  },
  check({ document, sections, hierarchy, report }) {
    if (document.kind === 'web' && !(hierarchy.hasServer && hierarchy.isPlaced)) return undefined;
    for (const use of sections(REDIRECT)) {
      const destination = attributeOf(use.element, 'destination');
      const path = hierarchy.pathOf(use);
      if (!destination || depth(path) === 0 || !/^\/(?!\/)[^$?]*$/.test(destination.value)) continue;
      const [site = ''] = path.split('/');
      const target = joinPaths(site, destination.value.replace(/^\/+|\/+$/g, ''));
      const [here, there] = [
        hierarchy.effective(REDIRECT, path)?.element,
        hierarchy.effective(REDIRECT, target)?.element,
      ];
      if (!here?.isTrue('enabled') || here.isTrue('childOnly') || here.entries.length) continue;
      const isSame = there?.isTrue('enabled') && there.value('destination').origin?.attribute === destination;
      if (!isSame) continue;
      report({
        at: destination.valueRange,
        message: `${quoted(destination.value)} is redirected by this very setting: browsers stop with "too many redirects". Switch it off for the target in a <location>.`,
      });
    }
    return undefined;
  },
});
