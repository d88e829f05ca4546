import { defineScriptRule } from '../scriptRule';

export default defineScriptRule({
  id: 'dcom-switched-off',
  severity: 'error',
  profile: 'recommended',
  title: 'DCOM is switched off or opened for the whole machine',
  why: '`EnableDCOM=N` stops remote management, `iisreset` with a computer name and other programs at the next boot. The default permissions below `Ole` hold for every component that has none of its own. Grant the right for the one AppID that an event names.',
  sources: [
    {
      document: 'Win32 documentation: HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Ole',
      url: 'https://learn.microsoft.com/en-us/windows/win32/com/hkey-local-machine-software-microsoft-ole',
      says: 'EnableDCOM sets the activation policy of the computer; the default permissions hold for what has none of its own',
      read: '2026-11-25',
    },
  ],
  examples: {
    bad: [
      { file: 'a.cmd', text: 'reg add HKLM\\SOFTWARE\\Microsoft\\Ole /v EnableDCOM /d N /f\n', at: 'EnableDCOM' },
      {
        file: 'a.ps1',
        text: 'Set-ItemProperty HKLM:\\SOFTWARE\\Microsoft\\Ole -Name DefaultLaunchPermission -Value $bytes\n',
      },
      {
        file: 'a.cmd',
        text: 'reg add HKLM\\SOFTWARE\\Microsoft\\Ole /v DefaultAccessPermission /t REG_BINARY /d 01 /f\n',
      },
    ],
    good: [
      {
        file: 'a.cmd',
        text: 'reg query HKLM\\SOFTWARE\\Microsoft\\Ole /v EnableDCOM\nreg add HKLM\\SOFTWARE\\Microsoft\\Ole /v EnableDCOM /d Y /f\n',
      },
      {
        file: 'a.cmd',
        text: 'reg export HKLM\\SOFTWARE\\Microsoft\\Ole ole.reg\nrem reg add HKLM\\SOFTWARE\\Microsoft\\Ole /v EnableDCOM /d N\n',
      },
      { file: 'a.ps1', text: 'Get-ItemProperty HKLM:\\SOFTWARE\\Microsoft\\Ole -Name DefaultLaunchPermission\n' },
    ],
  },
  check: ({ commands, report }) => {
    for (const { name, arguments: words } of commands) {
      const isAdd = name === 'reg' ? /^add$/i.test(words[0]?.value ?? '') : /^(?:new|set)-itemproperty$/.test(name);
      if (!isAdd || !words.some(({ value }) => /\\microsoft\\ole\\?$/i.test(value))) continue;
      const at = words.find(({ value }) =>
        /^(?:EnableDCOM|Default(?:Launch|Access)Permission|Machine(?:Launch|Access)Restriction)$/i.test(value),
      );
      const isKept = at && /^enable/i.test(at.value) && !words.some(({ value }) => /^n$/i.test(value));
      if (at && !isKept)
        report({
          at,
          message:
            'This holds for every COM component of the machine that has no setting of its own. Grant the right for the one AppID that the event names.',
        });
    }
  },
});
