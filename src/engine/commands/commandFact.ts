import type { Source } from '../knowledge/fact';
import type { Command, Word } from '../scripts/command';

/** What a command does to IIS. All texts are plain sentences of ours in which only `code` in back-ticks is marked up. */
export interface CommandFact {
  /** The command as the field names it, without anything of the document: `net stop WAS`. */
  readonly title: string;
  readonly does: string;
  /** What is different from version to version, the oldest first. */
  readonly versions?: readonly (readonly [versions: string, does: string])[];
  readonly takesDown?: string;
  /** What ran before and does not run afterwards. */
  readonly staysDown?: string;
  /** What this very form of it does beside that: a switch, a missing one. */
  readonly notes?: readonly string[];
  /** The safe way, one command or sentence each. */
  readonly instead?: readonly string[];
  readonly sources: readonly [Source, ...Source[]];
}

/** A fact about a command in a script. */
export interface ExplainedCommand {
  readonly fact: CommandFact;
  /** The words that it is about: the program, its verb, its object. */
  readonly words: readonly Word[];
}

/** Explains the commands of one family; null for all others. */
export type ExplainCommand = (command: Command) => ExplainedCommand | null;

/** The first words of a command: its program and so many arguments. */
export const firstWords = ({ program, arguments: words }: Command, count: number): readonly Word[] => [
  program,
  ...words.slice(0, count),
];
