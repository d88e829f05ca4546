import { isIpv4, isIpv6, isTelling, isVersion } from '../names/addresses';
import { AliasBook, type AliasKind } from '../names/aliasBook';
import { columnNames } from '../names/fieldLog';
import { isDistinctive, isPublicHost, looksLikeHost } from '../names/hosts';
import { introducedNames } from '../names/introduced';
import { shapesOfNames } from '../names/shapes';
import { isFileName, isOrdinary, isRootOfPath, isSharedProfile, isWellKnown } from '../names/wellKnown';
import type { Wording } from './reworded';

/**
 * Replaces the names in texts by aliases: `host-1`, `domain-1`, `user-1`, `sid-1`, `address-1`, counted in the order in
 * which they are first replaced. A value has the same alias in every text. Names that every machine has, GUIDs,
 * versions, times and file names stay. In sentences of ours only names that the document has are replaced.
 *
 * @param context where names are learnt from their labels and notations, such as the document around a record
 */
export function nameReplacer(context: string): Wording {
  const book = new AliasBook();
  for (const { kind, name, isMachine } of [...introducedNames(context), ...columnNames(context)])
    book.learn(kind, name, isMachine);
  const learn: Names = {
    say: (kind, name, alone) => {
      if (alone && name.length > 2 && !isOrdinary(name)) book.learn(kind, name);
      return name;
    },
    known: () => null,
  };
  rewrite(context, shapesOfNames(book.phrases), learn);
  const shapes = shapesOfNames(book.phrases);
  const inSentence: Names = {
    say: (kind, name) => (book.has(name) ? book.say(kind, name) : name),
    known: (word) => (book.isSpelt(word) || isDistinctive(word) ? book.known(word) : null),
  };
  return { document: (text) => rewrite(text, shapes, book), sentence: (text) => rewrite(text, shapes, inSentence) };
}

/** What becomes of names. */
interface Names {
  /**
   * What to write for a name that its notation gives away.
   *
   * @param alone whether it is so certainly a name that the same word without that notation is it as well
   */
  say(kind: AliasKind, name: string, alone: boolean): string;
  /** What to write for a word that is known as a name; null for any other word. */
  known(word: string): string | null;
}

function rewrite(text: string, shapes: RegExp, names: Names): string {
  const parts: string[] = [];
  let at = 0;
  for (const match of text.matchAll(shapes)) {
    parts.push(text.slice(at, match.index), rewritten(match, text, names));
    at = match.index + match[0].length;
  }
  return parts.join('') + text.slice(at);
}

function rewritten({ 0: written, index, groups = {} }: RegExpExecArray, text: string, names: Names): string {
  const group = groups as Readonly<Record<string, string | undefined>>;
  const { phrase, sid, ipv4, ipv6, scheme, login, urlHost, slashes, uncHost } = group;
  const { mailbox, mailHost, domain, slash, user, profile, service, serviceHost, word } = group;
  if (phrase !== undefined) return names.say('user', phrase, false);
  if (sid !== undefined) return names.say('sid', sid, false);
  if (ipv4 !== undefined) {
    const end = index + ipv4.length;
    const isAddress =
      isIpv4(ipv4) && !isVersion(ipv4, text.slice(Math.max(0, index - 32), index), text.slice(end, end + 12));
    return isAddress ? address(ipv4, names) : ipv4;
  }
  if (ipv6 !== undefined) return isIpv6(ipv6) ? address(ipv6, names) : ipv6;
  if (scheme !== undefined && urlHost !== undefined)
    return `${scheme}${login === undefined ? '' : `${userOf(login, names)}@`}${host(urlHost, names)}`;
  if (slashes !== undefined && uncHost !== undefined) return slashes + uncServer(uncHost, names);
  if (mailbox !== undefined && mailHost !== undefined) return mail(mailbox, mailHost, names);
  if (domain !== undefined && slash !== undefined && user !== undefined) return account(domain, slash, user, names);
  if (profile !== undefined) return isSharedProfile(profile) ? profile : names.say('user', profile, true);
  if (service !== undefined && serviceHost !== undefined)
    return service + (isDistinctive(serviceHost) && /^\p{L}/u.test(serviceHost) ? host : words)(serviceHost, names);
  if (word !== undefined) return wordAt(word, text[index - 1], names);
  return written;
}

const address = (written: string, names: Names): string => {
  const [plain = '', zone] = written.split('%');
  return isTelling(plain) ? names.say('address', plain, false) + (zone === undefined ? '' : `%${zone}`) : written;
};

