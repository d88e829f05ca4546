/** Patterns of cmd; all are sticky. */

export const VARIABLE =
  /%%(?:~[a-z$:]{0,12})?[^\s%"()&|<>]|%(?:~[a-z]{0,8}(?:\$\w{1,40}:)?)?[\d*]|%[^%\s:&|<>"][^%\r\n:&|<>"]{0,80}(?::[^%\r\n]{1,200})?%|![A-Za-z_][^!\r\n"&|<>]{0,100}!/iy;
export const REDIRECTION = /\d?(?:>>|>|<)(?:&\d)?/y;
export const FOR =
  /for[ \t]+(?:(\/[dlrf])[ \t]+)?("[^"\r\n]{0,500}"[ \t]*|(?!%%?\S[ \t])[^\s(]{1,300}[ \t]+)?%%?\S[ \t]+in[ \t]*\(/iy;
export const COMPARISON = /[ \t]*(?:==|(?:equ|neq|lss|leq|gtr|geq)(?=[\s"]))[ \t]*/iy;

/** Blanks, and line ends behind a caret. */
export const BLANKS = /(?:[ \t]|\^\r?\n)*/y;
/** What may stand between two lines, and before a command. */
export const STATEMENT_GAP = /[\s,;=@]*/y;
export const COMMAND_GAP = /[ \t,;=@]*/y;
export const REM = /rem(?![\w.-])/iy;
export const IF = /if(?=[ \t("/])/iy;
export const LOOP = /for(?=[ \t])/iy;
/** Characters of a word that stand for themselves wherever they are. */
export const PLAIN = /[\w.:]+/y;
/** `\"` that is the end of a path, `"C:\web\"`: nothing but blanks or the end follows, and no other quote. */
export const QUOTATION_END = /\\"(?:\s|$)[^"\r\n]{0,1000}(?:[\r\n]|$)/y;
