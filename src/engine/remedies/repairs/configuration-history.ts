import { appcmd } from '../commands/programs';
import { serviceIs } from '../commands/checks';
import type { Remedy } from '../remedy';
import { byHand, runbook } from '../runbook';

/** The configuration is damaged, and an earlier state of it is kept. Always by hand: it puts back every site. */
const configurationHistory: Remedy = {
  id: 'configuration-history',
  title: 'Put an earlier configuration back',
  purpose:
    'applicationHost.config is damaged or changed beyond repair. Leads to the copies that IIS keeps itself, and from the smallest way back to the largest.',
  versions: 'IIS 7 and later',
  rights: 'administrator on the server',
  doesNot: ['It puts nothing back by itself: every site, pool and binding of the server would change at once.'],
  doNot: [
    'Do not restore as the first thing: it takes back everything that anybody changed since, and restarts the services.',
    'Do not copy over the broken file without keeping it: it shows what went wrong.',
    'Do not take a copy from another machine: its passwords are encrypted with the keys of that machine.',
  ],
  sources: [
    {
      document: 'How to Use Configuration History with IIS 7 and IIS 8',
      url: 'https://learn.microsoft.com/iis/manage/managing-your-configuration-settings/using-configuration-history-with-iis',
      says: 'the Application Host Helper Service keeps ten copies in inetpub\\history and looks for changes every two minutes; appcmd restore backup takes them too',
      read: '2026-11-24',
    },
  ],
  parameters: [],
  needs: ['configuration', 'services'],
  answers: ['apphostsvc-9009', 'configuration-history-off'],
  plan({ server, configuration }) {
    const folder = configuration?.folder;
    return runbook({
      remedy: 'configuration-history',
      title: `Put an earlier configuration back on ${server}`,
      server,
      verdict:
        'IIS keeps copies of its configuration. The smallest way back is to take over only what is missing from one of them.',
      evidence: folder === undefined ? [] : [`The configuration lies in ${folder}.`],
      steps: [
        byHand(
          'where',
          'Make sure which file is used',
          'With Shared Configuration it lies elsewhere; redirection.config says where.',
          {
            powershell: `Get-Content -LiteralPath "$env:windir\\System32\\inetsrv\\config\\redirection.config"`,
            cmd: 'type "%windir%\\System32\\inetsrv\\config\\redirection.config"',
          },
        ),
        byHand(
          'keep',
          'Copy the broken applicationHost.config to a safe place',
          'It shows what went wrong, and is the way back from here.',
        ),
        byHand(
          'list',
          'Look which backups there are',
          'Those of the history have names such as CFGHISTORY_0000000012; they lie in inetpub\\history.',
          appcmd('list', 'backup'),
        ),
        byHand(
          'compare',
          'Compare the broken file with the newest copy that is whole',
          'The comparison of two files in VS Code shows it; often only a few lines differ.',
        ),
        byHand(
          'take-over',
          'Take over only these lines, and go on with the checks below',
          'Everything else stays as it is, and nothing restarts.',
        ),
        byHand(
          'restore',
          'Only if that cannot be done: appcmd restore backup with the name of the copy',
          'It puts back every site, pool and binding as they were, and stops and starts the services of IIS: all sites are down for a moment.',
        ),
      ],
      verification: [
        {
          says: 'IIS reads its configuration.',
          command: appcmd('list', 'config', '/section:system.applicationHost/sites'),
          expects: { kind: 'succeeds' },
          otherwise: 'The message names the line that is wrong.',
        },
        serviceIs('WAS', 'running'),
        serviceIs('W3SVC', 'running'),
      ],
      leads: [
        {
          remedy: 'key-container',
          values: {},
          says: 'Where passwords cannot be decrypted afterwards, the copy came from another machine.',
        },
      ],
    });
  },
};
export default configurationHistory;
