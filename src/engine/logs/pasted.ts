/** Signs of a quote, a list, a table or a comment at the beginning of a line. */
const LINE_MARKS = /\n[ \t]{0,40}(?:(?:>|#|\/\/|--|::|\*|\||;|'|"|rem\b)[ \t]{0,8}){1,6}/gi;
const MAY_HAVE_LINE_MARKS = /\n[ \t]{0,40}[>#/:*|;'"r-]/i;

/**
 * What a paste can put within a line: tags and entities of HTML, escaped line ends of JSON and PowerShell, hard line
 * breaks and emphasis of Markdown.
 */
const MARKS =
  /<\/?[a-z][^<>]{0,80}>|&(?:nbsp|[lr]squo|[lr]dquo|quot|apos|amp|lt|gt|#\d{1,5}|#x[0-9a-f]{1,4});|_x000[DA]_|\\{1,2}r\\{1,2}n|\\(?=\s*(?:\n|$))|`{1,3}|\*{1,3}|_{1,3}/gi;
const MAY_HAVE_MARKS = /[<&_\\`*]/;

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
export const withoutPasteMarks = (text: string): string =>
  replaceMarks(text, (mark, sign, side) => {
    if (sign === '') return (mark.startsWith('\n') ? '\n' : '').padEnd(mark.length);
    return side === 'left' ? sign.padEnd(mark.length) : sign.padStart(mark.length);
  });

/** A piece of text as it was before it was pasted, as far as that can be told. It may be shorter. */
export const beforePaste = (text: string): string =>
  replaceMarks(text, (mark, sign) => {
    if (sign !== '') return sign;
    if (mark.startsWith('\n')) return '\n';
    return /^(?:[*_`\\]+|<\/?[a-z]{1,6}>)$/i.test(mark) && !/^<(?:br|p|div|li|td|tr)/i.test(mark) ? '' : ' ';
  });

/** @param replacement for a mark and the sign that it stands for (empty where for none), which the word is beside of */
function replaceMarks(
  text: string,
  replacement: (mark: string, sign: string, side: 'left' | 'right') => string,
): string {
  let plain = text;
  if (/[\u2018\u2019\u201C\u201D]/.test(plain))
    plain = plain.replace(/[\u2018\u2019]/g, "'").replace(/[\u201C\u201D]/g, '"');
  if (MAY_HAVE_LINE_MARKS.test(plain)) plain = plain.replace(LINE_MARKS, (mark) => replacement(mark, '', 'left'));
  if (!MAY_HAVE_MARKS.test(plain)) return plain;
  return plain.replace(MARKS, (mark: string, at: number, whole: string) => {
    const [sign, side] = SIGNS[mark.toLowerCase()] ?? ['', 'left'];
    const isPart = sign === '' && isPartOfText(mark, whole.charAt(at - 1), whole.charAt(at + mark.length));
    return isPart ? mark : replacement(mark, sign, side);
  });
}

/** `<clsid>` stands for something, `http://*:80/` is an address, and `IWAM_WEB` a name. */
function isPartOfText(mark: string, before: string, behind: string): boolean {
  if (mark.startsWith('<')) return !HTML_TAGS.test(mark);
  if (mark.startsWith('*')) return /[:/.\\'"]/.test(before) || /[:/.'"]/.test(behind);
  return /^_+$/.test(mark) && /\w/.test(before) && /\w/.test(behind);
}

const HTML_TAGS =
  /^<\/?(?:a|b|big|blockquote|br|code|dd|div|dl|dt|em|font|h[1-6]|hr|i|kbd|li|ol|p|pre|q|samp|small|span|strong|sub|sup|table|tbody|td|th|thead|tr|tt|u|ul)(?=[\s/>])/i;
