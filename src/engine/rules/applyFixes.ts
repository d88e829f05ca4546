import { applyEdits, type TextEdit } from '../config/edits';
import type { Finding, Fix } from './rule';

/** Fixes may uncover faults that have fixes of their own; more rounds than this are a quarrel between two rules. */
const MOST_ROUNDS = 10;

export interface FixedText {
  readonly text: string;
  /** What was done, in order. */
  readonly applied: readonly { readonly rule: string; readonly title: string }[];
}

/**
 * Applies the fixes that may be applied without being looked at, until there are no more.
 *
 * @param check the findings of a text
 */
export function applySafeFixes(text: string, check: (text: string) => readonly Finding[]): FixedText {
  const applied: { rule: string; title: string }[] = [];
  const seen = new Set([text]);
  let fixed = text;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { edits, done } = compatibleFixes(check(fixed));
    if (!edits.length) break;
    const next = applyEdits(fixed, edits);
    // Two rules that undo each other would go round in circles.
    if (seen.has(next)) break;
    seen.add((fixed = next));
    applied.push(...done);
  }
  return { text: fixed, applied };
}

/** The first safe fix of each finding, where it does not touch those before it; a fix is applied as a whole or not. */
function compatibleFixes(findings: readonly Finding[]): { edits: TextEdit[]; done: FixedText['applied'][number][] } {
  const edits: TextEdit[] = [];
  const done: FixedText['applied'][number][] = [];
  for (const { rule, fixes } of findings) {
    const fix = safeFix(fixes);
    if (!fix || fix.edits.some((edit) => edits.some((other) => edit.start <= other.end && other.start <= edit.end)))
      continue;
    edits.push(...fix.edits);
    done.push({ rule, title: fix.title });
  }
  return { edits, done };
}

/** The fix that `--fix` applies; undefined where none is safe. */
export const safeFix = (fixes: readonly Fix[]): Fix | undefined => fixes.find(({ isSafe }) => isSafe);
