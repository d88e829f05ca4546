import { isExpress } from '../../config/express';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';
import { binding, host, sites } from '../serverExamples';

const OF_USERS = /%(?:USERPROFILE|APPDATA|LOCALAPPDATA|HOMEPATH|HOMEDRIVE|HOMESHARE|TEMP|TMP|USERNAME|ONEDRIVE)%/i;

const withPath = (path: string): string =>
  `<site name="Shop" id="1"><application path="/"><virtualDirectory path="/" physicalPath="${path}" /></application><bindings>${binding('https', '*:443:shop.example', 1)}</bindings></site>`;

export default defineConfigRule({
  id: 'user-variable-in-path',
  severity: 'warning',
  profile: 'recommended',
  title: 'A path with a variable that differs from account to account',
  why: 'Variables in paths are expanded by whoever reads the configuration: WAS as SYSTEM, the worker process as its own account, an administrator by hand. `%USERPROFILE%`, `%TEMP%` and their like name another folder for each of them, mostly one that does not hold the site. Machine-wide variables such as `%SystemDrive%` are safe.',
  sources: [
    {
      document: 'IIS schema files (inetsrv\\config\\schema)',
      says: 'attributes with expanded="true" have environment variables expanded on reading',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      sites(withPath('%USERPROFILE%\\shop'), '%USERPROFILE%\\shop'),
      sites('<siteDefaults><logFile directory="%temp%\\logs" /></siteDefaults>'),
    ],
    good: [
      sites(withPath('%SystemDrive%\\inetpub\\shop')),
      host(
        '<system.applicationHost><configHistory path="%IIS_USER_HOME%\\history" /><sites><siteDefaults><logFile directory="%USERPROFILE%\\logs" /></siteDefaults></sites></system.applicationHost>',
      ),
    ],
  },
  check({ document, report }) {
    if (document.kind !== 'applicationHost' || isExpress(document)) return undefined;
    return {
      element({ element, schema }) {
        for (const one of element.attributes) {
          if (!schema.attributes.get(one.name)?.expanded || !one.raw.includes('%')) continue;
          const found = OF_USERS.exec(one.value);
          if (found)
            report({
              at: one.valueRange,
              message: `${quoted(found[0])} differs from account to account: WAS and the worker process find another folder than you. Write the path out, or use a machine-wide variable.`,
            });
        }
      },
    };
  },
});
