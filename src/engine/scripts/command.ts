import type { Range } from '../text/range';
import type { Host, MappedText } from './mappedText';

/** What runs a command: `powershell` is Windows PowerShell up to 5.1, `pwsh` is 7 and later. */
export type Shell = 'batch' | 'powershell' | 'pwsh' | 'vbscript' | 'sh';

/** A piece of a word: text that is known, or an expression, as it is written, whose value is not. */
export interface WordPart {
  readonly kind: 'text' | 'opaque';
  readonly text: string;
}

/** The name of a program or one argument. */
export interface Word extends Range {
  /** As the program gets it, without quotes and escapes; what is opaque stands as it is written. */
  readonly value: string;
  readonly parts: readonly WordPart[];
  /** Whether all of its value is known. */
  readonly isLiteral: boolean;
  /** Whether any of it stands between quotes. */
  readonly isQuoted: boolean;
  /** Whether a comma joins it to the word before it: the items of a list in PowerShell. */
  readonly isListItem: boolean;
  /** Its value with the place of each character, to be read as a script of its own. */
  readonly content: MappedText;
}

/** What stands between two commands; `newline` also at the end of a block. */
export type Separator = '&' | '&&' | '|' | '||' | ';' | 'newline';

/** What a command is inside of. */
export type Nesting =
  | { readonly kind: 'loop' | 'function' | 'try' }
  /** `test` is what follows `if` in batch, as it is written, `if` included; it is not known elsewhere, nor behind `else`. */
  | { readonly kind: 'condition'; readonly test?: string }
  /** Its output is used: it stands in parentheses, in a string, or behind `=`. */
  | { readonly kind: 'expression' }
  /** A block or a text that is an argument of another command: of `cmd /c`, `start`, `Invoke-Command`. */
  | { readonly kind: 'argument'; readonly of: Command };

export interface Redirection extends Range {
  /** `>`, `2>>`, `2>&1`, `<`. */
  readonly operator: string;
  readonly target: string;
}

/** A command in a script. Its range reaches from its program to its last argument; all places are the document's. */
export interface Command extends Range {
  readonly shell: Shell;
  readonly program: Word;
  /**
   * Which program it is, whatever its path: lower case, without `.exe`, aliases of PowerShell written out (`iisreset`,
   * `stop-service`, `adsutil.vbs`); empty where a variable hides it.
   */
  readonly name: string;
  readonly arguments: readonly Word[];
  readonly redirections: readonly Redirection[];
  readonly before: Separator | null;
  readonly after: Separator | null;
  /** The innermost last. */
  readonly nesting: readonly Nesting[];
  /** Whether nothing else stands on its lines but an `@` before it. */
  readonly isAlone: boolean;
  /** The blanks that its line begins with. */
  readonly indentation: string;
  readonly lineEnd: '\n' | '\r\n';
  /** How a replacement is written there. */
  readonly host: Host;
}

/** The commands of a document in the order of the text, and its comments. */
export interface Script {
  readonly text: string;
  readonly commands: readonly Command[];
  /** Their marks included. */
  readonly comments: readonly Range[];
}
