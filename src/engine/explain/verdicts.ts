import type { Answer, Verdict } from '../knowledge/fact';

const labels: Readonly<Record<Verdict, string>> = {
  benign: 'safe to ignore',
  look: 'look closer',
  act: 'needs action',
};

/** A verdict in two or three words, always the same ones. */
export const verdictName = (verdict: Verdict): string => labels[verdict];

/** The verdict of an answer in two or three words of its own; null where an answer only names a thing. */
export const verdictLabel = (answer: Answer): string | null =>
  answer.verdict && (answer.verdictText ?? verdictName(answer.verdict));
