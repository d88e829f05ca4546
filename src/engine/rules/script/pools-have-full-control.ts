import { accessRule } from '../../scripts/accessRules';
import { defineScriptRule } from '../scriptRule';

const FULL = /^(?:(?:builtin\\)?iis_iusrs|(?:nt authority\\)?iusr):(?:\([a-z]+\))*\(?f\)?$/i;

const MESSAGE =
  'Every application pool may now change files and permissions there. Grant the account of the one pool what it needs.';

export default defineScriptRule({
  id: 'pools-have-full-control',
  severity: 'warning',
  profile: 'recommended',
  title: 'All application pools get full control',
  why: '`IIS_IUSRS` holds every application pool of the server and `IUSR` every anonymous visitor. With full control one broken-into application changes the files and permissions of all others. Grant `IIS APPPOOL\\name` what that one pool needs.',
  sources: [
    {
      document: 'icacls (Windows Commands)',
      url: 'https://learn.microsoft.com/en-us/windows-server/administration/windows-commands/icacls',
      says: 'The letters for permissions and inheritance; /grant takes an account and its permissions',
      read: '2026-11-25',
    },
    {
      document: 'iis-docs: Application Pool Identities',
      url: 'https://learn.microsoft.com/en-us/iis/manage/configuring-security/application-pool-identities',
      says: 'Each pool has an account IIS APPPOOL\\name that permissions can be granted to',
      read: '2026-11-25',
    },
  ],
  examples: {
    bad: [
      {
        file: 'a.ps1',
        text: '$acl.AddAccessRule((New-Object System.Security.AccessControl.FileSystemAccessRule("IIS_IUSRS", "FullControl", "ContainerInherit,ObjectInherit", "None", "Allow")))\n',
      },
      { file: 'a.cmd', text: 'icacls D:\\web /grant IIS_IUSRS:(OI)(CI)F\n', at: 'IIS_IUSRS:(OI)(CI)F' },
      { file: 'a.ps1', text: 'icacls D:\\web /grant "IUSR:(OI)(CI)F" /t\n' },
      { file: 'a.cmd', text: 'icacls "D:\\web" /grant:r "BUILTIN\\IIS_IUSRS:F"\n' },
    ],
    good: [
      {
        file: 'a.ps1',
        text: '$a = New-Object System.Security.AccessControl.FileSystemAccessRule("IIS_IUSRS", "Modify", "Allow")\n$b = New-Object System.Security.AccessControl.FileSystemAccessRule("IIS_IUSRS", "FullControl", "Deny")\n$c = New-Object System.Security.AccessControl.FileSystemAccessRule($user, "FullControl", "Allow")\n',
      },
      {
        file: 'a.cmd',
        text: 'icacls D:\\web /grant IIS_IUSRS:(OI)(CI)RX\nicacls D:\\uploads /grant IIS_IUSRS:(OI)(CI)M\n',
      },
      { file: 'a.cmd', text: 'icacls D:\\web /deny IUSR:F\nrem icacls D:\\web /grant IIS_IUSRS:F\n' },
      { file: 'a.cmd', text: 'icacls D:\\web /grant "IIS APPPOOL\\Shop:(OI)(CI)F"\n' },
    ],
  },
  check: ({ commands, kind, report }) => {
    // A container has one application.
    if (kind === 'dockerfile') return;
    for (const command of commands) {
      const { name, arguments: words } = command;
      const rule = accessRule(command);
      if (rule && FULL.test(`${rule.account}:F`) && /FullControl/i.test(rule.rights))
        report({ at: rule.at, message: MESSAGE });
      if (!/^(?:icacls|cacls)$/.test(name)) continue;
      const from = words.findIndex(({ value }) => /^[-/](?:grant(?::r)?|g)$/i.test(value));
      const at = from < 0 ? undefined : words.slice(from + 1).find(({ value }) => FULL.test(value));
      const isDenied = words.some(({ value }) => /^[-/](?:deny|d)$/i.test(value));
      if (at && !isDenied) report({ at, message: MESSAGE });
    }
  },
});
