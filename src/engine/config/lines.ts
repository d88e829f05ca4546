import { LineMap } from '../text/lineMap';
import type { ConfigDocument } from './document';

const known = new WeakMap<ConfigDocument, LineMap>();

/** The lines of a document; counted once, however many findings and values are told with theirs. */
export function linesOf(document: ConfigDocument): LineMap {
  let lines = known.get(document);
  if (!lines) known.set(document, (lines = new LineMap(document.text)));
  return lines;
}
