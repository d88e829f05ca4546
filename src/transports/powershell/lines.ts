/** A line that is too long to be kept until its end. */
export interface LongLine {
  push(piece: string): void;
  end(): void;
}

/** From so many characters on a line is long. */
const LONG = 262_144;

/** Cuts what comes into lines. */
export class Lines {
  #pieces: string[] = [];
  #length = 0;
  #long: LongLine | null = null;

  /**
   * @param heard called with each whole line, without its end
   * @param long is asked, with its beginning, who takes a long line as it comes; null where `heard` shall have it
   */
  constructor(
    private readonly heard: (line: string) => void,
    private readonly long: (head: string) => LongLine | null = () => null,
  ) {}

  push(chunk: string): void {
    let from = 0;
    for (let at = chunk.indexOf('\n'); at >= 0; at = chunk.indexOf('\n', from)) {
      this.#add(chunk.slice(from, at));
      from = at + 1;
      this.#end();
    }
    if (from < chunk.length) this.#add(from ? chunk.slice(from) : chunk);
  }

  #add(piece: string): void {
    if (this.#long) {
      this.#long.push(piece);
      return;
    }
    this.#pieces.push(piece);
    const before = this.#length;
    this.#length += piece.length;
    if (before > LONG || this.#length <= LONG) return;
    // Asked once a line: when it becomes a long one.
    const head = this.#pieces.join('');
    this.#long = this.long(head);
    if (this.#long) this.#pieces = [];
  }

  #end(): void {
    const [line, long] = [this.#pieces.join(''), this.#long];
    [this.#pieces, this.#length, this.#long] = [[], 0, null];
    if (long) long.end();
    else this.heard(line.endsWith('\r') ? line.slice(0, -1) : line);
  }
}
