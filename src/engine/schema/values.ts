import { closest } from '../text/closest';
import type { AttributeSchema, TextValidator } from './model';
import { isNumberOfDays, secondsOf } from './timeSpan';

/** Why IIS refuses a value. */
export type ValueProblem =
  | { readonly kind: 'empty' }
  | { readonly kind: 'notBool' }
  /** A name that the enumeration or the flags do not have. */
  | {
      readonly kind: 'unknownName';
      readonly name: string;
      readonly names: readonly string[];
      /** The name that was probably meant. */
      readonly meant: string | null;
    }
  /** Not a whole number in decimal or, from `0x`, in hexadecimal digits. */
  | { readonly kind: 'notNumber' }
  | {
      readonly kind: 'outOfRange';
      readonly min: number | bigint;
      readonly max: number | bigint;
      /** The value must lie outside the range. */
      readonly exclude: boolean;
      /** What the bounds count: times are in seconds. */
      readonly unit: 'seconds' | null;
    }
  /** Not written as the form wants it: `string` is `[d.]hh:mm:ss`. */
  | { readonly kind: 'notTimeSpan'; readonly form: AttributeSchema['timeSpanFormat'] }
  | { readonly kind: 'notMultiple'; readonly seconds: number }
  | { readonly kind: 'infinite' }
  | { readonly kind: 'blanksAtEnds' }
  | {
      readonly kind: 'forbiddenCharacters';
      /** Those that the value has, each once. */
      readonly found: string;
    }
  | { readonly kind: 'badPath'; readonly why: 'noSlashAtStart' | 'slashAtEnd' | 'dotSegment' };

const OK = null;
const EMPTY: ValueProblem = { kind: 'empty' };

/**
 * Checks a value as IIS does when it reads the file. What we are not certain that IIS refuses is let through: blanks
 * around numbers and names, numbers in the place of names, hexadecimal numbers, a plain number as a time.
 *
 * @param value the attribute's value, references replaced
 * @returns null: it is fine
 */
export function checkValue(value: string, attribute: AttributeSchema): ValueProblem | null {
  if (attribute.encrypted && isEncrypted(value)) return OK;
  if (attribute.type === 'string') return checkText(value, attribute);
  const trimmed = value.trim();
  if (attribute.type === 'flags') return checkFlags(trimmed, attribute);
  if (trimmed === '') return EMPTY;
  if (/^infinite$/i.test(trimmed) && (attribute.allowInfinite || attribute.type === 'timeSpan'))
    return attribute.allowInfinite ? OK : { kind: 'infinite' };
  switch (attribute.type) {
    case 'bool':
      return /^(?:true|false)$/i.test(trimmed) ? OK : { kind: 'notBool' };
    case 'enum':
      return checkName(trimmed, attribute);
    case 'timeSpan':
      return checkTime(trimmed, attribute);
    case 'uint':
    case 'int':
    case 'int64':
      return checkNumber(trimmed, attribute);
  }
}

/** Whether a value is a secret under lock and key: `[enc:PROVIDER:DATA:enc]`. */
export const isEncrypted = (value: string): boolean => /^\[enc:[^:]*:/.test(value) && value.endsWith(':enc]');

/** The name of an enumeration or a flag as the schema writes it, for a name in any case. */
export function namedAs(name: string, attribute: AttributeSchema): string | null {
  if (attribute.names.has(name)) return name;
  const lower = name.toLowerCase();
  for (const known of attribute.names.keys()) if (known.toLowerCase() === lower) return known;
  return null;
}

function checkName(name: string, attribute: AttributeSchema): ValueProblem | null {
  // An enumeration without names, or a number in the place of a name: not for us to refuse.
  if (attribute.names.size === 0 || namedAs(name, attribute) !== null || /^-?\d+$/.test(name)) return OK;
  const names = [...attribute.names.keys()];
  return { kind: 'unknownName', name, names, meant: closest(name, names) };
}

function checkFlags(value: string, attribute: AttributeSchema): ValueProblem | null {
  for (const part of value.split(',')) {
    const problem = part.trim() === '' ? OK : checkName(part.trim(), attribute);
    if (problem) return problem;
  }
  return OK;
}

const LIMITS = {
  uint: { min: 0, max: 4_294_967_295 },
  int: { min: -2_147_483_648, max: 2_147_483_647 },
  int64: { min: -(2n ** 63n), max: 2n ** 63n - 1n },
} as const;

function checkNumber(written: string, attribute: AttributeSchema): ValueProblem | null {
  if (!/^(?:-?\d+|0x[\da-f]+)$/i.test(written)) return { kind: 'notNumber' };
  const limits = LIMITS[attribute.type as keyof typeof LIMITS];
  const range = attribute.validator?.kind === 'integerRange' ? attribute.validator : null;
  // Longer than any number that fits, so its digits need not be counted.
  const number =
    written.length > 24 ? null : written.length < 15 && !written.startsWith('-') ? Number(written) : BigInt(written);
  if (number === null || number < limits.min || number > limits.max) {
    const { min, max } = range && !range.exclude ? range : limits;
    return { kind: 'outOfRange', min, max, exclude: false, unit: null };
  }
  if (!range) return OK;
  const inside = number >= range.min && number <= range.max;
  if (inside !== range.exclude) return OK;
  return { kind: 'outOfRange', min: range.min, max: range.max, exclude: range.exclude, unit: null };
}

function checkTime(written: string, attribute: AttributeSchema): ValueProblem | null {
  const seconds = secondsOf(written, attribute.timeSpanFormat);
  if (seconds === null) {
    const doubtful = attribute.timeSpanFormat === 'string' && isNumberOfDays(written);
    return doubtful ? OK : { kind: 'notTimeSpan', form: attribute.timeSpanFormat };
  }
  const range = attribute.validator;
  if (range?.kind !== 'timeSpanRange') return OK;
  const { min, max, granularity, exclude } = range;
  const inside = seconds >= min && seconds <= max;
  if (inside === exclude) return { kind: 'outOfRange', min, max, exclude, unit: 'seconds' };
  return granularity > 0 && Math.trunc(seconds) % granularity !== 0
    ? { kind: 'notMultiple', seconds: granularity }
    : OK;
}

function checkText(value: string, attribute: AttributeSchema): ValueProblem | null {
  const kind = attribute.validator?.kind;
  return kind === undefined || kind === 'integerRange' || kind === 'timeSpanRange' ? OK : textChecks[kind](value);
}

const textChecks: Readonly<Record<TextValidator, (value: string) => ValueProblem | null>> = {
  nonEmptyString: (value) => (value === '' ? EMPTY : OK),
  requireTrimmedString: (value) => (value === value.trim() ? OK : { kind: 'blanksAtEnds' }),
  applicationPoolName: (value) => without(value, /[|<>&\\"/[\]+=;:,?*@]/g),
  siteName: (value) => without(value, /[/?]/g),
  applicationPath: checkPath,
  virtualDirectoryPath: checkPath,
};

function without(value: string, forbidden: RegExp): ValueProblem | null {
  const found = new Set(value.match(forbidden));
  return found.size === 0 ? OK : { kind: 'forbiddenCharacters', found: [...found].join('') };
}

function checkPath(value: string): ValueProblem | null {
  if (!value.startsWith('/')) return { kind: 'badPath', why: 'noSlashAtStart' };
  if (value === '/') return OK;
  if (value.endsWith('/')) return { kind: 'badPath', why: 'slashAtEnd' };
  return /\/\.\.?(?:\/|$)/.test(value) ? { kind: 'badPath', why: 'dotSegment' } : OK;
}
