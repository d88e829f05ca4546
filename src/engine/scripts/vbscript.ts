import type { Collector } from './collector';
import { Cursor } from './cursor';
import { readBatch } from './batch';
import { MappedTextBuilder, OPAQUE, type MappedText } from './mappedText';
import { WordBuilder } from './wordBuilder';

const RUN = /\.(?:run|exec)\b[ \t]*\(?[ \t]*/iy;
const OBJECT = /getobject[ \t]*\([ \t]*/iy;
const STRING = /"(?:[^"\r\n]|""){0,2000}"/y;
const NAME = /[A-Za-z_][\w.]{0,100}(?:\([^()"\r\n]{0,100}\))?/y;
const ASSIGNMENT = /([A-Za-z_]\w{0,60})[ \t]*=[ \t]*(?=")/iy;
const JOINT = /(?:[ \t]|_[ \t]*\r?\n)*[&+](?:[ \t]|_[ \t]*\r?\n)*/y;

/** Reads a script of VBScript: what `WshShell.Run` and `Exec` run, and the objects of IIS that it asks for. */
export function readVbScript(source: MappedText, to: Collector): void {
  new VbScriptReader(source, to).read();
}

class VbScriptReader extends Cursor {
  /** Texts of variables, by their names in lower case. */
  readonly #values = new Map<string, MappedText>();

  constructor(
    source: MappedText,
    private readonly to: Collector,
  ) {
    super(source);
  }

  read(): void {
    while (this.at < this.text.length) {
      const c = this.text[this.at] ?? '';
      const isAfterBlank = !/[\w.]/.test(this.text[this.at - 1] ?? '\n');
      if (c === "'" || (isAfterBlank && this.looksAt(/rem(?=\s)/iy))) {
        const end = this.lineEnd();
        this.to.comment(this.source, this.at, end);
        this.at = end;
      } else if (c === '"') {
        if (!this.skip(STRING)) this.at++;
      } else if (this.skip(RUN)) this.#run();
      else if (isAfterBlank && this.looksAt(OBJECT)) this.#object();
      else if (isAfterBlank && this.#assignment()) continue;
      else if (!this.skip(/[A-Za-z_]\w*/y)) this.at++;
    }
  }

  #run(): void {
    const line = this.#joined();
    if (line) this.to.within(null, () => readBatch(line, this.to));
  }

  /** `GetObject("IIS://…")` becomes a command with the path as its argument. */
  #object(): void {
    const start = this.at;
    this.skip(/getobject/iy);
    const program = new WordBuilder(this.source);
    for (let i = start; i < this.at; i++) program.add(this.text[i] ?? '', i);
    const command = this.to.open('vbscript', program.build(start, this.at), null);
    this.skip(/[ \t]*\([ \t]*/y);
    const from = this.at;
    const path = this.#joined();
    if (path) {
      const parts = path.text.split(new RegExp(`(${OPAQUE})`)).filter((text) => text !== '');
      command.arguments.push({
        ...this.source.range(from, this.at),
        value: path.text,
        parts: parts.map((text) => ({ kind: text === OPAQUE ? 'opaque' : 'text', text })),
        isLiteral: !path.text.includes(OPAQUE),
        isQuoted: true,
        isListItem: false,
        content: path,
      });
    }
    this.to.close(command, null);
  }

  #assignment(): boolean {
    ASSIGNMENT.lastIndex = this.at;
    const [whole, name = ''] = ASSIGNMENT.exec(this.text) ?? [];
    if (whole === undefined) return false;
    this.at += whole.length;
    const value = this.#joined();
    if (value && value.text.length < 1_000) this.#values.set(name.toLowerCase(), value);
    return true;
  }

  /** Strings and variables joined by `&`; what is not known is opaque. Null where none of it is known. */
  #joined(): MappedText | null {
    const built = new MappedTextBuilder();
    let isKnown = false;
    do {
      const start = this.at;
      if (this.skip(STRING)) {
        isKnown = true;
        for (let i = start + 1; i < this.at - 1; i++) {
          const isDoubled = this.text[i] === '"';
          built.add(this.text[i] ?? '', this.source.range(i, i + (isDoubled ? 2 : 1)));
          if (isDoubled) i++;
        }
      } else if (this.skip(NAME)) {
        const value = this.#values.get(this.text.slice(start, this.at).toLowerCase());
        if (value) {
          isKnown = true;
          built.append(value);
        } else built.add(OPAQUE, this.source.range(start, this.at));
      } else break;
    } while (this.skip(JOINT));
    const outer = this.source.host;
    const write = (text: string): string | null =>
      /[\r\n&|<>^]/.test(text) ? null : outer.write(text.replaceAll('"', '""'));
    return isKnown ? built.build({ write, canBreak: false }) : null;
  }
}
