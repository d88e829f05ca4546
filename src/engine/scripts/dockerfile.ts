import { readBatch } from './batch';
import type { Collector } from './collector';
import type { Shell } from './command';
import { Cursor } from './cursor';
import { MappedTextBuilder, plainHost, type MappedText } from './mappedText';
import { readPowerShell } from './powershell';
import { readSh } from './sh';

const INSTRUCTION =
  /[ \t]*(?:onbuild[ \t]+)?(from|shell|run|cmd|entrypoint|healthcheck[^\r\n]*?[ \t]cmd)(?=[ \t])[ \t]*/iy;
const WINDOWS_IMAGE = /windows|nanoserver|servercore|dotnet\/framework|\/iis\b/i;

/** Reads what the instructions of a Dockerfile run, in the shell that holds there. */
export function readDockerfile(source: MappedText, to: Collector): void {
  new DockerReader(source, to).read();
}

class DockerReader extends Cursor {
  #shell: Shell = 'sh';
  /** `# escape=` at the top makes the back-tick continue lines. */
  readonly #escape: string;

  constructor(
    source: MappedText,
    private readonly to: Collector,
  ) {
    super(source);
    this.#escape = /^(?:#[^\r\n]*\r?\n){0,5}?#[ \t]*escape[ \t]*=[ \t]*`/i.test(this.text.slice(0, 1_000)) ? '`' : '\\';
    if (this.#escape === '`') this.#shell = 'batch';
  }

  read(): void {
    while (this.at < this.text.length) {
      this.skip(/\s+/y);
      if (this.text[this.at] === '#') {
        const end = this.lineEnd();
        this.to.comment(this.source, this.at, end);
        this.at = end;
        continue;
      }
      INSTRUCTION.lastIndex = this.at;
      const found = INSTRUCTION.exec(this.text);
      if (found) this.at += found[0].length;
      const body = this.#body();
      if (found) this.#instruction(found[1]?.toLowerCase() ?? '', body);
    }
  }

  /** The rest of an instruction, its continued lines put together and the comments between them left out. */
  #body(): MappedText {
    const built = new MappedTextBuilder();
    for (;;) {
      const start = this.at;
      const end = this.lineEnd();
      const line = this.text.slice(start, end);
      const continues = line.trimEnd().endsWith(this.#escape);
      const kept = continues ? start + line.trimEnd().length - 1 : end;
      built.append(this.source, start, kept);
      this.at = end;
      this.skip(/\r?\n/y);
      if (!continues || this.at >= this.text.length) break;
      built.add(' ', this.source.range(kept, kept + 1));
      while (this.skip(/[ \t]*(?:\r?\n|(?=#))/y))
        if (this.text[this.at] === '#') {
          const to = this.lineEnd();
          this.to.comment(this.source, this.at, to);
          this.at = to;
          this.skip(/\r?\n/y);
        }
    }
    return built.build({ ...plainHost, canBreak: false });
  }

  #instruction(name: string, body: MappedText): void {
    if (name === 'from') {
      this.#shell = WINDOWS_IMAGE.test(body.text) || this.#escape === '`' ? 'batch' : 'sh';
      return;
    }
    const exec = /^\s*(?:--\S+\s+)*\[/.test(body.text) ? execForm(body) : null;
    if (name === 'shell') {
      const [program] = exec ?? [];
      if (program) this.#shell = shellOf(program.text);
      return;
    }
    if (!exec) {
      const options = /^(?:\s*--\S+\s+)*/.exec(body.text)?.[0].length ?? 0;
      const script = new MappedTextBuilder();
      script.append(body, options);
      this.#script(script.build(body.host), this.#shell);
      return;
    }
    // The list runs without a shell; read as a command line of cmd it gives the same words.
    const line = new MappedTextBuilder();
    for (const item of exec) {
      if (item !== exec[0]) line.add(' ', item.range(0, 0));
      const isQuoted = /[\s&|<>^();,=]/.test(item.text) && !item.text.includes('"');
      if (isQuoted) line.add('"', item.range(0, 0));
      line.append(item);
      if (isQuoted) line.add('"', item.range(item.text.length, item.text.length));
    }
    this.#script(line.build(body.host), this.#shell === 'sh' ? 'sh' : 'batch');
  }

  #script(script: MappedText, shell: Shell): void {
    this.to.within(null, () => {
      if (shell === 'batch') readBatch(script, this.to);
      else if (shell === 'sh') readSh(script, this.to);
      else if (shell !== 'vbscript') readPowerShell(script, this.to, shell);
    });
  }
}

/** The items of `["program", "argument"]`. */
function execForm(body: MappedText): MappedText[] | null {
  const items: MappedText[] = [];
  for (const { index, 0: written } of body.text.matchAll(/"(?:[^"\\]|\\.){0,300}"/g)) {
    const item = new MappedTextBuilder();
    for (let at = index + 1; at < index + written.length - 1; at++) {
      const isEscape = body.text[at] === '\\' && /["\\/]/.test(body.text[at + 1] ?? '');
      item.add(body.text[isEscape ? at + 1 : at] ?? '', body.range(at, at + (isEscape ? 2 : 1)));
      if (isEscape) at++;
    }
    const write = (text: string): string | null => (/[\r\n"\\]/.test(text) ? null : text);
    items.push(item.build({ write, canBreak: false }));
  }
  return items.length ? items : null;
}

function shellOf(program: string): Shell {
  const name = program
    .toLowerCase()
    .replace(/^.*[\\/]/, '')
    .replace(/\.exe$/, '');
  if (name === 'powershell' || name === 'pwsh') return name;
  return name === 'cmd' ? 'batch' : 'sh';
}
