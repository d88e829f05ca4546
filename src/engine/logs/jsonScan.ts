import type { Range } from '../text/range';

/** What is told of JSON while it is read. Ranges of strings lie between their quotes. */
export interface JsonVisitor {
  /** @param key the key it stands under, empty in an array and at the top */
  open(key: string, isArray: boolean, start: number): void;
  /** @param key with where it stands, quotes included */
  value(key: string, keyStart: number, value: Range, isString: boolean): void;
  close(end: number): void;
}

const BEGIN = /\{\s{0,200}"/g;
const LITERAL = /[-+.\w]{1,40}/y;

/** A string that does not end within so much is none: a quote was lost. */
const STRING_LIMIT = 1_000_000;
const DEPTH = 64;

/**
 * Reads every JSON object of a text, whole or cut off, one after the other or among other text. It never fails: where
 * something stands that no JSON has, the objects that are open end there and the search for the next one goes on.
 */
export function scanJson(text: string, visitor: JsonVisitor): void {
  BEGIN.lastIndex = 0;
  for (let begin = BEGIN.exec(text); begin; begin = BEGIN.exec(text))
    BEGIN.lastIndex = scanObject(text, begin.index, visitor);
}

/** @returns where reading goes on */
function scanObject(text: string, start: number, visitor: JsonVisitor): number {
  /** Whether each open bracket is an array. */
  const open: boolean[] = [false];
  let key = '';
  let keyStart = start;
  let at = start + 1;
  visitor.open('', false, start);
  while (open.length) {
    at = behindBlanks(text, at);
    const sign = text[at];
    const inArray = open.at(-1) === true;
    if (sign === '}' || sign === ']') {
      open.pop();
      at++;
      visitor.close(at);
      key = '';
    } else if (sign === '"') {
      const end = stringEnd(text, at + 1);
      if (end < 0) break;
      const colon = inArray || key !== '' ? end + 1 : behindColon(text, end + 1);
      if (inArray || key !== '') {
        visitor.value(key, keyStart, { start: at + 1, end }, true);
        key = '';
      } else if (colon > end + 1) {
        key = text.slice(at + 1, Math.min(end, at + 121));
        keyStart = at;
      } else break;
      at = colon;
    } else if ((sign === '{' || sign === '[') && (inArray || key !== '') && open.length < DEPTH) {
      open.push(sign === '[');
      visitor.open(key, sign === '[', at);
      key = '';
      at++;
    } else {
      const end = inArray || key !== '' ? skip(LITERAL, text, at) : at;
      if (end === at) break;
      visitor.value(key, keyStart, { start: at, end }, false);
      key = '';
      at = end;
    }
  }
  while (open.pop() !== undefined) visitor.close(at);
  return Math.max(at, start + 1);
}

/** Blanks, line ends and commas mean nothing to us. */
function behindBlanks(text: string, at: number): number {
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code !== 44 && code !== 32 && code !== 10 && code !== 13 && code !== 9) break;
  }
  return at;
}

/** Behind the colon of a key; the same place where there is none. */
function behindColon(text: string, at: number): number {
  const colon = behindBlanks(text, at);
  return text[colon] === ':' ? colon + 1 : at;
}

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/** Where a string's closing quote stands; -1 where it has none. */
function stringEnd(text: string, from: number): number {
  for (let quote = text.indexOf('"', from); quote >= 0; quote = text.indexOf('"', quote + 1)) {
    let slashes = 0;
    while (quote - slashes > from && text[quote - slashes - 1] === '\\') slashes++;
    if (quote - from > STRING_LIMIT) return -1;
    if (slashes % 2 === 0) return quote;
  }
  return -1;
}
