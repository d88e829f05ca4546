import type { CodeKind, NonEmpty } from '../knowledge/fact';
import type { Range } from '../text/range';

/** A number in a text that is, or may be, an error code. */
export interface WrittenValue extends Range {
  /** Unsigned 32-bit value. */
  readonly value: number;
  /** What it can be by the way it is written, the likeliest first. */
  readonly kinds: NonEmpty<CodeKind>;
  /** Only worth an answer where we know this very code: the number alone does not prove that it is one. */
  readonly onlyIfKnown?: boolean;
  /** It was read from the bytes of an event's data, which store the lowest byte first. */
  readonly fromData?: boolean;
  /** For data that can be read in two ways: the value the other way, tried where nobody knows the first one. */
  readonly otherwise?: number;
}

/** A code that lost a digit, or won one, on its way here. */
export interface MalformedCode extends Range {
  readonly malformed: 'short' | 'long';
}

/** A code as it stands in a text. */
export type WrittenCode = WrittenValue | MalformedCode;

/** 0xC…, 0xD… and 0xE… are NTSTATUS; 0x8… is a HRESULT unless only NTSTATUS has it; a small number is a Win32 code. */
export function kindsOf(value: number): NonEmpty<CodeKind> {
  if (value >= 0xc0000000) return ['NTSTATUS', 'HRESULT'];
  if (value >= 0x80000000) return ['HRESULT', 'NTSTATUS'];
  return value > 0xffff ? ['NTSTATUS', 'HRESULT'] : ['Win32', 'NTSTATUS'];
}

/**
 * Whether a value has the shape of a failure that Windows or .NET would report: a failed HRESULT of a facility of
 * Microsoft's, or an NTSTATUS error. Flags and bit masks have no number in the low half.
 */
export const looksLikeFailure = (value: number): boolean =>
  (value & 0xffff) !== 0 && (value >>> 24 === 0x80 || value >>> 24 === 0xc0);

export const hexOf = (value: number): string => `0x${value.toString(16).toUpperCase().padStart(8, '0')}`;
