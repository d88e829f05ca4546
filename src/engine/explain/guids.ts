import type { Answer, GuidRole, NonEmpty } from '../knowledge/fact';
import type { Knowledge, Row } from '../knowledge/knowledge';
import type { WrittenGuid } from '../text/guid';

/** What the words before a GUID call it. */
const ROLE_WORDS: readonly (readonly [RegExp, GuidRole])[] = [
  [/\b(?:CLSID|CSLID|class\s?id)\W{0,6}$/i, 'CLSID'],
  [/\b(?:APP\s?ID|application\s?id)\W{0,6}$/i, 'AppID'],
  [/\bProvider\b[^<>]{0,80}\bGuid\W{0,4}$/i, 'ETW provider'],
];

/**
 * What we know of a GUID: our facts, the one for the role that the text gives it first; else the table behind them;
 * else, if wanted, what the value itself tells.
 */
export async function answersForGuid(
  written: WrittenGuid,
  text: string,
  knowledge: Knowledge,
  tellUnknown: boolean,
): Promise<NonEmpty<Answer> | null> {
  const { guid, start } = written;
  const before = text.slice(Math.max(0, start - 120), start);
  const role = ROLE_WORDS.find(([words]) => words.test(before))?.[1];
  const [first, ...rest] = [...knowledge.guid(guid)]
    .sort((a, b) => Number(isRole(b.key.roles, role)) - Number(isRole(a.key.roles, role)))
    .map(({ fact }) => fact);
  if (first) return [first, ...rest];
  const row = await knowledge.row('guids', guid);
  if (row) return [answerOfRow(row)];
  return tellUnknown ? [unknownGuid(guid)] : null;
}

const isRole = (roles: readonly GuidRole[], role: GuidRole | undefined): boolean =>
  role !== undefined && roles.includes(role);

function answerOfRow(row: Row): Answer {
  const [guid = '', role = '', name = '', meaning = ''] = [row.guid, row.role, row.name, row.meaning];
  return {
    id: `guid-${guid.toLowerCase()}`,
    name: name.slice(0, 60),
    verdict: null,
    meaning: meaning ? `${role}. ${meaning}` : `${role} ${name}.`,
    sources: [],
  };
}

/** 100-nanosecond steps between 15 October 1582, where the time of a version 1 GUID begins, and 1970. */
const GREGORIAN_TO_UNIX = 122_192_928_000_000_000n;

/**
 * What can be said of a GUID that we do not know: what the value itself reveals, and how to look it up on a server.
 *
 * @param guid upper case, with hyphens, without braces
 */
function unknownGuid(guid: string): Answer {
  return {
    id: 'guid-unknown',
    name: 'Unknown GUID',
    verdict: null,
    meaning: `Not in our knowledge base. ${revealed(guid)}`,
    checks: [
      `On the server: \`reg query "HKCR\\CLSID\\{${guid}}" /s\``,
      `As an application id: \`reg query "HKCR\\AppID\\{${guid}}" /s\``,
      `As an event provider: \`reg query "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\WINEVT\\Publishers\\{${guid}}"\``,
    ],
    doNot: ['Do not change permissions or delete keys for a GUID before you know what it is.'],
    sources: [],
  };
}

/** What the bits of a GUID say: version, and for a time-based one when and by which network card it was made. */
function revealed(guid: string): string {
  if (/^[0-]+$/.test(guid)) return 'All zeros: an empty value, not an identifier.';
  if (!/^[89AB]/.test(guid[19] ?? '')) return 'It is not of a standard variant, so the value itself tells nothing.';
  const version = guid.charAt(14);
  if (version === '1') return timeBased(guid);
  if (version === '3' || version === '5') return 'The value was computed from a name.';
  if (version === '4') return 'The value is random, it tells nothing by itself.';
  return 'The value itself tells nothing.';
}

function timeBased(guid: string): string {
  const [low = '', middle = '', high = '', , node = ''] = guid.split('-');
  const time = BigInt(`0x${high.slice(1)}${middle}${low}`) - GREGORIAN_TO_UNIX;
  const made = new Date(Number(time / 10_000n));
  const day = Number.isNaN(made.getTime()) ? 'an unknown day' : made.toISOString().slice(0, 10);
  const card = node.replace(/(..)(?=.)/g, '$1-');
  return `Made on ${day} by a machine with the network address ${card}: ids of one product often share that ending.`;
}
