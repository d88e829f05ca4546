import { setValue } from '../../config/edits';
import { isExpress } from '../../config/express';
import { attributeOf } from '../../config/values';
import { defineConfigRule } from '../configRule';

const SETTINGS = {
  scriptErrorSentToBrowser: 'every visitor sees file, line and source of a script that fails',
  appAllowDebugging: 'classic ASP waits for a script debugger on the server, one request at a time',
  appAllowClientDebug: 'classic ASP marks its pages for debugging in the browser',
} as const;

export default defineConfigRule({
  id: 'asp-development-settings',
  severity: 'warning',
  profile: 'recommended',
  title: 'Classic ASP with settings for developing',
  why: 'Error details of classic ASP, with lines of the source, database names and queries, belong into the log and not to visitors; debugging on the server makes an application answer one request at a time. All three settings are off as shipped.',
  sources: [
    {
      document: 'ASP <asp>, IIS configuration reference',
      says: 'scriptErrorSentToBrowser writes debugging specifics to the client; appAllowDebugging enables debugging on the server; both are false by default',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        file: 'applicationHost.config',
        text: '<location path="Shop"><system.webServer><asp scriptErrorSentToBrowser="true" /></system.webServer></location>',
        at: 'true',
      },
      {
        file: 'applicationHost.config',
        text: '<system.webServer><asp appAllowDebugging="True" scriptErrorSentToBrowser="false" /></system.webServer>',
      },
    ],
    good: [
      {
        file: 'applicationHost.config',
        text: '<system.webServer><asp scriptErrorSentToBrowser="false" enableParentPaths="true" /></system.webServer>',
      },
      {
        // The machine of a developer.
        file: 'applicationHost.config',
        text: '<system.webServer><asp scriptErrorSentToBrowser="true"><cache diskTemplateCacheDirectory="%IIS_USER_HOME%\\temp" /></asp></system.webServer>',
      },
    ],
  },
  check({ document, sections, report }) {
    if (isExpress(document)) return undefined;
    for (const { element } of sections('system.webServer/asp'))
      for (const [name, what] of Object.entries(SETTINGS)) {
        const written = attributeOf(element, name);
        if (written?.value.trim().toLowerCase() !== 'true') continue;
        report({
          at: written.valueRange,
          message: `With ${name} ${what}. It is for developing only.`,
          fixes: [{ title: `Set ${name}="false"`, edits: [setValue(written, 'false')], isSafe: false }],
        });
      }
    return undefined;
  },
});
