import { ArgumentError, parseOptions } from './argumentError';
import { readMap } from './check/arguments';

export interface EffectiveArguments {
  readonly name: 'effective';
  /** Site and path below it: `Default Web Site/shop`. */
  readonly path: string;
  /** Full path; absent: every section that some file sets. */
  readonly section?: string;
  readonly serverConfig: string;
  /** Folders by the Windows path that they stand for. */
  readonly maps: ReadonlyMap<string, string>;
  readonly format: 'text' | 'json';
}

export function effectiveArguments(args: readonly string[]): EffectiveArguments | { readonly name: 'help' } {
  const { values, positionals } = parseOptions(args, {
    'server-config': { type: 'string' },
    map: { type: 'string', multiple: true, default: [] },
    format: { type: 'string', default: 'text' },
    help: { type: 'boolean', short: 'h', default: false },
  });
  if (values.help) return { name: 'help' };
  const [path, section, ...others] = positionals;
  const serverConfig = values['server-config'];
  if (path === undefined || path.trim() === '')
    throw new ArgumentError(
      'A site is missing, such as: iis-doctor effective "Default Web Site/shop" --server-config FILE',
    );
  if (others.length) throw new ArgumentError(`One path and one section at a time: "${others[0]}" is too many.`);
  if (!serverConfig) throw new ArgumentError('--server-config is missing: the applicationHost.config of the server.');
  if (values.format !== 'text' && values.format !== 'json')
    throw new ArgumentError(`--format is text or json, not "${values.format}".`);
  return {
    name: 'effective',
    path,
    serverConfig,
    maps: new Map(values.map.map(readMap)),
    format: values.format,
    ...(section !== undefined && { section }),
  };
}
