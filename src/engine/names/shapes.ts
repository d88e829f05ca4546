import { WELL_KNOWN_ACCOUNT } from './wellKnown';

const NAME = '[\\p{L}\\p{N}][\\p{L}\\p{N}_.-]{0,252}';
const ACCOUNT_SIGN = '[\\p{L}\\p{N}._$-]';
const IP_LITERAL = '\\[[0-9A-F:.]{2,45}(?:%[\\p{L}\\p{N}]{1,15})?\\]';

/**
 * What begins like a word. Of several that fit at a place the first one counts.
 *
 * @param names patterns of names of several words, each with a `|` behind it
 */
const words = (names: string): string[] => [
  '(?<guid>[0-9A-F]{8}-?(?:[0-9A-F]{4}-?){3}[0-9A-F]{12}(?![\\p{L}\\p{N}]))',
  `(?<wellKnown>${WELL_KNOWN_ACCOUNT})`,
  `(?<scheme>[A-Z][A-Z0-9+.-]{1,15}:\\/\\/)(?:(?<login>[^\\s\\/@"'<>]{1,128})@)?(?<urlHost>${NAME}|${IP_LITERAL})`,
  '(?<sid>S-1-(?:5-21|12-1)(?:-\\d{1,10}){1,12})',
  '(?<ipv4>(?<!\\.|\\p{L}-)\\d{1,3}(?:\\.\\d{1,3}){3}(?![\\p{L}\\p{N}_]|\\.\\d))',
  `(?<mailbox>[\\p{L}\\p{N}_][\\p{L}\\p{N}._%+'-]{0,63})@(?<mailHost>${NAME})`,
  // Not inside a path: nothing of one before it, nothing behind it.
  `(?<![\\\\/.%$)\\]-]|(?<!\\p{L})\\p{L}:)(?<domain>[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,63})(?<slash>\\\\{1,2})(?<user>${names}[\\p{L}\\p{N}_]${ACCOUNT_SIGN}{0,63})(?![\\\\/@]|${ACCOUNT_SIGN})`,
  '(?<=[A-Z]:\\\\{1,2}(?:Users|Documents and Settings)\\\\{1,2})(?<profile>[^\\\\/:*?"<>|\\r\\n]{1,64}(?=\\\\)|[\\p{L}\\p{N}_.-]{1,64})',
  `(?<service>(?:HTTPS?|HOST|CIFS|TERMSRV|RPCSS|LDAP|MSSQLSvc|WSMAN|RestrictedKrbHost|FTP)\\/)(?<serviceHost>${NAME})`,
  '(?<word>[\\p{L}\\p{N}_][\\p{L}\\p{N}_.-]{0,252})',
];

/** Also times and every other run of colons: whether it is an address, its groups tell. */
const IPV6 =
  '(?<![\\p{L}\\p{N}_:.\\]])(?<ipv6>[0-9A-F]{0,4}(?::[0-9A-F]{0,4}){2,8}(?:\\.\\d{1,3}){0,3}(?:%[\\p{L}\\p{N}]{1,15})?)(?![\\p{L}\\p{N}:])';

/** `\\server\share`, also with the doubled backslashes of JSON. */
const UNC = `(?<![\\p{L}\\p{N}\\\\:.%)\\]])(?<slashes>(?:\\\\{4}|\\\\{2})(?:\\?\\\\{1,2}UNC\\\\{1,2})?)(?<uncHost>${NAME})(?=[\\\\\\s"'\`<>,;)&]|$)`;

/**
 * A pattern for everything in a text that is, or may be, a name, and for what only looks like one; its groups tell
 * which. Together the matches cover every word.
 *
 * @param phrases names of several words
 */
export function shapesOfNames(phrases: readonly string[]): RegExp {
  const names = phrases.map((phrase) => `${literal(phrase)}(?![\\p{L}\\p{N}])|`).join('');
  const phrase = phrases.length ? [`(?<phrase>${names.slice(0, -1)})`] : [];
  return new RegExp(`${IPV6}|(?<![\\p{L}\\p{N}_])(?:${[...phrase, ...words(names)].join('|')})|${UNC}`, 'giu');
}

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
