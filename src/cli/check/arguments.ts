import type { Profile, Severity } from '../../engine/rules/rule';
import { profiles, severities } from '../../engine/rules/rule';
import { ArgumentError, parseOptions } from '../argumentError';

export const checkFormats = ['text', 'json', 'sarif', 'github'] as const;
export type CheckFormat = (typeof checkFormats)[number];

export interface CheckArguments {
  readonly name: 'check';
  /** Files, folders and globs, and `-` for standard input; none: the current folder. */
  readonly targets: readonly string[];
  readonly format: CheckFormat;
  /** The file that the report goes to instead of standard output. */
  readonly output?: string;
  /** From which severity on findings are a failure. */
  readonly severity: Severity;
  /** Absent: what the project's settings say. */
  readonly profile?: Profile;
  readonly serverConfig?: string;
  readonly schema?: string;
  /** Folders by the Windows path that they stand for. */
  readonly maps: ReadonlyMap<string, string>;
  /** A settings file instead of those that are found. */
  readonly config?: string;
  readonly baseline?: string;
  readonly fix: boolean;
  readonly dryRun: boolean;
  /** The name under which standard input is checked. */
  readonly stdinName: string;
}

export interface RulesArguments {
  readonly name: 'rules';
  readonly format: 'text' | 'json';
}

export interface RuleArguments {
  readonly name: 'rule';
  readonly id: string;
}

export function checkArguments(args: readonly string[]): CheckArguments | { readonly name: 'help' } {
  const { values, positionals } = parseOptions(args, {
    format: { type: 'string', default: 'text' },
    output: { type: 'string' },
    severity: { type: 'string', default: 'warning' },
    profile: { type: 'string' },
    'server-config': { type: 'string' },
    schema: { type: 'string' },
    map: { type: 'string', multiple: true, default: [] },
    config: { type: 'string' },
    baseline: { type: 'string' },
    fix: { type: 'boolean', default: false },
    'dry-run': { type: 'boolean', default: false },
    'stdin-name': { type: 'string', default: 'web.config' },
    help: { type: 'boolean', short: 'h', default: false },
  });
  if (values.help) return { name: 'help' };
  const format = oneOf('--format', values.format, checkFormats);
  const profile = values.profile === undefined ? undefined : oneOf('--profile', values.profile, profiles);
  const [fix, dryRun, stdin] = [values.fix, values['dry-run'], positionals.includes('-')];
  if (dryRun && !fix) throw new ArgumentError('--dry-run belongs to --fix.');
  if (dryRun && format !== 'text') throw new ArgumentError('--dry-run prints a diff, which goes with --format text.');
  if (fix && !dryRun && stdin) throw new ArgumentError('--fix cannot change standard input; add --dry-run for a diff.');
  if (positionals.includes('')) throw new ArgumentError('A path is empty.');
  const { output, schema, config, baseline, 'server-config': serverConfig } = values;
  for (const [name, value] of Object.entries({ output, schema, config, baseline, 'server-config': serverConfig }))
    if (value === '') throw new ArgumentError(`--${name} needs a path.`);
  return {
    name: 'check',
    targets: positionals,
    format,
    severity: oneOf('--severity', values.severity, severities),
    maps: new Map(values.map.map(readMap)),
    fix,
    dryRun,
    stdinName: values['stdin-name'],
    ...(profile !== undefined && { profile }),
    ...(output !== undefined && { output }),
    ...(serverConfig !== undefined && { serverConfig }),
    ...(schema !== undefined && { schema }),
    ...(config !== undefined && { config }),
    ...(baseline !== undefined && { baseline }),
  };
}

export function rulesArguments(args: readonly string[]): RulesArguments | { readonly name: 'help' } {
  const { values, positionals } = parseOptions(args, {
    format: { type: 'string', default: 'text' },
    help: { type: 'boolean', short: 'h', default: false },
  });
  if (values.help) return { name: 'help' };
  if (positionals.length) throw new ArgumentError(`"${positionals[0]}" is too many; for one rule: iis-doctor rule ID.`);
  return { name: 'rules', format: oneOf('--format', values.format, ['text', 'json']) };
}

export function ruleArguments(args: readonly string[]): RuleArguments | { readonly name: 'help' } {
  const { values, positionals } = parseOptions(args, { help: { type: 'boolean', short: 'h', default: false } });
  if (values.help) return { name: 'help' };
  const [id, ...others] = positionals;
  if (id === undefined) throw new ArgumentError('The id of a rule is missing; "iis-doctor rules" lists them.');
  if (others.length) throw new ArgumentError(`One rule at a time: "${others[0]}" is too many.`);
  return { name: 'rule', id };
}

function oneOf<T extends string>(option: string, value: string, choices: readonly T[]): T {
  const found = choices.find((one) => one === value);
  if (found === undefined) throw new ArgumentError(`${option} is one of ${choices.join(', ')}, not "${value}".`);
  return found;
}

/** Reads `WINDOWSPATH=DIR`; throws an {@link ArgumentError} for anything else. */
export function readMap(map: string): [string, string] {
  const at = map.indexOf('=');
  const [windows, folder] = [map.slice(0, at).trim(), map.slice(at + 1).trim()];
  if (at < 1 || windows === '' || folder === '')
    throw new ArgumentError(
      `--map is written WINDOWSPATH=DIR, such as --map "C:\\inetpub\\shop=src/shop", not "${map}".`,
    );
  return [windows, folder];
}
