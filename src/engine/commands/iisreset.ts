import type { Command } from '../scripts/command';
import { isUnknownSwitch } from '../scripts/iisresetSwitches';
import { firstWords, type CommandFact, type ExplainedCommand } from './commandFact';
import { internals, resetActivity } from './sources';

const sources = [internals, resetActivity] as const;
const VERSIONS = [
  [
    'IIS 5',
    'stops IISADMIN with everything on it and kills what survives of `inetinfo.exe` and `dllhost.exe`; metabase changes that were not saved yet are lost.',
  ],
  [
    'IIS 6',
    'stops IISADMIN with everything on it; where that fails, it opens every process and ends those that hold `iisw3adm.dll`.',
  ],
  [
    'IIS 7 and later',
    'restarts WAS, W3SVC and, where installed, IISADMIN. HTTP.sys, FTPSVC, WMSVC and AppHostSvc go on. Not supported on 7.0 and 7.5.',
  ],
] as const;
const INSTEAD = [
  'One pool: `%windir%\\system32\\inetsrv\\appcmd.exe recycle apppool "NAME"`',
  'All of IIS 7 and later: `net stop WAS /y && net start W3SVC`, then the activators that ran before',
  'All of IIS 6: `net stop IISADMIN /y && net start W3SVC`, then FTP, SMTP and NNTP if they ran',
] as const;
const DOWN = 'Every site and application of the server. Running requests end; what does not stop in time is killed.';

/** What a line of iisreset does, by its switches. */
export function explainIisreset(command: Command): ExplainedCommand | null {
  if (command.name !== 'iisreset') return null;
  const { arguments: words } = command;
  return { fact: factFor(command), words: firstWords(command, words.length) };
}

function factFor({ arguments: words }: Command): CommandFact {
  const has = (name: string): boolean => words.some(({ value }) => new RegExp(`^[-/]${name}$`, 'i').test(value));
  const notes = notesFor(words, has);
  if (words.some(isUnknownSwitch))
    return {
      title: 'iisreset',
      does: 'Shows its help and does nothing: it does not know one of these switches.',
      sources,
    };
  if (has('(?:\\?|h|help)')) return { title: 'iisreset /?', does: 'Shows its help.', sources };
  if (has('status'))
    return { title: 'iisreset /status', does: 'Prints the state of the internet services. Changes nothing.', sources };
  if (has('(?:enable|disable)'))
    return {
      title: has('enable') ? 'iisreset /enable' : 'iisreset /disable',
      does: has('enable')
        ? 'Allows iisreset on this computer again. Restarts nothing.'
        : 'Forbids iisreset on this computer until `/enable`. Restarts nothing; iisreset then ends in "access denied".',
      sources,
    };
  if (has('reboot'))
    return {
      title: 'iisreset /reboot',
      does: 'Reboots the computer.',
      takesDown: 'Everything on the machine, not only IIS.',
      instead: INSTEAD,
      sources,
    };
  if (has('start'))
    return {
      title: 'iisreset /start',
      does: 'Starts the internet services that are stopped. What runs already is left alone.',
      notes,
      instead: ['`net start W3SVC`, which starts WAS and HTTP as well'],
      sources,
    };
  if (has('stop'))
    return {
      title: 'iisreset /stop',
      does: 'Stops the internet services and leaves them stopped until `/start`.',
      versions: VERSIONS,
      takesDown: DOWN,
      staysDown: 'All of it, until `iisreset /start` or a start of each service.',
      notes,
      instead: ['IIS 7 and later: `net stop WAS /y`, and `net start W3SVC` afterwards', INSTEAD[0]],
      sources,
    };
  return {
    title: has('noforce') ? 'iisreset /noforce' : 'iisreset',
    does: 'Stops all internet services and starts them again.',
    versions: VERSIONS,
    takesDown: has('noforce') ? 'Every site and application of the server, while it runs.' : DOWN,
    staysDown:
      'Sessions and caches in memory, and services that it does not know: the activators of WCF depend on WAS, check them.',
    notes,
    instead: INSTEAD,
    sources,
  };
}

function notesFor(words: Command['arguments'], has: (name: string) => boolean): string[] {
  const notes: string[] = [];
  if (has('noforce'))
    notes.push('`/noforce` kills nothing: where a service does not stop in time, the command ends with an error.');
  if (has('rebootonerror'))
    notes.push('`/rebootonerror` reboots the computer when a service does not stop or start: a slow stop is enough.');
  if (words.some(({ value }) => /^[-/]timeout:/i.test(value)))
    notes.push('`/timeout` is how many seconds it waits for a clean stop before it kills or reboots.');
  if (words.some(({ value }) => !/^[-/]/.test(value)))
    notes.push(
      'A name without a slash is another computer, which it reaches by DCOM; you must be an administrator there.',
    );
  return notes;
}
