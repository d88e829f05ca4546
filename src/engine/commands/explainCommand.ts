import type { Command } from '../scripts/command';
import { explainAdminScript } from './adminScripts';
import { explainAppcmd } from './appcmd';
import { explainCmdlet } from './cmdlets';
import type { CommandFact, ExplainCommand, ExplainedCommand } from './commandFact';
import { explainIisreset } from './iisreset';
import { explainNetshHttp } from './netshHttp';
import { explainKill } from './processes';
import { explainService } from './services';

const FAMILIES: readonly ExplainCommand[] = [
  explainIisreset,
  explainService,
  explainAppcmd,
  explainKill,
  explainNetshHttp,
  explainAdminScript,
  explainCmdlet,
];

const isPowerShell = ({ shell }: Command): boolean => shell === 'powershell' || shell === 'pwsh';

/** Windows PowerShell has no `&&`: there a restart is said by its own command. */
const inPowerShell = (fact: CommandFact): CommandFact => ({
  ...fact,
  ...(fact.instead && {
    instead: fact.instead.map((one) =>
      one
        .replace(/`net stop (\w+) \/y && net start W3SVC`/g, '`Restart-Service -Name $1 -Force`')
        .replaceAll('%windir%', '& $env:windir'),
    ),
  }),
});

/** What a command of a script does to IIS; null where we know nothing of it. */
export function explainCommand(command: Command): ExplainedCommand | null {
  for (const family of FAMILIES) {
    const found = family(command);
    if (found) return isPowerShell(command) ? { ...found, fact: inPowerShell(found.fact) } : found;
  }
  return null;
}
