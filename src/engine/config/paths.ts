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
