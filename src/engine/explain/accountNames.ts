/** More names than this are not tried: no server has so many, and each costs a hash. */
const LIMIT = 2_000;

/** One character of a name; control and formatting characters are none. */
const IN_QUOTES = `[^'"“”‘’\\p{C}]`;

/** Where texts name an application pool: in quotes, or unquoted to the end of a word or of the line. */
const QUOTED_POOL = new RegExp(
  `(?:application\\s{1,4}pools?|app\\s?pool(?:\\.name|name|id)?|applicationPool|-ap)\\s{0,4}[:=]?\\s{0,4}['"“‘](${IN_QUOTES}{1,128})['"”’]`,
  'giu',
);
const OPEN_POOL =
  /(?:app\s?pools?\\{1,2}|(?:app\s?pool(?:\.name|name|id)?|applicationPool)\s{0,4}["']?[:=>]{1,2}\s{0,4}["']?)([^\\/"'<>|:;,*?()[\]{}\p{C}]{1,128})/giu;

const QUOTED_SERVICE = new RegExp(`service(?:\\s?name)?\\s{0,4}[:=]?\\s{0,4}['"“‘](${IN_QUOTES}{1,80})['"”’]`, 'giu');
const OPEN_SERVICE =
  /(?:NT\s{1,4}SERVICE\\{1,2}|\bservice\s?name\s{0,4}[:=]\s{0,4}|\b(?:net1?|sc)(?:\.exe)?\s{1,4}(?:start|stop|pause|continue|query|queryex|qc|config|enumdepend|showsid|sidtype)\s{1,4}|\b(?:Get|Set|Start|Stop|Restart|New|Suspend|Resume)-Service\s{1,4}(?:-Name\s{1,4})?)([^\\/"'<>|:;,*?()[\]{}\p{C}]{1,80})/giu;
const SERVICE_BEFORE = /(?<![\w$.-])([\w$.-]{2,80})\s{1,4}service\b/giu;

/** The names that a text may call application pools. More than really are: the hash of a name proves which one it is. */
export const poolsIn = (text: string): readonly string[] => distinct(text, [QUOTED_POOL, OPEN_POOL]);

/** The names that a text may call services; as many and as doubtful as {@link poolsIn}. */
export const servicesIn = (text: string): readonly string[] =>
  distinct(text, [QUOTED_SERVICE, OPEN_SERVICE, SERVICE_BEFORE]);

function distinct(text: string, patterns: readonly RegExp[]): string[] {
  const names = new Set<string>();
  for (const pattern of patterns)
    for (const match of text.matchAll(pattern)) {
      for (const name of readings(match[1] ?? '')) names.add(name);
      if (names.size >= LIMIT) return [...names];
    }
  return [...names];
}

/** Where an unquoted name ends is unknown, it may hold blanks: its first word, its first two words … */
function readings(written: string): string[] {
  const words = written
    .trim()
    .split(/(?<= )(?=\S)/)
    .slice(0, 8);
  return words
    .map((_, i) =>
      words
        .slice(0, i + 1)
        .join('')
        .trimEnd(),
    )
    .filter((name) => name !== '');
}
