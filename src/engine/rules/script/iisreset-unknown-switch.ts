import { isUnknownSwitch } from '../../scripts/iisresetSwitches';
import { quoted } from '../quoted';
import { defineScriptRule } from '../scriptRule';

export default defineScriptRule({
  id: 'iisreset-unknown-switch',
  severity: 'warning',
  profile: 'recommended',
  title: 'iisreset does not know this switch',
  why: 'The help of `iisreset` names `/restart`, `/start`, `/stop`, `/reboot`, `/rebootonerror`, `/noforce`, `/timeout:seconds`, `/status`, `/enable` and `/disable`. With anything else it shows its help instead of doing what was meant.',
  sources: [
    {
      document: 'iisreset /? (help of the tool)',
      says: 'Names the switches; the value of /TIMEOUT stands behind a colon',
      read: '2026-11-25',
    },
  ],
  examples: {
    bad: [
      { file: 'a.cmd', text: 'iisreset /nofroce\n', at: '/nofroce' },
      { file: 'a.cmd', text: 'iisreset /restart /force\n', at: '/force' },
      { file: 'a.ps1', text: 'iisreset /noforce /timeout 60\n', at: '/timeout' },
      { file: 'a.yml', text: 'steps:\n- script: iisreset /noforce /timeout=60\n' },
    ],
    good: [
      { file: 'a.cmd', text: 'iisreset /noforce /timeout:60\niisreset /STATUS\niisreset -noforce\niisreset /?\n' },
      { file: 'a.ps1', text: 'iisreset WEB1 /restart\niisreset $options\n' },
      { file: 'a.cmd', text: 'rem iisreset /force\necho iisreset /force\niisreset %MODE%\n' },
    ],
  },
  check: ({ commands, report }) => {
    for (const { name, arguments: words, host } of commands) {
      if (name !== 'iisreset') continue;
      for (const [place, word] of words.entries()) {
        if (!isUnknownSwitch(word)) continue;
        const seconds = words[place + 1];
        const isTimeout = /^[-/]timeout$/i.test(word.value) && seconds && /^\d{1,6}$/.test(seconds.value);
        const text = isTimeout ? host.write(`/timeout:${seconds.value}`) : null;
        report({
          at: word,
          message: `iisreset has no switch ${quoted(word.value)}, so it shows its help and does not do what was meant.${isTimeout ? ' The seconds stand behind a colon.' : ''}`,
          fixes:
            isTimeout && text !== null
              ? [
                  {
                    title: 'Write /timeout with a colon',
                    edits: [{ start: word.start, end: seconds.end, text }],
                    isSafe: false,
                  },
                ]
              : [],
        });
      }
    }
  },
});
