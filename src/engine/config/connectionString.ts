/** A key and its value in a connection string. */
export interface ConnectionPart {
  /** In lower case, blanks reduced to one. */
  readonly key: string;
  readonly value: string;
  /** Where the part begins in the text. */
  readonly start: number;
}

export type ConnectionFault =
  | { readonly kind: 'noEquals'; readonly start: number; readonly end: number }
  | { readonly kind: 'openQuote'; readonly start: number; readonly end: number };

export interface ConnectionString {
  readonly parts: readonly ConnectionPart[];
  /** The first place at which ADO.NET gives up. */
  readonly fault: ConnectionFault | null;
}

/**
 * Reads a connection string as ADO.NET does: `key=value` parted by semicolons; a value may stand in single or double
 * quotes, and then hold semicolons and, doubled, the quote itself.
 */
export function readConnectionString(text: string): ConnectionString {
  const parts: ConnectionPart[] = [];
  let at = 0;
  while (at < text.length) {
    const skipped = /^[\s;]+/.exec(text.slice(at, at + 1_000));
    if (skipped) {
      at += skipped[0].length;
      continue;
    }
    const start = at;
    const end = endOf(text, start);
    const equals = equalsIn(text, start, end);
    if (equals < 0)
      return { parts, fault: { kind: 'noEquals', start, end: start + text.slice(start, end).trimEnd().length } };
    const key = text.slice(start, equals).replace(/==/g, '=').trim().replace(/\s+/g, ' ').toLowerCase();
    let value = equals + 1;
    while (value < text.length && /\s/.test(text[value] ?? '')) value++;
    const quote = text[value];
    if (quote === '"' || quote === "'") {
      const close = closing(text, value + 1, quote);
      if (close < 0) return { parts, fault: { kind: 'openQuote', start: value, end: text.length } };
      parts.push({
        key,
        value: text
          .slice(value + 1, close)
          .split(quote + quote)
          .join(quote),
        start,
      });
      at = close + 1;
      continue;
    }
    parts.push({ key, value: text.slice(value, end).trim(), start });
    at = end + 1;
  }
  return { parts, fault: null };
}

function endOf(text: string, from: number): number {
  const end = text.indexOf(';', from);
  return end < 0 ? text.length : end;
}

/** The `=` behind the key; two of them stand for one in the key. */
function equalsIn(text: string, start: number, end: number): number {
  for (let at = text.indexOf('=', start); at >= 0 && at < end; at = text.indexOf('=', at + 1)) {
    if (text[at + 1] !== '=') return at;
    at++;
  }
  return -1;
}

function closing(text: string, from: number, quote: string): number {
  for (let at = text.indexOf(quote, from); at >= 0; at = text.indexOf(quote, at + 1)) {
    if (text[at + 1] !== quote) return at;
    at++;
  }
  return -1;
}
