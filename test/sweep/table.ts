import { faultKinds } from './faults';
import { askedKinds, type Answers } from './answers';
import type { SweepOutcome } from './sweep';

/** At least so many faults must be found, and at most so many places left out. */
export const LEAST_FOUND = 0.98;
export const MOST_LEFT_OUT = 0.1;
/** At so many of the places that have something to say there must be an answer. */
export const LEAST_ANSWERED = 0.98;

const sum = (counts: ReadonlyMap<unknown, number>): number => [...counts.values()].reduce((a, b) => a + b, 0);
const percent = (part: number, whole: number): string => `${((100 * part) / Math.max(whole, 1)).toFixed(2)} %`;

/** The figures of a sweep, and whether they are good enough. */
export function sweepTable(outcome: SweepOutcome): { readonly text: string; readonly isGood: boolean } {
  const { found, injected, leftOut, elsewhere } = outcome;
  const rows = faultKinds.map((kind) => {
    const [good, all] = [found.get(kind) ?? 0, injected.get(kind) ?? 0];
    return `${kind.padEnd(24)}${String(good).padStart(8)} of ${String(all).padStart(6)}  ${percent(good, all)}`;
  });
  const [good, all, out] = [sum(found), sum(injected), sum(leftOut)];
  const reasons = [...leftOut].map(([why, count]) => `  ${String(count).padStart(6)}  ${why}`);
  const consequences = [...elsewhere].map(([rule, count]) => `${rule} ${count}`).join(', ');
  const text = [
    ...rows,
    `${'found exactly once'.padEnd(24)}${String(good).padStart(8)} of ${String(all).padStart(6)}  ${percent(good, all)}`,
    `left out: ${out} of ${all + out} places, ${percent(out, all + out)}`,
    ...reasons,
    `findings elsewhere that a fault brought about: ${consequences || 'none'}`,
  ].join('\n');
  return { text, isGood: good >= all * LEAST_FOUND && out <= (all + out) * MOST_LEFT_OUT };
}

/** The figures of hovers and of completions, and whether both are good enough. */
export function answersTable({ asked, answered, leftOut }: Answers): {
  readonly text: string;
  readonly isGood: boolean;
} {
  const row = (name: string, good: number, all: number): string =>
    `${name.padEnd(28)}${String(good).padStart(8)} of ${String(all).padStart(6)}  ${percent(good, all)}`;
  const features = (['hover', 'completion'] as const).map((feature) => {
    const kinds = askedKinds.filter((kind) => kind.startsWith(feature));
    const good = kinds.reduce((count, kind) => count + (answered.get(kind) ?? 0), 0);
    const all = kinds.reduce((count, kind) => count + (asked.get(kind) ?? 0), 0);
    const reasons = [...leftOut].filter(([why]) => why.startsWith(feature));
    const out = reasons.reduce((count, [, one]) => count + one, 0);
    const text = [
      ...kinds.map((kind) => row(kind, answered.get(kind) ?? 0, asked.get(kind) ?? 0)),
      row(`${feature} answers`, good, all),
      `left out: ${out} of ${all + out} places`,
      ...reasons.map(([why, count]) => `  ${String(count).padStart(6)}  ${why}`),
    ].join('\n');
    return { text, isGood: all > 0 && good >= all * LEAST_ANSWERED };
  });
  return { text: features.map((one) => one.text).join('\n'), isGood: features.every((one) => one.isGood) };
}
