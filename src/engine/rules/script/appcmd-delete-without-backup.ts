import { appcmdUses } from '../../scripts/appcmd';
import { defineScriptRule } from '../scriptRule';

export default defineScriptRule({
  id: 'appcmd-delete-without-backup',
  severity: 'information',
  profile: 'hardening',
  title: 'A site or pool is deleted without a backup',
  why: 'appcmd deletes without asking. `appcmd add backup` keeps the whole configuration of the server first, and `appcmd restore backup` brings it back when the wrong site is gone.',
  sources: [
    {
      document: 'iis-docs: Getting Started with AppCmd.exe, Managing Backups',
      url: 'https://learn.microsoft.com/en-us/iis/get-started/getting-started-with-iis/getting-started-with-appcmdexe',
      says: 'It is a good idea to make a backup with add backup before a change; restore backup brings it back',
      read: '2026-11-25',
    },
  ],
  examples: {
    bad: [
      { file: 'a.cmd', text: '%windir%\\system32\\inetsrv\\appcmd.exe delete site "Shop"\n', at: 'delete site "Shop"' },
      { file: 'a.ps1', text: '& "$env:windir\\system32\\inetsrv\\appcmd.exe" delete apppool "Shop"\n' },
      { file: 'a.cmd', text: '%windir%\\system32\\inetsrv\\appcmd.exe delete site /site.name:Shop\n' },
    ],
    good: [
      {
        file: 'a.cmd',
        text: '%windir%\\system32\\inetsrv\\appcmd.exe add backup before\n%windir%\\system32\\inetsrv\\appcmd.exe delete site "Shop"\n',
      },
      {
        file: 'a.cmd',
        text: '%windir%\\system32\\inetsrv\\appcmd.exe delete vdir "Shop/old"\nrem appcmd delete site Shop\n',
      },
      {
        file: 'Dockerfile',
        text: 'FROM mcr.microsoft.com/windows/servercore/iis\nRUN %windir%\\system32\\inetsrv\\appcmd.exe delete site "Default Web Site"\n',
      },
    ],
  },
  check: ({ commands, kind, report }) => {
    const uses = appcmdUses(commands);
    // What goes wrong while an image is built harms no server.
    if (kind === 'dockerfile' || uses.some(({ verb, object }) => verb === 'add' && object === 'backup')) return;
    for (const { command, verb, object } of uses) {
      const [first] = command.arguments;
      const last = command.arguments.at(-1);
      if (verb === 'delete' && /^(?:site|apppool)$/.test(object) && first && last)
        report({
          at: { start: first.start, end: last.end },
          message: 'This deletes without asking and without a way back. Run appcmd add backup first.',
        });
    }
  },
});
