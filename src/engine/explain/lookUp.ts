import type { Answer } from '../knowledge/fact';
import type { Knowledge } from '../knowledge/knowledge';
import { explain } from './explain';
import type { Explained, ExplanationKind } from './explanation';
import { answersForRequest } from './requestStatus';

/**
 * Looks up what a person typed: a code, a GUID, a SID, a symbol, an HTTP status, a word of a log, or any text. Other
 * than {@link explain} it trusts that a bare number is meant as a status or an error code.
 */
export async function lookUp(typed: string, knowledge: Knowledge): Promise<Explained> {
  const query = typed.trim();
  // A line is meant as it stands; of a longer text only what it calls an identifier.
  const found = await explain(query, knowledge, query.includes('\n') ? {} : { unknownGuids: 'all' });
  if (found.explanations.length || found.diagnoses.length) return found;
  const whole = (kind: ExplanationKind, [first, ...rest]: readonly Answer[]): Explained | null =>
    first
      ? {
          explanations: [{ start: 0, end: query.length, text: query, kind, answers: [first, ...rest] }],
          diagnoses: [],
          records: [],
        }
      : null;
  const named =
    whole('status', await statusAnswers(query, knowledge)) ??
    whole('reason', factsOf(knowledge.reason(query))) ??
    whole('field', factsOf(knowledge.field(query)));
  if (named) return named;
  const code = asCode(query);
  if (!code) return found;
  const { explanations } = await explain(code, knowledge);
  return {
    explanations: explanations.map((one) => ({ ...one, start: 0, end: query.length, text: query })),
    diagnoses: [],
    records: [],
  };
}

const factsOf = (known: readonly { readonly fact: Answer }[]): Answer[] => known.map(({ fact }) => fact);

/** A status from 400 on, with or without sub-status and Win32 status: `404`, `404.13`, `404 0 2`. */
async function statusAnswers(query: string, knowledge: Knowledge): Promise<readonly Answer[]> {
  const [, status, substatus, win32] = /^([45]\d\d)(?:[. ](\d{1,4}))?(?: (\d{1,10}))?$/.exec(query) ?? [];
  if (status === undefined) return [];
  const request = {
    status: Number(status),
    ...(substatus !== undefined && { substatus: Number(substatus) }),
    ...(win32 !== undefined && { win32: Number(win32) }),
  };
  return (await answersForRequest(request, '', knowledge)) ?? [];
}

/** A bare number as a text in which it is certainly a code; null for anything else. */
function asCode(query: string): string | null {
  if (/^0x[0-9a-f]{8}$/i.test(query)) return `Win32 error ${query}`;
  if (/^[0-9a-f]{8}$/i.test(query) && /[a-f]|^[8c]/i.test(query)) return `0x${query}`;
  if (/^0x[0-9a-f]{1,7}$/i.test(query) || /^\d{1,5}$/.test(query)) return `Win32 error ${query}`;
  if (/^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/i.test(query)) return query.toUpperCase();
  return null;
}
