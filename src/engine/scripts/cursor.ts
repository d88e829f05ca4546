import type { Separator } from './command';
import type { MappedText } from './mappedText';

/** A place in a text that moves on; patterns must be sticky. */
export class Cursor {
  protected at = 0;
  protected readonly text: string;

  constructor(protected readonly source: MappedText) {
    this.text = source.text;
  }

  /** Steps over what a pattern matches here; false where it matches nothing. */
  protected skip(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    if (!pattern.test(this.text)) return false;
    this.at = pattern.lastIndex;
    return true;
  }

  protected looksAt(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    return pattern.test(this.text);
  }

  /** Where the line ends, before its line end. */
  protected lineEnd(): number {
    const newline = this.text.indexOf('\n', this.at);
    const end = newline < 0 ? this.text.length : newline;
    return this.text[end - 1] === '\r' && end > this.at ? end - 1 : end;
  }

  /** The separator at this place, which is not stepped over: `&`, `|`, both doubled, or a line end. */
  protected chainSign(): Separator | null {
    const c = this.text[this.at];
    const next = this.text[this.at + 1];
    if (c === '&') return next === '&' ? '&&' : '&';
    if (c === '|') return next === '|' ? '||' : '|';
    return c === '\n' || (c === '\r' && next === '\n') ? 'newline' : null;
  }
}
