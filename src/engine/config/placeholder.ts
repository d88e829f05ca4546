/** Shapes of values that a deployment tool fills in. */
const PLACEHOLDER = /\$\(|#\{|\{\{|__\w+__|^%\w+%$|^\[\w+\]$|<%|@@/;

/** Whether a value is, or holds, a placeholder that a deployment tool replaces before IIS sees the file. */
export const isPlaceholder = (value: string): boolean => PLACEHOLDER.test(value);
