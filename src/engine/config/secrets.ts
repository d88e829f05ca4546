import { isEncrypted } from '../schema/values';

/**
 * What deployment tools replace: `$(X)`, `${X}`, `#{X}`, `__X__`, `{{X}}`, `%X%`, `[X]`, `<X>`, `@X@`, and references to
 * a vault, which the platform replaces.
 */
const PLACEHOLDER =
  /\$\(|\$\{|#\{|\{\{|__[A-Za-z][\w.:-]{0,100}__|%[A-Za-z_][\w.()]{0,60}%|^\[[^\]:]{1,80}\]$|^<[^>]{1,80}>$|^\{[\w .-]{1,80}\}$|^@[\w.]{1,80}@$|@Microsoft\.KeyVault\(/;

/** Whether a value is filled in only when the file is deployed. */
export const isPlaceholder = (value: string): boolean => PLACEHOLDER.test(value.trim());

/** Stand-ins that people leave in templates and samples. */
const STAND_IN =
  /^(?:[*•xX.#?-]+|your[\s_-]?\w.*|(?:my|the|some|enter|insert|replace|change|add|put|set|todo|fill)[\s_-]\w.*|.*(?:your[\s_-]|_here\b|[\s-]here\b|changeme|change[_-]me|placeholder|redacted|removed|hidden|masked).*|password|passwd|pwd|secret|user|username|pass|key|null|none|empty|n\/a|tbd|dummy|example|sample|true|false)$/i;

/**
 * Whether a value is a secret that stands there in clear text: not empty, not encrypted, and nothing that only stands in
 * for one.
 */
export function isSecretInClear(value: string): boolean {
  const text = value.trim();
  return text !== '' && !isEncrypted(text) && !isPlaceholder(text) && !STAND_IN.test(text);
}
