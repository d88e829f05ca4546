import { serviceUses, startsUnknown } from '../../scripts/services';
import { defineScriptRule } from '../scriptRule';

export default defineScriptRule({
  id: 'http-dependents-left-down',
  severity: 'warning',
  profile: 'recommended',
  title: 'Services that stopped with HTTP stay down',
  why: 'Stopping HTTP stops all that runs on HTTP.sys: W3SVC, and on most servers WinRM, the print spooler and the management service too. A start of W3SVC brings back HTTP and WAS, nothing else. Restart WAS where that is enough, else start what ran before by name.',
  sources: [
    {
      document: 'IISRESET internals (blog of an IIS support engineer)',
      says: 'Which services stop with HTTP, WAS and IISADMIN, and that net start does not bring back the dependents',
      read: '2026-11-25',
    },
    {
      document: 'Output of Get-Service WinRM (pastebin.com/fTu0mGRX)',
      url: 'https://pastebin.com/fTu0mGRX',
      says: 'WinRM depends on RPCSS and HTTP',
      read: '2026-11-25',
    },
  ],
  examples: {
    bad: [
      { file: 'a.cmd', text: 'net stop HTTP /y\nnet start W3SVC\n', at: 'HTTP' },
      { file: 'a.cmd', text: 'net stop http /y && net start http && net start w3svc\n' },
      { file: 'a.ps1', text: 'Stop-Service HTTP -Force\nStart-Service W3SVC\n' },
    ],
    good: [
      { file: 'a.cmd', text: 'net stop HTTP /y\nnet start W3SVC\nnet start WinRM\nnet start Spooler\n' },
      {
        file: 'a.ps1',
        text: '$d = (Get-Service HTTP).DependentServices\nStop-Service HTTP -Force\nStart-Service $d\n',
      },
      { file: 'a.cmd', text: 'net stop WAS /y\nnet start W3SVC\n' },
      { file: 'a.cmd', text: 'rem net stop HTTP /y\nnet start W3SVC\n' },
      { file: 'a.ps1', text: 'Restart-Service HTTP -Force\n' },
      { file: 'a.cmd', text: 'net stop HTTP /y\nfor %%S in (%RUNNING%) do net start %%S\nnet start W3SVC\n' },
    ],
  },
  check: ({ commands, report }) => {
    const uses = serviceUses(commands);
    const startsWeb = uses.some(({ action, service }) => action === 'start' && service === 'w3svc');
    if (!startsWeb || uses.some(({ action, service }) => action !== 'stop' && /^(?:winrm|spooler)$/.test(service)))
      return;
    if (startsUnknown(commands)) return;
    for (const { action, service, word } of uses)
      if (action === 'stop' && service === 'http')
        report({
          at: word,
          message:
            'WinRM, the print spooler and whatever else runs on HTTP.sys stop together with HTTP, and starting W3SVC does not bring them back. Restart WAS instead, or start by name what ran before.',
        });
  },
});
