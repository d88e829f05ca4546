import type { EnvelopeError } from '../envelope';
import { type Known, known, type ShortfallReason, unknown } from '../probe';
import type { RawOutput } from './raw';
import { type Fields, fields, text } from './shape';

/** What was looked for, because "not found" means something else of each. */
export type Looked = 'program' | 'key' | 'file' | 'other';

const DENIED = new Set([
  0x80070005,
  // A privilege is not held; the program wants an elevated session; .NET's SecurityException.
  0x80070522, 0x800702e4, 0x8013150a,
]);
const MISSING = new Set([0x80070002, 0x80070003, 0x80070490]);
/** What a share says when nobody is signed in there: logon failure, no such logon session. */
const NOT_SIGNED_IN = new Set([0x8007052e, 0x80070520]);

/** The number of an error that is written `0x80070005`; null where it is none. */
export const hresultOf = (written: string | null): number | null =>
  written !== null && /^0x[0-9a-f]{8}$/i.test(written) ? Number(written) : null;

/**
 * Why a part of an answer is missing.
 *
 * @param path of the file, where it is one
 */
export function shortfallOf(error: EnvelopeError, looked: Looked = 'other', path = ''): Known<never> {
  return unknown(reasonOf(error, looked, path), error.message);
}

function reasonOf({ hresult, category }: EnvelopeError, looked: Looked, path: string): ShortfallReason {
  const number = hresultOf(hresult) ?? 0;
  const isOnShare = looked === 'file' && /^[\\/]{2}(?![?.][\\/](?!UNC[\\/]))/i.test(path);
  if (isOnShare && NOT_SIGNED_IN.has(number)) return 'secondHop';
  if (DENIED.has(number) || category === 'PermissionDenied') return isOnShare ? 'secondHop' : 'needsAdministrator';
  if (MISSING.has(number) || category === 'ObjectNotFound') return looked === 'program' ? 'notInstalled' : 'notFound';
  if (category === 'NotImplemented') return 'notHere';
  return 'failed';
}

/** The error of a part, of an answer or of a file. */
export function errorOf(value: unknown, where: string): EnvelopeError {
  const error = fields(value, where);
  const hresult = error('hresult');
  return {
    message: text(error('message'), `${where}.message`),
    hresult: typeof hresult === 'string' ? hresult : null,
    category: text(error('category'), `${where}.category`),
  };
}

/** A part: its value as `read` takes it, or why there is none. */
export function part<T>(
  value: unknown,
  where: string,
  read: (value: unknown, where: string) => T,
  looked: Looked = 'other',
  path = '',
): Known<T> {
  const own = fields(value, where);
  return hasError(own)
    ? shortfallOf(errorOf(own('error'), `${where}.error`), looked, path)
    : known(read(own('value'), `${where}.value`));
}

const hasError = (own: Fields): boolean => own('error') !== undefined && own('error') !== null;

/** What a program printed, as `read` takes it, or why it did not run. */
export function program<T>(value: unknown, where: string, read: (output: RawOutput) => Known<T>): Known<T> {
  const own = fields(value, where);
  if (hasError(own)) return shortfallOf(errorOf(own('error'), `${where}.error`), 'program');
  const exitCode = own('exitCode');
  return read({
    text: text(own('text'), `${where}.text`).replace(/^\ufeff/, ''),
    errors: text(own('errors'), `${where}.errors`),
    exitCode: typeof exitCode === 'number' ? exitCode : 0,
  });
}

/** A program has ended with a Win32 error. */
export function refusal({ text: printed, errors, exitCode }: RawOutput): Known<never> {
  const said = [printed, errors].map((one) => one.trim()).find((one) => one !== '') ?? '';
  return unknown(exitCode === 5 || exitCode === 740 ? 'needsAdministrator' : 'failed', said.slice(0, 1000));
}
