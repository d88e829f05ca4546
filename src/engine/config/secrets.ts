import { isEncrypted } from '../schema/values';
import type { EffectiveElement } from './effectiveElement';
import { isPlaceholder } from './placeholder';

/** Marks of templates beyond those of deployment tools, where a secret is due: `{password}`, `<password>`, a vault. */
const MARK = /^(?:\[[^\]:]{1,80}\]|<[^>]{1,80}>|\{[^{}]{1,80}\}|%[^%\s]{1,80}%|@[\w.]{1,80}@)$|@Microsoft\.KeyVault\(/;

/** Stand-ins that people leave in templates and samples. */
const STAND_IN =
  /^(?:[*•xX.#?-]+|your[\s_-]?\w.*|(?:my|the|some|enter|insert|replace|change|add|put|set|todo|fill)[\s_-]\w.*|.*(?:your[\s_-]|_here\b|[\s-]here\b|changeme|change[_-]me|placeholder|redacted|removed|hidden|masked).*|password|passwd|pwd|secret|user|username|pass|key|null|none|empty|n\/a|tbd|dummy|example|sample|true|false)$/i;

/**
 * Whether a value is a secret that stands there in clear text: not empty, not encrypted, and nothing that only stands in
 * for one.
 */
export function isSecretInClear(value: string): boolean {
  const text = value.trim();
  return text !== '' && !isEncrypted(text) && !isPlaceholder(text) && !MARK.test(text) && !STAND_IN.test(text);
}

const NAME_OF_SECRET =
  /(?:password|passwd|pwd|passphrase|secret|secret[-_. ]?key|api[-_. ]?key|(?:access|account|auth|bearer|api)[-_. ]?token|(?:access|account|private|encryption|signing|shared|storage)[-_. ]?key|sas[-_. ]?token)$/i;

/** Whether something of that name is a secret by what it is called: `ida:ClientSecret`, but not `PasswordMinLength`. */
export const isNameOfSecret = (name: string): boolean => NAME_OF_SECRET.test(name.trim());

const PASSWORD_PART =
  /(?:^|[;,"'?&])\s{0,20}(?:password|pwd|accountkey|sharedaccesskey|sharedsecret|access ?key|client ?secret)\s{0,20}=\s{0,20}(?:"([^"]{1,500})"|'([^']{1,500})'|([^;,"']{1,500}))/gi;

/** `scheme://user:password@host`. */
const PASSWORD_IN_URL = /^[a-z][\w+.-]{1,30}:\/\/[^\s:@/]{1,100}:([^\s@/]{1,200})@/i;

/** Whether a connection string, of whatever kind, holds a password in clear text. */
export function hasPassword(text: string): boolean {
  for (const [, double, single, plain] of text.matchAll(PASSWORD_PART))
    if (isSecretInClear(double ?? single ?? plain ?? '')) return true;
  const [, password] = PASSWORD_IN_URL.exec(text.trim()) ?? [];
  return password !== undefined && isSecretInClear(password);
}

/** Attributes whose values are never shown, whatever they say. */
const ATTRIBUTE_OF_SECRET = /password|secret|validationKey|decryptionKey|connectionString/i;

/**
 * Whether what holds for an attribute must not be shown: it is a secret by its schema, by its name, or by the name of the
 * setting or variable that it is the value of.
 */
export function holdsSecret(element: EffectiveElement, name: string): boolean {
  if (element.schema.attributes.get(name)?.encrypted || ATTRIBUTE_OF_SECRET.test(name)) return true;
  if (name !== 'value') return false;
  return isNameOfSecret(element.text('key')) || isNameOfSecret(element.text('name')) || hasPassword(element.text(name));
}
