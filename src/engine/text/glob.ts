/**
 * Whether a path fits a glob: `*` and `?` within a name, `**` for any folders, `{a,b}` for either; compared without case.
 * A glob that fits a folder fits everything in it; one without a slash fits a name at any depth. It is matched, never
 * turned into a regular expression, so that a hostile one costs no more than its length times that of the path.
 *
 * @param path relative, with slashes
 */
export function matchesGlob(path: string, glob: string): boolean {
  const names = path.toLowerCase().split('/');
  return expanded(glob.toLowerCase().replaceAll('\\', '/')).some((one) => {
    const wanted = one.split('/').filter((name) => name !== '' && name !== '.');
    if (!wanted.length) return false;
    return matchesNames(names, wanted.length === 1 ? ['**', ...wanted] : wanted);
  });
}

/** More alternatives than this are no longer written by a person. */
const MOST = 64;

/** The globs that the braces of a glob stand for. */
function expanded(glob: string): string[] {
  const whole: string[] = [];
  const waiting = [glob];
  while (waiting.length && whole.length + waiting.length <= MOST) {
    const one = waiting.pop() ?? '';
    const [braces, inner] = /\{([^{}]*)\}/.exec(one) ?? [];
    if (braces === undefined || inner === undefined) whole.push(one);
    else {
      const [before, after] = [one.slice(0, one.indexOf(braces)), one.slice(one.indexOf(braces) + braces.length)];
      waiting.push(...inner.split(',').map((each) => before + each + after));
    }
  }
  return whole;
}

/** `**` takes any number of names, also none at the beginning or between two others. */
function matchesNames(names: readonly string[], wanted: readonly string[]): boolean {
  return matches(names.length, wanted.length, {
    isMany: (at) => wanted[at] === '**',
    fits: (name, at) => matchesName(names[name] ?? '', wanted[at] ?? ''),
    isOpenEnded: true,
  });
}

const matchesName = (name: string, wanted: string): boolean =>
  matches(name.length, wanted.length, {
    isMany: (at) => wanted[at] === '*',
    fits: (sign, at) => wanted[at] === '?' || name[sign] === wanted[at],
    isOpenEnded: false,
  });

interface Pattern {
  readonly isMany: (at: number) => boolean;
  readonly fits: (item: number, at: number) => boolean;
  /** Whether items may be left over at the end. */
  readonly isOpenEnded: boolean;
}

/** The classic match with one wildcard for many: on a mismatch the last one takes one item more. */
function matches(items: number, length: number, { isMany, fits, isOpenEnded }: Pattern): boolean {
  let [item, at, many, retry] = [0, 0, -1, 0];
  for (;;) {
    if (at === length && (isOpenEnded || item === items)) return true;
    if (at < length && isMany(at)) [many, retry, at] = [at, item, at + 1];
    else if (at < length && item < items && fits(item, at)) [item, at] = [item + 1, at + 1];
    else if (many >= 0 && retry < items) [item, at, retry] = [retry + 1, many + 1, retry + 1];
    else return false;
  }
}
