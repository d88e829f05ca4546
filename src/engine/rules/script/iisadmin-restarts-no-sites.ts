import { isForOldIis } from '../../scripts/restart';
import { serviceUses } from '../../scripts/services';
import { defineScriptRule } from '../scriptRule';

export default defineScriptRule({
  id: 'iisadmin-restarts-no-sites',
  severity: 'information',
  profile: 'recommended',
  title: 'Restarting IISADMIN restarts no site since IIS 7',
  why: 'Up to IIS 6 the web service depended on IISADMIN, and `net stop IISADMIN /y` took the sites down. Since IIS 7 it only serves the IIS 6 compatibility and SMTP: the sites run on, and what the restart was meant to do does not happen. Restart WAS and W3SVC there.',
  sources: [
    {
      document: 'IISRESET internals (blog of an IIS support engineer)',
      says: 'Which services stop with HTTP, WAS and IISADMIN, and that net start does not bring back the dependents',
      read: '2026-11-25',
    },
  ],
  examples: {
    bad: [
      { file: 'a.cmd', text: 'net stop IISADMIN /y\nnet start W3SVC\n', at: 'IISADMIN' },
      { file: 'a.ps1', text: 'Stop-Service IISADMIN -Force\nStart-Service W3SVC\n' },
      { file: 'a.cmd', text: 'net stop iisadmin /y && net start iisadmin && net start w3svc\n' },
    ],
    good: [
      { file: 'a.cmd', text: 'net stop IISADMIN /y\nnet start IISADMIN\nnet start SMTPSVC\n' },
      { file: 'a.cmd', text: 'net stop WAS /y\nnet start W3SVC\n' },
      { file: 'a.cmd', text: 'net stop IISADMIN /y\nnet stop W3SVC\nnet start W3SVC\n' },
      { file: 'a.cmd', text: 'rem IIS 6 server\nnet stop IISADMIN /y\nnet start W3SVC\n' },
      { file: 'a.cmd', text: 'rem net stop IISADMIN /y\nnet start W3SVC\n' },
    ],
  },
  check: ({ commands, script, report }) => {
    if (isForOldIis(script.text)) return;
    const uses = serviceUses(commands);
    const others = uses.some(({ action, service }) => action !== 'start' && service !== 'iisadmin');
    const starts = uses.some(({ action, service }) => action === 'start' && service === 'w3svc');
    if (others || !starts) return;
    for (const { action, service, word } of uses)
      if (service === 'iisadmin' && action === 'stop')
        report({
          at: word,
          message:
            'Since IIS 7 no site depends on IISADMIN, so they all run on while this service restarts. Stop WAS and start W3SVC there; on IIS 6 and earlier this command is right.',
        });
  },
});
