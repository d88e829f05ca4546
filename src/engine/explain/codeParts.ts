import type { Answer } from '../knowledge/fact';
import { hexOf, type MalformedCode } from './writtenCode';

/** Facilities of a HRESULT, as winerror.h numbers them, that are met on servers. */
const FACILITIES: Readonly<Record<number, string>> = {
  0: 'general',
  1: 'RPC',
  2: 'automation',
  3: 'structured storage',
  4: 'interface-specific: it depends on who reports it',
  7: 'Win32',
  8: 'Windows',
  9: 'security',
  10: 'script engines',
  11: 'certificates',
  12: 'internet',
  14: 'message queuing',
  15: 'setup',
  16: 'smart cards',
  17: 'COM+',
  19: '.NET runtime',
  25: 'HTTP',
  32: 'background transfer',
  33: 'configuration',
  36: 'Windows Update',
  37: 'directory service',
  51: 'Windows Remote Management',
};

/** Facilities of an NTSTATUS, as ntstatus.h numbers them. */
const STATUS_FACILITIES: Readonly<Record<number, string>> = {
  0: 'general',
  1: 'debugger',
  2: 'RPC',
  3: 'RPC stubs',
  4: 'input and output',
  7: 'Win32',
};

/** Facilities of failure HRESULTs that begin with 0xC0, as no NTSTATUS has them. */
const SEVERE_FACILITIES: Readonly<Record<number, string>> = {
  12: 'XML parser (MSXML)',
  13: 'Windows Media',
  14: 'message queuing',
};

/** Whether a failure HRESULT or an NTSTATUS error is of a facility that is met on servers. */
export function hasKnownFacility(value: number): boolean {
  const facility = (value >>> 16) & 0xfff;
  return value >= 0xc0000000
    ? facility in STATUS_FACILITIES || facility in SEVERE_FACILITIES
    : (facility & 0x7ff) in FACILITIES;
}

/**
 * The code that another one carries: HRESULT_FROM_WIN32, HRESULT_FROM_NT and NTSTATUS_FROM_WIN32 put it inside.
 *
 * @param value unsigned 32-bit value
 */
export function carriedBy(value: number): { kind: 'Win32' | 'NTSTATUS'; value: number } | null {
  const high = value >>> 16;
  if (high === 0x8007 || high === 0xc007) return { kind: 'Win32', value: value & 0xffff };
  if (value >>> 28 === 0xd) return { kind: 'NTSTATUS', value: (value & ~0x10000000) >>> 0 };
  return null;
}

/** What the bits of a code say when we have no entry: whose code it is, and its number there. */
export function takenApart(value: number): Answer {
  const hex = hexOf(value);
  const small = value <= 0xffff;
  return {
    id: 'code-unknown',
    name: `${small ? `Win32 ${value}` : hex}, not in our knowledge base`,
    verdict: null,
    meaning: `By its parts: ${small ? `a Win32 error, in hexadecimal ${hex}` : partsOf(value)}.`,
    checks: [
      small
        ? `On a server: \`net.exe helpmsg ${value}\` prints the text of Windows, where there is one.`
        : `On a server: \`certutil.exe -error ${hex}\` prints the text of Windows, where there is one.`,
    ],
    sources: [],
  };
}

function partsOf(value: number): string {
  const number = value & 0xffff;
  const carried = carriedBy(value);
  if (carried?.kind === 'NTSTATUS') return `a HRESULT that carries the NTSTATUS ${hexOf(carried.value)}`;
  if (carried?.kind === 'Win32') return `the Win32 error ${number}`;
  // Such a value is a small negative number that was printed in hexadecimal.
  if (value >= 0xffff0000) return `the number ${value | 0}, which a program chose for itself`;
  if (value >>> 28 >= 0xc) {
    if (value & 0x20000000) return `an exception or status that a program defined for itself, code ${number}`;
    const facility = (value >>> 16) & 0xfff;
    if (facility in SEVERE_FACILITIES)
      return `a failure HRESULT, facility ${named(facility, SEVERE_FACILITIES)}, code ${number}`;
    const kind = facility in STATUS_FACILITIES ? 'an NTSTATUS error' : 'an NTSTATUS error, or a HRESULT like it';
    return `${kind}, facility ${named(facility, STATUS_FACILITIES)}, code ${number}`;
  }
  if (value & 0x20000000) return `a failure HRESULT that a program defined for itself, code ${number}`;
  const facility = (value >>> 16) & 0x7ff;
  const what = `a failure HRESULT, facility ${named(facility, FACILITIES)}, code ${number}`;
  if (facility === 25 && number >= 100 && number < 600) return `${what}: the HTTP status ${number}`;
  return facility === 10 ? `${what}: run-time error ${number} of VBScript or JScript` : what;
}

const named = (facility: number, names: Readonly<Record<number, string>>): string => {
  const name = names[facility];
  return name === undefined ? `${facility}` : `${facility} (${name})`;
};

/** What can be said of a code that has not eight digits. */
export const malformedAnswer = ({ malformed }: MalformedCode): Answer => ({
  id: 'code-malformed',
  name: malformed === 'short' ? 'Malformed code: a digit too few' : 'Malformed code: a digit too many',
  verdict: null,
  meaning: `A code has eight hexadecimal digits; this one has ${
    malformed === 'short' ? 'seven, so a digit was lost' : 'nine, so a digit got in'
  } when it was copied or printed. We do not guess which.`,
  checks: ['Copy the code again from where it was shown.'],
  sources: [],
});
