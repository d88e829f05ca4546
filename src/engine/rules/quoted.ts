import { plainText } from '../render/escape';

/** Text of a document between quotation marks in a message: on one line, shortened, without deceptive characters. */
export const quoted = (text: string, limit = 60): string => `"${plainText(text, limit)}"`;

/** Names as a person lists them: `a, b or c`. */
export function oneOf(names: readonly string[], most = 8): string {
  if (names.length > most) return `${names.slice(0, most).join(', ')} … (${names.length} in all)`;
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} or ${last}`;
}
