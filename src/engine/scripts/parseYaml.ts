import { parseAllDocuments } from 'yaml';

const LONGEST_LINE = 20_000;
const DEEPEST = 200;
/** Levels in one line, `- - - …`, and levels of indentation. */
const STACKED = /^[ \t]{400}|(?:[-?:][ \t]{1,9}){50}/m;

export interface YamlDocument {
  readonly contents: unknown;
}

/**
 * Whether reading a YAML text ends in time: the parser takes quadratic time for very long lines, and does not survive
 * thousands of levels.
 */
export function isReadableYaml(text: string): boolean {
  if (STACKED.test(text)) return false;
  let open = 0;
  let line = 0;
  for (let at = 0; at < text.length; at++) {
    const c = text.charCodeAt(at);
    line = c === 10 ? 0 : line + 1;
    if (c === 91 || c === 123) open++;
    else if ((c === 93 || c === 125) && open > 0) open--;
    if (line > LONGEST_LINE || open > DEEPEST) return false;
  }
  return true;
}

/** The documents of a YAML text that is readable. */
export function parseYaml(text: string): readonly YamlDocument[] {
  try {
    return [...parseAllDocuments(text, { logLevel: 'silent', prettyErrors: false, uniqueKeys: false })];
  } catch {
    // Nested too deeply in some other way.
    return [];
  }
}
