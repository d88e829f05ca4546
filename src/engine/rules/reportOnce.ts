import type { Report } from './rule';

/** Reports a place once only: one written default may hold for a hundred pools. */
export function reportOnce(report: (one: Report) => void): (one: Report) => void {
  const seen = new Set<number>();
  return (one) => {
    if (seen.has(one.at.start)) return;
    seen.add(one.at.start);
    report(one);
  };
}
