import type { Range } from '../text/range';
import { checkCharacters, columnIfFirst, isBlank, nameEnd, skipBlanks, startsName } from './characters';
import type { Input } from './input';
import type { XmlPiece, XmlPieceKind } from './tree';

const DECLARED = ['version', 'encoding', 'standalone'];
const DECLARABLE: readonly RegExp[] = [/^1\.0$/, /^[A-Za-z][-.\w]*$/, /^(?:yes|no)$/];
const DOCTYPE = '<!DOCTYPE';
const CDATA = '<![CDATA[';
const BROKEN_CDATA = /^<!\[?[A-Z]{0,5}\[/;

/** Reads all that is not a tag, and keeps watch that there is one root element with nothing but comments around it. */
export class Markup {
  readonly #input: Input;
  readonly #text: string;
  readonly #pieces: XmlPiece[];
  /** Where an XML declaration is allowed. */
  declarationAt = 0;
  #roots = 0;
  #hasDoctype = false;
  /** Text outside the root was reported before it, behind it. */
  readonly #reportedOutside = [false, false];

  constructor(input: Input, pieces: XmlPiece[]) {
    this.#input = input;
    this.#text = input.text;
    this.#pieces = pieces;
  }

  /** An element begins outside all others. */
  rootAt(start: number, end: number, name: string): void {
    if (++this.#roots === 2) this.#input.faults.add('second-root', start, end, end, name);
  }

  checkRoot(): void {
    const end = this.#text.length;
    // With another fault that fault explains it.
    if (!this.#roots && this.#input.faults.latest < 0) this.#input.faults.add('no-root', end, end, end);
  }

  /** Text stands outside all elements; reported once before the root and once behind it. */
  outsideRoot(start: number, end: number, noticed: number): void {
    const side = this.#roots ? 1 : 0;
    if (!this.#reportedOutside[side]) this.#input.faults.add('text-outside-root', start, end, noticed);
    this.#reportedOutside[side] = true;
  }

  /** `<!`. Returns where reading goes on. */
  declarationOrComment(start: number, isInRoot: boolean): number {
    const text = this.#text;
    if (text.startsWith('<!--', start)) return this.#comment(start);
    if (text.startsWith(DOCTYPE, start)) return this.#doctype(start);
    if (text.startsWith(CDATA, start)) {
      if (!isInRoot) this.outsideRoot(start, start + CDATA.length, start + CDATA.length - 1);
      return this.#bracketed('cdata', start, CDATA.length, ']]>', 'unclosed-cdata');
    }
    const end = this.#endOfBadMarkup(start);
    // Only after so many units it is certain that this is none of the three.
    this.#input.faults.add('bad-markup', start, start + 2, Math.min(start + DOCTYPE.length - 1, text.length));
    return this.#add('stray', start, end);
  }

  #add(kind: XmlPieceKind, start: number, end: number): number {
    this.#pieces.push({ kind, start, end });
    checkCharacters(this.#text, start, end, 'raw', this.#input.faults);
    return end;
  }

  /** What ends with a certain mark. Without the mark it ends before the next markup. */
  #bracketed(
    kind: XmlPieceKind,
    start: number,
    beginning: number,
    mark: string,
    fault: 'unclosed-comment' | 'unclosed-cdata' | 'unclosed-instruction',
  ): number {
    const found = this.#input.find(mark, start + beginning);
    if (found >= 0) return this.#add(kind, start, found + mark.length);
    this.#input.faults.add(fault, start, start + beginning, this.#text.length);
    const from = start + beginning;
    return this.#add(kind, start, kind === 'comment' ? this.#endOfOpenComment(from) : this.#nextMarkup(from));
  }

  #comment(start: number): number {
    const hyphens = this.#input.find('--', start + 4);
    const end = this.#bracketed('comment', start, 4, '-->', 'unclosed-comment');
    if (hyphens >= 0 && hyphens < end - 3) {
      const isNested = this.#text.startsWith('<!', hyphens - 2) && hyphens - 2 >= start + 4;
      if (isNested) this.#input.faults.add('nested-comment', hyphens - 2, hyphens + 2, hyphens + 2);
      else this.#input.faults.add('double-hyphen', hyphens, hyphens + 2, hyphens + 2);
    }
    return end;
  }

  /** Where something open is given up: the next `<` that begins a start tag or has one of some signs behind it. */
  #nextMarkup(from: number, signs = '/!?'): number {
    const text = this.#text;
    let at = this.#input.find('<', from);
    while (at >= 0 && !startsName(text, at + 1) && !signs.includes(text[at + 1] ?? '<'))
      at = this.#input.find('<', at + 1);
    return at < 0 ? text.length : at;
  }

  /** A comment may speak of tags, so only a tag that begins the comment or a line ends it. */
  #endOfOpenComment(from: number): number {
    let at = this.#nextMarkup(from);
    if (at === skipBlanks(this.#text, from)) return at;
    while (at < this.#text.length && columnIfFirst(this.#text, at) < 0) at = this.#nextMarkup(at + 1);
    return at;
  }

  /** What only lost a character of its beginning still has its end, unless the next of its kind begins before. */
  #endOfBadMarkup(start: number): number {
    const text = this.#text;
    let [mark, next] = ['>', '<'];
    if (text.startsWith('<!-', start)) [mark, next] = ['-->', '<!--'];
    else if (BROKEN_CDATA.test(text.slice(start, start + CDATA.length))) [mark, next] = [']]>', CDATA];
    const end = this.#input.find(mark, start + 2);
    const before = this.#input.find(next, start + 2);
    return end >= 0 && (before < 0 || end < before) ? end + mark.length : this.#nextMarkup(start + 2);
  }

  /** `<?`. Returns where reading goes on. */
  instruction(start: number): number {
    const text = this.#text;
    const from = start + 2;
    const end = nameEnd(text, from);
    const target = text.slice(from, end);
    const next = text.charCodeAt(end);
    const isName = startsName(text, from) && !target.includes(':');
    if (!isName || !(end >= text.length || isBlank(next) || text.startsWith('?>', end))) {
      const behind = Math.max(end, from + 1);
      const bad = target.includes(':') ? from + target.indexOf(':') : startsName(text, from) ? end : from;
      this.#input.faults.add('bad-instruction', start, behind, bad, text.slice(from, behind));
      return this.#bracketed('instruction', start, end - start, '?>', 'unclosed-instruction');
    }
    if (target === 'xml' && start === this.declarationAt) return this.#declaration(start, end);
    const close = this.#bracketed('instruction', start, end - start, '?>', 'unclosed-instruction');
    if (target === 'xml') this.#input.faults.add('misplaced-declaration', start, end, end);
    else if (target.toLowerCase() === 'xml')
      this.#input.faults.add('bad-declaration', start, end, close - 1, '<?xml is written in lower case');
    return close;
  }

  #declaration(start: number, from: number): number {
    const text = this.#text;
    const { faults } = this.#input;
    const mark = this.#input.find('?>', from);
    const less = this.#input.find('<', from);
    const isClosed = mark >= 0 && (less < 0 || mark < less);
    const limit = isClosed ? mark : less < 0 ? text.length : less;
    const wrong = this.#wrongInDeclaration(from, limit);
    if (isClosed) {
      if (wrong) faults.add('bad-declaration', wrong.start, wrong.end, wrong.noticed, wrong.why);
      return this.#add('declaration', start, mark + 2);
    }
    faults.add('unclosed-instruction', start, from, wrong?.noticed ?? limit);
    return this.#add('declaration', start, limit);
  }

  /** The first thing that does not fit in `version="1.0" encoding="utf-8" standalone="yes"`, from behind `<?xml`. */
  #wrongInDeclaration(
    from: number,
    limit: number,
  ): (Range & { readonly noticed: number; readonly why: string }) | null {
    const text = this.#text;
    let expected = 0;
    for (let at = from; ;) {
      const start = skipBlanks(text, at);
      const wrong = (noticed: number, why: string) => ({ start, end: Math.max(noticed, start + 1), noticed, why });
      if (start === limit)
        return expected ? null : { start: from, end: limit, noticed: limit, why: 'it has no version' };
      if (start === at) return wrong(start, 'a blank is missing');
      const behindName = nameEnd(text, start);
      const name = text.slice(start, behindName);
      const which = DECLARED.indexOf(name, expected);
      if (which < 0 || (expected === 0 && which > 0)) return wrong(behindName, `"${name}" is not expected`);
      const equals = skipBlanks(text, behindName);
      if (text[equals] !== '=') return wrong(equals, `${name} has no value`);
      const open = skipBlanks(text, equals + 1);
      const quote = text[open] ?? '';
      if (quote !== '"' && quote !== "'") return wrong(open, `the value of ${name} is not in quotes`);
      const close = this.#input.find(quote, open + 1);
      const question = this.#input.find('?', open + 1);
      if (close < 0 || (question >= 0 && question < close))
        return wrong(question < 0 ? text.length : question, `the value of ${name} has no closing quote`);
      if (!DECLARABLE[which]?.test(text.slice(open + 1, close)))
        return wrong(close, `this value of ${name} is not possible`);
      expected = which + 1;
      at = close + 1;
    }
  }

  #doctype(start: number): number {
    const isMisplaced = this.#hasDoctype || this.#roots > 0;
    this.#hasDoctype = true;
    if (isMisplaced)
      this.#input.faults.add('misplaced-doctype', start, start + DOCTYPE.length, start + DOCTYPE.length - 1);
    // Only the first is taken apart: with many that have no end, each would be read up to the end of the text.
    const end = isMisplaced ? this.#endOfBadMarkup(start) : this.#endOfDoctype(start);
    return this.#add('doctype', start, end);
  }

  /** Quotes hide a `>`, and so do the comments and instructions of an internal subset in `[ ]`. */
  #endOfDoctype(start: number): number {
    const text = this.#text;
    const hyphens: number[] = [];
    let isInSubset = false;
    let at = start + DOCTYPE.length;
    while (at >= 0 && at < text.length) {
      const unit = text[at];
      if (unit === '"' || unit === "'") at = this.#behind(unit, at + 1);
      else if (!isInSubset) {
        if (unit === '>') {
          for (const one of hyphens) this.#input.faults.add('double-hyphen', one, one + 2, one + 2);
          return at + 1;
        }
        if (unit === '<') break;
        isInSubset = unit === '[';
        at++;
      } else if (text.startsWith('<!--', at)) {
        const found = this.#input.find('--', at + 4);
        at = this.#behind('-->', at + 4);
        if (found !== at - 3) hyphens.push(found);
      } else if (text.startsWith('<?', at)) at = this.#behind('?>', at + 2);
      else if (unit === '<') at += text.startsWith('<!-', at) ? 4 : text[at + 1] === '!' ? 3 : 2;
      else {
        isInSubset = unit !== ']';
        at++;
      }
    }
    const noticed = at < 0 ? text.length : at;
    this.#input.faults.add('unclosed-doctype', start, start + DOCTYPE.length, noticed);
    return this.#nextMarkup(start + DOCTYPE.length, '');
  }

  /** Behind the next of a literal, or -1. */
  #behind(what: string, from: number): number {
    const found = this.#input.find(what, from);
    return found < 0 ? -1 : found + what.length;
  }
}
