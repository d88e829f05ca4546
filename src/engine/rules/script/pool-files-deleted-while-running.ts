import { serviceUses } from '../../scripts/services';
import { defineScriptRule } from '../scriptRule';

export default defineScriptRule({
  id: 'pool-files-deleted-while-running',
  severity: 'warning',
  profile: 'recommended',
  title: 'The configuration files of running pools are deleted',
  why: 'WAS writes one configuration file for each pool into `inetpub\\temp\\appPools` and keeps it there. Deleted while WAS runs, the pools fail at their next start with events 5188 or 5189. Stop WAS first; it writes the files anew when it starts.',
  sources: [
    {
      document: 'KB 4050891: WAS event 5189',
      url: 'https://learn.microsoft.com/en-us/troubleshoot/developer/webapps/iis/health-diagnostic-performance/error-503-event-5189-web-application',
      says: 'WAS makes a temporary configuration file for each pool and deletes them when it is stopped; the folder is removed between net stop WAS and net start W3SVC',
      read: '2026-11-25',
    },
  ],
  examples: {
    bad: [
      { file: 'a.cmd', text: 'rmdir /s /q C:\\inetpub\\temp\\appPools\n', at: 'C:\\inetpub\\temp\\appPools' },
      { file: 'a.ps1', text: 'Remove-Item C:\\inetpub\\temp\\appPools\\* -Recurse -Force\n' },
      { file: 'a.cmd', text: 'del /q %SystemDrive%\\inetpub\\temp\\apppools\\*\n' },
    ],
    good: [
      { file: 'a.cmd', text: 'net stop WAS /y\nrmdir /s /q C:\\inetpub\\temp\\appPools\nnet start W3SVC\n' },
      { file: 'a.ps1', text: 'Stop-Service WAS -Force\nRemove-Item C:\\inetpub\\temp\\appPools\\* -Recurse\n' },
      {
        file: 'a.cmd',
        text: 'rem rmdir /s /q C:\\inetpub\\temp\\appPools\ndir C:\\inetpub\\temp\\appPools\nrmdir /s /q "C:\\inetpub\\temp\\IIS Temporary Compressed Files"\n',
      },
    ],
  },
  check: ({ commands, report }) => {
    if (
      serviceUses(commands).some(
        ({ action, service }) => action === 'stop' && (service === 'was' || service === 'http'),
      )
    )
      return;
    if (
      commands.some(
        ({ name, arguments: words }) => name === 'iisreset' && words.some(({ value }) => /^[-/]stop$/i.test(value)),
      )
    )
      return;
    for (const { name, arguments: words } of commands) {
      if (!/^(?:rmdir|rd|del|erase|remove-item|ri|rm)$/.test(name)) continue;
      const at = words.find(({ value }) => /\\inetpub\\temp\\apppools(?:\\|$)/i.test(value));
      if (at)
        report({
          at,
          message:
            'WAS needs these files while it runs: without them pools fail with event 5188 or 5189. Stop WAS before, it writes them anew when it starts.',
        });
    }
  },
});
