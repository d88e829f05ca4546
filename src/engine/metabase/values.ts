import type { Value } from './key';

/** How a value of the metabase is written in today's configuration. */
export type ValueKind =
  | 'boolean'
  | 'integer'
  | 'minutes'
  | 'seconds'
  /** Bytes in the metabase, MB today. */
  | 'megabytes'
  | 'text'
  | 'secret'
  /** By number, one of them. */
  | { readonly one: Readonly<Record<number, string>> }
  /** By bit, any of them. */
  | { readonly bits: Readonly<Record<string, number>> };

const PLACEHOLDER: Value = { kind: 'text', text: 'VALUE' };

/** Text that all tools can take between quotes, whatever shell it stands in. */
export const isPlainText = (text: string): boolean => /^[\w .:;\\,()+=@#*/{}-]*$/.test(text) && !text.endsWith('\\');

/** The value in today's form; a placeholder where it is not known or cannot be one of this kind. */
export function converted(written: string | undefined, kind: ValueKind): Value {
  if (kind === 'secret') return { kind: 'text', text: 'PASSWORD' };
  if (written === undefined) return PLACEHOLDER;
  if (typeof kind === 'object') {
    const number = integer(written);
    if (number === null) return PLACEHOLDER;
    const text = 'one' in kind ? kind.one[number] : bitNames(number, kind.bits).join(',') || 'None';
    return text === undefined ? PLACEHOLDER : { kind: 'text', text };
  }
  switch (kind) {
    case 'boolean':
      if (/^(?:1|true)$/i.test(written)) return { kind: 'boolean', text: 'true' };
      return /^(?:0|false)$/i.test(written) ? { kind: 'boolean', text: 'false' } : PLACEHOLDER;
    case 'integer':
      return /^\d{1,10}$/.test(written) ? { kind: 'number', text: written } : PLACEHOLDER;
    case 'minutes':
      return /^\d{1,6}$/.test(written) ? { kind: 'time', text: timeSpan(Number(written) * 60) } : PLACEHOLDER;
    case 'seconds':
      return /^\d{1,6}$/.test(written) ? { kind: 'time', text: timeSpan(Number(written)) } : PLACEHOLDER;
    case 'megabytes':
      return /^\d{7,10}$/.test(written)
        ? { kind: 'number', text: String(Math.round(Number(written) / 1_048_576)) }
        : PLACEHOLDER;
    case 'text':
      return isPlainText(written) ? { kind: 'text', text: written } : PLACEHOLDER;
  }
}

/** Whether steps, as JSON, have a word in capitals that must be filled in; the name of a site is not counted. */
export const hasPlaceholder = (json: string): boolean =>
  /["'/](?:VALUE|PASSWORD|POOL|PATH|FOLDER|HOST|APP|URL|NAME|TEXT|TYPE|FILE|STATUS|PROGRAM|ADDRESS|MASK|TIMESPAN|NEW|HH:MM:00|\.EXT|ADDRESS:PORT:HOST)(?:["'\\/]|$)/.test(
    json,
  );

/** A number as adsutil takes it, decimal or hexadecimal; bit masks may come as negative ones. */
export function integer(written: string): number | null {
  if (/^-?\d{1,10}$/.test(written)) return Number(written) >>> 0;
  return /^0x[\da-f]{1,8}$/i.test(written) ? Number(written) : null;
}

/** The names of the bits that are set; bits without a name are left out. */
export const bitNames = (number: number, bits: Readonly<Record<string, number>>): string[] =>
  Object.entries(bits).flatMap(([name, bit]) => ((number & bit) >>> 0 === bit ? [name] : []));

export function timeSpan(seconds: number): string {
  const two = (count: number): string => String(count).padStart(2, '0');
  const days = Math.floor(seconds / 86_400);
  const rest = seconds % 86_400;
  const time = `${two(Math.floor(rest / 3_600))}:${two(Math.floor((rest % 3_600) / 60))}:${two(rest % 60)}`;
  return days > 0 ? `${days}.${time}` : time;
}
