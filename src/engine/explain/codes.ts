import type { Answer, CodeKind, NonEmpty } from '../knowledge/fact';
import type { Knowledge, Row } from '../knowledge/knowledge';
import type { Range } from '../text/range';

/** A code as it stands in a text. */
export interface WrittenCode extends Range {
  /** Unsigned 32-bit value; null for one that is malformed. */
  readonly value: number | null;
  /** What it can be by the way it is written, the likeliest first. */
  readonly kinds: NonEmpty<CodeKind>;
  /** Only worth an answer where we know this very code: the number alone does not prove that it is one. */
  readonly onlyIfKnown?: boolean;
}

const SHAPES = new RegExp(
  [
    // 0x80070425: eight digits, and not a part of an address or of a longer number
    '(?<hex>(?<![\\w.])0x[0-9A-Fa-f]{8}(?![0-9A-Za-z_]))',
    // one digit short of a code of a facility that everyone knows
    '(?<malformed>(?<![\\w.])0x(?:8007|8009|8013|C000)[0-9A-Fa-f]{3}(?![0-9A-Za-z_]))',
    // the same code as a signed or unsigned decimal
    '(?<signed>(?<![\\w.])-(?:1\\d|2[01])\\d{8}(?![\\w.]*\\w))',
    '(?<unsigned>(?<![\\w.,:/-])[234]\\d{9}(?![\\w:/-]|[.,]\\d))',
    // System error 1061 has occurred; Win32 error 5; %%1053
    '(?<worded>(?=\\d)(?<=\\b(?:system|win32|windows)\\s{1,4}error(?:\\s{1,4}code)?\\s{0,4}[:=#]?\\s{0,4}\\(?|%%)(?:0x[0-9A-Fa-f]{1,7}|\\d{1,5})(?![\\w]|\\.\\d))',
    // error code 5; here we must know it
    '(?<labelled>(?=\\d)(?<=\\berror\\s{1,4}code\\s{0,4}[:=#]?\\s{0,4}\\(?)(?:0x[0-9A-Fa-f]{1,7}|\\d{1,5})(?![\\w]|\\.\\d))',
  ].join('|'),
  'gi',
);

/** Labels before eight hexadecimal digits that are no error code. */
const NO_CODE = /(?:offset|time\s?stamp|address|base|thread\s?id|process\s?id|keywords?|size)\W{0,4}$/i;

/** Every error code in a text, in hexadecimal, in decimal, or as a small number that the text calls a system error. */
export function findCodes(text: string): WrittenCode[] {
  const found: WrittenCode[] = [];
  for (const match of text.matchAll(SHAPES)) {
    const written = match[0];
    const range = { start: match.index, end: match.index + written.length };
    const { hex, malformed, signed, unsigned, worded } = match.groups ?? {};
    if (malformed !== undefined) found.push({ ...range, value: null, kinds: ['HRESULT'] });
    else if (hex !== undefined) {
      const value = Number.parseInt(hex, 16);
      if (!NO_CODE.test(text.slice(Math.max(0, range.start - 24), range.start)))
        found.push({ ...range, value, kinds: kindsOf(value), onlyIfKnown: value < 0x80000000 });
    } else if (signed !== undefined || unsigned !== undefined) {
      const value = Number(written) >>> 0;
      if (value >= 0x80000000 && Number(written) <= 0xffffffff)
        found.push({ ...range, value, kinds: kindsOf(value), onlyIfKnown: true });
    } else found.push({ ...range, value: Number(written), kinds: ['Win32'], onlyIfKnown: worded === undefined });
  }
  return found;
}

/** 0xC… and 0xE… are NTSTATUS; 0x8… is a HRESULT unless only NTSTATUS has it; a small number is a Win32 code. */
function kindsOf(value: number): NonEmpty<CodeKind> {
  if (value >= 0xc0000000) return ['NTSTATUS', 'HRESULT'];
  if (value >= 0x80000000) return ['HRESULT', 'NTSTATUS'];
  return ['Win32', 'NTSTATUS'];
}

