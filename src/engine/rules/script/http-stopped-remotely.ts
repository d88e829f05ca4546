import type { Command } from '../../scripts/command';
import { serviceUses } from '../../scripts/services';
import { defineScriptRule } from '../scriptRule';

/** Parameters with which `Invoke-Command` goes to another computer through WinRM; `-VMName` and `-HostName` do not. */
const OVER_WINRM = /^-(?:co?m?p?u?t?e?r?n?a?m?e?|cn|session|connectionuri)$/i;

export default defineScriptRule({
  id: 'http-stopped-remotely',
  severity: 'error',
  profile: 'correctness',
  title: 'Stopping HTTP cuts the remote session that runs the script',
  why: 'WinRM listens through HTTP.sys and stops with it, so the session ends before the script can start anything again: every site, WinRM and the print spooler stay down until somebody goes to the console. Restart WAS instead, or run the whole sequence as a scheduled task on the server.',
  sources: [
    {
      document: 'IISRESET internals (blog of an IIS support engineer)',
      says: 'net stop HTTP /y stops HTTP.sys with everything that depends on it',
      read: '2026-11-24',
    },
    {
      document: 'Windows Remote Management service: dependencies (HTTP)',
      says: 'WinRM depends on the HTTP service',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        file: 'a.ps1',
        text: 'Invoke-Command -ComputerName WEB1 -ScriptBlock { net stop HTTP /y; net start W3SVC }\n',
        at: 'HTTP',
      },
      { file: 'a.ps1', text: 'icm -Session $s { Stop-Service -Name http -Force }\n' },
      {
        file: 'a.ps1',
        text: 'Invoke-Command -cn $server -ScriptBlock {\n  cmd /c "net stop http /y && net start w3svc"\n}\n',
      },
      { file: 'a.cmd', text: 'winrs -r:web1 net stop http /y\n' },
    ],
    good: [
      { file: 'a.ps1', text: 'net stop HTTP /y\nnet start W3SVC\n' },
      { file: 'a.ps1', text: 'Invoke-Command -ComputerName WEB1 -ScriptBlock { net stop WAS /y; net start W3SVC }\n' },
      { file: 'a.ps1', text: 'Invoke-Command -VMName WEB1 -ScriptBlock { net stop HTTP /y }\n' },
      { file: 'a.ps1', text: 'Invoke-Command -ScriptBlock { net stop HTTP /y }\n' },
      { file: 'a.cmd', text: 'psexec \\\\web1 net stop http /y\n' },
      { file: 'a.ps1', text: 'Invoke-Command -ComputerName WEB1 { Write-Host "net stop HTTP /y" }\n' },
    ],
  },
  check: ({ commands, report }) => {
    for (const { command, action, service, word } of serviceUses(commands)) {
      if (service !== 'http' || action === 'start' || !isOverWinRm(command)) continue;
      report({
        at: word,
        message:
          'WinRM stops together with HTTP and takes this session with it, so nothing behind this command runs and the services stay down. Restart WAS instead, or run the sequence as a scheduled task on the server.',
      });
    }
  },
});

const isOverWinRm = ({ nesting }: Command): boolean =>
  nesting.some(
    (one) =>
      one.kind === 'argument' &&
      (one.of.name === 'winrs' ||
        (one.of.name === 'invoke-command' &&
          one.of.arguments.some(({ value, isQuoted }) => !isQuoted && OVER_WINRM.test(value)))),
  );
