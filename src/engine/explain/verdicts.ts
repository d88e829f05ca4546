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

/** The end of a verdict that holds only in some records: `usually harmless in DCOM 10010, 10016`. */
const ONLY_IN = / in DCOM (?<ids>\d{5}(?:, \d{5})*)$/;

/** Whether the verdict of an answer holds in a record of this event. */
export function holdsIn({ verdict, verdictText = '' }: Answer, eventId: number): boolean {
  const ids = ONLY_IN.exec(verdictText)?.groups?.ids;
  return verdict !== null && (ids === undefined || ids.split(', ').includes(`${eventId}`));
}

/** The same label as the verdict on a record: it need not say again in which records it holds. */
export const recordVerdictLabel = (answer: Answer): string | null => verdictLabel(answer)?.replace(ONLY_IN, '') ?? null;
