import {
  AMPERSAND,
  checkCharacters,
  columnIfFirst,
  EQUAL,
  GREATER,
  isBlank,
  isForbidden,
  isLineBreak,
  isQuote,
  LESS,
  matchEnd,
  nameEnd,
  skipBlanks,
  SLASH,
  startsName,
} from './characters';
import type { XmlFaultId } from './faults';
import type { Input } from './input';
import { AttributeNode, type ElementNode } from './tree';

/** From this number of attributes on, names are compared by a set. */
const MANY = 8;

/** `name="` in a value without a closing quote: there the next attribute begins. */
const NEXT_ATTRIBUTE = /[ \t][-.:\w]{1,256}[ \t]{0,8}=[ \t]{0,8}["']/;
/** The same before the quote that only seems to close the value. */
const ENDS_LIKE_ATTRIBUTE = /\s[-.:\w]{1,256}\s{0,8}=\s{0,8}$/;
/** The rest of a value that lacks its opening quote. */
const UP_TO_CLOSING_QUOTE = /[^"'=<>\r\n]{0,4096}["'](?=[\s/>])/y;
const CURLY = /[\u201C-\u201F\u2018-\u201B]([^\u201C-\u201F\u2018-\u201B<>\r\n]{0,4096})[\u201C-\u201F\u2018-\u201B]/y;
/** The next attribute where a value should stand. */
const NAME_AND_EQUALS = /[-.:\w]{1,256}\s{0,8}=/y;

/** Reads start tags, also half-typed ones. */
export class StartTagReader {
  readonly #input: Input;
  readonly #text: string;
  /** The attributes of the tag so far, `#count` of them; what stands behind is left from longer tags. */
  readonly #attributes: AttributeNode[] = [];
  #count = 0;
  /** A fault was reported; what follows up to the next proper attribute comes of it and is not reported again. */
  #lost = false;
  /** The missing end of the tag is the consequence of a fault that was reported. */
  #excused = false;

  // Of the last tag that was read:
  /** Its name or one of its attributes has a colon, or it has an `xmlns`. */
  hasNamespaces = false;
  /** It has its `>`. */
  isClosed = false;
  /** A fault was reported that may have hidden a part of its name or its `/`. */
  isDoubtful = false;

  constructor(input: Input) {
    this.#input = input;
    this.#text = input.text;
  }

  /**
   * Reads the attributes of a start tag into its element, whose `startTagEnd` is then where reading goes on.
   */
  read(element: ElementNode, behindName: number): void {
    const text = this.#text;
    this.#begin(element);
    let at = this.#isBlankOrEnd(behindName) ? behindName : this.#junk(behindName);
    const hasBadName = text.charCodeAt(behindName) === SLASH || at > behindName;
    for (;;) {
      const next = skipBlanks(text, at);
      if (this.#isEnd(next)) {
        at = text.charCodeAt(next) === GREATER ? next + 1 : next;
        break;
      }
      if (text.charCodeAt(next) === SLASH) {
        at = this.#slash(next);
        element.selfClosed = at > 0;
        if (element.selfClosed) break;
        at = next + 1;
      } else if (!startsName(text, next)) at = this.#junk(next);
      else {
        if (next === at) this.#addFirst('missing-blank', next, nameEnd(text, next), next);
        at = this.#attribute(next);
      }
    }
    element.startTagEnd = element.end = at;
    this.isClosed = text.charCodeAt(at - 1) === GREATER;
    if (!this.isClosed && !this.#excused && !this.#lost)
      this.#add('unclosed-tag', element.start, behindName, at, `<${element.name}`);
    this.isDoubtful = hasBadName || this.#lost || !this.isClosed;
    if (this.#count) this.#give(element, at - 1);
  }

  #begin(element: ElementNode): void {
    this.#lost = false;
    this.#excused = false;
    this.hasNamespaces = element.name.includes(':');
  }

  #give(element: ElementNode, noticed: number): void {
    const count = this.#count;
    const attributes = this.#attributes.slice(0, count);
    element.attributes = attributes;
    this.#count = 0;
    const names = count > MANY ? new Set<string>() : null;
    for (let i = 0; i < count; i++) {
      const one = attributes[i];
      if (one && (names ? names.has(one.name) : isAmong(attributes, i)))
        this.#add('duplicate-attribute', one.start, one.nameRange.end, noticed);
      if (one) names?.add(one.name);
    }
  }

  /** Whether a tag ends here: at `>`, at the end of the text, or at a `<` that begins markup, not `<name="value"`. */
  #isEnd(at: number): boolean {
    const text = this.#text;
    if (at >= text.length) return true;
    const unit = text.charCodeAt(at);
    if (unit !== LESS) return unit === GREATER;
    return startsName(text, at + 1) ? !matchEnd(NAME_AND_EQUALS, text, at + 1) : '/!?'.includes(text[at + 1] ?? '?');
  }

  /** Whether a tag ends here without its `>`, as one that is being typed does. */
  #isHalfTyped(at: number): boolean {
    return this.#isEnd(at) && this.#text.charCodeAt(at) !== GREATER;
  }

  #isBlankOrEnd(at: number): boolean {
    const unit = this.#text.charCodeAt(at);
    return isBlank(unit) || unit === SLASH || this.#isEnd(at);
  }

  /** Behind `/>`, also where blanks are between or the `>` is missing; -1 for a slash that ends no tag. */
  #slash(at: number): number {
    const end = skipBlanks(this.#text, at + 1);
    if (this.#isHalfTyped(end)) return at + 1;
    const ends = this.#text.charCodeAt(end) === GREATER;
    if (end > at + 1 || !ends) this.#addFirst('misplaced-slash', at, at + 1, at + 1);
    return ends ? end + 1 : -1;
  }

  /** Passes over what can be neither name nor value, up to the next blank or end of the tag. */
  #junk(start: number): number {
    let end = start + 1;
    if (this.#text.charCodeAt(start) === LESS) this.#excused = true;
    else while (!this.#isBlankOrEnd(end)) end++;
    this.#addBadName(start, end, start);
    return end;
  }

  #addBadName(start: number, end: number, noticed: number): void {
    if (!isForbidden(this.#text, noticed)) this.#addFirst('bad-name', start, end, noticed);
    checkCharacters(this.#text, noticed, end, 'raw', this.#input.faults);
    this.#lost = true;
  }

  #add(id: XmlFaultId, start: number, end: number, noticed: number, found = this.#text.slice(start, end)): void {
    this.#input.faults.add(id, start, end, noticed, found);
  }

  /** Reports a fault unless it comes of the one before. */
  #addFirst(id: XmlFaultId, start: number, end: number, noticed: number): void {
    if (!this.#lost) this.#add(id, start, end, noticed);
    this.#lost = true;
  }

  #attribute(start: number): number {
    const text = this.#text;
    let behindName = nameEnd(text, start);
    const hasJunk = !this.#mayFollowName(behindName);
    if (hasJunk) behindName = this.#junkInName(start, behindName);
    const name = this.#input.name(start, behindName);
    if (name.includes(':') || name === 'xmlns') this.hasNamespaces = true;
    const next = skipBlanks(text, behindName);
    const unit = text.charCodeAt(next);
    if (unit === EQUAL) {
      this.#lost = false;
      const value = skipBlanks(text, next + 1);
      return isQuote(text.charCodeAt(value))
        ? this.#quoted(name, start, value, false)
        : this.#unquoted(name, start, next + 1, value, hasJunk);
    }
    // A name before the next tag or the end is still being typed: the tag is not closed, and that is all.
    if (!this.#isHalfTyped(next)) this.#addFirst('missing-equals', start, behindName, next);
    if (isQuote(unit)) return this.#quoted(name, start, next, true);
    this.#push(name, start, behindName, behindName, behindName);
    return behindName;
  }

  #mayFollowName(at: number): boolean {
    const unit = this.#text.charCodeAt(at);
    if (isQuote(unit)) return this.#text.charCodeAt(at + 1) !== EQUAL;
    return unit === EQUAL || this.#isBlankOrEnd(at);
  }

  #junkInName(start: number, at: number): number {
    let end = at + 1;
    while (!this.#mayFollowName(end)) end++;
    this.#addBadName(start, end, at);
    return end;
  }

  #push(name: string, start: number, valueStart: number, valueEnd: number, end: number): void {
    this.#attributes[this.#count++] = new AttributeNode(this.#text, name, start, valueStart, valueEnd, end);
  }

  #quoted(name: string, start: number, open: number, isReported: boolean): number {
    const text = this.#text;
    const quote = text.charCodeAt(open);
    const from = open + 1;
    let less = -1;
    let lineBreak = -1;
    let isPlain = true;
    let at = from;
    for (; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (unit === quote) break;
      if (unit > GREATER ? unit < 0xd800 : unit >= 0x20 && unit !== LESS && unit !== AMPERSAND) continue;
      if (unit === LESS) {
        if (lineBreak >= 0 && columnIfFirst(text, at) >= 0) break;
        if (less < 0) less = at;
      } else if (isLineBreak(unit)) {
        if (lineBreak < 0) lineBreak = at;
      } else isPlain = false;
    }
    const isClosed = text.charCodeAt(at) === quote && this.#closes(from, at, less >= 0);
    let valueEnd = at;
    this.#lost = isReported || !isClosed;
    if (!isClosed) {
      const stop = less >= 0 ? less : at;
      valueEnd = this.#endOfUnclosed(from, lineBreak >= 0 ? Math.min(lineBreak, stop) : stop);
      const noticed = text.charCodeAt(stop) === quote ? stop + 1 : stop;
      if (!isReported) this.#add('unclosed-quote', open, valueEnd, noticed, name);
      this.#excused = true;
    } else if (less >= 0) this.#add('less-than-in-value', less, less + 1, less, name);
    if (!isPlain) checkCharacters(text, from, valueEnd, 'value', this.#input.faults);
    const end = isClosed ? at + 1 : valueEnd;
    this.#push(name, start, from, valueEnd, end);
    return end;
  }

  #isSlashEnd(at: number): boolean {
    return this.#text.startsWith('/>', at);
  }

  /** Whether a quote is the end of a value, not the beginning of the next one. */
  #closes(from: number, at: number, hasLess: boolean): boolean {
    const text = this.#text;
    const fits = this.#isBlankOrEnd(at + 1);
    if (fits && !hasLess) return true;
    const looksLikeNext = ENDS_LIKE_ATTRIBUTE.test(text.slice(Math.max(from, at - 300), at));
    return !looksLikeNext && (fits || !hasLess);
  }

  /** Where a value without a closing quote ends most likely: before the next attribute or the end of the tag. */
  #endOfUnclosed(from: number, stop: number): number {
    // One unit more, for the quote of `name="`.
    const written = this.#text.slice(from, stop + 1);
    const next = NEXT_ATTRIBUTE.exec(written);
    if (next) return from + next.index;
    const value = written.slice(0, stop - from);
    const trimmed = value.trimEnd();
    const greater = trimmed.endsWith('>') ? trimmed.length - 1 : value.indexOf('>');
    if (greater < 0) return stop;
    const inTag = value.slice(0, value[greater - 1] === '/' ? greater - 1 : greater);
    return from + inTag.trimEnd().length;
  }

  /** @param afterEquals behind the `=`, `at` behind the blanks that follow it */
  #unquoted(name: string, start: number, afterEquals: number, at: number, isReported: boolean): number {
    const text = this.#text;
    if (!this.#isHalfTyped(at)) {
      if (!isReported) this.#add('missing-quotes', start, afterEquals, at, name);
      this.#lost = true;
    }
    if (this.#isEnd(at) || this.#isSlashEnd(at) || (at > afterEquals && matchEnd(NAME_AND_EQUALS, text, at))) {
      this.#push(name, start, afterEquals, afterEquals, afterEquals);
      return afterEquals;
    }
    const curlyEnd = matchEnd(CURLY, text, at);
    const quotedEnd = curlyEnd || matchEnd(UP_TO_CLOSING_QUOTE, text, at);
    let end = quotedEnd || at;
    while (!quotedEnd && !isBlank(text.charCodeAt(end)) && !this.#isEnd(end) && !this.#isSlashEnd(end)) end++;
    checkCharacters(text, at, end, 'value', this.#input.faults);
    this.#push(name, start, curlyEnd ? at + 1 : at, quotedEnd ? end - 1 : end, end);
    return end;
  }
}

function isAmong(attributes: readonly AttributeNode[], i: number): boolean {
  for (let earlier = 0; earlier < i; earlier++) if (attributes[earlier]?.name === attributes[i]?.name) return true;
  return false;
}
