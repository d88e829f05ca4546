import { standsAlone } from './codeShapes';
import { kindsOf, looksLikeFailure, type WrittenCode } from './writtenCode';

/** Bytes of an event's data, each with the place where its digits stand. */
class Bytes {
  readonly #values: number[] = [];
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];

  get length(): number {
    return this.#values.length;
  }

  push(value: number, start: number, end: number): void {
    this.#values.push(value);
    this.#starts.push(start);
    this.#ends.push(end);
  }

  at(index: number): number {
    return this.#values[index] ?? 0;
  }

  /** The 16 bits at an index, lowest byte first. */
  word(index: number): number {
    return this.at(index) | (this.at(index + 1) << 8);
  }

  /** The 32 bits at an index, lowest byte first. */
  dword(index: number): number {
    return (this.word(index) | (this.word(index + 2) << 16)) >>> 0;
  }

  /** Whether all bytes from an index on are zero. */
  emptyFrom(index: number): boolean {
    return this.#values.slice(index).every((value) => value === 0);
  }

  code(index: number, onlyIfKnown: boolean, otherwise?: number): WrittenCode {
    const value = this.dword(index);
    return {
      start: this.#starts[index] ?? 0,
      end: this.#ends[index + 3] ?? 0,
      value,
      kinds: kindsOf(value),
      fromData: true,
      ...(onlyIfKnown && { onlyIfKnown }),
      ...(otherwise !== undefined && { otherwise }),
    };
  }
}

/** As much as the header of a driver's packet and the first number behind it. */
const MOST_BYTES = 44;

/** The element of event XML, or the property of the same name in JSON and lists. */
const BINARY = /\bBinary["'>:=\s]{1,8}(?<digits>[0-9A-F]{8,88})/gi;

/** The first line of a dump, as Event Viewer shows it, in bytes or in words. */
const DUMP = /0000:[ \t]{1,4}(?=[0-9A-F]{2})/gi;

/** The label of the data without a dump's offsets; `the data is the error: 26 27 00 00`. */
const LABELLED =
  /(?:\b(?:data(?:\s{1,3}is\s{1,3}the\s{1,3}error)?|daten|datos|dati|gegevens|dados)|donn[eé]es|данные|数据|データ)\s?[:：]\s{0,20}(?<digits>[0-9A-F]{8}|[0-9A-F]{2}(?: [0-9A-F]{2}){3})(?![0-9A-F])/gi;

/** The end of four bytes in prose: `if it contains 69 05 07 80`. */
const IN_PROSE = / (?:0[0-9A-F]|1[139]) (?:80|C0)(?![0-9A-Z])/gi;

/** Codes in the data of events, where Windows stores the lowest byte first: `0D000780` is 0x8007000D. */
export function findDataCodes(text: string): WrittenCode[] {
  const found: WrittenCode[] = [];
  const add = (code: WrittenCode | null): void => {
    if (code) found.push(code);
  };
  for (const { index, 0: written, groups } of text.matchAll(BINARY)) {
    const digits = groups?.digits ?? '';
    add(codeIn(pairs(digits, index + written.length - digits.length)));
  }
  for (const { index, 0: written } of text.matchAll(DUMP)) {
    if (standsAlone(text, index, index + 5)) add(codeIn(dump(text, index + written.length)));
  }
  for (const { index, 0: written, groups } of text.matchAll(LABELLED)) {
    const digits = groups?.digits ?? '';
    const bytes = pairs(digits, index + written.length - digits.length);
    if (bytes.dword(0) !== 0) add(bytes.code(0, true, digits.includes(' ') ? undefined : Number.parseInt(digits, 16)));
  }
  for (const { index, 0: written } of text.matchAll(IN_PROSE)) add(inProse(text, index + written.length));
  return found;
}

/** The bytes of a run of digits, two a byte, with single blanks between them or none. */
function pairs(digits: string, start: number, bytes = new Bytes()): Bytes {
  for (const { index, 0: pair } of digits.matchAll(/[0-9A-F]{2}/gi))
    bytes.push(Number.parseInt(pair, 16), start + index, start + index + 2);
  return bytes;
}

const DUMP_BYTES = /(?:[0-9A-F]{2}[ \t]){0,15}[0-9A-F]{2}(?![0-9A-F])/iy;
const DUMP_WORDS = /(?:[0-9A-F]{8}[ \t]{1,3}){0,3}[0-9A-F]{8}(?![0-9A-F])/iy;
const NEXT_LINE = /[^\r\n]{0,80}[\r\n\s>]{1,20}00[0-9A-F]{2}:[ \t]{1,4}(?=[0-9A-F]{2})/iy;

/** The bytes of a dump from a place on, line by line. In words the digits of each number stand the other way round. */
function dump(text: string, place: number): Bytes {
  const bytes = new Bytes();
  for (let at = place; bytes.length < MOST_BYTES;) {
    DUMP_WORDS.lastIndex = DUMP_BYTES.lastIndex = at;
    const words = DUMP_WORDS.exec(text)?.[0];
    const line = words ?? DUMP_BYTES.exec(text)?.[0];
    if (line === undefined) break;
    if (words === undefined) pairs(line, at, bytes);
    else
      for (const { index, 0: word } of words.matchAll(/[0-9A-F]{8}/gi))
        for (const shift of [0, 8, 16, 24])
          bytes.push((Number.parseInt(word, 16) >>> shift) & 0xff, at + index, at + index + 8);
    NEXT_LINE.lastIndex = at + line.length;
    if (!NEXT_LINE.test(text)) break;
    at = NEXT_LINE.lastIndex;
  }
  return bytes;
}

/**
 * The code in the data of an event. Four bytes are one number. Of longer data the first number counts: if we know it
 * and it has the shape of a failure, or nothing follows it. What a driver such as HTTP.sys logs begins with a header
 * that carries the event's own number; the error is its final status, or the first number behind it.
 */
function codeIn(bytes: Bytes): WrittenCode | null {
  if (bytes.length < 4) return null;
  const first = bytes.dword(0);
  if (bytes.length >= MOST_BYTES && bytes.word(2) >= 4 && bytes.at(15) >>> 6 === 3 && bytes.at(13) < 0x80) {
    const place = [20, 40].find((index) => looksLikeFailure(bytes.dword(index)));
    return place === undefined ? null : bytes.code(place, false);
  }
  if (first === 0) return null;
  if (bytes.length === 4) return bytes.code(0, !looksLikeFailure(first));
  return looksLikeFailure(first) || bytes.emptyFrom(4) ? bytes.code(0, true) : null;
}

/** Four bytes that end at a place, no part of a longer run of bytes. */
function inProse(text: string, end: number): WrittenCode | null {
  const start = end - 11;
  if (start < 0 || !/^(?:[0-9A-F]{2} ){3}[0-9A-F]{2}$/i.test(text.slice(start, end))) return null;
  if (/[\w:]$|[0-9A-F]{2}\s$/i.test(text.slice(Math.max(0, start - 3), start))) return null;
  if (/^\s[0-9A-F]{2}(?!\w)/i.test(text.slice(end, end + 4))) return null;
  return pairs(text.slice(start, end), start).code(0, true);
}
