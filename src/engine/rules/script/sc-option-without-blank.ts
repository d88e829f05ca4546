import { quoted } from '../quoted';
import { defineScriptRule } from '../scriptRule';

const OPTION =
  /^((?:type|start|error|binpath|group|tag|depend|obj|displayname|password|reset|actions|command|reboot)=)./i;

export default defineScriptRule({
  id: 'sc-option-without-blank',
  severity: 'information',
  profile: 'recommended',
  title: 'sc wants a blank behind the equals sign',
  why: 'The name of an option of `sc` ends with the equals sign, and its value is the next argument: `start= auto`. Without the blank the documented syntax is broken; versions of `sc` that insist on it show their help and change nothing, newer ones take it.',
  sources: [
    {
      document: 'sc.exe config (Windows Commands)',
      url: 'https://learn.microsoft.com/en-us/windows-server/administration/windows-commands/sc-config',
      says: 'A space is required between an option and its value; if it is omitted the operation fails',
      read: '2026-11-25',
    },
  ],
  examples: {
    bad: [
      { file: 'a.cmd', text: 'sc config W3SVC start=auto\n', at: 'start=auto' },
      { file: 'a.cmd', text: 'sc.exe create Shop binPath="C:\\shop\\shop.exe" start= auto\n' },
      { file: 'a.ps1', text: 'sc.exe config W3SVC start=demand\n' },
    ],
    good: [
      {
        file: 'Dockerfile',
        text: 'FROM mcr.microsoft.com/windows/servercore:ltsc2022\nRUN sc config w3svc start=demand\n',
      },
      { file: 'a.cmd', text: 'sc config W3SVC start= auto\n' },
      { file: 'a.cmd', text: 'sc create Shop binPath= "C:\\shop\\shop.exe /mode=start"\n' },
      { file: 'a.cmd', text: 'rem sc config W3SVC start=auto\nsc query type=service\n' },
      { file: 'a.ps1', text: 'sc.exe failure W3SVC reset= 60 actions= restart/5000\n' },
    ],
  },
  check: ({ commands, kind, script, report }) => {
    // Images are made of versions that take both.
    if (kind === 'dockerfile') return;
    for (const { name, arguments: words, host } of commands) {
      const verb = words[words[0]?.value.startsWith('\\\\') ? 1 : 0]?.value ?? '';
      if (name !== 'sc' || !/^(?:config|create|failure)$/i.test(verb)) continue;
      for (const word of words) {
        const [, option] = OPTION.exec(word.value) ?? [];
        if (option === undefined) continue;
        const isPlain = script.text.startsWith(word.value.slice(0, option.length), word.start);
        const text = isPlain ? host.write(' ') : null;
        const at = word.start + option.length;
        report({
          at: word,
          message: `A blank belongs between ${quoted(option)} and its value. Older versions of sc show their help without it and change nothing.`,
          fixes:
            text === null
              ? []
              : [{ title: 'Put a blank behind the equals sign', edits: [{ start: at, end: at, text }], isSafe: false }],
        });
      }
    }
  },
});
