import { namesIn } from '../../engine/config/names';
import type { ConfigServices } from './services';

/** The names of the application pools that the servers of the workspace define, as written. */
export async function poolNames({ workspace }: Pick<ConfigServices, 'workspace'>): Promise<readonly string[]> {
  const names = (await workspace.servers()).flatMap(({ config }) =>
    namesIn(config).filter(({ kind, role }) => kind.id === 'applicationPool' && role === 'definition'),
  );
  return [...new Set(names.map(({ name }) => name))];
}
