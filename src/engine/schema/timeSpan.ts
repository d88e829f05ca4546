import type { AttributeSchema } from './model';

/** `[-][d.]hh:mm:ss[.fraction]`; days may also be set off by a colon. */
const TIME = /^(-)?(?:(\d+)(?:\.|:(?=\d+:\d+:)))?(\d+):(\d+):(\d+(?:\.\d+)?)$/;

/**
 * Reads a time as the configuration writes it. Hours, minutes and seconds beyond their usual ends are added up
 * (`29:00:00` is 29 hours): older schema files write their own defaults so.
 *
 * @param form `string`: `[d.]hh:mm:ss`; else a plain number of seconds or minutes
 * @returns seconds; null where the text is not of this form
 */
export function secondsOf(written: string, form: AttributeSchema['timeSpanFormat']): number | null {
  if (form !== 'string') return /^-?\d+$/.test(written) ? Number(written) * (form === 'minutes' ? 60 : 1) : null;
  const match = TIME.exec(written);
  if (!match) return null;
  const [, minus, days = '0', hours, minutes, seconds] = match;
  const total = ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds);
  return minus === undefined ? total : -total;
}

/**
 * A plain number where a time is wanted. .NET reads it as days; what IIS makes of it we do not know for certain. It is
 * hardly ever what the writer meant.
 */
export const isNumberOfDays = (written: string): boolean => /^-?\d+$/.test(written);

/** A number of seconds as the configuration writes it: `1.05:00:00`, or a plain number with its unit. */
export function timeText(seconds: number, form: AttributeSchema['timeSpanFormat']): string {
  if (form !== 'string') return `${form === 'minutes' ? seconds / 60 : seconds} ${form}`;
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  const days = Math.floor(seconds / 86_400);
  const time = `${two((seconds % 86_400) / 3600)}:${two((seconds % 3600) / 60)}:${two(seconds % 60)}`;
  return days ? `${days}.${time}` : time;
}
