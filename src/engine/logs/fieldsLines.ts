import { isHeader, layoutOfHeader, type FieldLayout } from './fieldLayout';

/** Directives of a log, and the lines of a paste before them, are never longer. */
const HEADER_REACH = 2_000;
/** No more signs of a paste stand before the word in its line. */
const LEAD_REACH = 16;
const WORD = 'Fields:';

/**
 * Where the `#Fields:` lines of a text stand: found by one search, however many places are asked for. It is a search for
 * the word forwards, which costs a small part of one backwards from each place.
 */
export class FieldsLines {
  readonly #text: string;
  /** Where the `#` stands in each of them; found with the first question, which few lines of other logs lead to. */
  #places: readonly number[] | null = null;
  readonly #layouts = new Map<number, FieldLayout | null>();

  constructor(text: string) {
    this.#text = text;
  }

  /** Whether they are those of this very text. */
  isOf(text: string): boolean {
    return this.#text === text;
  }

  /**
   * The layout that is valid at a place: null where it is of the log of something else; undefined where no such line
   * stands above.
   */
  layoutAbove(offset: number): FieldLayout | null | undefined {
    const place = (this.#places ??= placesIn(this.#text)).findLast((one) => one < offset);
    if (place === undefined) return undefined;
    let layout = this.#layouts.get(place);
    if (layout === undefined) this.#layouts.set(place, (layout = layoutOfHeader(lineOf(this.#text, place).trimEnd())));
    return layout;
  }
}

function placesIn(text: string): readonly number[] {
  const places: number[] = [];
  for (let word = text.indexOf(WORD); word >= 0; word = text.indexOf(WORD, word + 1)) {
    const place = text[word - 1] === ' ' ? word - 2 : word - 1;
    if (text[place] === '#' && isHeader(lineOf(text, place))) places.push(place);
  }
  return places;
}

function lineOf(text: string, place: number): string {
  const from = Math.max(0, place - LEAD_REACH);
  const end = text.indexOf('\n', place);
  return text.slice(
    from + text.slice(from, place).lastIndexOf('\n') + 1,
    Math.min(end < 0 ? text.length : end, place + HEADER_REACH),
  );
}
