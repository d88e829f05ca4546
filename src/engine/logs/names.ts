/** The source of a pattern for any of some names, as people write them: any blanks, any apostrophe. */
export const namesPattern = (names: readonly string[]): string =>
  names
    .map((name) =>
      name
        .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
        .replace(/ /g, '[ \\u00A0]{1,3}')
        .replace(/'/g, "['\\u2019\\u00B4`]"),
    )
    .join('|');
