import { byPlace } from '../text/range';
import { severities, type Finding } from './rule';

/** Findings of a document in the order of the text, and how many more there were, by rule. */
export interface Findings {
  readonly findings: readonly Finding[];
  readonly leftOut: ReadonlyMap<string, number>;
}

const MOST = 500;

/**
 * Keeps at most 500 findings: errors before the rest, and of each rule the first ones, so that no rule with a thousand
 * repetitions hides what the others say.
 */
export function limitFindings(all: readonly Finding[], most = MOST): Findings {
  const ordered = [...all].sort(byPlace);
  const leftOut = new Map<string, number>();
  if (ordered.length <= most) return { findings: ordered, leftOut };
  const turns = new Map<string, number>();
  const ranked = ordered.map((finding) => {
    const turn = turns.get(finding.rule) ?? 0;
    turns.set(finding.rule, turn + 1);
    return { finding, turn, rank: severities.indexOf(finding.severity) };
  });
  // An error that repeats has less to say than the first warning of another cause.
  ranked.sort((a, b) => Math.floor(a.turn / 20) - Math.floor(b.turn / 20) || a.rank - b.rank || a.turn - b.turn);
  for (const { finding } of ranked.slice(most)) leftOut.set(finding.rule, (leftOut.get(finding.rule) ?? 0) + 1);
  return {
    findings: ranked
      .slice(0, most)
      .map(({ finding }) => finding)
      .sort(byPlace),
    leftOut,
  };
}
