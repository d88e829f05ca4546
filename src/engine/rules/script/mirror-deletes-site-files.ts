import { defineScriptRule } from '../scriptRule';

export default defineScriptRule({
  id: 'mirror-deletes-site-files',
  severity: 'warning',
  profile: 'recommended',
  title: 'A mirror deletes what the site keeps in its folder',
  why: '`/mir` and `/purge` delete everything in the target that the source does not have: uploads, logs, `App_Data`, the `web.config` of this server, and `app_offline.htm` in the middle of the deployment. Name what stays by `/xd` and `/xf`.',
  sources: [
    {
      document: 'robocopy (Windows Commands)',
      url: 'https://learn.microsoft.com/en-us/windows-server/administration/windows-commands/robocopy',
      says: '/mir deletes what the source does not have; exit codes below 8 are no failures',
      read: '2026-11-25',
    },
  ],
  examples: {
    bad: [
      { file: 'a.cmd', text: 'robocopy build C:\\inetpub\\wwwroot\\shop /mir\n', at: '/mir' },
      { file: 'a.ps1', text: 'robocopy $source "\\\\WEB1\\c$\\inetpub\\wwwroot" /MIR /np\n' },
      { file: 'a.yml', text: 'steps:\n- script: robocopy out D:\\inetpub\\shop /e /purge\n' },
    ],
    good: [
      { file: 'a.cmd', text: 'robocopy build C:\\inetpub\\wwwroot\\shop /mir /xd uploads /xf web.config\n' },
      { file: 'a.cmd', text: 'robocopy C:\\inetpub\\wwwroot D:\\backup /mir\nrobocopy build D:\\out /mir\n' },
      { file: 'a.cmd', text: 'rem robocopy build C:\\inetpub\\wwwroot /mir\nrobocopy build C:\\inetpub\\wwwroot /e\n' },
      { file: 'a.cmd', text: 'robocopy build C:\\inetpub\\wwwroot /mir /l\n' },
    ],
  },
  check: ({ commands, kind, report }) => {
    if (kind === 'dockerfile') return;
    for (const { name, arguments: words } of commands) {
      if (name !== 'robocopy') continue;
      const at = words.find(({ value }) => /^[-/](?:mir|purge)$/i.test(value));
      const [, target] = words.filter(({ value }) => !/^[-/]/.test(value));
      if (!at || !target || !/\\(?:inetpub|wwwroot)(?:\\|$)/i.test(target.value)) continue;
      if (
        words.some(
          ({ value, isLiteral }) => /^[-/](?:xd|xf|l|job:)/i.test(value) || (!isLiteral && /^[@%]/.test(value)),
        )
      )
        continue;
      report({
        at,
        message:
          'This deletes what the site keeps in its folder and the source does not have: uploads, logs, App_Data, its own web.config. Name what stays by /xd and /xf.',
      });
    }
  },
});
