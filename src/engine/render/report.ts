import type { ExplainedPiece } from '../explain/stream';

/** Writes what was found in a text, piece by piece, so that the text may be longer than the memory. */
export interface Report {
  /** @returns what can be printed by now */
  add(piece: ExplainedPiece): string;
  /** @returns the rest, piece by piece; nothing at all where nothing was found and the format has no word for that */
  end(): Iterable<string>;
}
