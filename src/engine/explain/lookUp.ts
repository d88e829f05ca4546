import type { Knowledge } from '../knowledge/knowledge';
import { explain } from './explain';
import type { Explained } from './explanation';

/**
 * Looks up what a person typed: a code, a GUID, a SID, a symbol, or any text. Other than {@link explain} it trusts
 * that a bare number is meant as an error code.
 */
export async function lookUp(typed: string, knowledge: Knowledge): Promise<Explained> {
  const query = typed.trim();
  const found = await explain(query, knowledge);
  if (found.explanations.length || found.diagnoses.length) return found;
  const code = asCode(query);
  if (!code) return found;
  const { explanations } = await explain(code, knowledge);
  return {
    explanations: explanations.map((one) => ({ ...one, start: 0, end: query.length, text: query })),
    diagnoses: [],
    records: [],
  };
}

/** A bare number as a text in which it is certainly a code; null for anything else. */
function asCode(query: string): string | null {
  if (/^0x[0-9a-f]{8}$/i.test(query)) return `Win32 error ${query}`;
  if (/^[0-9a-f]{8}$/i.test(query) && /[a-f]|^[8c]/i.test(query)) return `0x${query}`;
  if (/^0x[0-9a-f]{1,7}$/i.test(query) || /^\d{1,5}$/.test(query)) return `Win32 error ${query}`;
  if (/^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/i.test(query)) return query.toUpperCase();
  return null;
}
