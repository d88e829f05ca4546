/** The source of a pattern for a literal in which one blank stands for any run of blanks and line ends. */
export const wordsPattern = (literal: string): string =>
  literal.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s{1,80}');
