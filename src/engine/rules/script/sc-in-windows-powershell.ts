import { quoted } from '../quoted';
import { defineScriptRule } from '../scriptRule';

const VERB =
  /^(?:query|queryex|start|stop|pause|continue|config|create|delete|description|failure|qc|sdset|sdshow|enumdepend|qfailure)$/i;

export default defineScriptRule({
  id: 'sc-in-windows-powershell',
  severity: 'error',
  profile: 'recommended',
  title: 'sc is Set-Content in Windows PowerShell',
  why: 'Windows PowerShell has an alias `sc` for `Set-Content`. `sc stop W3SVC` writes a file named `stop` and touches no service, without an error. PowerShell 6 and later dropped the alias. `sc.exe` is right in all of them.',
  sources: [
    {
      document: 'PowerShell documentation, Set-Content',
      url: 'https://learn.microsoft.com/en-us/powershell/module/microsoft.powershell.management/set-content?view=powershell-5.1',
      says: 'sc is an alias of Set-Content in Windows PowerShell',
      read: '2026-11-25',
    },
  ],
  examples: {
    bad: [
      { file: 'a.ps1', text: 'sc stop W3SVC\n', at: 'sc' },
      { file: 'a.ps1', text: 'if ($x) { sc query W3SVC }\n' },
      { file: 'a.ps1', text: 'sc \\\\WEB1 start W3SVC\n' },
      { file: 'a.yml', text: 'steps:\n- powershell: sc config W3SVC start= auto\n' },
    ],
    good: [
      { file: 'a.ps1', text: 'sc.exe stop W3SVC\n' },
      { file: 'a.ps1', text: 'sc C:\\temp\\a.txt "text"\n' },
      { file: 'a.ps1', text: '#requires -Version 7\nsc stop W3SVC\n' },
      { file: 'a.cmd', text: 'sc stop W3SVC\n' },
      { file: 'a.ps1', text: 'cmd /c "sc stop W3SVC"\n# sc stop W3SVC\nWrite-Host "sc stop W3SVC"\n' },
    ],
  },
  check: ({ commands, report }) => {
    for (const { name, shell, program, arguments: words, host } of commands) {
      if (name !== 'sc' || shell !== 'powershell' || program.value.toLowerCase() !== 'sc') continue;
      const verb = words[words[0]?.value.startsWith('\\\\') ? 1 : 0];
      if (!verb || !VERB.test(verb.value) || words.length < 2) continue;
      const text = host.write('sc.exe');
      report({
        at: program,
        message: `Windows PowerShell takes sc for Set-Content: this writes a file named ${quoted(words[0]?.value ?? '')} and does nothing to a service. Write sc.exe.`,
        fixes:
          text === null
            ? []
            : [{ title: 'Write sc.exe', edits: [{ start: program.start, end: program.end, text }], isSafe: false }],
      });
    }
  },
});
