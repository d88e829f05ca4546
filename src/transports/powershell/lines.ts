/** Cuts what comes into lines. A line of 20 MB in ten thousand pieces is put together once, at its end. */
export class Lines {
  #pieces: string[] = [];

  /** @param heard called with each whole line, without its end */
  constructor(private readonly heard: (line: string) => void) {}

  push(chunk: string): void {
    let from = 0;
    for (let at = chunk.indexOf('\n'); at >= 0; at = chunk.indexOf('\n', from)) {
      this.#pieces.push(chunk.slice(from, at));
      from = at + 1;
      const line = this.#pieces.length === 1 ? (this.#pieces[0] ?? '') : this.#pieces.join('');
      this.#pieces = [];
      this.heard(line.endsWith('\r') ? line.slice(0, -1) : line);
    }
    if (from < chunk.length) this.#pieces.push(from ? chunk.slice(from) : chunk);
  }
}
