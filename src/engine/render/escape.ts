/**
 * Characters that turn, hide or re-order text, and other controls: what a document could use to make a reader see
 * something else than what stands there.
 */
const DECEPTIVE = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u061C\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF]/g;

/** Text of a document on one line, without deceptive characters, shortened in the middle of nothing: for any output. */
export function plainText(text: string, limit = 200): string {
  const line = text.replace(DECEPTIVE, '').replace(/\s+/g, ' ').trim();
  return line.length > limit ? `${line.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/, '')}…` : line;
}

/** Text that keeps its lines; each deceptive character stands as its number, `[U+202E]`, so that nothing hides. */
export const visibleText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(DECEPTIVE, (sign) => `[U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}]`);

/** Data as JSON on which a terminal and a reader can rely as well: deceptive characters are written as their numbers. */
export const jsonText = (data: unknown, indent?: number): string =>
  JSON.stringify(data, null, indent).replace(
    DECEPTIVE,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** Text of a document as Markdown code: the only way it gets into a hover or a page. Nothing in it becomes a link or markup. */
export function markdownCode(text: string, limit?: number): string {
  const line = plainText(text, limit);
  const fence = fenceFor(line, 1);
  const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${line}${pad}${fence}`;
}

/**
 * Text of a document as a fenced block of Markdown, its lines kept. Nothing in it becomes a link or markup.
 *
 * @param limit in characters; what is cut off behind it is counted on a line of its own
 */
export function markdownBlock(text: string, limit: number): string {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .replace(DECEPTIVE, '')
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd();
  const left = lines.length - limit;
  const kept = left > 0 ? lines.slice(0, limit).replace(/[\uD800-\uDBFF]$/, '') : lines;
  const fence = fenceFor(kept, 3);
  const cut = left > 0 ? [`… (${left} more characters)`] : [];
  return [`${fence}text`, kept, ...cut, fence].join('\n');
}

/** A fence of back-ticks that a text cannot close. */
const fenceFor = (text: string, least: number): string => {
  let longest = least - 1;
  for (const [ticks] of text.matchAll(/`+/g)) longest = Math.max(longest, ticks.length);
  return '`'.repeat(longest + 1);
};

/** Our own sentences as Markdown: only `code` in back-ticks is markup, everything else is shown as it stands. */
export function markdownSentence(sentence: string): string {
  return sentence
    .split(/(`[^`]*`)/)
    .map((part) => (part.startsWith('`') && part.length > 1 ? part : markdownText(part)))
    .join('');
}

/** Plain text as Markdown, with every sign that means something there escaped. */
export const markdownText = (text: string): string =>
  text
    .replace(/[\\`*_{}[\]()#+!|<>~]/g, '\\$&')
    .replace(/^([ \t]*)([-=])/gm, '$1\\$2')
    .replace(/^([ \t]*\d+)\./gm, '$1\\.')
    .replace(/&(?=#?\w+;)/g, '&amp;')
    .replace(/\b(https?|ftp|file|mailto|command|vscode|data|javascript):/gi, '$1\u200B:')
    .replace(/\bwww\./gi, 'www\u200B.');

/** A line of a document where every character keeps its place: what could deceive stands as a replacement sign. */
export const plainLine = (line: string): string => line.replace(DECEPTIVE_IN_LINE, '\uFFFD');

const DECEPTIVE_IN_LINE = new RegExp(`${DECEPTIVE.source}|[\\n\\v\\f\\r]`, 'g');
