import { setValue } from '../../config/edits';
import { isExpress } from '../../config/express';
import { serverSection } from '../../config/server';
import { defineConfigRule } from '../configRule';
import { host } from '../serverExamples';

const withRestriction = (attributes: string, at?: string) =>
  host(
    `<system.webServer><security><isapiCgiRestriction ${attributes}><add path="%windir%\\system32\\inetsrv\\asp.dll" allowed="true" groupId="ASP" description="Active Server Pages" /></isapiCgiRestriction></security></system.webServer>`,
    at,
  );

const SWITCHES = {
  notListedIsapisAllowed: 'ISAPI extension (a DLL)',
  notListedCgisAllowed: 'CGI program (an executable)',
} as const;

export default defineConfigRule({
  id: 'unlisted-isapi-or-cgi-allowed',
  severity: 'warning',
  profile: 'recommended',
  title: 'Any ISAPI extension or CGI program may run',
  why: '`isapiCgiRestriction` lists the programs that requests may start. With `notListedIsapisAllowed` or `notListedCgisAllowed` the list means nothing: a DLL or an executable that somebody uploads into a folder with the right to execute runs with the next request. Each program that is needed gets an entry of its own.',
  sources: [
    {
      document: 'isapiCgiRestriction element, IIS configuration reference',
      says: 'both switches are false by default',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      withRestriction('notListedIsapisAllowed="true"', 'true'),
      withRestriction('notListedIsapisAllowed="false" notListedCgisAllowed="True"', 'True'),
    ],
    good: [
      withRestriction('notListedIsapisAllowed="false" notListedCgisAllowed="false"'),
      withRestriction(''),
      host(
        '<system.webServer><security><isapiCgiRestriction notListedIsapisAllowed="true"><add path="%IIS_BIN%\\asp.dll" allowed="true" /></isapiCgiRestriction></security></system.webServer>',
      ),
    ],
  },
  check(context) {
    if (isExpress(context.document)) return;
    const restriction = serverSection('system.webServer/security/isapiCgiRestriction', context);
    for (const [name, what] of Object.entries(SWITCHES)) {
      const written = restriction?.value(name).origin?.attribute;
      if (written?.value.trim().toLowerCase() === 'true')
        context.report({
          at: written.valueRange,
          message: `Any ${what} in a folder with the right to execute runs, also one that an attacker put there. Set it to false, and list those that are needed.`,
          fixes: [{ title: 'Change to false', edits: [setValue(written, 'false')], isSafe: false }],
        });
    }
  },
});
