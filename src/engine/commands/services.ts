import type { Command } from '../scripts/command';
import { hasParameter } from '../scripts/parameters';
import { serviceUses, type ServiceUse } from '../scripts/services';
import type { CommandFact, ExplainedCommand } from './commandFact';
import { serviceFacts } from './serviceFacts';
import { serviceCmdlets } from './sources';

const RESTARTED = '`-Force` stops what runs and depends on it, and starts that again afterwards.';
const TITLES: Readonly<Record<string, string>> = { net: 'net', net1: 'net', sc: 'sc' };

/** What a command does that stops, starts or restarts a service of IIS: net, sc and the commands of PowerShell. */
export function explainService(command: Command): ExplainedCommand | null {
  const use = serviceUses([command]).find(({ service }) => serviceFacts.has(service));
  const about = use && serviceFacts.get(use.service);
  if (!use || !about) return null;
  const isTool = command.name in TITLES;
  const verb = isTool ? command.arguments.find(({ value }) => value.toLowerCase() === use.action) : undefined;
  const words = [command.program, ...(verb ? [verb] : []), use.word];
  const title = isTool
    ? `${TITLES[command.name]} ${use.action} ${about.name}`
    : `${use.action.replace(/^./, (letter) => letter.toUpperCase())}-Service ${about.name}`;
  const notes = notesFor(command, use, about.hasDependents);
  const { stop, start } = about;
  const more = command.name.endsWith('-service') ? [serviceCmdlets] : [];
  if (use.action === 'start') return { words, fact: { ...start, title, notes, sources: [...start.sources, ...more] } };
  if (use.action === 'stop') return { words, fact: { ...stop, title, notes, sources: [...stop.sources, ...more] } };
  const fact: CommandFact = {
    ...stop,
    title,
    does: `${stop.does} Then starts it again.`,
    staysDown: about.hasDependents
      ? 'Dependents that could not be stopped or started in turn: look at their state afterwards.'
      : 'Nothing.',
    notes: hasParameter(command, 'Force') && about.hasDependents ? [...notes, RESTARTED] : notes,
    sources: [...stop.sources, ...more],
  };
  return { words, fact };
}

function notesFor(command: Command, { action, service }: ServiceUse, hasDependents: boolean): string[] {
  const { name, arguments: words } = command;
  const notes: string[] = [];
  if (name === 'sc') {
    notes.push(
      `\`sc\` returns at once, before the service has ${action === 'stop' ? 'stopped: a start right behind it fails' : 'started'}.`,
    );
    if (action === 'stop' && hasDependents) notes.push('`sc` stops no dependents: while one runs, it fails with 1051.');
  } else if ((name === 'net' || name === 'net1') && action === 'stop') {
    if (words.some(({ value }) => /^\/y(?:es)?$/i.test(value)))
      notes.push('`/y` only answers the question about the dependents. It forces nothing.');
    else if (hasDependents)
      notes.push('Without `/y` it asks whether to stop the dependents, and nobody answers in a script.');
  } else if (action !== 'start' && hasDependents && !hasParameter(command, 'Force'))
    notes.push('Without `-Force` it is refused while a service runs that depends on this one.');
  if (service === 'http' && action !== 'start')
    notes.push('Over PowerShell remoting this ends the session, and the rest of the script does not run.');
  return notes;
}
