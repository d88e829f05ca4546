import type { TextEdit } from '../../config/edits';
import type { Command } from '../../scripts/command';
import { defineScriptRule } from '../scriptRule';

export default defineScriptRule({
  id: 'appcmd-without-path',
  severity: 'warning',
  profile: 'recommended',
  title: 'appcmd is not on the path',
  why: '`appcmd.exe` lies in `%windir%\\system32\\inetsrv`, a folder that is not on the path of Windows. Without its folder the command is not found, and where the script goes on nothing tells that the setting was never made.',
  sources: [
    {
      document: 'iis-docs: Getting Started with AppCmd.exe',
      url: 'https://learn.microsoft.com/en-us/iis/get-started/getting-started-with-iis/getting-started-with-appcmdexe',
      says: 'Command, object and identifier come first, then parameters that begin with a slash; the folder inetsrv is not part of the path',
      read: '2026-11-25',
    },
  ],
  examples: {
    bad: [
      { file: 'a.cmd', text: 'appcmd list site\n', at: 'appcmd' },
      { file: 'a.ps1', text: 'appcmd.exe recycle apppool Shop\n' },
      { file: 'a.yml', text: 'steps:\n- script: appcmd start site "Shop"\n' },
    ],
    good: [
      { file: 'start.ps1', text: 'appcmd list sites\nC:\\ServiceMonitor.exe w3svc\n' },
      { file: 'a.cmd', text: '%windir%\\system32\\inetsrv\\appcmd.exe list site\n' },
      { file: 'a.cmd', text: 'cd /d %windir%\\system32\\inetsrv\nappcmd list site\n' },
      { file: 'a.cmd', text: 'set PATH=%PATH%;%windir%\\system32\\inetsrv\nappcmd list site\n' },
      { file: 'a.md', text: '```cmd\nappcmd list site\n```\n' },
      { file: 'a.cmd', text: 'rem appcmd list site\necho appcmd list site\n' },
      { file: 'a.ps1', text: 'function appcmd { & $tool @args }\nappcmd list site\n' },
    ],
  },
  check: ({ commands, kind, script, report }) => {
    // In a document a person types the command, in the folder that the text names; the image of a container, which
    // ServiceMonitor watches, sets its own path.
    if (
      kind === 'markdown' ||
      /inetsrv|ServiceMonitor\.exe|(?:function|alias|doskey)[^\r\n]{0,40}appcmd/i.test(script.text)
    )
      return;
    const bare = commands.filter(({ name, program }) => name === 'appcmd' && /^appcmd(?:\.exe)?$/i.test(program.value));
    const [first] = bare;
    if (!first) return;
    const edits = bare.map((command) => pathEdit(command, script.text)).filter((edit) => edit !== null);
    report({
      at: first.program,
      message:
        'The folder of appcmd is not on the path, so the command is not found. Write %windir%\\system32\\inetsrv\\appcmd.exe.',
      fixes:
        edits.length === bare.length ? [{ title: 'Write the path of appcmd throughout', edits, isSafe: false }] : [],
    });
  },
});

/** The program with its folder in the language at hand; null where it cannot be written. */
function pathEdit({ shell, program: { start, end, value }, host }: Command, script: string): TextEdit | null {
  if (script.slice(start, end) !== value || shell === 'sh' || shell === 'vbscript') return null;
  const folder = shell === 'batch' ? '%windir%' : '& $env:windir';
  const text = host.write(`${folder}\\system32\\inetsrv\\appcmd.exe`);
  return text === null ? null : { start, end, text };
}
