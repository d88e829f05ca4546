import type { TextEdit } from '../config/edits';
import type { Finding } from './rule';

/** The edits of the first safe fix of each finding; a fix that touches one before it is left for the next time. */
export function safeEdits(findings: readonly Finding[]): TextEdit[] {
  const edits: TextEdit[] = [];
  let reached = -1;
  for (const { fixes } of findings) {
    const fix = fixes.find(({ isSafe }) => isSafe);
    if (!fix?.edits.length) continue;
    const starts = fix.edits.map(({ start }) => start);
    // Findings come in the order of the text, so mostly a fix lies behind all others and needs no comparing.
    const touches = (edit: TextEdit): boolean =>
      edits.some((other) => edit.start <= other.end && other.start <= edit.end);
    if (Math.min(...starts) <= reached && fix.edits.some(touches)) continue;
    edits.push(...fix.edits);
    reached = Math.max(reached, ...fix.edits.map(({ end }) => end));
  }
  return edits;
}
