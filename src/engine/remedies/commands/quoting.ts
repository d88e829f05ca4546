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
 * An argument of a program in a batch file. `cmd` knows quotes but not `\"`, so what stands behind an inner quote is
 * escaped for it, and every `%` doubled. Delayed expansion must be off.
 */
export function cmdArgument(text: string): string {
  if (/^[\w./:\\*-]+$/.test(text)) return text;
  const quoted = `"${text.replace(/(\\*)"/g, '$1$1\\"').replace(/\\+$/, '$&$&')}"`;
  let isInside = false;
  let result = '';
  for (const sign of quoted) {
    if (sign === '"') isInside = !isInside;
    if (sign === '%') result += '%%';
    else if (!isInside && /[&|<>^()]/.test(sign)) result += `^${sign}`;
    else result += sign;
  }
  return result;
}
