import { setValue } from '../../config/edits';
import { isExpress } from '../../config/express';
import { serverSection } from '../../config/server';
import { defineConfigRule } from '../configRule';
import { host } from '../serverExamples';

export default defineConfigRule({
  id: 'configuration-history-off',
  severity: 'warning',
  profile: 'recommended',
  title: 'No history of the configuration is kept',
  why: 'The Application Host Helper Service copies `applicationHost.config` and its neighbours to `inetpub\\history` after each change, ten versions by default. When a change or a crash damages the file, such a copy brings the server back within a minute. With the history off there is none.',
  sources: [
    {
      document: 'configHistory element, IIS configuration reference',
      says: 'on by default, ten histories under %SystemDrive%\\inetpub\\history',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [host('<system.applicationHost><configHistory enabled="false" /></system.applicationHost>', 'false')],
    good: [
      host('<system.applicationHost><configHistory enabled="true" maxHistories="50" /></system.applicationHost>'),
      host(
        '<system.applicationHost><configHistory enabled="false" path="%IIS_USER_HOME%\\history" /></system.applicationHost>',
      ),
    ],
  },
  check(context) {
    if (isExpress(context.document)) return;
    const written = serverSection('system.applicationHost/configHistory', context)?.value('enabled').origin?.attribute;
    if (written?.value.trim().toLowerCase() === 'false')
      context.report({
        at: written.valueRange,
        message:
          'No earlier versions of the configuration are kept: a damaged applicationHost.config can only come from a backup. Switch the history on.',
        fixes: [{ title: 'Change to true', edits: [setValue(written, 'true')], isSafe: false }],
      });
  },
});
