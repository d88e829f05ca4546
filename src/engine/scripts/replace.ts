import type { TextEdit } from '../config/edits';
import type { Command, Separator } from './command';

const isJoined = (separator: Separator | null): boolean => separator === '|';
const isChained = (separator: Separator | null): boolean => separator === '&&' || separator === '||';

/** Whether something uses what the command prints: a pipe, a variable, parentheses. */
export const isUsed = ({ before, after, nesting }: Command): boolean =>
  isJoined(before) || isJoined(after) || nesting.at(-1)?.kind === 'expression';

/** A command replaced by another one in the same language; null where it cannot be written there. */
export function replaceCommand({ host, start, end }: Command, text: string): TextEdit[] | null {
  const written = host.write(text);
  return written === null ? null : [{ start, end, text: written }];
}

/**
 * A command of cmd replaced by several with `&&` between them. What was redirected stays redirected, for all of them.
 */
export function replaceByChain(command: Command, commands: readonly string[], text: string): TextEdit[] | null {
  if (isUsed(command)) return null;
  const chain = commands.join(' && ');
  const redirected = command.redirections.map(({ start, end }) => text.slice(start, end).trim()).join(' ');
  return replaceCommand(command, redirected === '' ? chain : `(${chain}) ${redirected}`);
}

/** A command that has its line to itself replaced by several lines, indented and ended like it. */
export function replaceByLines(command: Command, lines: readonly string[]): TextEdit[] | null {
  if (!command.isAlone || !command.host.canBreak || command.redirections.length || isUsed(command)) return null;
  return replaceCommand(command, lines.join(`${command.lineEnd}${command.indentation}`));
}

/** A command replaced by several statements, on lines of their own where it has one, else behind each other. */
export function replaceByStatements(command: Command, statements: readonly string[]): TextEdit[] | null {
  const asLines = replaceByLines(command, statements);
  if (asLines) return asLines;
  if (command.redirections.length || isUsed(command) || isChained(command.before) || isChained(command.after))
    return null;
  return replaceCommand(command, statements.join('; '));
}

/** A command with more arguments behind its last one. */
export function addArguments(command: Command, text: string): TextEdit[] | null {
  const { host, arguments: words, program, redirections, nesting } = command;
  const around = nesting.at(-1);
  // Its arguments are a list there.
  if (around?.kind === 'argument' && around.of.name === 'start-process') return null;
  // A blank is one in every notation; without it the text is judged as what it is.
  const written = host.write(text);
  const at = (words.at(-1) ?? program).end;
  if (written === null || redirections.some(({ start }) => start < at)) return null;
  return [{ start: at, end: at, text: ` ${written}` }];
}
