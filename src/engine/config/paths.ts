/** Puts a path relative to a level behind the path of the level. */
export const joinPaths = (level: string, relative: string): string =>
  level === '' || relative === '' ? level + relative : `${level}/${relative}`;

/** Whether a configuration path is another one or lies above it. Paths are compared without case, segment by segment. */
export function isAbove(outer: string, inner: string): boolean {
  if (outer === '') return true;
  const [a, b] = [outer.toLowerCase(), inner.toLowerCase()];
  return a === b || b.startsWith(`${a}/`);
}

/** How many segments a configuration path has. */
export const depth = (path: string): number => (path === '' ? 0 : path.split('/').length);

/** A configuration path and all that lie above it, the outermost first: `''`, `Shop`, `Shop/a`. */
export function pathsAbove(path: string): readonly string[] {
  const above = path === '' ? [] : [''];
  for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) above.push(path.slice(0, at));
  return [...above, path];
}

/** What a configuration path is relative to another one; null where it does not lie there. */
export function relativeTo(outer: string, inner: string): string | null {
  if (!isAbove(outer, inner)) return null;
  return outer === '' ? inner : inner.slice(outer.length + 1);
}
