import { defineScriptRule } from '../scriptRule';

export default defineScriptRule({
  id: 'powershell-chain-operator',
  severity: 'error',
  profile: 'recommended',
  title: 'Windows PowerShell does not know && and ||',
  why: 'The operators came with PowerShell 7. Windows PowerShell 5.1, which comes with Windows, refuses the whole file because of one of them and runs none of it. Use `;` with `if ($?)`, or begin the file with `#requires -Version 7`.',
  sources: [
    {
      document: 'PowerShell documentation, about_Pipeline_Chain_Operators',
      url: 'https://learn.microsoft.com/en-us/powershell/module/microsoft.powershell.core/about/about_pipeline_chain_operators',
      says: 'The operators were introduced in PowerShell 7',
      read: '2026-11-25',
    },
  ],
  examples: {
    bad: [
      { file: 'a.ps1', text: 'net stop WAS /y && net start W3SVC\n', at: '&&' },
      { file: 'a.ps1', text: '.\\build.exe || exit 1\n' },
      { file: 'azure-pipelines.yml', text: 'steps:\n- powershell: .\\build.exe && .\\test.exe\n' },
    ],
    good: [
      { file: 'a.ps1', text: 'net stop WAS /y; if ($?) { net start W3SVC }\n' },
      { file: 'a.ps1', text: '#requires -Version 7.0\nnet stop WAS /y && net start W3SVC\n' },
      { file: 'a.ps1', text: 'cmd /c "net stop WAS /y && net start W3SVC"\n# a && b\nWrite-Host "a && b"\n' },
      { file: 'a.yml', text: 'steps:\n- pwsh: .\\build.exe && .\\test.exe\n' },
      { file: 'a.cmd', text: 'net stop WAS /y && net start W3SVC\n' },
    ],
  },
  check: ({ commands, script, report }) => {
    for (const [place, command] of commands.entries()) {
      const { before, shell, program, nesting, after, host } = command;
      if (shell !== 'powershell' || (before !== '&&' && before !== '||')) continue;
      const first = commands[place - 1];
      if (!first) continue;
      const between = script.text.slice(first.end, program.start);
      const at = first.end + between.lastIndexOf(before);
      if (!between.includes(before)) continue;
      // Only where two plain commands stand side by side is the other form certain.
      const isPlain =
        first.nesting === nesting &&
        !/^[&|]/.test(first.before ?? '') &&
        !/^[&|]/.test(after ?? '') &&
        /^\s*(?:&&|\|\|)\s*$/.test(between);
      const open = host.write(before === '&&' ? '; if ($?) { ' : '; if (-not $?) { ');
      const close = host.write(' }');
      const canWrite =
        isPlain && !/[\r\n]/.test(between) && program.start === command.start && open !== null && close !== null;
      report({
        at: { start: at, end: at + before.length },
        message: `Windows PowerShell 5.1 does not know ${before} and refuses the whole script. Use ; with if ($?), or require PowerShell 7.`,
        fixes: canWrite
          ? [
              {
                title: 'Test $? instead',
                edits: [
                  { start: first.end, end: program.start, text: open },
                  { start: command.end, end: command.end, text: close },
                ],
                isSafe: false,
              },
            ]
          : [],
      });
    }
  },
});
