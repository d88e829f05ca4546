import type { Knowledge } from '../knowledge/knowledge';
import type { Range } from '../text/range';
import { BEGINNING } from './explain';
import type { Diagnosis, Explained } from './explanation';
import { moveDiagnosis, moveExplained } from './move';
import { ExplainStream, type ExplainedPiece } from './stream';

/** What was found in a stretch of the document that begins with a record; the ranges count from its beginning. */
interface Block {
  readonly length: number;
  readonly found: Explained;
}

/**
 * The records of a document in blocks. Places are worked out only for what somebody asks for: after an edit in a long log
 * all of them have changed, and few are looked at.
 */
export class RecordList {
  readonly #blocks: readonly Block[];
  readonly recordCount: number;
  readonly diagnosisCount: number;

  constructor(blocks: readonly Block[]) {
    this.#blocks = blocks;
    this.recordCount = blocks.reduce((sum, { found }) => sum + found.records.length, 0);
    this.diagnosisCount = blocks.reduce((sum, { found }) => sum + found.diagnoses.length, 0);
  }

  /** The diagnoses that are wanted, in order of place. */
  diagnoses(wanted: (diagnosis: Diagnosis) => boolean): Diagnosis[] {
    return this.#placed(({ diagnoses }, place) => diagnoses.filter(wanted).map((one) => moveDiagnosis(one, place)));
  }

  /** The first records, and the diagnoses of them and of what follows in their block. */
  first(limit: number): Explained {
    let left = limit;
    const blocks = this.#placed((block, place) => {
      if (left <= 0) return [];
      left -= block.records.length;
      return [moveExplained(block, place)];
    });
    const { records, diagnoses } = concatenated(blocks);
    return { records: records.slice(0, limit), explanations: [], diagnoses };
  }

  #placed<T>(read: (found: Explained, place: (offset: number) => number) => readonly T[]): T[] {
    let start = 0;
    return this.#blocks.flatMap(({ length, found }) => {
      const at = start;
      start += length;
      return read(found, (offset) => offset + at);
    });
  }
}

/** A block holds at least so much text: few blocks to compare, and little to read again after an edit. */
const BLOCK = 32_000;
/** So much is read before other work gets its turn. */
const PIECE = 250_000;

/**
 * The event records of a document that changes. After an edit only the block around it is read again, and the one on
 * either side, as far as the records found there begin where the unchanged ones did; all other blocks are known.
 */
export class DocumentRecords {
  readonly #knowledge: Knowledge;
  readonly #turn: () => Promise<boolean>;
  #text = '';
  #blocks: readonly Block[] = [];
  #list: RecordList | null = null;

  /** @param turn lets other work have its turn; resolves to false when nobody waits for the result any more */
  constructor(knowledge: Knowledge, turn: () => Promise<boolean>) {
    this.#knowledge = knowledge;
    this.#turn = turn;
  }

  /** @returns the records of the text and what is known of them; null when nobody waits for them any more */
  async read(text: string): Promise<RecordList | null> {
    if (this.#list && text === this.#text) return this.#list;
    // The first lines say how all others are to be read.
    const known = text.slice(0, BEGINNING) === this.#text.slice(0, BEGINNING) ? this.#blocks : [];
    const kept = unchanged(this.#text, known, text);
    const blocks = await this.#readBetween(text, known, kept);
    if (!blocks) return null;
    this.#text = text;
    this.#blocks = blocks;
    this.#list = new RecordList(blocks);
    return this.#list;
  }

  async #readBetween(text: string, known: readonly Block[], kept: Kept): Promise<readonly Block[] | null> {
    // A record may reach from the block before into the changed one, and from there into the next.
    const before = known.slice(0, Math.max(0, kept.before - 1));
    const from = lengthOf(before);
    for (let behind = Math.max(0, kept.behind - 1); ; behind = Math.floor(behind / 2)) {
      const after = known.slice(known.length - behind);
      const to = text.length - lengthOf(after);
      // The record that begins the block behind has to be found there again.
      const seen = Math.min(text.length, to + (after[0]?.length ?? 0));
      const found = await this.#readStretch(text.slice(from, seen), from === 0 ? undefined : text.slice(0, BEGINNING));
      if (!found) return null;
      if (behind === 0) return [...before, ...inBlocks(found, seen - from)];
      if (found.records.some(({ start }) => start === to - from))
        return [...before, ...inBlocks(upTo(found, to - from), to - from), ...after];
    }
  }

  async #readStretch(text: string, beginning: string | undefined): Promise<Explained | null> {
    const stream = new ExplainStream(this.#knowledge, {
      onlyRecords: true,
      window: PIECE,
      ...(beginning !== undefined && { beginning }),
    });
    const pieces: Explained[] = [];
    const add = (piece: ExplainedPiece): void => {
      pieces.push(moveExplained(piece, (offset) => piece.read.origin + offset));
    };
    for (let at = 0; at < text.length; at += PIECE) {
      const piece = await stream.push(text.slice(at, at + PIECE));
      if (piece) add(piece);
      if (!(await this.#turn())) return null;
    }
    add(await stream.end());
    return concatenated(pieces);
  }
}

/** How many blocks at the beginning and at the end of a document are the same in both texts. */
interface Kept {
  readonly before: number;
  readonly behind: number;
}

function unchanged(old: string, blocks: readonly Block[], text: string): Kept {
  let before = 0;
  for (let at = 0; before < blocks.length; before++) {
    const { length } = blocks[before] ?? { length: 0 };
    if (!text.startsWith(old.slice(at, at + length), at)) break;
    at += length;
  }
  let behind = 0;
  const room = Math.min(old.length, text.length) - lengthOf(blocks.slice(0, before));
  for (let so = 0; behind < blocks.length - before; behind++) {
    const { length } = blocks[blocks.length - 1 - behind] ?? { length: 0 };
    so += length;
    if (so > room || !text.endsWith(old.slice(old.length - so, old.length - so + length), text.length - so + length))
      break;
  }
  return { before, behind };
}

/** Cuts what was found into blocks that begin with a record. */
function inBlocks(found: Explained, length: number): Block[] {
  const cuts = [0];
  for (const { start } of found.records) if (start - (cuts.at(-1) ?? 0) >= BLOCK) cuts.push(start);
  return cuts.map((start, i) => {
    const end = cuts[i + 1] ?? length;
    return { length: end - start, found: moveExplained(between(found, start, end), (offset) => offset - start) };
  });
}

const upTo = (found: Explained, end: number): Explained => between(found, 0, end);

const between = ({ records, diagnoses }: Explained, start: number, end: number): Explained => ({
  records: stretch(records, start, end),
  explanations: [],
  diagnoses: stretch(diagnoses, start, end),
});

/** Those of a list in order of place that begin from `start` to before `end`. */
function stretch<R extends Range>(ranges: readonly R[], start: number, end: number): readonly R[] {
  const first = (place: number): number => {
    let low = 0;
    for (let high = ranges.length; low < high;) {
      const middle = (low + high) >> 1;
      if ((ranges[middle]?.start ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return ranges.slice(first(start), first(end));
}

const lengthOf = (blocks: readonly Block[]): number => blocks.reduce((sum, { length }) => sum + length, 0);

const concatenated = (all: readonly Explained[]): Explained => ({
  records: all.flatMap(({ records }) => records),
  explanations: [],
  diagnoses: all.flatMap(({ diagnoses }) => diagnoses),
});
