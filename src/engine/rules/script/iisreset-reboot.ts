import { defineScriptRule } from '../scriptRule';

const REBOOT = /^[-/]reboot(?:onerror)?$/i;

export default defineScriptRule({
  id: 'iisreset-reboot',
  severity: 'error',
  profile: 'recommended',
  title: 'iisreset may reboot the server',
  why: '`/reboot` restarts the computer at once, `/rebootonerror` whenever a service does not stop or start: one slow service takes every site, job and session of the server down. A script should fail there and tell somebody.',
  sources: [
    {
      document: 'iisreset /? (help of the tool)',
      says: '/REBOOT reboots the computer, /REBOOTONERROR does so if an error occurs when services start, stop or restart',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      { file: 'a.cmd', text: 'iisreset /restart /rebootonerror\n', at: '/rebootonerror' },
      { file: 'a.ps1', text: 'iisreset /REBOOT\n', at: '/REBOOT' },
      { file: 'a.yml', text: 'steps:\n- script: iisreset /rebootonerror /timeout:30\n' },
    ],
    good: [
      { file: 'a.cmd', text: 'iisreset /noforce\nrem iisreset /reboot\n' },
      { file: 'a.ps1', text: 'Write-Host "iisreset /reboot"\n' },
      { file: 'a.cmd', text: 'shutdown /r /t 0\n' },
    ],
  },
  check: ({ commands, report }) => {
    for (const { name, arguments: words, host } of commands) {
      const at = name === 'iisreset' ? words.find(({ value }) => REBOOT.test(value)) : undefined;
      if (!at) continue;
      const isOnError = /onerror$/i.test(at.value);
      const instead = host.write('/noforce');
      report({
        at,
        message: isOnError
          ? 'iisreset /rebootonerror reboots the whole server when one service does not stop or start in time. Let the script fail instead.'
          : 'iisreset /reboot reboots the whole server. A script that only needs IIS restarted must not do that.',
        fixes:
          isOnError && instead !== null
            ? [
                {
                  title: 'Use /noforce instead',
                  edits: [{ start: at.start, end: at.end, text: instead }],
                  isSafe: false,
                },
              ]
            : [],
      });
    }
  },
});
