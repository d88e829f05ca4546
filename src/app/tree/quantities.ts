const UNITS = ['bytes', 'kB', 'MB', 'GB', 'TB'];

/** `312 MB`. @param bytes at least 0 */
export function bytesText(bytes: number): string {
  let [value, unit] = [Math.max(0, bytes), 0];
  while (value >= 1024 && unit < UNITS.length - 1) [value, unit] = [value / 1024, unit + 1];
  return `${value < 10 && unit > 0 ? value.toFixed(1) : Math.round(value)} ${UNITS[unit] ?? ''}`;
}

/** `850 ms`, `42 s`, `3 min 20 s`, `5 h 12 min`, `12 d 3 h`. @param ms milliseconds */
export function durationText(ms: number): string {
  if (!(ms >= 0)) return '';
  if (ms < 1000) return `${Math.round(ms)} ms`;
  const seconds = Math.floor(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return pair(minutes, 'min', seconds % 60, 's');
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? pair(hours, 'h', minutes % 60, 'min') : pair(Math.floor(hours / 24), 'd', hours % 24, 'h');
}

const pair = (a: number, unitA: string, b: number, unitB: string): string =>
  b ? `${a} ${unitA} ${b} ${unitB}` : `${a} ${unitA}`;
