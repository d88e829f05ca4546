import type { Source } from '../knowledge/fact';
import type { Command } from '../scripts/command';
import { firstWords, type ExplainedCommand } from './commandFact';

const taskkill: Source = {
  document: 'Microsoft Learn: taskkill',
  url: 'https://learn.microsoft.com/windows-server/administration/windows-commands/taskkill',
  says: 'Ends processes by id or image name; /f ends them without asking.',
  read: '2026-11-25',
};
const TOOLS: ReadonlySet<string> = new Set(['taskkill', 'tskill', 'stop-process']);
const W3WP = /^w3wp(?:\.exe)?$/i;

/** What ending the worker processes by name does. */
export function explainKill(command: Command): ExplainedCommand | null {
  const at = TOOLS.has(command.name) ? command.arguments.find(({ value }) => W3WP.test(value)) : undefined;
  if (!at) return null;
  return {
    words: [...firstWords(command, 0), at],
    fact: {
      title: `${command.name === 'stop-process' ? 'Stop-Process' : command.name} w3wp`,
      does: 'Ends the worker processes of all application pools of the server at once.',
      versions: [
        ['IIS 5', 'there is no `w3wp.exe`: applications run in `inetinfo.exe` and `dllhost.exe`.'],
        ['IIS 6 and later', 'a new process starts with the next request, but each of these ends counts as a crash.'],
      ],
      takesDown:
        'Running requests of every application, sessions and caches in memory; applications do not shut down in order.',
      staysDown:
        'A pool that meets its limit of crashes (5 in 5 minutes as shipped) is stopped, and its sites answer 503 until it is started.',
      instead: [
        '`%windir%\\system32\\inetsrv\\appcmd.exe recycle apppool "NAME"`: the new process starts before the old one ends',
        'Which process is which pool: `%windir%\\system32\\inetsrv\\appcmd.exe list wp`',
      ],
      sources: [taskkill],
    },
  };
}
