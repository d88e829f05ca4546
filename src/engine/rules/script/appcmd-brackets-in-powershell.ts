import { defineScriptRule } from '../scriptRule';

export default defineScriptRule({
  id: 'appcmd-brackets-in-powershell',
  severity: 'warning',
  profile: 'recommended',
  title: 'PowerShell removes the quotes inside an argument of appcmd',
  why: "Outside of double quotes PowerShell removes the single quotes in an argument. appcmd gets `verb=GET,POST` for `verb='GET,POST'` and cannot tell where a value ends; its syntax has the quotes around each value. In double quotes the argument arrives as it is written.",
  sources: [
    {
      document: 'PowerShell documentation, about_Parsing',
      url: 'https://learn.microsoft.com/en-us/powershell/module/microsoft.powershell.core/about/about_parsing',
      says: 'In an argument quotes begin strings and are not part of the value; a comma for a native command stays text',
      read: '2026-11-25',
    },
    {
      document: 'iis-docs: Getting Started with AppCmd.exe',
      url: 'https://learn.microsoft.com/en-us/iis/get-started/getting-started-with-iis/getting-started-with-appcmdexe',
      says: 'Command, object and identifier come first, then parameters that begin with a slash; the folder inetsrv is not part of the path',
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
          'PowerShell removes the single quotes before appcmd sees the argument, and appcmd cannot tell where a value ends. Put double quotes around the whole argument.',
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
