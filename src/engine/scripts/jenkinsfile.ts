import type { Collector } from './collector';
import { Cursor } from './cursor';
import { readBatch } from './batch';
import { MappedTextBuilder, OPAQUE, plainHost, type Host, type MappedText } from './mappedText';
import { readPowerShell } from './powershell';
import { readSh } from './sh';

// Blanks stand only behind a sign of their own, so that none can be read in two ways.
const STEP =
  /(bat|powershell|pwsh|sh)\b[ \t]{0,20}(?:\([ \t]{0,20})?(?:\[[ \t]{0,20})?(?:(?!script)\w{1,30}[ \t]{0,20}:[^,'"\r\n]{1,80},[ \t]{0,20}){0,4}(?:script[ \t]{0,20}:[ \t]{0,20})?(?='|"|\$?\/)/y;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** Reads the steps of a Jenkinsfile that run a script: `bat '…'`, `powershell(script: """…""")`. */
export function readJenkinsfile(source: MappedText, to: Collector): void {
  new JenkinsReader(source, to).read();
}

class JenkinsReader extends Cursor {
  constructor(
    source: MappedText,
    private readonly to: Collector,
  ) {
    super(source);
  }

  read(): void {
    while (this.at < this.text.length) {
      if (this.#comment()) continue;
      STEP.lastIndex = this.at;
      const isWord = !/[\w.$]/.test(this.text[this.at - 1] ?? '\n');
      const step = isWord ? STEP.exec(this.text) : null;
      if (step) {
        this.at += step[0].length;
        const script = this.#string();
        this.to.within(null, () => this.#script(step[1] ?? '', script));
      } else if (/['"]/.test(this.text[this.at] ?? '')) this.#string();
      else if (!this.skip(/\w+/y)) this.at++;
    }
  }

  #comment(): boolean {
    const start = this.at;
    if (this.text.startsWith('//', start)) this.at = this.lineEnd();
    else if (this.text.startsWith('/*', start)) {
      const end = this.text.indexOf('*/', start + 2);
      this.at = end < 0 ? this.text.length : end + 2;
    } else return false;
    this.to.comment(this.source, start, this.at);
    return true;
  }

  #script(step: string, script: MappedText): void {
    if (step === 'bat') readBatch(script, this.to);
    else if (step === 'sh') readSh(script, this.to);
    else readPowerShell(script, this.to, step === 'pwsh' ? 'pwsh' : 'powershell');
  }

  /** A string of Groovy; `${…}` and `$name` are opaque between double quotes. */
  #string(): MappedText {
    const quote = this.text[this.at] ?? '';
    const isLong = this.text.startsWith(quote.repeat(3), this.at);
    const close = isLong ? quote.repeat(3) : quote;
    const built = new MappedTextBuilder();
    this.at += close.length;
    while (this.at < this.text.length && !this.text.startsWith(close, this.at)) {
      const c = this.text[this.at] ?? '';
      const start = this.at;
      if (c === '\n' && !isLong) break;
      if (c === '\\') {
        const next = this.text[start + 1] ?? '';
        this.at += 2;
        if (next !== '\n') built.add(ESCAPES[next] ?? next, { start, end: this.at });
      } else if (quote === '"' && this.skip(/\$(?:\{[^}\n]{0,500}\}|[A-Za-z_][\w.]{0,100})/y))
        built.add(OPAQUE, { start, end: this.at });
      else {
        built.copy(c, start);
        this.at++;
      }
    }
    this.at = Math.min(this.text.length, this.at + close.length);
    return built.build(isLong ? longHost(quote) : shortHost(quote));
  }
}

const escaped = (text: string, quote: string): string => {
  const written = text.replace(/\\/g, '\\\\').replaceAll(quote, `\\${quote}`);
  return quote === '"' ? written.replace(/\$/g, '\\$') : written;
};

const longHost = (quote: string): Host => ({ ...plainHost, write: (text) => escaped(text, quote) });
const shortHost = (quote: string): Host => ({
  write: (text) => (/[\r\n]/.test(text) ? null : escaped(text, quote)),
  canBreak: false,
});
