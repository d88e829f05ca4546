/** A value in DER: its tag, and where its content lies. */
interface Value {
  readonly tag: number;
  readonly start: number;
  readonly end: number;
}

const SEQUENCE = 0x30;
/** A DNS name among the names of a subject (RFC 5280, 4.2.1.6). */
const DNS_NAME = 0x82;

/** The DNS names in the extension "subject alternative names" of a certificate, in DER; empty where it is broken. */
export function dnsNamesOf(der: Uint8Array): string[] {
  const all = valueAt(der, 0, der.length);
  if (all?.tag !== SEQUENCE) return [];
  const names: string[] = [];
  for (let at = all.start; at < all.end;) {
    const value = valueAt(der, at, all.end);
    if (!value) return [];
    if (value.tag === DNS_NAME)
      names.push(String.fromCharCode(...der.subarray(value.start, Math.min(value.end, value.start + 255))));
    at = value.end;
  }
  return names;
}

function valueAt(der: Uint8Array, at: number, limit: number): Value | null {
  const [tag, first] = [der[at], der[at + 1]];
  if (tag === undefined || first === undefined) return null;
  let start = at + 2;
  let length = first;
  if (first > 0x7f) {
    const digits = first & 0x7f;
    if (digits < 1 || digits > 3) return null;
    length = 0;
    for (let i = 0; i < digits; i++) length = length * 256 + (der[start++] ?? 0);
  }
  return start + length <= limit ? { tag, start, end: start + length } : null;
}
