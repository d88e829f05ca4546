import { defineScriptRule } from '../scriptRule';

export default defineScriptRule({
  id: 'loopback-check-switched-off',
  severity: 'warning',
  profile: 'recommended',
  title: 'The loopback check is switched off for the whole server',
  why: 'The check keeps a login that was caught on this server from being used against it. `DisableLoopbackCheck` removes it for everything. `BackConnectionHostNames` lists the host names of the sites that the server may log on to itself.',
  sources: [
    {
      document: 'KB 896861: error 401.1 when you browse a site that uses Integrated Authentication',
      says: 'The check helps prevent reflection attacks; BackConnectionHostNames lists the host names that it lets through',
      read: '2026-11-25',
    },
  ],
  examples: {
    bad: [
      {
        file: 'a.cmd',
        text: 'reg add HKLM\\SYSTEM\\CurrentControlSet\\Control\\Lsa /v DisableLoopbackCheck /t REG_DWORD /d 1 /f\n',
        at: 'DisableLoopbackCheck',
      },
      {
        file: 'a.ps1',
        text: 'New-ItemProperty HKLM:\\System\\CurrentControlSet\\Control\\Lsa -Name DisableLoopbackCheck -Value 1 -PropertyType DWord\n',
      },
      {
        file: 'a.ps1',
        text: "Set-ItemProperty -Path HKLM:\\System\\CurrentControlSet\\Control\\Lsa -Name 'DisableLoopbackCheck' -Value 1\n",
      },
    ],
    good: [
      {
        file: 'a.cmd',
        text: 'reg add HKLM\\SYSTEM\\CurrentControlSet\\Control\\Lsa\\MSV1_0 /v BackConnectionHostNames /t REG_MULTI_SZ /d shop.example.org\nreg delete HKLM\\SYSTEM\\CurrentControlSet\\Control\\Lsa /v DisableLoopbackCheck /f\n',
      },
      {
        file: 'a.ps1',
        text: 'Set-ItemProperty HKLM:\\System\\CurrentControlSet\\Control\\Lsa -Name DisableLoopbackCheck -Value 0\n',
      },
      {
        file: 'a.cmd',
        text: 'rem reg add X /v DisableLoopbackCheck /d 1\nreg query HKLM\\SYSTEM\\CurrentControlSet\\Control\\Lsa /v DisableLoopbackCheck\n',
      },
    ],
  },
  check: ({ commands, report }) => {
    for (const { name, arguments: words } of commands) {
      const isAdd = name === 'reg' ? /^add$/i.test(words[0]?.value ?? '') : /^(?:new|set)-itemproperty$/.test(name);
      if (!isAdd) continue;
      const at = words.find(({ value }) => /^DisableLoopbackCheck$/i.test(value));
      const isOn = words.some(
        ({ value }, i) => /^["']?(?:0x)?0*1$/i.test(value) && /^(?:[-/]d|-v\w*)$/i.test(words[i - 1]?.value ?? ''),
      );
      if (at && isOn)
        report({
          at,
          message:
            'This takes the check away for the whole server. List the host names of the sites in BackConnectionHostNames instead.',
        });
    }
  },
});
