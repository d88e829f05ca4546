import { isMap, isScalar, isSeq, parseDocument, type Scalar } from 'yaml';
import { isReadableYaml, parseYaml, type YamlDocument } from './parseYaml';

/** The trees of longer texts are not kept: they take twenty times the memory of the text. */
const LONGEST_KEPT = 2_500_000;
/** A key in one line may have 1,024 characters. */
const LONGEST_IN_LINE = 1_000;

/** What was replaced: `start` to `end` of the old text; what stands behind it moved by `by`. UTF-16 offsets. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly by: number;
}

/**
 * The documents of a YAML text that is being edited. Parsing a long pipeline takes longer than all the rest of its check,
 * and most edits stay within one scalar: then only that scalar is parsed again.
 */
export class YamlDocuments {
  #text: string | null = null;
  #documents: readonly YamlDocument[] = [];

  /**
   * The documents of a text as {@link parseYaml} reads them; the values and places of their scalars hold until the next
   * call. Where only one scalar has changed since the last call, the same array is returned.
   */
  read(text: string): readonly YamlDocument[] {
    if (!isReadableYaml(text)) {
      this.#text = null;
      return [];
    }
    if (this.#text === null || !changeScalar(this.#documents, this.#text, text)) this.#documents = parseYaml(text);
    this.#text = text.length > LONGEST_KEPT ? null : text;
    return this.#documents;
  }
}

/** Brings the tree up to date where no more than one scalar has changed. @returns false, with the tree as it was: it has */
function changeScalar(documents: readonly YamlDocument[], old: string, text: string): boolean {
  const edit = editBetween(old, text);
  if (edit.start === edit.end && edit.by === 0) return true;
  const scalars: Scalar[] = [];
  for (const { contents } of documents) collectScalars(contents, scalars);
  const changed = scalars.find(({ range }) => range && range[0] < edit.start && edit.end <= range[1]);
  const again = changed && parsedAgain(changed, old, text, edit);
  if (!again) return false;
  changed.value = again.value;
  if (again.source !== undefined) changed.source = again.source;
  for (const { range } of scalars) {
    if (!range) continue;
    for (const i of [0, 1, 2] as const) if (range[i] >= edit.end) range[i] += edit.by;
  }
  return true;
}

function editBetween(old: string, text: string): Edit {
  const shorter = Math.min(old.length, text.length);
  let start = 0;
  while (start < shorter && old.charCodeAt(start) === text.charCodeAt(start)) start++;
  let end = old.length;
  const by = text.length - old.length;
  while (end > start && end + by > start && old.charCodeAt(end - 1) === text.charCodeAt(end + by - 1)) end--;
  return { start, end, by };
}

function collectScalars(node: unknown, to: Scalar[]): void {
  if (isScalar(node)) to.push(node);
  else if (isSeq(node)) for (const item of node.items) collectScalars(item, to);
  else if (isMap(node))
    for (const { key, value } of node.items) {
      collectScalars(key, to);
      collectScalars(value, to);
    }
}

/** A scalar as it is after an edit in it; null where the edit may have changed what is around it. */
function parsedAgain({ type, range, tag }: Scalar, old: string, text: string, edit: Edit): Scalar | null {
  if (!range || tag !== undefined) return null;
  const [start, end] = range;
  const written = text.slice(start, end + edit.by);
  const isBlock = type === 'BLOCK_LITERAL' || type === 'BLOCK_FOLDED';
  if (isBlock ? !staysBlock(old.slice(start, end), written, start, edit) : !staysInLine(type, old, written, end, edit))
    return null;
  const { contents } = parseDocument(`- ${written}`, { logLevel: 'silent', prettyErrors: false });
  const again: unknown = isSeq(contents) && contents.items.length === 1 ? contents.items[0] : null;
  // The scalar must be all of what was parsed, no more and no less.
  return isScalar(again) && again.type === type && again.range?.[0] === 2 && again.range[1] === written.length + 2
    ? again
    : null;
}

/**
 * Whether a block scalar ends where it ended: its header and the first line, which says how far it is indented, begin as
 * before, its last line end is the same one, and each line that the edit touched is indented far enough and not empty.
 */
function staysBlock(old: string, written: string, start: number, edit: Edit): boolean {
  const [head, indentation] = /^[|>][+-]?\r?\n( +)[^\s]/.exec(old) ?? [];
  if (head === undefined || indentation === undefined || start + head.length > edit.start) return false;
  if (!old.endsWith('\n') || start + old.length - 1 < edit.end) return false;
  const from = written.lastIndexOf('\n', edit.start - start - 1) + 1;
  const to = written.indexOf('\n', edit.end + edit.by - start);
  const lines = written.slice(from, to).split('\n');
  return lines.every((line) => line.startsWith(indentation) && line.trim() !== '');
}

/** Whether a scalar in one line, plain or quoted, ends where it ended and is still one. */
function staysInLine(type: Scalar['type'], old: string, written: string, end: number, edit: Edit): boolean {
  const before = old.slice(end + edit.by - written.length, end);
  if (/[\r\n]/.test(before + written) || written.length > LONGEST_IN_LINE) return false;
  if (type !== 'PLAIN') return edit.end < end;
  return /^[A-Za-z](?:[\w ./\\-]*\w)?$/.test(written);
}
