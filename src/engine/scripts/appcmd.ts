import type { Command, Word } from './command';

/** What a command line of appcmd asks for: `appcmd set config "Shop" /section:handlers`. */
export interface AppcmdUse {
  readonly command: Command;
  /** Lower case: `set`. */
  readonly verb: string;
  /** Lower case: `config`. */
  readonly object: string;
  /** The words behind verb and object that are no options; the first one names the object. */
  readonly names: readonly Word[];
  /** The words that begin with a slash or a hyphen. */
  readonly options: readonly Word[];
}

/** The dashes of a word processor are meant as options, even though appcmd refuses them. */
const OPTION = /^[-/\u2013\u2014]/;

const known = new WeakMap<readonly Command[], readonly AppcmdUse[]>();

/**
 * The uses of appcmd whose verb and object are known, in the order of the text. Several rules ask for those of one
 * script.
 */
export function appcmdUses(commands: readonly Command[]): readonly AppcmdUse[] {
  let uses = known.get(commands);
  if (!uses) known.set(commands, (uses = commands.filter(({ name }) => name === 'appcmd').flatMap(useOf)));
  return uses;
}

/** What one command line of appcmd asks for; nothing where verb or object is not known. */
export function useOf(command: Command): AppcmdUse[] {
  const options = command.arguments.filter(({ value }) => OPTION.test(value));
  const [verb, object, ...names] = command.arguments.filter(({ value }) => !OPTION.test(value));
  if (!verb?.isLiteral || !object?.isLiteral) return [];
  return [{ command, verb: verb.value.toLowerCase(), object: object.value.toLowerCase(), names, options }];
}

/** The option of that name, `/section:handlers`; the separator may be `:` or `=`. */
export const appcmdOption = ({ options }: AppcmdUse, name: string): Word | undefined =>
  options.find(
    ({ value }) =>
      value.slice(1, name.length + 1).toLowerCase() === name && /^[:=]?$/.test(value.charAt(name.length + 1)),
  );

/** What stands behind the separator of an option. */
export const optionValue = ({ value }: Word): string => value.slice(value.search(/[:=]|$/) + 1);
