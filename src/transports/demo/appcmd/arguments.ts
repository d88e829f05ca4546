/** A step from an element to one inside it: `processModel`, or `[name='Shop',…]` for an entry of its collection. */
export type Step =
  | { readonly kind: 'child'; readonly name: string }
  | { readonly kind: 'entry'; readonly values: readonly (readonly [name: string, value: string])[] };

/** `/processModel.idleTimeout:00:10:00`, `/+bindings.[protocol='http',…]`, `/xml`. */
export interface Option {
  /** As written, without the mark that begins it. */
  readonly text: string;
  readonly sign: '+' | '-' | null;
  /** What stands before the colon, lower case. */
  readonly name: string;
  readonly steps: readonly Step[];
  /** What stands behind the colon; null where there is none. */
  readonly value: string | null;
}

export interface AppcmdLine {
  /** Lower case. */
  readonly verb: string;
  readonly object: string;
  /** The name of the object; null where none is given. */
  readonly identifier: string | null;
  readonly options: readonly Option[];
  /** A word that cannot be an option; null: none. */
  readonly odd: string | null;
}

export function readAppcmd(words: readonly string[]): AppcmdLine {
  const plain = words.filter((word) => !/^[-/]/.test(word));
  const options = words.filter((word) => /^[-/]/.test(word)).map(readOption);
  const [verb = '', object = '', identifier = null, odd = null] = plain;
  return { verb: verb.toLowerCase(), object: object.toLowerCase(), identifier, options, odd };
}

/** The value of an option; undefined where it is absent. */
export const valueOf = ({ options }: AppcmdLine, ...names: readonly string[]): string | undefined =>
  options.find(({ name, sign }) => sign === null && names.includes(name))?.value ?? undefined;

export const hasOption = ({ options }: AppcmdLine, name: string): boolean =>
  options.some((one) => one.sign === null && one.name === name);

function readOption(word: string): Option {
  const text = word.slice(1);
  const sign = text.startsWith('+') ? '+' : text.startsWith('-') ? '-' : null;
  const body = sign ? text.slice(1) : text;
  const colon = outside(body, ':');
  const path = colon < 0 ? body : body.slice(0, colon);
  return {
    text,
    sign,
    name: path.toLowerCase(),
    steps: readSteps(path),
    value: colon < 0 ? null : body.slice(colon + 1),
  };
}

/** The first place of a character outside brackets and quotes; -1: nowhere. */
function outside(text: string, wanted: string): number {
  let depth = 0;
  let quote = '';
  for (let i = 0; i < text.length; i++) {
    const character = text.charAt(i);
    if (quote) quote = character === quote ? '' : quote;
    else if (depth > 0 && (character === "'" || character === '"')) quote = character;
    else if (character === '[') depth++;
    else if (character === ']') depth--;
    else if (depth === 0 && character === wanted) return i;
  }
  return -1;
}

function readSteps(path: string): Step[] {
  const steps: Step[] = [];
  let rest = path;
  while (rest !== '') {
    const bracket = /^\[((?:[^\]'"]|'[^']*'|"[^"]*")*)\]/.exec(rest);
    const name = /^[^.[]+/.exec(rest);
    if (bracket) steps.push({ kind: 'entry', values: readValues(bracket[1] ?? '') });
    else if (name) steps.push({ kind: 'child', name: name[0] });
    const taken = (bracket ?? name)?.[0].length ?? rest.length;
    rest = rest.slice(taken).replace(/^\./, '');
  }
  return steps;
}

const readValues = (inner: string): [string, string][] =>
  [...inner.matchAll(/(\w+)\s*=\s*(?:'([^']*)'|"([^"]*)"|([^,]*))/g)].map(([, name = '', single, double, bare]) => [
    name,
    single ?? double ?? bare ?? '',
  ]);
