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
export function withoutPasteMarks(text: string): string {
  let plain = text;
  if (/[\u2018\u2019\u201C\u201D]/.test(plain))
    plain = plain.replace(/[\u2018\u2019]/g, "'").replace(/[\u201C\u201D]/g, '"');
  if (MAY_HAVE_LINE_MARKS.test(plain))
    plain = plain.replace(LINE_MARKS, (marks) => `\n${' '.repeat(marks.length - 1)}`);
  return MAY_HAVE_MARKS.test(plain) ? plain.replace(MARKS, withoutMark) : plain;
}

function withoutMark(mark: string, at: number, text: string): string {
  const sign = SIGNS[mark.toLowerCase()];
  if (sign) return sign[1] === 'left' ? sign[0].padEnd(mark.length) : sign[0].padStart(mark.length);
  return isPartOfText(mark, text.charAt(at - 1), text.charAt(at + mark.length)) ? mark : ' '.repeat(mark.length);
}

/** `<clsid>` stands for something, `http://*:80/` is an address, and `IWAM_WEB` a name. */
function isPartOfText(mark: string, before: string, behind: string): boolean {
  if (mark.startsWith('<')) return !HTML_TAGS.test(mark);
  if (mark.startsWith('*')) return /[:/.\\'"]/.test(before) || /[:/.'"]/.test(behind);
  return /^_+$/.test(mark) && /\w/.test(before) && /\w/.test(behind);
}

const HTML_TAGS =
  /^<\/?(?:a|b|big|blockquote|br|code|dd|div|dl|dt|em|font|h[1-6]|hr|i|kbd|li|ol|p|pre|q|samp|small|span|strong|sub|sup|table|tbody|td|th|thead|tr|tt|u|ul)(?=[\s/>])/i;
