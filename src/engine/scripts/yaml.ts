import type { Scalar } from 'yaml';
import { MappedTextBuilder, plainHost, type Host, type MappedText } from './mappedText';

/**
 * The value of a scalar with the place of each of its characters in the document; the parser of YAML tells only where
 * the scalar stands as a whole.
 *
 * @param source the document, as it was parsed
 * @returns null where value and source cannot be brought together: no place is better than a wrong one
 */
export function scalarText(source: string, { range, type, value }: Scalar): MappedText | null {
  if (!range || typeof value !== 'string') return null;
  const [start, end] = range;
  const isBlock = type === 'BLOCK_LITERAL' || type === 'BLOCK_FOLDED';
  const built = new MappedTextBuilder();
  if (isBlock) alignBlock(built, source, start, end, value);
  else if (type === 'QUOTE_DOUBLE') readFlow(built, source, start + 1, end - 1, '"');
  else if (type === 'QUOTE_SINGLE') readFlow(built, source, start + 1, end - 1, "'");
  else readFlow(built, source, start, end, '');
  const host = hosts[type ?? 'PLAIN'] ?? plainHost;
  const mapped = built.build(type === 'PLAIN' && isInFlow(source, start) ? inFlow(host) : host);
  return mapped.text === value ? mapped : null;
}

const inOneLine = (write: (text: string) => string | null): Host => ({
  write: (text) => (/[\r\n]/.test(text) ? null : write(text)),
  canBreak: false,
});

/** Whether a bracket stands before a scalar on its line: a comma or a bracket then ends a plain one. */
const isInFlow = (source: string, start: number): boolean =>
  /[{[]/.test(source.slice(Math.max(source.lastIndexOf('\n', start - 1) + 1, start - 1_000), start));
const inFlow = (host: Host): Host => ({ ...host, write: (text) => (/[,[\]{}]/.test(text) ? null : host.write(text)) });

/** How a value is written in each kind of scalar. */
const hosts: Readonly<Record<string, Host>> = {
  BLOCK_LITERAL: plainHost,
  BLOCK_FOLDED: inOneLine((text) => text),
  QUOTE_DOUBLE: inOneLine((text) => text.replace(/[\\"]/g, '\\$&')),
  QUOTE_SINGLE: inOneLine((text) => text.replaceAll("'", "''")),
  PLAIN: inOneLine((text) => (/^[\s\-?:,[\]{}#&*!|>'"%@`]|:(?:\s|$)|\s#|\s$/.test(text) ? null : text)),
};

/**
 * A block scalar: each of its lines stands in the value without its indentation; what is between two lines in the value
 * is their line end, or a blank where they are folded.
 */
function alignBlock(built: MappedTextBuilder, source: string, start: number, end: number, value: string): void {
  const header = source.indexOf('\n', start);
  if (header < 0 || header >= end) return;
  let lineStart = header + 1;
  let lineEnd = { start: header, end: header + 1 };
  let at = 0;
  let indentation: number | null = null;
  for (const line of source.slice(lineStart, end).split('\n')) {
    const text = line.endsWith('\r') ? line.slice(0, -1) : line;
    indentation ??= text.trim() === '' ? null : indentationOf(text, value);
    const content = indentation === null ? '' : text.slice(indentation);
    if (content !== '') {
      // Between two lines the value has line ends and at most one blank.
      while (at < value.length && /[ \n]/.test(value.charAt(at)) && !value.startsWith(content, at)) {
        built.add(value.charAt(at), lineEnd);
        at++;
      }
      if (!value.startsWith(content, at)) return;
      built.copy(content, lineStart + (indentation ?? 0));
      at += content.length;
    }
    lineEnd = { start: lineStart + text.length, end: Math.min(end, lineStart + line.length + 1) };
    lineStart += line.length + 1;
  }
  for (; at < value.length; at++) built.add(value.charAt(at), lineEnd);
}

/** What the parser took from the first line; the value begins with the rest of it. */
function indentationOf(line: string, value: string): number {
  const first = value.slice(/^\n*/.exec(value)?.[0].length ?? 0);
  const blanks = /^ */.exec(line)?.[0].length ?? 0;
  for (let taken = blanks; taken > 0; taken--) if (first.startsWith(line.slice(taken))) return taken;
  return 0;
}

const SIMPLE_ESCAPES: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  e: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  N: '\u0085',
  _: '\u00a0',
  L: '\u2028',
  P: '\u2029',
};
const CODE_LENGTHS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** A plain or quoted scalar: blanks around line ends are one blank, or one line end less than there are. */
function readFlow(built: MappedTextBuilder, source: string, start: number, end: number, quote: '"' | "'" | ''): void {
  const fold = /[ \t]*\r?\n\s*/y;
  const continued = /\\\r?\n[ \t]*/y;
  for (let at = start; at < end;) {
    const c = source.charAt(at);
    continued.lastIndex = at;
    if (quote === '"' && continued.test(source)) {
      at = continued.lastIndex;
      continue;
    }
    fold.lastIndex = at;
    const [blanks] = /\s/.test(c) ? (fold.exec(source) ?? []) : [];
    if (blanks !== undefined) {
      const breaks = blanks.split('\n').length - 1;
      const range = { start: at, end: Math.min(end, at + blanks.length) };
      if (breaks === 1) built.add(' ', range);
      else built.add('\n'.repeat(breaks - 1), range);
      at += blanks.length;
    } else if (quote === "'" && c === "'") {
      built.add("'", { start: at, end: at + 2 });
      at += 2;
    } else if (quote === '"' && c === '\\') {
      const sign = source.charAt(at + 1);
      const digits = CODE_LENGTHS[sign] ?? 0;
      const code = Number.parseInt(source.slice(at + 2, at + 2 + digits), 16);
      const value = digits && code <= 0x10ffff ? String.fromCodePoint(code) : (SIMPLE_ESCAPES[sign] ?? sign);
      built.add(value, { start: at, end: at + 2 + digits });
      at += 2 + digits;
    } else {
      built.copy(c, at);
      at++;
    }
  }
}
