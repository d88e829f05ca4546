import { textOfBase64, toBase64 } from '../text/base64';
import { scripts } from './scripts.generated';

/** How an answer is told from banners, profiles and progress: prefix, the question's number, the probe, base64 of JSON. */
export const ANSWER_PREFIX = 'IIS-DOCTOR';

/**
 * The Windows PowerShell text for some questions of one round trip. It begins with a comment that says who asks what,
 * because servers log scripts; values stand in it as base64 only, so that nothing in them can run.
 *
 * @param number makes this round trip's answers known from any other's: digits and letters
 */
export function questionText(
  version: string,
  number: string,
  questions: readonly { readonly probe: string; readonly asked: unknown }[],
): string {
  const blocks = questions.map(({ probe, asked }) => {
    const script = scripts[probe];
    if (script === undefined) throw new Error(`There is no probe "${probe}".`);
    return `Write-Answer '${number}' '${probe}' '${toBase64(JSON.stringify(asked))}' {\nparam($asked)\n${script}}\n`;
  });
  const names = questions.map(({ probe }) => probe).join(', ');
  return `# IIS Doctor ${version} ${names}\n${scripts.prelude ?? ''}${blocks.join('')}`;
}

/** One line that runs a text which does not fit into a line; the only form in which text reaches a PowerShell's input. */
export const asOneLine = (text: string): string =>
  `& ([scriptblock]::Create([Text.Encoding]::UTF8.GetString([Convert]::FromBase64String('${toBase64(text)}'))))`;

/** How much noise may stand before an answer in its line: a prompt, a byte-order mark, an escape code. */
const NOISE = 200;

export type Envelope =
  | { readonly probe: string; readonly ok: true; readonly data: string }
  | { readonly probe: string; readonly ok: false; readonly error: EnvelopeError };

export interface EnvelopeError {
  readonly message: string;
  readonly hresult: string | null;
  readonly category: string;
}

/**
 * The answer in a line of output, null where the line is none of this round trip's. `data` stays JSON text: it may be
 * long, and is parsed by the probe's reader. Never throws; what is broken is an error of category `ParserError`.
 *
 * @param decode the text of a base64, throwing where it is none; a faster one where the surroundings have it
 */
export function readEnvelope(
  line: string,
  number: string,
  decode: (base64: string) => string = textOfBase64,
): Envelope | null {
  // No pattern: a line may have 20 MB.
  const at = line.slice(0, NOISE).indexOf(`${ANSWER_PREFIX} ${number} `);
  if (at < 0) return null;
  const from = at + ANSWER_PREFIX.length + number.length + 2;
  const blank = line.indexOf(' ', from);
  if (blank < 0) return null;
  const [probe, encoded] = [line.slice(from, blank), line.slice(blank + 1).trimEnd()];
  try {
    return { probe, ...readBody(decode(encoded)) };
  } catch {
    return { probe, ok: false, error: { message: 'The answer is torn.', hresult: null, category: 'ParserError' } };
  }
}

const HEAD = '{"ok":true,"data":';

function readBody(json: string): Omit<Envelope & { ok: true }, 'probe'> | Omit<Envelope & { ok: false }, 'probe'> {
  // The script puts the head there by hand, so that the data of a long answer need not be parsed to be found.
  if (json.startsWith(HEAD)) return { ok: true, data: json.slice(HEAD.length, -1) };
  const { error } = JSON.parse(json) as { error?: Partial<Record<keyof EnvelopeError, unknown>> };
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  return {
    ok: false,
    error: {
      message: text(error?.message),
      hresult: text(error?.hresult) || null,
      category: text(error?.category) || 'NotSpecified',
    },
  };
}
