/** Longer words are never taken for a misspelt name. */
const LONGEST = 64;

/**
 * The name that was probably meant: one that differs only in its case, else the nearest one by letters left out, put in,
 * exchanged or swapped.
 *
 * @returns null where no name is near: at most one letter in four may be wrong, and never more than three
 */
export function closest(written: string, names: Iterable<string>): string | null {
  if (written === '' || written.length > LONGEST) return null;
  const wanted = written.toLowerCase();
  let best: string | null = null;
  let least = Math.min(3, Math.ceil(wanted.length / 4)) + 1;
  for (const name of names) {
    const candidate = name.toLowerCase();
    if (candidate === wanted) return name;
    if (Math.abs(candidate.length - wanted.length) >= least) continue;
    const wrong = distance(wanted, candidate);
    if (wrong < least) [best, least] = [name, wrong];
  }
  return best;
}

/** How many letters have to be left out, put in, exchanged or swapped with their neighbour (optimal string alignment). */
function distance(a: string, b: string): number {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(
        (previous[column - 1] ?? 0) + (same ? 0 : 1),
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        cost = Math.min(cost, (beforePrevious[column - 2] ?? 0) + 1);
      current.push(cost);
    }
    [beforePrevious, previous] = [previous, current];
  }
  return previous[b.length] ?? 0;
}
