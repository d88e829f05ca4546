import { defineScriptRule } from '../scriptRule';

export default defineScriptRule({
  id: 'needed-service-disabled',
  severity: 'warning',
  profile: 'recommended',
  title: 'A service that all sites need is disabled',
  why: 'W3SVC needs WAS and HTTP. With one of them disabled it does not start at the next boot (error 1058 or 1068). HTTP is a driver that starts on demand, and WinRM and others need it too. Where IIS is to be switched off, disable W3SVC or remove the role.',
  sources: [
    {
      document: 'net start and net stop (Windows Commands); behaviour of the service control manager',
      says: 'A start also starts what the service depends on, never what depends on it',
      read: '2026-11-25',
    },
    {
      document: 'Win32 documentation: System Error Codes (1000-1299)',
      url: 'https://learn.microsoft.com/en-us/windows/win32/debug/system-error-codes--1000-1299-',
      says: 'A disabled service cannot be started, nor one that depends on it',
      read: '2026-11-25',
    },
  ],
  examples: {
    bad: [
      { file: 'a.cmd', text: 'sc config HTTP start= disabled\n', at: 'HTTP' },
      { file: 'a.ps1', text: 'Set-Service -Name WAS -StartupType Disabled\n' },
      {
        file: 'a.cmd',
        text: 'reg add HKLM\\SYSTEM\\CurrentControlSet\\Services\\HTTP /v Start /t REG_DWORD /d 4 /f\n',
      },
    ],
    good: [
      { file: 'a.cmd', text: 'sc config HTTP start= demand\nsc config W3SVC start= disabled\n' },
      {
        file: 'a.ps1',
        text: 'Set-Service -Name W3SVC -StartupType Disabled\nSet-Service WAS -StartupType Automatic\n',
      },
      {
        file: 'a.cmd',
        text: 'rem sc config HTTP start= disabled\nreg query HKLM\\SYSTEM\\CurrentControlSet\\Services\\HTTP /v Start\n',
      },
    ],
  },
  check: ({ commands, report }) => {
    for (const { name, arguments: words } of commands) {
      if (name !== 'sc' && name !== 'set-service' && name !== 'reg') continue;
      const line = words.map(({ value }) => value).join(' ');
      const isOff =
        (name === 'sc' && /^config (?:http|was) .*start= ?disabled\b/i.test(line)) ||
        (name === 'set-service' && /-start\w* disabled\b/i.test(line)) ||
        (name === 'reg' && /^add \S+\\services\\(?:http|was) .*\/v start .*\/d (?:4|0x4)\b/i.test(line));
      const at = isOff ? words.find(({ value }) => /(?:^|\\services\\)(?:http|was)$/i.test(value)) : undefined;
      if (!at) continue;
      report({
        at,
        message:
          'W3SVC cannot start without this service, so after the next boot no site runs. To switch IIS off, disable W3SVC instead.',
      });
    }
  },
});
