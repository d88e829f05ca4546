import { applyEdits } from '../config/edits';
import type { Finding } from './rule';
import { safeEdits, type SafeEdits } from './safeEdits';

/** Fixes may uncover faults that have fixes of their own; more rounds than this are a quarrel between two rules. */
const MOST_ROUNDS = 10;

export interface FixedText {
  readonly text: string;
  /** What was done, in order. */
  readonly applied: SafeEdits['done'];
}

/**
 * Applies the fixes that may be applied without being looked at, until there are no more.
 *
 * @param check the findings of a text
 */
export function applySafeFixes(text: string, check: (text: string) => readonly Finding[]): FixedText {
  const applied: SafeEdits['done'][number][] = [];
  const seen = new Set([text]);
  let fixed = text;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { edits, done } = safeEdits(check(fixed));
    if (!edits.length) break;
    const next = applyEdits(fixed, edits);
    // Two rules that undo each other would go round in circles.
    if (seen.has(next)) break;
    seen.add((fixed = next));
    applied.push(...done);
  }
  return { text: fixed, applied };
}
