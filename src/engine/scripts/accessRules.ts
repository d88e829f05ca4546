import type { Command, Word } from './command';

/** A right on files that `New-Object …FileSystemAccessRule` makes ready to be granted. */
export interface AccessRule {
  /** The words from the account on. */
  readonly at: Word;
  readonly account: string;
  /** As written: `FullControl`, `ReadAndExecute, Write`. */
  readonly rights: string;
}

const TYPE = /(?:^|\.)FileSystemAccessRule$/i;
const IN_PARENTHESES = /^\(\s{0,100}(["'])([^"'\r\n]{1,200})\1\s{0,100},\s{0,100}(["'])([^"'\r\n]{1,200})\3/;

/** @returns null where a command makes no such rule, denies by it, or takes account or rights from a variable */
export function accessRule({ name, arguments: words }: Command): AccessRule | null {
  const type = words.findIndex(({ value }) => TYPE.test(value));
  if (name !== 'new-object' || type < 0) return null;
  const [first, ...rest] = words.slice(type + 1).filter(({ value }) => !/^-a/i.test(value));
  if (!first || /["']Deny["']/i.test(first.value) || rest.some(({ value }) => /^Deny$/i.test(value))) return null;
  const [, , inside, , insideRights] = IN_PARENTHESES.exec(first.value) ?? [];
  if (inside !== undefined && insideRights !== undefined) return { at: first, account: inside, rights: insideRights };
  const [second] = rest;
  if (!first.isLiteral || !second?.isListItem || !second.isLiteral) return null;
  return { at: first, account: first.value, rights: second.value };
}
