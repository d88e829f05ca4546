const isSlash = (sign: string | undefined): boolean => sign === '/' || sign === '\\';

/** A path without the slashes at its end, whichever way they lean. A loop: no regular expression does that in linear time. */
export function withoutEndSlashes(path: string): string {
  let end = path.length;
  while (isSlash(path[end - 1])) end--;
  return path.slice(0, end);
}

/** A path without the slashes at either end. */
export function withoutSlashesAround(path: string): string {
  let start = 0;
  while (isSlash(path[start])) start++;
  return withoutEndSlashes(path.slice(start));
}
