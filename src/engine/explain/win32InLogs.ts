import type { Answer } from '../knowledge/fact';
import type { Knowledge } from '../knowledge/knowledge';
import { answersForCode } from './codes';
import { hexOf } from './writtenCode';

/** What a code adds to a request's status. */
export interface Addition {
  /** One short sentence without the code itself: `the file is not there`. */
  readonly says: string;
  /** What is known of the code in general. */
  readonly answers: readonly Answer[];
}

/**
 * What a code means behind the status of a request, where the system's own text says less or misleads. A code that
 * was wrapped into an HRESULT stands here by its Win32 value. After the notes on sc-win32-status in Microsoft's
 * articles on the IIS log and on the HTTP Server API.
 */
const BEHIND_A_STATUS: ReadonlyMap<number, string> = new Map([
  [2, 'the file is not there'],
  [3, 'a folder of the path is not there'],
  [5, 'access was denied'],
  [13, 'the configuration cannot be read, or belongs to a module that is not installed'],
  [32, 'another program holds the file open'],
  [33, 'the configuration section is locked at a parent level'],
  [50, 'this handler or pipeline mode does not support the request'],
  [64, 'the client was gone before the answer was complete'],
  [121, 'the network to the client or to a file share stalled'],
  [123, 'the path holds characters that no file name may have'],
  [183, 'the configuration has an entry twice'],
  [267, 'the physical path is not a folder'],
  [995, 'the request was cancelled: the client left, or the worker process ended'],
  [1229, 'the connection was gone already'],
  [1236, 'the connection was aborted while the answer was sent'],
  [1260, 'a policy blocks it: a software restriction, or an extension that is not allowed'],
  [1326, 'user name or password is wrong'],
  [1385, 'the account lacks the right for this type of logon'],
  [1909, 'the account is locked out'],
  [12002, 'the server behind did not answer in time'],
  [12007, 'the name of the server behind is not resolved'],
  [12029, 'no connection to the server behind'],
  [12030, 'the server behind closed the connection'],
  [12152, 'the server behind sent an answer that is not valid HTTP'],
  [12175, 'TLS with the server behind failed'],
  [0x80090308, 'the security token was refused, mostly a Kerberos ticket for another account (SPN)'],
  [0x8009030c, 'logon denied: wrong credentials, or the loopback check on the server itself'],
  [0x8009030e, 'no credentials yet, a normal step of the Negotiate or NTLM handshake'],
  [0x800b0109, 'this server does not trust the issuing root certificate'],
  [0x80092013, 'this server could not reach the revocation list'],
]);

/**
 * What sc-win32-status, or the error code of a trace, adds to a status; null where it adds nothing.
 *
 * @param value unsigned: a Win32 code, or a HRESULT
 */
export async function additionOf(value: number, knowledge: Knowledge): Promise<Addition | null> {
  if (value === 0 || value > 0xffffffff) return null;
  const inner = value >>> 16 === 0x8007 ? value & 0xffff : value;
  const known = await answersForCode(
    { start: 0, end: 0, value, kinds: value < 0x80000000 ? ['Win32'] : ['HRESULT', 'NTSTATUS'], onlyIfKnown: true },
    knowledge,
  );
  // WinHTTP numbers its errors from 12000; the tables have them only as HRESULTs.
  const answers = known ?? (await wrapped(value, knowledge)) ?? [];
  const [first] = answers;
  const says = BEHIND_A_STATUS.get(inner) ?? (first && plainName(first));
  return says === undefined ? null : { says, answers };
}

const wrapped = async (value: number, knowledge: Knowledge): Promise<readonly Answer[] | null> =>
  value < 0x10000
    ? answersForCode({ start: 0, end: 0, value: 0x80070000 + value, kinds: ['HRESULT'], onlyIfKnown: true }, knowledge)
    : null;

/** The name of a code without its number: `the section is locked at a parent level`. */
function plainName({ name, verdict, meaning }: Answer): string {
  if (verdict === null && meaning !== '') return meaning.split(/\.(?=\s|$)/)[0] ?? meaning;
  return name.replace(/^(?:0x[0-9A-F]{8}|Win32 \d+)(?: = Win32 \d+,)?[:,]?\s*/, '');
}

/** A code as the log writes it, in hexadecimal too where it is a HRESULT. */
export const codeWords = (value: number): string => (value < 0x80000000 ? `${value}` : `${value} (${hexOf(value)})`);
