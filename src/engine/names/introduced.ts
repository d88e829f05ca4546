import { isDistinctive, looksLikeHost } from './hosts';
import { isFileName, isOrdinary } from './wellKnown';

export type NameKind = 'host' | 'domain' | 'user';

/** A name as the words before it introduce it. */
export interface IntroducedName {
  readonly kind: NameKind;
  readonly name: string;
  /** Whether it is certainly a machine's, so that the first part of a full name is that machine as well. */
  readonly isMachine: boolean;
}

/** Labels of machines in event records, tools and settings, also as a translated Event Viewer writes them. */
const COMPUTER =
  'computer(?:[ _]?name)?|machine(?:[ _]?name)?|workstation(?:[ _]?name)?|source workstation|caller computer name|pscomputername|__server|netbios(?: computer)? name|rechner|ordinateur|equipo|computador|komputer|bilgisayar|\u043A\u043E\u043C\u043F\u044C\u044E\u0442\u0435\u0440|\u8BA1\u7B97\u673A|\u96FB\u8166|\u30B3\u30F3\u30D4\u30E5\u30FC\u30BF\u30FC';
/** Labels behind which other things stand as well, so that only a value that looks like a name counts. */
const SERVER = 'host(?:[ _]?name)?|server(?:[ _]?name)?|node(?:[ _]?name)?|remote (?:computer|host|server)';
const DOMAIN = '(?:target|subject|account|logon|user)?[ _]?domain(?:[ _]?name)?';
const USER =
  '(?:target|subject|caller|account|logon|client)?[ _]?user(?:[ _]?(?:name|id))?|(?:target |service )?account(?:[ _]?name)?|uid|security id|benutzer|utilisateur|usuario|utente|gebruiker|u\u017Cytkownik|kullan\u0131c\u0131|\u043F\u043E\u043B\u044C\u0437\u043E\u0432\u0430\u0442\u0435\u043B\u044C|\u7528\u6237|\u30E6\u30FC\u30B6\u30FC';

/** Between label and value: `:`, `=`, the `. . . :` of consoles, the tag of event XML, quotes of JSON. */
const ASSIGN = '["\'*_`\\]]{0,3}[ \\t.]{0,40}[:=>\\uFF1A|]["\'*_`]{0,2}[ \\t]{0,40}["\'*_`]{0,3}';
const BEGIN = '(?:(?<![\\p{L}\\p{N}])|(?<=\\\\[nrt]))';
const HOST = '[\\p{L}\\p{N}][\\p{L}\\p{N}_.-]{0,252}';
const FULL_NAME = '[\\p{L}\\p{N}][\\p{L}\\p{N}_.$-]{0,63}(?: [\\p{L}\\p{N}][\\p{L}\\p{N}_.$-]{0,63}){1,3}';
const SLASH = '\\\\{1,2}';

/** A product (`Microsoft-IIS/10.0`) is no machine; what stands before a backslash is the user's domain. */
const NO_MACHINE = '(?![\\p{L}\\p{N}_.\\/-])';
const NO_DOMAIN = `(?![\\p{L}\\p{N}_.\\/-]|${SLASH}(?!r\\\\n)[\\p{L}\\p{N}])`;

/** @param value with the name in its only group */
const labelled = (label: string, value: string): RegExp => new RegExp(`${BEGIN}(?:${label})${ASSIGN}${value}`, 'giu');

/** How names are introduced: the pattern's only group is the name. */
interface Introduction {
  readonly kind: NameKind;
  readonly pattern: RegExp;
  readonly isMachine?: true;
  /** Whether it is a name, by itself and by the text behind it; for a pattern that leaves this open. */
  readonly accepts?: (name: string, behind: string) => boolean;
}

