import type { Collector } from './collector';
import { Cursor } from './cursor';
import type { MappedText } from './mappedText';
import type { Separator } from './command';

/** Quotes of either kind that PowerShell takes for the straight ones. */
export const SINGLE = "'\u2018\u2019\u201A\u201B";
export const DOUBLE = '"\u201C\u201D\u201E';
export const VARIABLE = /\$(?:\{[^}\r\n]{1,200}\}|(?:[A-Za-z]{1,20}:)?\w{1,200}|[?^$])/y;

const BLANKS = /(?:[ \t\f\v\u00A0\uFEFF\u0085]|`\r?\n)+/y;
const ENDS = /[\r\n;]+/y;

/** What stands between the words of PowerShell: blanks, comments, continued lines. */
export class PowerShellCursor extends Cursor {
  constructor(
    source: MappedText,
    protected readonly to: Collector,
  ) {
    super(source);
  }

  /** Steps over blanks, comments and continued lines, also over line ends and `;`. */
  protected gap(): void {
    for (;;) {
      this.blanks();
      if (!this.skip(ENDS)) return;
    }
  }

  /** Steps over blanks, comments and continued lines. */
  protected blanks(): void {
    for (;;) {
      this.skip(BLANKS);
      const start = this.at;
      if (this.text[start] === '#') this.at = this.lineEnd();
      else if (this.text.startsWith('<#', start)) {
        const end = this.text.indexOf('#>', start + 2);
        this.at = end < 0 ? this.text.length : end + 2;
      } else return;
      this.to.comment(this.source, start, this.at);
    }
  }

  /** The separator at this place, which is not stepped over. */
  protected separator(): Separator | null {
    const c = this.text[this.at];
    return c === ';' ? c : c === '}' ? 'newline' : this.chainSign();
  }
}
