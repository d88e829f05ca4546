import { defineScriptRule } from '../scriptRule';

export default defineScriptRule({
  id: 'netsh-appid-without-quotes',
  severity: 'error',
  profile: 'correctness',
  title: 'PowerShell takes the braces of appid for a block',
  why: 'Outside of quotes `{…}` is a script block in PowerShell. netsh gets `appid=` and something else, says that the parameter is incorrect, and no certificate is bound. In quotes it arrives as written.',
  sources: [
    {
      document: 'dotnet/docs issue 5173',
      url: 'https://github.com/dotnet/docs/issues/5173',
      says: 'With appid={…} bare in PowerShell netsh answers that the parameter is incorrect; with quotes it works',
      read: '2026-11-25',
    },
  ],
  examples: {
    bad: [
      {
        file: 'a.ps1',
        text: 'netsh http add sslcert ipport=0.0.0.0:443 certhash=$hash appid={4dc3e181-e14b-4a21-b022-59fc669b0914}\n',
        at: 'appid={4dc3e181-e14b-4a21-b022-59fc669b0914}',
      },
      {
        file: 'a.ps1',
        text: 'netsh.exe http update sslcert ipport=0.0.0.0:443 appid={4dc3e181-e14b-4a21-b022-59fc669b0914} certhash=$hash\n',
      },
      {
        file: 'a.yml',
        text: 'steps:\n- pwsh: netsh http add sslcert ipport=0.0.0.0:443 certhash=$h appid={4dc3e181-e14b-4a21-b022-59fc669b0914}\n',
      },
    ],
    good: [
      {
        file: 'a.ps1',
        text: 'netsh http add sslcert ipport=0.0.0.0:443 certhash=$hash "appid={4dc3e181-e14b-4a21-b022-59fc669b0914}"\n',
      },
      {
        file: 'a.ps1',
        text: "netsh http add sslcert ipport=0.0.0.0:443 certhash=$hash appid='{4dc3e181-e14b-4a21-b022-59fc669b0914}'\n",
      },
      {
        file: 'a.cmd',
        text: 'netsh http add sslcert ipport=0.0.0.0:443 certhash=%HASH% appid={4dc3e181-e14b-4a21-b022-59fc669b0914}\n',
      },
      { file: 'a.ps1', text: '# netsh http add sslcert appid={4dc3e181-e14b-4a21-b022-59fc669b0914}\n' },
    ],
  },
  check: ({ commands, script, report }) => {
    for (const { name, shell, arguments: words, host } of commands) {
      if (name !== 'netsh' || (shell !== 'powershell' && shell !== 'pwsh')) continue;
      const place = words.findIndex(({ value }) => /^appid=$/i.test(value));
      const first = words[place];
      const block = words[place + 1];
      if (!first || !block || !/^\{[^{}]*\}$/.test(block.value)) continue;
      const written = script.text.slice(first.start, block.end);
      const text = /^appid=\{[\da-f-]+\}$/i.test(written) ? host.write(`"${written}"`) : null;
      report({
        at: { start: first.start, end: block.end },
        message:
          'PowerShell takes the braces for a script block, so netsh gets no identifier and refuses the command. Put the argument in quotes.',
        fixes:
          text === null
            ? []
            : [
                {
                  title: 'Put the argument in quotes',
                  edits: [{ start: first.start, end: block.end, text }],
                  isSafe: false,
                },
              ],
      });
    }
  },
});
