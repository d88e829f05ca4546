import { RegExpParser, type AST } from '@eslint-community/regexpp';

/**
 * Texts on which a regular expression could take long, derived from the expression itself: before each piece that may
 * repeat what leads there, then a long run of what the piece takes, then something that it does not hope for; and what
 * leads to any piece again and again, without the rest.
 *
 * @param length about the length of each text
 */
export function worstCases(expression: RegExp, length: number): string[] {
  const { pattern } = new RegExpParser().parseLiteral(`${expression}`);
  const writer = new Writer(expression.flags.replace(/[dgy]/g, ''));
  for (const { elements } of pattern.alternatives) writer.walk(elements, '');
  const cases = new Set<string>();
  for (const { before, run } of writer.runs) {
    const text = before + run.repeat(Math.ceil(length / run.length));
    for (const end of ['', '\0', '\n']) cases.add(text + end);
    cases.add(`${text} ${run}`);
  }
  for (const beginning of writer.beginnings) cases.add(beginning.repeat(Math.ceil(length / beginning.length)));
  // Of an expression with hundreds of alternatives some of each kind are enough.
  const step = Math.ceil(cases.size / MOST);
  return [...cases].filter((_, i) => i % step === 0);
}

const MOST = 150;
/** A piece that may repeat so often is worth a run. */
const LONG = 12;
/** One of these is in nearly every class. */
const TRIED = [
  ' ',
  'a',
  '0',
  '\n',
  '-',
  '"',
  'A',
  '_',
  '.',
  '\\',
  ':',
  '(',
  '<',
  '\t',
  '\u00E9',
  '\u05D0',
  '\u4E8B',
  ',',
];
const RUNS_OF_A_CLASS = 4;
const RUNS_OF_A_GROUP = 6;

class Writer {
  readonly runs: { before: string; run: string }[] = [];
  readonly beginnings = new Set<string>();
  readonly #flags: string;

  constructor(flags: string) {
    this.#flags = flags;
  }

  /** @returns what was written before, and behind it the shortest text that the elements take */
  walk(elements: readonly AST.Element[], before: string): string {
    let text = before;
    for (const element of elements) {
      this.#inside(element, text);
      text += this.#shortest(element);
      if (text !== '') this.beginnings.add(text);
    }
    return text;
  }

  #inside(element: AST.Element, before: string): void {
    if (element.type === 'Group' || element.type === 'CapturingGroup' || isAround(element)) {
      for (const { elements } of element.alternatives) this.walk(elements, before);
    } else if (element.type === 'Quantifier') {
      if (element.max >= LONG) for (const run of this.#runsOf(element.element)) this.runs.push({ before, run });
      this.#inside(element.element, before);
    }
  }

  /** What a repeated piece may consist of. */
  #runsOf(element: AST.Element): string[] {
    if (element.type === 'Group' || element.type === 'CapturingGroup') {
      const whole = element.alternatives.map(({ elements }) => elements.map((one) => this.#shortest(one)).join(''));
      const parts = element.alternatives.flatMap(({ elements }) =>
        elements.flatMap((one) => (one.type === 'Quantifier' ? this.#runsOf(one.element) : [])),
      );
      return [...new Set([...whole, ...parts])].filter((run) => run !== '').slice(0, RUNS_OF_A_GROUP);
    }
    const taken = this.#taken(element);
    return taken.length ? taken.slice(0, RUNS_OF_A_CLASS) : [this.#shortest(element) || 'a'];
  }

  #taken({ raw }: AST.Element): string[] {
    const one = new RegExp(`^${raw}$`, this.#flags);
    return TRIED.filter((sign) => one.test(sign));
  }

  /** The shortest text that an element takes, each optional piece of it left out. */
  #shortest(element: AST.Element): string {
    switch (element.type) {
      case 'Character':
        return String.fromCodePoint(element.value);
      case 'Quantifier':
        return this.#shortest(element.element).repeat(element.min);
      case 'Group':
      case 'CapturingGroup':
        return this.#shortestOf(element.alternatives);
      case 'Assertion':
        // What has to stand before is written; what has to follow comes by itself.
        return element.kind === 'lookbehind' && !element.negate ? this.#shortestOf(element.alternatives) : '';
      case 'CharacterSet':
        return this.#taken(element)[0] ?? 'a';
      case 'CharacterClass':
        return this.#taken(element)[0] ?? firstOf(element);
      case 'Backreference':
      case 'ExpressionCharacterClass':
        return '';
    }
  }

  #shortestOf([first]: readonly AST.Alternative[]): string {
    return (first?.elements ?? []).map((element) => this.#shortest(element)).join('');
  }
}

const isAround = (element: AST.Element): element is AST.LookaroundAssertion =>
  element.type === 'Assertion' && (element.kind === 'lookahead' || element.kind === 'lookbehind');

/** A sign of a class that has none of the usual ones. */
function firstOf({ elements: [first] }: AST.CharacterClass): string {
  if (first?.type === 'Character') return String.fromCodePoint(first.value);
  return first?.type === 'CharacterClassRange' ? String.fromCodePoint(first.min.value) : 'a';
}
