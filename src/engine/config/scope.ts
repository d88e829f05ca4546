import type { ConfigDocument, LocationTag } from './document';

/**
 * Whether a location is a folder inside a site, and not the site or the server as a whole. What is risky everywhere may be
 * meant for one folder.
 */
export function isFolderOfSite({ kind }: Pick<ConfigDocument, 'kind'>, location: LocationTag | null): boolean {
  const [site, ...folders] = (location?.path ?? '').split('/');
  return kind === 'web' ? site !== '' : folders.length > 0;
}
