import type { Position, Range } from 'vscode-languageserver';
import type { ConfigDocument } from '../../engine/config/document';
import { LineMap } from '../../engine/text/lineMap';
import type { Range as Place } from '../../engine/text/range';

/** Offsets of a configuration file as lines and characters, both 0-based, also of one that is not open. */
export class Places {
  readonly #lines: LineMap;

  constructor(text: string) {
    this.#lines = new LineMap(text);
  }

  position(offset: number): Position {
    const { line, column } = this.#lines.position(offset);
    return { line: line - 1, character: column - 1 };
  }

  range({ start, end }: Place): Range {
    return { start: this.position(start), end: this.position(end) };
  }
}

const known = new WeakMap<ConfigDocument, Places>();

export function placesOf(document: ConfigDocument): Places {
  let places = known.get(document);
  if (!places) known.set(document, (places = new Places(document.text)));
  return places;
}
