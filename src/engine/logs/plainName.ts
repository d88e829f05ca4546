/** Names as they were written, in their plain form: a log writes the same few ones for ever. */
const plainForms = new Map<string, string>();
/** So many names are kept at most. */
export const REMEMBERED = 5_000;

/** A name in the form in which names are compared: only letters and digits, in lower case. */
export function plainName(name: string): string {
  const known = plainForms.get(name);
  if (known !== undefined) return known;
  const plain = name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  if (plainForms.size >= REMEMBERED) plainForms.clear();
  plainForms.set(name, plain);
  return plain;
}
