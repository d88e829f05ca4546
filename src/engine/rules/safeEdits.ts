import type { TextEdit } from '../config/edits';
import type { Finding, Fix } from './rule';

/** The fix that may be applied without being looked at; undefined where none is safe. */
export const safeFix = (fixes: readonly Fix[]): Fix | undefined => fixes.find(({ isSafe }) => isSafe);

export interface SafeEdits {
  readonly edits: readonly TextEdit[];
  /** What they do, in order. */
  readonly done: readonly { readonly rule: string; readonly title: string }[];
}

/** The first safe fix of each finding, whole or not at all; one that touches another before it is left for the next time. */
export function safeEdits(findings: readonly Finding[]): SafeEdits {
  const edits: TextEdit[] = [];
  const done: { rule: string; title: string }[] = [];
  let reached = -1;
  for (const { rule, fixes } of findings) {
    const fix = safeFix(fixes);
    if (!fix?.edits.length) continue;
    const starts = fix.edits.map(({ start }) => start);
    // Findings come in the order of the text, so mostly a fix lies behind all others and needs no comparing.
    const touches = (edit: TextEdit): boolean =>
      edits.some((other) => edit.start <= other.end && other.start <= edit.end);
    if (Math.min(...starts) <= reached && fix.edits.some(touches)) continue;
    edits.push(...fix.edits);
    done.push({ rule, title: fix.title });
    reached = Math.max(reached, ...fix.edits.map(({ end }) => end));
  }
  return { edits, done };
}
