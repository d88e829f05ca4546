/**
 * What sections, elements and attributes are for, in our own words, by where they stand:
 *
 * - `system.webServer/defaultDocument`: a section or a group
 * - `system.webServer/defaultDocument/files/add`: an element in a section, by the names on the way
 * - `system.webServer/defaultDocument@enabled`: an attribute
 *
 * Each is one or two plain sentences of at most 220 characters; `code` in back-ticks is the only markup.
 */
export type SchemaTexts = Readonly<Record<string, string>>;

/** Only gives the literal its type. */
export const defineTexts = <T extends SchemaTexts>(texts: T): T => texts;

/** Elements that hold defaults are described by what they are defaults for, and rules of the server like those of a site. */
const SAME = [
  ['system.applicationHost/applicationPools/applicationPoolDefaults', 'system.applicationHost/applicationPools/add'],
  ['system.applicationHost/sites/siteDefaults', 'system.applicationHost/sites/site'],
  ['system.applicationHost/sites/applicationDefaults', 'system.applicationHost/sites/site/application'],
  ['system.applicationHost/sites/site/applicationDefaults', 'system.applicationHost/sites/site/application'],
  ...['', '/site', '/site/application'].map((way) => [
    `system.applicationHost/sites${way}/virtualDirectoryDefaults`,
    'system.applicationHost/sites/site/application/virtualDirectory',
  ]),
  ['system.webServer/rewrite/globalRules', 'system.webServer/rewrite/rules'],
] as const;

/** The text about a thing, by its own key or by that of what it stands for. */
export function textOf(texts: SchemaTexts, key: string): string | undefined {
  const own = texts[key];
  if (own !== undefined) return own;
  for (const [from = '', to = ''] of SAME) {
    const rest = key.slice(from.length);
    if (key.startsWith(from) && /^(?:[/@]|$)/.test(rest)) return texts[to + rest];
  }
  return undefined;
}
