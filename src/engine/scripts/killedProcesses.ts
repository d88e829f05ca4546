import type { Command, Word } from './command';

/**
 * The processes that a command kills by name.
 *
 * @param before the command before it, which may hand the processes over: `Get-Process w3wp | Stop-Process`
 */
export function killedProcesses(command: Command, before: Command | undefined): readonly Word[] {
  const { name, arguments: words } = command;
  if (name === 'taskkill' || name === 'tskill')
    return words.filter((_, i) => name === 'tskill' || /^[-/]im$/i.test(words[i - 1]?.value ?? ''));
  if (name !== 'stop-process') return [];
  if (command.before === '|' && before?.name === 'get-process') return before.arguments;
  return words.filter(
    (_, i) => /^-(?:n|na|nam|name|processname)$/i.test(words[i - 1]?.value ?? '') || words[i]?.isListItem,
  );
}
