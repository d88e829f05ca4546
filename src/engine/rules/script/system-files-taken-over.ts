import { defineScriptRule } from '../scriptRule';

export default defineScriptRule({
  id: 'system-files-taken-over',
  severity: 'warning',
  profile: 'recommended',
  title: 'Files of Windows get another owner',
  why: 'The files below `%windir%` belong to TrustedInstaller, so that only updates change them. Taken over with everything below, they can be replaced by whoever administers the server, and updates may fail. Change the permission of the one file that needs it.',
  sources: [
    {
      document: 'takeown (Windows Commands)',
      url: 'https://learn.microsoft.com/en-us/windows-server/administration/windows-commands/takeown',
      says: '/r works on all files and folders below',
      read: '2026-11-25',
    },
  ],
  examples: {
    bad: [
      {
        file: 'a.cmd',
        text: 'takeown /f C:\\Windows\\System32\\inetsrv /r /d y\n',
        at: 'C:\\Windows\\System32\\inetsrv',
      },
      { file: 'a.ps1', text: 'takeown.exe /F "$env:windir\\System32\\inetsrv" /R\n' },
      { file: 'a.cmd', text: 'takeown /r /f %windir%\\Microsoft.NET\n' },
    ],
    good: [
      {
        file: 'a.cmd',
        text: 'takeown /f D:\\web /r\ntakeown /f C:\\Windows\\System32\\inetsrv\\config\\schema\\rewrite_schema.xml\n',
      },
      { file: 'a.cmd', text: 'rem takeown /f C:\\Windows /r\necho takeown /f C:\\Windows /r\n' },
      { file: 'a.ps1', text: 'Get-Acl C:\\Windows\\System32\\inetsrv\n' },
    ],
  },
  check: ({ commands, report }) => {
    for (const { name, arguments: words } of commands) {
      if (name !== 'takeown' || !words.some(({ value }) => /^[-/]r$/i.test(value))) continue;
      const at = words.find(({ value }) =>
        /^(?:[a-z]:\\windows|%(?:windir|systemroot)%|\$\{?env:(?:windir|systemroot)\}?)(?:\\|$)/i.test(value),
      );
      if (at)
        report({
          at,
          message:
            'This takes all files of Windows below this folder from TrustedInstaller, and updates may fail on them. Change the one file that needs it.',
        });
    }
  },
});
