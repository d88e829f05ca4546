import { isDistinctive } from './hosts';
import { isOrdinary } from './wellKnown';

export type AliasKind = 'host' | 'domain' | 'user' | 'sid' | 'address';

/** Every name of several words is tried at every word of a text: more than these would cost too much. */
const PHRASES = 200;

/** Somebody or something with a name; a machine goes by its short and its full name. */
interface Named {
  readonly kind: AliasKind;
  alias: string | null;
}

/** The names that are known, and the aliases given out for names; a name is the same in any case of its letters. */
export class AliasBook {
  readonly #named = new Map<string, Named>();
  /** Names that are recognised as a word on its own. */
  readonly #known = new Set<string>();
  /** The same as they are written. */
  readonly #spellings = new Set<string>();
  /** The full name that each short name of a machine belongs to. */
  readonly #fullNames = new Map<string, string>();
  readonly #counts = new Map<AliasKind, number>();
  readonly #phrases: string[] = [];

  /** Known names of several words, which are no word by themselves. */
  get phrases(): readonly string[] {
    return this.#phrases;
  }

  /**
   * Makes a name known. The first kind of a name stands.
   *
   * @param shortToo whether the first part of a full host name is that machine's name as well
   */
  learn(kind: AliasKind, name: string, shortToo = isDistinctive(firstPart(name))): void {
    const key = name.toLowerCase();
    this.#spellings.add(name);
    if (shortToo) this.#spellings.add(firstPart(name));
    if (this.#known.has(key)) return;
    this.#known.add(key);
    const machine = kind === 'host' && shortToo ? this.#machine(firstPart(key), key) : null;
    this.#named.set(key, machine ?? { kind, alias: null });
    if (name.includes(' ') && this.#phrases.length < PHRASES) this.#phrases.push(name);
  }

  /** The alias of a name, given out now where it has none. */
  say(kind: AliasKind, name: string): string {
    const key = name.toLowerCase();
    const named = this.#named.get(key) ?? { kind, alias: null };
    this.#named.set(key, named);
    if (named.alias === null) {
      const count = (this.#counts.get(named.kind) ?? 0) + 1;
      this.#counts.set(named.kind, count);
      named.alias = `${named.kind}-${count}`;
    }
    return named.alias;
  }

  /** Whether a name is known or has an alias. */
  has(name: string): boolean {
    return this.#named.has(name.toLowerCase());
  }

  /** Whether a word is a known name in just this spelling. */
  isSpelt(word: string): boolean {
    return this.#spellings.has(word);
  }

  /** The alias of a word where it is a known name. */
  known(word: string): string | null {
    const key = word.toLowerCase();
    const named = this.#known.has(key) ? this.#named.get(key) : undefined;
    return named ? this.say(named.kind, word) : null;
  }

  /** The machine that a full name names by its short name; null where that is another machine's or none. */
  #machine(short: string, full: string): Named | null {
    if (short === full || short.length < 3 || isOrdinary(short) || this.#fullNames.has(short)) return null;
    this.#fullNames.set(short, full);
    const named = this.#named.get(short) ?? { kind: 'host', alias: null };
    this.#named.set(short, named);
    this.#known.add(short);
    return named;
  }
}

const firstPart = (name: string): string => name.split('.')[0] ?? '';
