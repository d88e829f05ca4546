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