/** What follows a value that is not the beginning of a sentence. */
const ENDS = /^(?:\s*$|\s*[\r\n]|\s{2}|\t|["'<,;&|)\]]|\\[\\nrt]|\.(?:\s|$)| \p{L}[\p{L} ]{1,24}[:\uFF1A])/u;

const isWhole = (name: string, behind: string): boolean => ENDS.test(behind) || isDistinctive(name);

const INTRODUCTIONS: readonly Introduction[] = [
  { kind: 'host', pattern: labelled(COMPUTER, `(${HOST})${NO_MACHINE}`), isMachine: true, accepts: isWhole },
  { kind: 'host', pattern: labelled(SERVER, `(${HOST})${NO_MACHINE}`), accepts: isDistinctive },
  { kind: 'domain', pattern: labelled(DOMAIN, `(${HOST})${NO_DOMAIN}`), accepts: isWhole },
  { kind: 'user', pattern: labelled(USER, `(${HOST})${NO_DOMAIN}`), accepts: isWhole },
  {
    // `CONTOSO\John Smith`: only behind a label is it certain that the blanks belong to the name.
    kind: 'user',
    pattern: labelled(USER, `${HOST}${SLASH}(${FULL_NAME})`),
    accepts: (name, behind) => !/(?:^| )\p{Ll}/u.test(name) && ENDS.test(behind),
  },
  // Connection strings.
  { kind: 'host', pattern: /(?:data source|server|addr(?:ess)?) ?= ?(?:tcp:)?(\w[\w.-]{0,252})(?=[;,\\])/gi },
  // What Windows writes in sentences; the values of event data that a SID follows are its domain and its user.
  { kind: 'host', pattern: /communicate with the computer (\w[\w.-]{1,252}) using/gi, isMachine: true },
  { kind: 'user', pattern: /\buser (\w[\w.-]{1,63}) SID \(S-1-5-21-/gi },
  {
    kind: 'domain',
    pattern: />([^<>\\]{1,64})<\/Data>\s*<Data[^>]{0,60}>[^<>\\]{1,64}<\/Data>\s*<Data[^>]{0,60}>S-1-5-21-/gi,
  },
  { kind: 'user', pattern: />([^<>\\]{1,64})<\/Data>\s*<Data[^>]{0,60}>S-1-5-21-/gi },
  // Running text and commands: only what is written like a machine's name.
  { kind: 'host', pattern: /\b[Cc]omputer ([A-Z][A-Z0-9-]{2,14})(?![\w-])/g, isMachine: true },
  {
    kind: 'host',
    pattern: /\b(?:[Ss]erver|[Mm]achine|[Hh]ost|[Nn]ode) ([A-Z][A-Z0-9-]{2,14})(?![\w-])/g,
    accepts: isDistinctive,
  },
  { kind: 'host', pattern: /(?<=\s)-(?:ComputerName|CN|HostName) ["']?([A-Za-z][\w.-]{1,252})/gi, isMachine: true },
  { kind: 'host', pattern: /\bI(?:USR|WAM)_([A-Za-z0-9][A-Za-z0-9-]{1,14})(?![\w-])/g },
];

/** The names that words before them introduce; nothing that every machine has. */
export function introducedNames(text: string): IntroducedName[] {
  return INTRODUCTIONS.flatMap(({ kind, pattern, isMachine = false, accepts }) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const name = (match[1] ?? '').replace(/(?<![\s._-])[\s._-]+$/, '');
      const end = match.index + match[0].length;
      const isAccepted = isNameOf(kind, name) && (accepts?.(name, text.slice(end, end + 40)) ?? true);
      return isAccepted ? [{ kind, name, isMachine }] : [];
    }),
  );
}

/** Whether a word can be the name of somebody or of somebody's machine; words and accounts of every machine cannot. */
export function isNameOf(kind: NameKind, name: string): boolean {
  if (name.length < 3 || !/\p{L}/u.test(name) || isOrdinary(name)) return false;
  // A SID, a GUID, a version, an account whose name contains the machine's.
  if (/^(?:S-1-\d|[0-9a-f]{8}-[0-9a-f]{4}-|v?\d+\.\d|I(?:WAM|USR)_)/i.test(name)) return false;
  return !name.includes('.') || looksLikeHost(name) || (kind !== 'domain' && !isFileName(name));
}
