import type { Answer, Verdict } from '../knowledge/fact';

const labels: Readonly<Record<Verdict, string>> = {
  benign: 'safe to ignore',
  look: 'look closer',
  act: 'needs action',
};

/** The verdict in two or three words; null where an answer only names a thing. */
export const verdictLabel = (answer: Answer): string | null =>
  answer.verdict && (answer.verdictText ?? labels[answer.verdict]);
