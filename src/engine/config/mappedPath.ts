import { withoutEndSlashes } from '../text/slashes';
import { expandVariables } from './environment';

/**
 * The folder that a Windows path of a configuration file stands for here. Only letters are compared: nothing is looked
 * at on any disk.
 *
 * @param path as written, such as `%SystemDrive%\inetpub\shop`
 * @param maps folders by the Windows path that they stand for; of several the longest counts
 * @returns the folder with the rest of the path behind it, in slashes; null for a path that no entry is for, one that
 *   goes up (`..`), a share or a device
 */
export function mappedPath(path: string, maps: ReadonlyMap<string, string>): string | null {
  const wanted = segmentsOf(path);
  if (!wanted) return null;
  let best: { length: number; folder: string } | null = null;
  for (const [from, folder] of maps) {
    const prefix = segmentsOf(from);
    if (!prefix?.length || prefix.length <= (best?.length ?? 0)) continue;
    if (prefix.every((one, i) => one.toLowerCase() === wanted[i]?.toLowerCase()))
      best = { length: prefix.length, folder };
  }
  return best && [withoutEndSlashes(best.folder), ...wanted.slice(best.length)].join('/');
}

function segmentsOf(path: string): string[] | null {
  const expanded = expandVariables(path.trim());
  if (!/^[a-z]:(?:[\\/]|$)/i.test(expanded)) return null;
  const segments = expanded.split(/[\\/]+/).filter((one) => one !== '' && one !== '.');
  return segments.some((one) => one === '..' || one.includes('\0')) ? null : segments;
}

/**
 * A path that is relative to a file, as segments; null for one that is absolute, goes up, or is a share or a device.
 */
export function relativeSegments(path: string): string[] | null {
  if (/^[\\/]|^[a-z]:|[:*?"<>|\0%]/i.test(path)) return null;
  const segments = path.split(/[\\/]+/).filter((one) => one !== '' && one !== '.');
  return segments.length && !segments.includes('..') ? segments : null;
}
