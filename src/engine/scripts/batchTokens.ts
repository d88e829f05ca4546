/** Patterns of cmd; all are sticky. */

export const VARIABLE =
  /%%(?:~[a-z$:]{0,12})?[^\s%"()&|<>]|%(?:~[a-z]{0,8}(?:\$\w{1,40}:)?)?[\d*]|%[^%\s:&|<>"][^%\r\n:&|<>"]{0,80}(?::[^%\r\n]{1,200})?%|![A-Za-z_][^!\r\n"&|<>]{0,100}!/iy;
export const REDIRECTION = /\d?(?:>>|>|<)(?:&\d)?/y;
export const FOR =
  /for[ \t]+(?:(\/[dlrf])[ \t]+)?("[^"\r\n]{0,500}"[ \t]*|[^\s%"(][^\s%]{0,300}[ \t]+)?%%?\S[ \t]+in[ \t]*\(/iy;
export const COMPARISON = /[ \t]*(?:==|(?:equ|neq|lss|leq|gtr|geq)(?=[\s"]))[ \t]*/iy;
