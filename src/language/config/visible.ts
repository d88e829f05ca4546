import { sameUri } from './documents';
import type { ConfigServices } from './services';
import { sourcesOf } from './sources';
import type { ConfigFile } from './workspace';

/**
 * The files in which a name of a file means the same thing: the file itself, those above and below it. A server's file
 * stands above every `web.config` where it is the only one; another server's file, or a `web.config` in a folder
 * beside, knows nothing of it. What `configSource` brings into a file belongs to it.
 */
export async function seenTogether(file: ConfigFile, services: ConfigServices): Promise<ConfigFile[]> {
  const owners = await Promise.all((file.owners ?? [file]).map((owner) => around(owner, services)));
  const all = owners.flat();
  const sources = await Promise.all(all.map((one) => sourcesOf(one, services)));
  return [...new Map([file, ...all, ...sources.flat()].map((one) => [sameUri(one.uri), one])).values()];
}

async function around(file: ConfigFile, services: ConfigServices): Promise<ConfigFile[]> {
  const [all, settings] = await Promise.all([services.workspace.all(), services.settings(file.uri)]);
  const server = await services.workspace.server(settings);
  const related = all.filter(
    (other) => sameUri(other.uri) !== sameUri(file.uri) && isRelated(file, other, server?.uri ?? null),
  );
  return [file, ...related];
}

function isRelated(file: ConfigFile, other: ConfigFile, server: string | null): boolean {
  const isServer = ({ uri }: ConfigFile): boolean => server !== null && sameUri(uri) === sameUri(server);
  const isBelow = ({ config }: ConfigFile): boolean => config.kind === 'web';
  if (isServer(file) || isServer(other)) {
    const one = isServer(file) ? other : file;
    return isBelow(one) || one.config.kind === 'administration';
  }
  if (!isBelow(file) || !isBelow(other)) return false;
  const [a, b] = [folderOf(file.uri), folderOf(other.uri)];
  return a.startsWith(b) || b.startsWith(a);
}

const folderOf = (uri: string): string =>
  sameUri(uri)
    .replace(/[^/]*$/, '')
    .toLowerCase();
