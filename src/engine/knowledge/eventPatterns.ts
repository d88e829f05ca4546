import type { NonEmpty } from './fact';

/** Between two words of a message: a wrapped line, the `>` of a quoted mail, the `\` of a Markdown line end, HTML. */
const BLANKS = '(?:[\\s>]|\\\\(?=\\s)|&nbsp;|<br ?/?>){1,80}';
/** Around an insertion: straight, curly or foreign quotes, as JSON or HTML writes them, or none. */
const MARK = '(?:[\'"`\\u2018-\\u201e\\u00b4\\u2032]|\\\\u0027|&(?:[lr]squo|quot|apos|#0?39|#821[67]);)';
const OPENING = `${MARK}?`;
/** A quote of HTML leaves blanks before the full stop: its entity is longer than the sign it stands for. */
const CLOSING = `(?:${MARK}(?: {1,7}(?=[.,;]))?)?`;
const ANY_TEXT = '\\S[\\s\\S]{0,299}?(?<!\\s|[\\s>]>)';
const ONE_WORD = '[^\\s\'"`\\u2018-\\u201e\\u00b4\\u2032&\\\\]{0,255}[^\\s\'"`\\u2018-\\u201e\\u00b4\\u2032&\\\\.,;]';

/**
 * The pattern of an event's message. It runs in linear time, lets blanks be line ends and insertions be quoted or not.
 *
 * @param text the English message, which begins with a word: `<Name>` is an insertion of any text up to the words
 *   behind it (never the last thing of the message), `{Name}` one of a single word, `[a|b]` stands for a or b, `[a|]`
 *   for a or nothing
 */
export function messagePattern(text: string): RegExp {
  const source = text.replace(
    / |<(\w+)>|\{(\w+)\}|[[\]|]|[.*+?^$()\\/]/g,
    (token: string, anyText: string | undefined, oneWord: string | undefined) => {
      if (token === ' ') return BLANKS;
      if (anyText) return `${OPENING}(?<${anyText}>${ANY_TEXT})${CLOSING}`;
      if (oneWord) return `${OPENING}(?<${oneWord}>${ONE_WORD})${CLOSING}`;
      if (token === '[') return '(?:';
      if (token === ']') return ')';
      return token === '|' ? token : `\\${token}`;
    },
  );
  return new RegExp(source, 'i');
}

/**
 * The pattern of codes in the data of an event: `2E050780` and `2e 05 07 80` (bytes, the lowest first), `8007052E`
 * (words), or `0x8007052E` in the prose beside it. A code of Windows is also found without its `8007`, as `2E050000`.
 *
 * @param codes unsigned 32-bit values
 */
export function dataPattern(...codes: NonEmpty<number>): RegExp {
  const alternatives = codes.flatMap((code) => {
    const hex = code.toString(16).padStart(8, '0');
    const bytes = [hex.slice(6), hex.slice(4, 6), hex.slice(2, 4), hex.slice(0, 2)];
    const plain = hex.startsWith('8007') ? [[...bytes.slice(0, 2), '00', '00'].join('\\s?')] : [];
    return [bytes.join('\\s?'), ...plain, `(?:0x)?${hex}`];
  });
  return new RegExp(`(?<![\\da-f])(?:${alternatives.join('|')})(?![\\da-f])`, 'i');
}
