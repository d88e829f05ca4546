import { defineScriptRule } from '../scriptRule';

export default defineScriptRule({
  id: 'appcmd-brackets-in-powershell',
  severity: 'error',
  profile: 'correctness',
  title: 'PowerShell takes an argument of appcmd apart',
  why: 'Without quotes around the whole argument, PowerShell removes the single quotes inside it and makes a list out of what the comma separates. appcmd gets two broken arguments and refuses them. In double quotes the argument arrives as it is written.',
  sources: [
    {
      document: 'PowerShell documentation, about_Parsing',
      says: 'Outside of quotes a comma makes a list, and quotes are removed',
      read: '2026-11-25',
    },
    {
      document: 'iis-docs: Getting Started with AppCmd.exe',
      says: 'Verb and object stand first, then the identifier and parameters that begin with a slash; the tool lies in system32\\inetsrv, which is not on the path',
      read: '2026-11-25',
    },
  ],
  examples: {
    bad: [
      {
        file: 'a.ps1',
        text: '& "$env:windir\\system32\\inetsrv\\appcmd.exe" set site "Shop" /+bindings.[protocol=\'http\',bindingInformation=\'*:80:\']\n',
        at: "/+bindings.[protocol='http',bindingInformation='*:80:']",
      },
      {
        file: 'a.ps1',
        text: "C:\\Windows\\System32\\inetsrv\\appcmd.exe set config /section:handlers /+[name='x',path='*.x',verb='GET']\n",
      },
      {
        file: 'a.yml',
        text: "steps:\n- powershell: |\n    $appcmd = 'C:\\Windows\\System32\\inetsrv\\appcmd.exe'\n    & C:\\Windows\\System32\\inetsrv\\appcmd.exe set site Shop /+bindings.[protocol='http',bindingInformation='*:80:']\n",
      },
    ],
    good: [
      {
        file: 'a.ps1',
        text: '& "$env:windir\\system32\\inetsrv\\appcmd.exe" set site "Shop" "/+bindings.[protocol=\'http\',bindingInformation=\'*:80:\']"\n',
      },
      {
        file: 'a.cmd',
        text: "%windir%\\system32\\inetsrv\\appcmd.exe set site \"Shop\" /+bindings.[protocol='http',bindingInformation='*:80:']\n",
      },
      { file: 'a.ps1', text: "# appcmd set site Shop /+bindings.[protocol='http',bindingInformation='*:80:']\n" },
    ],
  },
  check: ({ commands, script, report }) => {
    for (const { name, shell, arguments: words, host } of commands) {
      if (name !== 'appcmd' || (shell !== 'powershell' && shell !== 'pwsh')) continue;
      const at = words.findIndex(({ value }, i) => /^[-/][^:]*\[/.test(value) && words[i + 1]?.isListItem);
      const first = words[at];
      if (!first) continue;
      let end = first.end;
      for (const { isListItem, end: to } of words.slice(at + 1)) {
        if (!isListItem) break;
        end = to;
      }
      const written = script.text.slice(first.start, end);
      const isPlain = /^[-/+][^"$`\r\n]*$/.test(written);
      const text = isPlain ? host.write(`"${written}"`) : null;
      report({
        at: { start: first.start, end },
        message:
          'PowerShell removes the single quotes and makes a list at the comma, so appcmd gets two broken arguments. Put double quotes around the whole argument.',
        fixes:
          text === null
            ? []
            : [
                {
                  title: 'Put the argument in double quotes',
                  edits: [{ start: first.start, end, text }],
                  isSafe: false,
                },
              ],
      });
    }
  },
});
