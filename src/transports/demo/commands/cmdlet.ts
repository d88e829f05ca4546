import type { Word } from '../../../engine/scripts/command';

/** The arguments of a cmdlet, read as PowerShell binds them. */
export interface CmdletUse {
  /** The values of a parameter, by its full name or what it may be shortened to; undefined where it is absent. */
  readonly parameter: (name: string) => readonly string[] | undefined;
  /** Whether a switch is given. */
  readonly has: (name: string) => boolean;
  /** The first value without a name, a list as its items. */
  readonly positional: readonly string[];
  /** Further values without a name. */
  readonly more: readonly string[];
}

const SWITCHES = new Set(['force', 'raw', 'recurse', 'nonewline', 'passthru', 'confirm', 'whatif', 'verbose']);

/** @param value gives the value of a word */
export function readCmdlet(words: readonly Word[], value: (word: Word) => string): CmdletUse {
  const parameters = new Map<string, string[]>();
  const loose: string[][] = [];
  let open: string[] | null = null;
  let last: string[] | null = null;
  for (const word of words) {
    const text = value(word);
    if (!word.isQuoted && /^-[A-Za-z]/.test(text)) {
      const [name = '', given] = text.slice(1).split(/:(.*)/s);
      const values = given === undefined ? [] : [given];
      parameters.set(name.toLowerCase(), values);
      open = SWITCHES.has(name.toLowerCase()) || given !== undefined ? null : values;
      last = null;
    } else if (word.isListItem && last) last.push(text);
    else if (open) {
      open.push(text);
      last = open;
      open = null;
    } else {
      last = [text];
      loose.push(last);
    }
  }
  const found = (name: string): string[] | undefined =>
    [...parameters].find(([one]) => one !== '' && name.toLowerCase().startsWith(one))?.[1];
  return {
    parameter: found,
    has: (name) => {
      const values = found(name);
      return values !== undefined && values[0]?.toLowerCase() !== '$false';
    },
    positional: loose[0] ?? [],
    more: loose.slice(1).flat(),
  };
}
