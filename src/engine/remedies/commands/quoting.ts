/** A text as a literal of PowerShell, whatever is in it: every kind of single quote closes it unless doubled. */
export const psLiteral = (text: string): string => `'${text.replace(/['\u2018\u2019\u201A\u201B]/g, '$&$&')}'`;

/**
 * An argument of a program as a literal of Windows PowerShell, which hands quotes inside on as they are: the program
 * needs them escaped. (PowerShell 7.3 escapes them itself; commands for servers run in Windows PowerShell.)
 */
export const psArgument = (text: string): string =>
  /^[\w./:\\-]+$/.test(text) && !/[\\]$/.test(text) ? text : psLiteral(escapeQuotes(text));

/** Backslashes before a quote, and a quote itself, as programs of Windows read their command line. */
function escapeQuotes(text: string): string {
  const inner = text.replace(/(\\*)"/g, '$1$1\\"');
  // Put into quotes because of a blank, a backslash at the end would escape the closing one.
  return /\s/.test(text) ? inner.replace(/\\+$/, '$&$&') : inner;
}

/**
 * An argument of a program in a batch file. `cmd` knows quotes but not `\"`: where there is a quote inside, every sign
 * that means something to it is escaped by itself instead. Every `%` is doubled. Delayed expansion must be off.
 */
export function cmdArgument(text: string): string {
  if (/^[\w./:\\*-]+$/.test(text)) return text;
  const quoted = `"${text.replace(/(\\*)"/g, '$1$1\\"').replace(/\\+$/, '$&$&')}"`;
  const escaped = text.includes('"') ? quoted.replace(/["&|<>^()]/g, '^$&') : quoted;
  return escaped.replaceAll('%', '%%');
}

/** Whether a batch file can hold a text in a line: a line end would begin another command. */
export const isOneLine = (text: string): boolean => !/[\u0000-\u001F\u007F]/.test(text);
