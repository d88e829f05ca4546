/** A text that goes on for as long as wanted. */
export interface HostileText {
  readonly name: string;
  /** At least so many characters of it, or a few less. */
  readonly grow: (length: number) => string;
}

/** A beginning, a piece again and again, an end. */
export function repeated(piece: string, head = '', tail = ''): HostileText {
  const name = [head, piece, tail].filter(Boolean).join(' … ');
  return {
    name: JSON.stringify(name.length > 70 ? `${name.slice(0, 70)}…` : name),
    grow: (length) =>
      head + piece.repeat(Math.max(1, Math.ceil((length - head.length - tail.length) / piece.length))) + tail,
  };
}
