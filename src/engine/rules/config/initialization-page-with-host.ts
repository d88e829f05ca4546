import { attributeOf } from '../../config/values';
import { setValue, setAttribute } from '../../config/edits';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';

export default defineConfigRule({
  id: 'initialization-page-with-host',
  severity: 'warning',
  profile: 'recommended',
  title: 'An initialization page with scheme and host',
  why: 'IIS sends the warm-up request itself, inside the server: `initializationPage` is a path of the application, and the name that the application is to see stands in `hostName`. An address with `http://` is taken for a path, is not found, and nothing is warmed up.',
  sources: [
    {
      document: 'Adding Application Initialization <add>, IIS configuration reference',
      says: 'hostName is the host used with the URL of initializationPage',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.webServer><applicationInitialization doAppInitAfterRestart="true"><add initializationPage="https://www.shop.test/warm" /></applicationInitialization></system.webServer>',
        at: 'https://www.shop.test/warm',
      },
    ],
    good: [
      '<system.webServer><applicationInitialization doAppInitAfterRestart="true"><add initializationPage="/warm?u=https://a.test" hostName="www.shop.test" /></applicationInitialization></system.webServer>',
    ],
  },
  check({ sections, report }) {
    for (const { element } of sections('system.webServer/applicationInitialization'))
      for (const entry of element.children) {
        const page = entry.name === 'add' ? attributeOf(entry, 'initializationPage') : undefined;
        const [, host, path] = /^https?:\/\/([\w.-]+)(?::\d+)?(\/.*)?$/i.exec(page?.value ?? '') ?? [];
        if (!page || host === undefined) continue;
        report({
          at: page.valueRange,
          message: `${quoted(page.value)} is taken for a path and is not found: nothing is warmed up. The path belongs here, the host into hostName.`,
          fixes: [
            {
              title: 'Move the host into hostName',
              edits: [setValue(page, path ?? '/'), setAttribute(entry, 'hostName', host)],
              isSafe: false,
            },
          ],
        });
      }
    return undefined;
  },
});