/** A name where only a host's can stand, which a sentence may end behind. */
function host(written: string, names: Names): string {
  const literal = /^\[(.*)\]$/.exec(written)?.[1];
  if (literal !== undefined) return isIpv6(literal) ? `[${address(literal, names)}]` : written;
  const [name, rest] = trimmed(written);
  if (isIpv4(name)) return address(name, names) + rest;
  if (name.length < 2 || isWellKnown(name) || isPublicHost(name) || isFileName(name)) return written;
  return names.say('host', name, isDistinctive(name) || name.length > 4) + rest;
}

/** The first part of a UNC path; `\\inetpub` and `\\nText` are ordinary backslashes, doubled by JSON. */
const uncServer = (written: string, names: Names): string =>
  isRootOfPath(written) || /^[nrt]\p{Lu}/u.test(written) ? words(written, names) : host(written, names);

/** The user before an address; a password behind it is dropped. */
const userOf = (login: string, names: Names): string => names.say('user', login.split(':')[0] ?? '', false);

function mail(mailbox: string, written: string, names: Names): string {
  const [domain, rest] = trimmed(written);
  if (!/\.\p{L}{2,}$/u.test(domain) || isFileName(domain)) return `${words(mailbox, names)}@${words(written, names)}`;
  const user = isWellKnown(mailbox) ? mailbox : names.say('user', mailbox, mailbox.length > 3);
  return `${user}@${isPublicHost(domain) ? domain : names.say('domain', domain, true)}${rest}`;
}

/** `DOMAIN\user`, unless it is a piece of a path or an escaped line end. */
function account(domain: string, slash: string, writtenUser: string, names: Names): string {
  const [user, rest] = trimmed(writtenUser);
  const isUpper = domain === domain.toUpperCase();
  const isEscape = slash.length === 1 && !isUpper && /^[nrt](?:\p{Lu}|$)/u.test(user);
  if (isEscape || isRootOfPath(domain) || isRootOfPath(user) || isFileName(user))
    return words(domain, names) + slash + wordAt(writtenUser, '\\', names);
  const left = isWellKnown(domain) ? domain : names.say('domain', domain, isUpper);
  // `IWAM_` and `IUSR_` are IIS's own, what follows is the machine.
  if (/^I(?:WAM|USR)_/i.test(user)) return left + slash + words(writtenUser, names);
  if (user.endsWith('$')) return `${left}${slash}${host(user.slice(0, -1), names)}$${rest}`;
  return left + slash + (isWellKnown(user) ? user : names.say('user', user, isUpper)) + rest;
}

/** Any word: a known name, a host by its suffix, or something in which known names may stand. */
function wordAt(written: string, before: string | undefined, names: Names): string {
  const [word, rest] = trimmed(written);
  const known = names.known(word);
  if (known !== null) return known + rest;
  if (looksLikeHost(word) && !isPublicHost(word) && !isFileName(word)) return names.say('host', word, true) + rest;
  // The `n` of an escaped line end belongs to no word.
  return before === '\\' && /^[nrt]./.test(word)
    ? word.slice(0, 1) + words(word.slice(1), names) + rest
    : words(written, names);
}

/** So many parts of a word are tried together as one name. */
const PARTS = 5;

/** Replaces known names inside a word such as `IWAM_WEB01` or `WEB01.log`. */
function words(written: string, names: Names): string {
  const parts = written.split(/([._-])/);
  let text = '';
  for (let i = 0; i < parts.length; i++) {
    const found = i % 2 === 0 ? knownAt(parts, i, names) : null;
    text += found ? found.alias : (parts[i] ?? '');
    if (found) i = found.last;
  }
  return text;
}

/** The longest known name that begins with a part; null where none does. */
function knownAt(parts: readonly string[], first: number, names: Names): { alias: string; last: number } | null {
  for (let last = Math.min(first + 2 * (PARTS - 1), parts.length - 1); last >= first; last -= 2) {
    const name = parts.slice(first, last + 1).join('');
    // Between dots an ordinary-looking word is a part of a file name or a namespace.
    const inFileName = parts[first - 1] === '.' || (parts[last + 1] === '.' && parts[last + 2] !== '');
    const alias = inFileName && !isDistinctive(name) ? null : names.known(name);
    if (alias !== null) return { alias, last };
  }
  return null;
}

/** A name and the signs of the sentence behind it. */
function trimmed(written: string): [string, string] {
  const name = written.replace(/(?<![._-])[._-]+$/, '');
  return [name, written.slice(name.length)];
}
