import { AnswerError } from '../probe';

/**
 * Readers of single values. What a server sends is hostile: each of these throws an {@link AnswerError} that names the
 * place where something else stands, and none looks at inherited properties.
 */

export type Fields = (name: string) => unknown;

/** The fields of an object; those it does not have itself are undefined. */
export function fields(value: unknown, where: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrong(where, 'an object');
  return (name) => (Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined);
}

export function list<T>(value: unknown, where: string, read: (item: unknown, where: string) => T): T[] {
  if (!Array.isArray(value)) throw wrong(where, 'a list');
  return value.map((item, at) => read(item, `${where}[${at}]`));
}

export function text(value: unknown, where: string): string {
  if (typeof value !== 'string') throw wrong(where, 'a text');
  return value;
}

/** A text, empty where there is none. */
export const textIfAny = (value: unknown, where: string): string => (value === null ? '' : text(value, where));

export function flag(value: unknown, where: string): boolean {
  if (typeof value !== 'boolean') throw wrong(where, 'true or false');
  return value;
}

/** A finite number that is not negative. */
export function amount(value: unknown, where: string): number {
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 0) throw wrong(where, 'a number');
  return value;
}

/** A whole number that is not negative and can be counted with. */
export function count(value: unknown, where: string): number {
  if (!Number.isSafeInteger(amount(value, where))) throw wrong(where, 'a whole number');
  return value as number;
}

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,7})?Z$/;

/** A moment in UTC, as ISO 8601 to the millisecond. */
export function moment(value: unknown, where: string): string {
  const written = text(value, where);
  const time = MOMENT.test(written) ? Date.parse(written) : Number.NaN;
  if (Number.isNaN(time)) throw wrong(where, 'a moment');
  return new Date(time).toISOString();
}

export const wrong = (where: string, expected: string): AnswerError =>
  new AnswerError(`The answer has something else than ${expected} at ${where}.`);
