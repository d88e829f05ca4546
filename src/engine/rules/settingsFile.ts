import { createScanner, parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import { closest } from '../text/closest';
import type { Range } from '../text/range';
import { oneOf, quoted } from './quoted';
import { profiles, severities, type Profile, type Severity } from './rule';

/** The name of the file with which a project says how it wants to be checked. */
export const SETTINGS_FILE = '.iis-doctor.json';

/** What a project wants. Paths are as written: relative to the folder of the file, and no more than data. */
export interface ProjectSettings {
  readonly profile: Profile | null;
  /** By rule id. */
  readonly severities: ReadonlyMap<string, Severity | 'off'>;
  /** The `applicationHost.config` above every `web.config`. */
  readonly serverConfig: string | null;
  /** A folder with a server's own schema files. */
  readonly schema: string | null;
  /** Folders by the Windows path that they stand for. */
  readonly maps: ReadonlyMap<string, string>;
  /** Globs of files and folders that are left out. */
  readonly exclude: readonly string[];
}

/** What is wrong in the file, and where. */
export interface SettingsProblem extends Range {
  readonly message: string;
}

export interface SettingsFile {
  readonly settings: ProjectSettings;
  readonly problems: readonly SettingsProblem[];
}

export const choices = [...severities, 'off'] as const;
export const settingsKeys = ['$schema', 'profile', 'rules', 'serverConfig', 'schema', 'maps', 'exclude'] as const;
type Key = (typeof settingsKeys)[number];

/** No sensible file nests deeper; reading JSON goes as deep as the text does. */
const DEEPEST = 20;

/**
 * Reads a settings file: JSON that may hold comments and a comma too many. What is wrong is passed over and told; the
 * rest counts.
 *
 * @param rules the ids of all rules
 */
export function readSettings(text: string, rules: readonly string[]): SettingsFile {
  const tooDeep = firstTooDeep(text);
  if (tooDeep) return { settings: new Reader(rules).settings, problems: [tooDeep] };
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  const reader = new Reader(rules);
  for (const { error, offset, length } of errors.slice(0, 1))
    reader.problem({ offset, length }, `This is no JSON: ${words(printParseErrorCode(error))}.`);
  if (root && root.type !== 'object') reader.problem(root, 'The file must hold one object: { "rules": { … } }.');
  else if (root) reader.read(root);
  return { settings: reader.settings, problems: reader.problems };
}

type Place = Pick<Node, 'offset' | 'length'>;

const words = (code: string): string => code.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();

/** Reading goes as deep as the text does, so a hostile one must be refused before. */
function firstTooDeep(text: string): SettingsProblem | null {
  const scanner = createScanner(text, true);
  let depth = 0;
  for (;;) {
    const token: number = scanner.scan();
    if (token === END) return null;
    if (token === OPEN_BRACE || token === OPEN_BRACKET) depth++;
    else if (token === CLOSE_BRACE || token === CLOSE_BRACKET) depth--;
    if (depth <= DEEPEST) continue;
    const start = scanner.getTokenOffset();
    return { start, end: start + 1, message: 'This is nested too deeply for settings.' };
  }
}

// The kinds of tokens are a const enum, which modules that are compiled one by one cannot use.
const [OPEN_BRACE, CLOSE_BRACE, OPEN_BRACKET, CLOSE_BRACKET, END] = [1, 2, 3, 4, 17];

class Reader {
  readonly problems: SettingsProblem[] = [];
  readonly #rules: readonly string[];
  readonly #severities = new Map<string, Severity | 'off'>();
  readonly #maps = new Map<string, string>();
  readonly #exclude: string[] = [];
  #profile: Profile | null = null;
  #serverConfig: string | null = null;
  #schema: string | null = null;

  constructor(rules: readonly string[]) {
    this.#rules = rules;
  }

  get settings(): ProjectSettings {
    return {
      profile: this.#profile,
      severities: this.#severities,
      serverConfig: this.#serverConfig,
      schema: this.#schema,
      maps: this.#maps,
      exclude: this.#exclude,
    };
  }

  problem({ offset, length }: Place, message: string): void {
    this.problems.push({ start: offset, end: offset + Math.max(length, 1), message });
  }

  read(root: Node): void {
    for (const { name, key, value } of this.#properties(root)) {
      const known = settingsKeys.find((one) => one === name);
      if (known) this.#keys[known](value);
      else this.problem(key, `There is no setting ${quoted(name)}${nearMiss(name, settingsKeys, 'The settings are')}`);
    }
  }

  readonly #keys: Readonly<Record<Key, (value: Node) => void>> = {
    $schema: (value) => void this.#text(value, '$schema'),
    profile: (value) => (this.#profile = this.#name(value, profiles, 'profile')),
    rules: (value) => this.#readRules(value),
    serverConfig: (value) => (this.#serverConfig = this.#text(value, 'serverConfig')),
    schema: (value) => (this.#schema = this.#text(value, 'schema')),
    maps: (value) => {
      for (const { name, value: folder } of this.#object(value, 'maps')) {
        const text = this.#text(folder, 'A folder of maps');
        if (text !== null) this.#maps.set(name, text);
      }
    },
    exclude: (value) => {
      if (value.type !== 'array') this.problem(value, 'exclude must be a list of globs: ["legacy/**"].');
      for (const one of value.type === 'array' ? (value.children ?? []) : []) {
        const glob = this.#text(one, 'A glob of exclude');
        if (glob !== null) this.#exclude.push(glob);
      }
    },
  };

  #readRules(value: Node): void {
    for (const { name, key, value: severity } of this.#object(value, 'rules')) {
      if (!this.#rules.includes(name)) {
        this.problem(key, `There is no rule ${quoted(name)}${nearMiss(name, this.#rules, null)}`);
        continue;
      }
      const chosen = this.#name(severity, choices, name);
      if (chosen) this.#severities.set(name, chosen);
    }
  }

  #name<T extends string>(node: Node, names: readonly T[], what: string): T | null {
    const found = names.find((one) => one === node.value);
    if (found !== undefined) return found;
    const written = typeof node.value === 'string' ? `, not ${quoted(node.value)}` : '';
    this.problem(node, `${what} is one of ${oneOf(names)}${written}.`);
    return null;
  }

  #text(node: Node, what: string): string | null {
    if (typeof node.value === 'string') return node.value;
    this.problem(node, `${what} must be a text.`);
    return null;
  }

  #object(node: Node, what: string): readonly Property[] {
    if (node.type === 'object') return this.#properties(node);
    this.problem(node, `${what} must be an object.`);
    return [];
  }

  #properties(node: Node): readonly Property[] {
    const seen = new Set<string>();
    return (node.children ?? []).flatMap(({ children: [key, value] = [] }): Property[] => {
      if (typeof key?.value !== 'string' || !value) return [];
      if (seen.has(key.value)) this.problem(key, `${quoted(key.value)} stands twice; the last one counts.`);
      seen.add(key.value);
      return [{ name: key.value, key, value }];
    });
  }
}

interface Property {
  readonly name: string;
  readonly key: Node;
  readonly value: Node;
}

function nearMiss(written: string, names: readonly string[], list: string | null): string {
  const meant = closest(written, names);
  if (meant) return `; did you mean ${meant}?`;
  return list === null
    ? '. "iis-doctor rules" lists them.'
    : `. ${list} ${oneOf(names).replace(/ or (?=\S+$)/, ' and ')}.`;
}
