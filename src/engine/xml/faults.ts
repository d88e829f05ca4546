import { byPlace, type Range } from '../text/range';

/** What can be wrong with the form of an XML text, each with its sentence for an administrator. */
const MESSAGES = {
  'unclosed-tag': (tag) => `The tag ${tag} is not closed: a ">" is missing.`,
  'unclosed-quote': (name) => `The value of "${name}" has no closing quote.`,
  'missing-equals': (name) => `"${name}" has no value. An attribute is written name="value".`,
  'missing-quotes': (name) => `The value of "${name}" must stand between straight quotes, as in ${name}="value".`,
  'missing-blank': (name) => `A blank is missing before "${name}".`,
  'duplicate-attribute': (name) => `The attribute "${name}" stands twice in this tag.`,
  'bad-name': (found) =>
    `"${found}" is not possible here: names hold letters, digits and ". - _" and begin with a letter.`,
  'misplaced-slash': () => 'A "/" in a tag must stand directly before its ">".',
  'less-than-in-text': () => 'A "<" that begins no tag must be written &lt;.',
  'less-than-in-value': (name) => `The value of "${name}" holds a "<"; it must be written &lt;.`,
  'bare-ampersand': () => 'An "&" must be written &amp;.',
  'unknown-entity': (found) =>
    `${found} is unknown. Only &amp; &lt; &gt; &quot; &apos; and numbers such as &#10; are possible.`,
  'bad-character-number': (found) => `${found} names a character that XML does not allow.`,
  'forbidden-character': (code) => `The character ${code} is not allowed in XML; remove it.`,
  'cdata-end-in-text': () => 'The characters "]]>" in text must be written ]]&gt;.',
  'double-hyphen': () => 'A comment must not hold "--".',
  'nested-comment': () => 'A comment begins inside a comment: the one before has no end, or comments are nested.',
  'unclosed-comment': () => 'The comment has no end: "-->" is missing.',
  'unclosed-cdata': () => 'The CDATA section has no end: "]]>" is missing.',
  'unclosed-instruction': () => 'The processing instruction has no end: "?>" is missing.',
  'unclosed-doctype': () => 'The DOCTYPE has no end: a ">" is missing.',
  'bad-markup': () => '"<!" must begin a comment <!-- -->, a CDATA section or a DOCTYPE.',
  'bad-instruction': (found) => `A processing instruction must begin with a name, as in <?name ?>; "${found}" is none.`,
  'bad-declaration': (why) =>
    `The XML declaration is wrong: ${why}. It should be <?xml version="1.0" encoding="utf-8"?>.`,
  'misplaced-declaration': () =>
    'The XML declaration may stand only at the very beginning: no blank, line or comment before it.',
  'misplaced-doctype': () => 'A DOCTYPE may stand only once, before the root element.',
  'missing-end-tag': (name) => `<${name}> has no end tag: </${name}> is missing.`,
  'missing-slash': (name) => `<${name}> stands where </${name}> is due: its "/" is missing.`,
  'stray-end-tag': (name) => `</${name}> ends nothing: no <${name}> is open here.`,
  'mismatched-end-tag': (name, open) => `</${name}> does not fit: the element that is open here is <${open}>.`,
  'bad-end-tag': () => 'An end tag holds a name and nothing else, as in </name>.',
  'text-outside-root': () => 'Text is not allowed outside the root element.',
  'second-root': (name) => `Only one root element is allowed, and it ended before this <${name}>.`,
  'no-root': () => 'The file has no root element.',
  'unbound-prefix': (prefix) =>
    `The prefix "${prefix}:" is not declared: xmlns:${prefix}="…" is missing on this or an outer element.`,
  'reserved-namespace': (name) => `"${name}" misuses a prefix or namespace that XML keeps for itself.`,
  'empty-namespace': (name) => `${name}="" is not allowed: a prefix must stand for a namespace.`,
} satisfies Readonly<Record<string, (found: string, other: string) => string>>;

export type XmlFaultId = keyof typeof MESSAGES;

/** One fault in the form of an XML text. The range is where it began. */
export interface XmlFault extends Range {
  readonly id: XmlFaultId;
  /** A sentence for people. It may quote the document, so it is escaped like any text of a document. */
  readonly message: string;
  /** Where reading showed it, at or after `start`: for a missing end tag the end of the outer element's end tag. */
  readonly noticed: number;
}

const LONGEST_QUOTATION = 60;
const shortened = (text: string): string =>
  text.length > LONGEST_QUOTATION ? `${text.slice(0, LONGEST_QUOTATION)}…` : text;

/** The faults of a text, up to a number; the rest is only counted. */
export class Faults {
  readonly #found: XmlFault[] = [];
  readonly #most: number;
  leftOut = 0;
  /** The last place at which reading showed a fault. */
  latest = -1;

  constructor(most: number) {
    this.#most = most;
  }

  /**
   * @param id what is wrong
   * @param start where it began, `end` behind it
   * @param noticed where reading showed it
   * @param found what the sentence quotes, and `other`, a second thing
   */
  add(id: XmlFaultId, start: number, end: number, noticed: number, found = '', other = ''): void {
    this.latest = Math.max(this.latest, noticed);
    if (this.#found.length >= this.#most) this.leftOut++;
    else this.#found.push({ id, start, end, noticed, message: MESSAGES[id](shortened(found), shortened(other)) });
  }

  inOrder(): readonly XmlFault[] {
    return this.#found.sort(byPlace);
  }
}
