/**
 * What a paste can put into a message without being part of it: quote and comment signs at the beginning of a line,
 * tags and entities of HTML, escaped line ends of JSON and PowerShell, hard line breaks of Markdown.
 */
const FOREIGN =
  /(?<=\n)[ \t]{0,40}(?:(?:>|#|\/\/|--|::|\*|\||;|'|"|rem\b)[ \t]{0,8}){1,6}|<\/?[a-z][^<>]{0,80}>|&(?:nbsp|[lr]squo|[lr]dquo|quot|apos|amp|lt|gt|#\d{1,5}|#x[0-9a-f]{1,4});|_x000[DA]_|\\{1,2}r\\{1,2}n|\\(?=\s*(?:\n|$))|`{1,3}|(?<![:/.\\'"*])\*{1,3}(?![:/.'"*])|(?<![\w_])_{1,3}|_{1,3}(?![\w_])/gi;
const MAY_BE_FOREIGN = /[<>&\\*_`#|;'"/]|--|::|\nrem/i;

/** Entities that stand for one sign, which is kept at the side where the word is. */
const SIGNS: Readonly<Record<string, readonly [string, 'left' | 'right']>> = {
  '&lsquo;': ["'", 'right'],
  '&rsquo;': ["'", 'left'],
  '&ldquo;': ['"', 'right'],
  '&rdquo;': ['"', 'left'],
  '&quot;': ['"', 'left'],
  '&apos;': ["'", 'left'],
  '&#39;': ["'", 'left'],
  '&amp;': ['&', 'left'],
};

/**
 * A piece of text in which everything that a paste added is replaced by blanks, and typographic quotes by plain ones.
 * It has the same length, so that every place in it is the same place in the text.
 */
export function withoutPasteMarks(text: string): string {
  const plain = /[\u2018\u2019\u201C\u201D]/.test(text)
    ? text.replace(/[\u2018\u2019]/g, "'").replace(/[\u201C\u201D]/g, '"')
    : text;
  if (!MAY_BE_FOREIGN.test(plain)) return plain;
  return plain.replace(FOREIGN, (mark: string) => {
    const sign = SIGNS[mark.toLowerCase()];
    if (sign) return sign[1] === 'left' ? sign[0].padEnd(mark.length) : sign[0].padStart(mark.length);
    return isPlaceholder(mark) ? mark : ' '.repeat(mark.length);
  });
}

const HTML_TAGS =
  /^<\/?(?:a|b|big|blockquote|br|code|dd|div|dl|dt|em|font|h[1-6]|hr|i|kbd|li|ol|p|pre|q|samp|small|span|strong|sub|sup|table|tbody|td|th|thead|tr|tt|u|ul)(?=[\s/>])/i;

/** `<clsid>` stands for something in the message, `<br />` does not. */
const isPlaceholder = (mark: string): boolean => mark.startsWith('<') && !HTML_TAGS.test(mark);
