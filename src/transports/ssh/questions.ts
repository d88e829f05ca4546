/** What `ssh` asks for. */
export type SshQuestion =
  /** Whether to trust a key of a host: yes or no. */
  | { readonly kind: 'hostKey' }
  /** Any other question of yes or no: no. */
  | { readonly kind: 'other' }
  /** Something that is shown and not answered, such as that a security key waits to be touched. */
  | { readonly kind: 'notice' }
  /** The password of an account on that host. */
  | { readonly kind: 'password'; readonly host: string }
  /** What opens a key of this machine. */
  | { readonly kind: 'passphrase'; readonly purpose: string }
  /** A code that is good for once, or whatever else a server asks. */
  | { readonly kind: 'code' };

const YES_OR_NO = /\((?:yes\/no)(?:\/\[fingerprint\])?\)[?:]?\s*$|^Please type 'yes'/;
const PASSWORD = /^(?:\((?<account>[^)]*)\) ?)?(?:(?<user>.+)@(?<host>[^@\s]+)'s )?password(?: for .*)?:\s*$/i;

/**
 * Tells what a question is. Words that a server can choose are never taken for a question of trust: those stand at the
 * beginning, and are of `ssh` alone.
 *
 * @param hint the variable SSH_ASKPASS_PROMPT
 */
export function readQuestion(prompt: string, hint: string): SshQuestion {
  if (hint === 'none') return { kind: 'notice' };
  if (prompt.startsWith('The authenticity of host ') && YES_OR_NO.test(prompt)) return { kind: 'hostKey' };
  if (hint === 'confirm' || YES_OR_NO.test(prompt)) return { kind: 'other' };
  const key = /^(?:Enter passphrase for|Enter PIN for|Enter PIN and confirm user presence for)\s(?<key>.+?):\s*$/.exec(
    prompt,
  );
  if (key) return { kind: 'passphrase', purpose: key.groups?.key ?? '' };
  const password = PASSWORD.exec(prompt)?.groups;
  // A server that asks by itself stands behind the account's name in parentheses.
  if (password) return { kind: 'password', host: password.host ?? password.account?.split('@').at(-1) ?? '' };
  return { kind: 'code' };
}
