/**
 * `$(Pool)`, `${pool}`, `#{Pool}`, `{{pool}}`, `__POOL__`, `@@POOL@@`, `%POOL%` as a whole, `<%= pool %>`, `[POOL]` as a
 * whole: what a deployment replaces before IIS ever sees the file.
 */
const PLACEHOLDER =
  /\$\([^()]{1,100}\)|[$#]\{[^{}]{1,100}\}|\{\{[^{}]{1,100}\}\}|(?<![A-Za-z\d_])__[A-Za-z\d][\w.-]{0,80}__(?![A-Za-z\d_])|@@[^@\s]{1,100}@@|<%[^%]{1,100}%>|^%[\w.]{1,80}%$|^\[[A-Z][A-Z\d_ .-]{0,80}\]$/;

/** Whether a value holds a placeholder of a deployment tool, so that nobody knows yet what it will be. */
export const isPlaceholder = (value: string): boolean => PLACEHOLDER.test(value);
