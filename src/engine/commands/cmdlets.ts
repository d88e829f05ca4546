import type { Command } from '../scripts/command';
import { firstWords, type CommandFact, type ExplainedCommand } from './commandFact';
import { iisAdministrationFacts } from './iisAdministration';
import { webAdministrationFacts } from './webAdministration';

/** By the names of the commands in lower case. */
const FACTS: ReadonlyMap<string, CommandFact> = new Map(
  [...webAdministrationFacts, ...iisAdministrationFacts].map((fact) => [fact.title.toLowerCase(), fact]),
);

/** What a command of the modules WebAdministration and IISAdministration does. */
export function explainCmdlet(command: Command): ExplainedCommand | null {
  if (command.shell !== 'powershell' && command.shell !== 'pwsh') return null;
  const fact = FACTS.get(command.name);
  return fact ? { fact, words: firstWords(command, 0) } : null;
}
