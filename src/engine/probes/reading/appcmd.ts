import { type Known, known, unknown } from '../probe';
import { program, refusal, shortfallOf } from './failures';
import type { RawOutput } from './raw';
import { type Attributes, flatList } from './xml';

export type { Attributes };

/**
 * What `appcmd.exe list <objects> /xml` lists.
 *
 * @param element the name of its elements, in lower case: `site`
 * @param whenRefused what an error means by its HRESULT, where it means more than for all lists
 */
export const appcmdList = (
  raw: unknown,
  where: string,
  element: string,
  whenRefused: (hresult: string) => Known<readonly Attributes[]> | null = () => null,
): Known<readonly Attributes[]> =>
  program(raw, where, (output) => {
    const elements = flatList(output.text);
    const error = elements?.find(({ name }) => name === 'error')?.attributes;
    // Where there is a list, such words are only in a name.
    const refused = error
      ? { hresult: error.get('hresult') ?? null, message: error.get('message') ?? '' }
      : elements === null
        ? errorIn(output.text)
        : null;
    if (refused) return explained(refused, output, whenRefused);
    if (elements) return known(elements.filter(({ name }) => name === element).map(({ attributes }) => attributes));
    // An empty list ends with exit code 1; one without any text is no list.
    if (output.exitCode !== 0) return refusal(output);
    return unknown('notUnderstood', output.text.trim().slice(0, 1000));
  });

interface Refused {
  readonly hresult: string | null;
  readonly message: string;
}

/** `ERROR ( hresult:80070005, message:… )`; a fault of a configuration file has no number: `ERROR ( message:… )`. */
function errorIn(text: string): Refused | null {
  const found = /ERROR \(\s{0,9}(?:hresult\s?:\s?(?:0x)?([0-9a-f]{8}),?\s{0,9})?message\s?:/i.exec(text);
  if (!found) return null;
  const rest = text.slice(found.index + found[0].length);
  const end = rest.lastIndexOf(')');
  return { hresult: found[1] ?? null, message: (end < 0 ? rest : rest.slice(0, end)).trim() };
}

function explained(
  { hresult, message }: Refused,
  output: RawOutput,
  whenRefused: (hresult: string) => Known<readonly Attributes[]> | null,
): Known<readonly Attributes[]> {
  const detail = message.replace(/\s+/g, ' ').trim().slice(0, 1000);
  const number = hresult === null ? null : `0x${hresult.replace(/^0x/i, '').toUpperCase()}`;
  const meaning = number === null ? null : whenRefused(number);
  if (meaning) return meaning;
  if (number !== null) return shortfallOf({ message: detail, hresult: number, category: '' });
  // The file that everything begins with cannot be read by a session without rights: line 0, no number.
  const isDenied =
    output.exitCode === 5 || (/redirection\.config/i.test(detail) && /insufficient permissions/i.test(detail));
  return unknown(isDenied ? 'needsAdministrator' : 'failed', detail);
}

/** An attribute, empty where the element has none of these names; versions of appcmd differ. */
export function attribute(of: Attributes, ...names: readonly string[]): string {
  for (const name of names) {
    const value = of.get(name);
    if (value !== undefined) return value;
  }
  return '';
}

export type ObjectState = 'started' | 'starting' | 'stopped' | 'stopping' | 'unknown';
const states: readonly ObjectState[] = ['started', 'starting', 'stopped', 'stopping'];

/** The state of a site or pool; appcmd writes it in English everywhere. */
export const stateOf = (of: Attributes): ObjectState =>
  states.find((state) => state === attribute(of, 'state').toLowerCase()) ?? 'unknown';

/** What is known of something else, once this is known. */
export const mapKnown = <From, To>(one: Known<From>, change: (value: From) => To): Known<To> =>
  one.known ? known(change(one.value)) : one;
