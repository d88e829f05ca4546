/** The source of a pattern for a literal in which one blank stands for any run of blanks and line ends. */
export const wordsPattern = (literal: string): string =>
  literal.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s{1,80}');

/**
 * The source of a pattern for any of several literals, the longest first. Grouped by their first character: at most
 * places of a text none of the groups begins, so the cost hardly grows with the number of literals.
 */
export function anyWordsPattern(literals: readonly string[]): string {
  const groups = new Map<string, string[]>();
  for (const literal of [...literals].sort((a, b) => b.length - a.length)) {
    const first = wordsPattern(literal.slice(0, 1));
    groups.set(first, [...(groups.get(first) ?? []), wordsPattern(literal.slice(1))]);
  }
  return [...groups].map(([first, rests]) => `${first}(?:${rests.join('|')})`).join('|');
}
