import type { Key, Source } from './fact';

type CodeKey = Extract<Key, { kind: 'code' }>;

/** @param value unsigned, as it is written: `0x80090016` */
export const hresult = (value: number, symbol?: string): CodeKey => ({
  kind: 'code',
  code: 'HRESULT',
  value,
  ...(symbol !== undefined && { symbol }),
});

/** @param value unsigned, as it is written: `0xC0000005` */
export const ntstatus = (value: number, symbol?: string): CodeKey => ({
  kind: 'code',
  code: 'NTSTATUS',
  value,
  ...(symbol !== undefined && { symbol }),
});

/**
 * A Win32 code, as it is and inside a HRESULT (HRESULT_FROM_WIN32): one thing under two numbers.
 *
 * @param hresultSymbol the HRESULT's own name, where it has one: `E_ACCESSDENIED`
 */
export const win32 = (value: number, symbol: string, hresultSymbol?: string): [CodeKey, CodeKey] => [
  { kind: 'code', code: 'Win32', value, symbol },
  hresult((0x80070000 | value) >>> 0, hresultSymbol),
];

/** Where the numbers and the symbols of Windows' own codes are known from. */
export const headers: Source = {
  document: 'Windows header files winerror.h and ntstatus.h',
  says: 'The value and the name of the code.',
  read: '2026-11-21',
};