/** What we know of a code: our facts, the table behind them, else what its own bits say. Null: it is probably no code. */
export async function answersForCode(code: WrittenCode, knowledge: Knowledge): Promise<NonEmpty<Answer> | null> {
  if (code.value === null) return [malformedCode];
  const { value } = code;
  const facts = code.kinds.flatMap((kind) => knowledge.code(kind, value)).map(({ fact }) => fact);
  if (facts[0]) return [facts[0], ...facts.slice(1)];
  for (const kind of code.kinds) {
    const row = await knowledge.row('codes', `${kind}/${hexOf(value)}`);
    if (row) return [answerOfRow(row)];
  }
  const wrapped = win32Of(value);
  if (wrapped !== null) {
    const inner = knowledge.code('Win32', wrapped)[0]?.fact;
    const row = inner ? undefined : await knowledge.row('codes', `Win32/${hexOf(wrapped)}`);
    const answer = inner ?? (row && answerOfRow(row));
    if (answer) return [{ ...answer, name: `${hexOf(value)} = Win32 ${wrapped}, ${answer.name}`.slice(0, 60) }];
  }
  return code.onlyIfKnown ? null : [takenApart(value)];
}

export const hexOf = (value: number): string => `0x${value.toString(16).toUpperCase().padStart(8, '0')}`;

/** The Win32 code inside HRESULT_FROM_WIN32, or null. */
const win32Of = (value: number): number | null => (value >>> 16 === 0x8007 ? value & 0xffff : null);

/** An answer out of the table of codes; also used for symbolic names. */
export function answerOfRow(row: Row): Answer {
  const [kind = '', hex = '', symbol = ''] = [row.kind, row.hex, row.symbol];
  const number = kind === 'Win32' ? `Win32 ${Number.parseInt(hex, 16)}` : hex;
  return {
    id: `code-${hex.toLowerCase()}`,
    name: symbol ? `${number} ${symbol}` : number,
    verdict: null,
    meaning: row.meaning ?? '',
    ...(row.iis ? { more: [row.iis] } : {}),
    sources: [],
  };
}

const malformedCode: Answer = {
  id: 'code-malformed',
  name: 'Malformed code',
  verdict: null,
  meaning: 'A code has eight hexadecimal digits; this one has seven, so a digit was lost. We do not guess which.',
  checks: ['Copy the code again from where it was shown.'],
  sources: [],
};

const FACILITIES: Readonly<Record<number, string>> = {
  0: 'general',
  1: 'RPC',
  2: 'COM dispatch',
  3: 'structured storage',
  4: 'interface-specific',
  7: 'Win32',
  8: 'Windows',
  9: 'security (SSPI)',
  10: 'script engine',
  11: 'certificates',
  12: 'internet',
  15: 'setup',
  17: 'COM+',
  19: '.NET runtime',
  25: 'HTTP',
  33: 'configuration',
};

/** What the bits of a code say when we have no entry: whose code it is, and its number there. */
function takenApart(value: number): Answer {
  const hex = hexOf(value);
  const number = value & 0xffff;
  const facility = (value >>> 16) & 0x7ff;
  const status = value >>> 28 === 0xc || value >>> 28 === 0xe;
  const whose = status
    ? `an NTSTATUS error, facility ${(value >>> 16) & 0xfff}`
    : `a failure HRESULT, facility ${facility}${FACILITIES[facility] ? ` (${FACILITIES[facility]})` : ''}`;
  return {
    id: 'code-unknown',
    name: `${hex}, not in our knowledge base`,
    verdict: null,
    meaning: `By its parts: ${whose}, code ${number}.`,
    checks: ['On a server: `certutil -error ' + hex + '` prints the system text, where there is one.'],
    sources: [],
  };
}
