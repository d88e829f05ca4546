import { sha1 } from '@noble/hashes/legacy.js';
import type { Answer, NonEmpty } from '../knowledge/fact';
import type { Knowledge } from '../knowledge/knowledge';
import type { Range } from '../text/range';

/** A security identifier as it stands in a text. */
export interface WrittenSid extends Range {
  /** `S-1-5-18`; one that was cut off ends in `-`. */
  readonly sid: string;
}

/** A SID, possibly cut off or masked behind its first parts: `S-1-5-21-...`, `S-1-5-21-xxxx`. */
const SHAPE = /(?<![\w-])S-1-\d{1,14}(?:-\d{1,10}){0,15}(?<cut>-(?=\.{2,}|…|[xX*]{2,}|\s*$|["'})\]])|(?=\.{3}|…))?/gm;

export function findSids(text: string): WrittenSid[] {
  return [...text.matchAll(SHAPE)].map(({ index, 0: written, groups }) => ({
    start: index,
    end: index + written.length,
    sid: groups?.cut === '' ? `${written}-` : written,
  }));
}

/** What we know of a SID; null where not even its beginning is known. */
export function answersForSid(
  { sid }: WrittenSid,
  knowledge: Knowledge,
  poolNames: readonly string[],
): NonEmpty<Answer> | null {
  const facts = knowledge.sid(sid).map(({ fact }) => fact);
  const named = accountOf(sid, poolNames);
  const [first, ...rest] = facts;
  if (named && first) return [{ ...first, name: named }, ...rest];
  return first ? [first, ...rest] : null;
}

/** Services that appear in IIS logs, by their key names; a service's SID is computed from its name. */
const SERVICES = [
  'TrustedInstaller W3SVC WAS AppHostSvc WMSVC FTPSVC IISADMIN W3LOGSVC MSSQLSERVER SQLSERVERAGENT WdiServiceHost',
  'WdiSystemHost SQLWriter SharedAccess Schedule BITS wuauserv EventLog',
]
  .join(' ')
  .split(' ');

/** Pools that setups create; others come from the caller. */
const POOLS = [
  'DefaultAppPool',
  '.NET v4.5',
  '.NET v4.5 Classic',
  '.NET v2.0',
  '.NET v2.0 Classic',
  'Classic .NET AppPool',
];

/** The account behind a computed SID: an application pool or a service whose name gives exactly this SID. */
function accountOf(sid: string, poolNames: readonly string[]): string | null {
  if (sid.startsWith('S-1-5-82-')) {
    const pool = [...POOLS, ...poolNames].find((name) => applicationPoolSid(name) === sid);
    return pool === undefined ? null : `IIS AppPool\\${pool}`;
  }
  if (sid.startsWith('S-1-5-80-')) {
    const service = SERVICES.find((name) => serviceSid(name) === sid);
    return service === undefined ? null : `NT SERVICE\\${service}`;
  }
  return null;
}

/** The SID of an application pool's identity: SHA-1 of its lower-case name. */
export const applicationPoolSid = (name: string): string => `S-1-5-82-${nameHash(name.toLowerCase())}`;

/** The SID of a service: SHA-1 of its upper-case key name. */
export const serviceSid = (name: string): string => `S-1-5-80-${nameHash(name.toUpperCase())}`;

/** SHA-1 of the name in UTF-16LE as five little-endian 32-bit numbers. */
function nameHash(name: string): string {
  const bytes = new Uint8Array(name.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < name.length; i++) view.setUint16(i * 2, name.charCodeAt(i), true);
  const hash = sha1(bytes);
  const words = new DataView(hash.buffer, hash.byteOffset, hash.byteLength);
  return [0, 4, 8, 12, 16].map((at) => words.getUint32(at, true)).join('-');
}
