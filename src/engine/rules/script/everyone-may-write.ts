import { accessRule } from '../../scripts/accessRules';
import { defineScriptRule } from '../scriptRule';

/** An account of everybody, then flags of inheritance, then full, modify or write. */
const WRITES =
  /^(?:everyone|jeder|todos|\*s-1-1-0|(?:nt authority\\)?authenticated users|\*s-1-5-11):(?:\([a-z]+\))*\(?(?:f|m|w|c|[a-z,]*\bw\b[a-z,]*)\)?$/i;

const MESSAGE =
  'Every account may now change what the site runs. Grant reading to the application pool and writing only where uploads go.';

export default defineScriptRule({
  id: 'everyone-may-write',
  severity: 'warning',
  profile: 'recommended',
  title: 'Everyone gets the right to write',
  why: 'Whoever may write into the folder of a site can put a page there that runs commands as the application pool. Grant reading to the pool, and writing only in the folder for uploads, where nothing is executed.',
  sources: [
    {
      document: 'icacls (Windows Commands)',
      url: 'https://learn.microsoft.com/en-us/windows-server/administration/windows-commands/icacls',
      says: 'The letters for permissions and inheritance; /grant takes an account and its permissions',
      read: '2026-11-25',
    },
  ],
  examples: {
    bad: [
      {
        file: 'a.ps1',
        text: 'New-Object System.Security.AccessControl.FileSystemAccessRule -ArgumentList "Everyone", "Modify", "Allow"\n',
      },
      { file: 'a.cmd', text: 'icacls D:\\web /grant Everyone:(OI)(CI)F /t\n', at: 'Everyone:(OI)(CI)F' },
      { file: 'a.ps1', text: 'icacls D:\\web /grant "Everyone:(OI)(CI)M"\n' },
      { file: 'a.cmd', text: 'cacls D:\\web /e /g Everyone:F\n' },
      { file: 'a.cmd', text: 'icacls D:\\web /grant *S-1-1-0:F\n' },
    ],
    good: [
      {
        file: 'a.ps1',
        text: 'New-Object System.Security.AccessControl.FileSystemAccessRule("Everyone", "ReadAndExecute", "Allow")\n',
      },
      {
        file: 'a.cmd',
        text: 'icacls D:\\web /grant "IIS APPPOOL\\Shop:(OI)(CI)RX"\nicacls D:\\web /grant Everyone:(OI)(CI)RX\n',
      },
      { file: 'a.cmd', text: 'icacls D:\\web /remove Everyone\nicacls D:\\web /deny Everyone:W\nicacls D:\\web\n' },
      { file: 'a.cmd', text: 'rem icacls D:\\web /grant Everyone:F\n' },
      {
        file: 'Dockerfile',
        text: 'FROM mcr.microsoft.com/windows/servercore/iis\nRUN icacls C:\\data /grant Everyone:F\n',
      },
    ],
  },
  check: ({ commands, kind, report }) => {
    // A container has one application and no other users.
    if (kind === 'dockerfile') return;
    for (const command of commands) {
      const { name, arguments: words } = command;
      const rule = accessRule(command);
      if (rule && WRITES.test(`${rule.account}:F`) && /FullControl|Modify|Write/i.test(rule.rights))
        report({ at: rule.at, message: MESSAGE });
      if (!/^(?:icacls|cacls|xcacls)$/.test(name)) continue;
      let isGrant = false;
      for (const word of words) {
        if (/^[-/]/.test(word.value)) isGrant = /^[-/](?:grant(?::r)?|g|p)$/i.test(word.value);
        else if (isGrant && WRITES.test(word.value)) report({ at: word, message: MESSAGE });
      }
    }
  },
});
