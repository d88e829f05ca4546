import type { Answer, CodeKind, NonEmpty } from '../knowledge/fact';
import type { Knowledge } from '../knowledge/knowledge';
import type { Row } from '../knowledge/table';
import type { LogRecord } from '../logs/record';
import { byPlace } from '../text/range';
import { carriedBy, malformedAnswer, takenApart } from './codeParts';
import { findDecimalCodes, findHexCodes } from './codeShapes';
import { findParenthesisedCodes, findWordedCodes } from './codeWords';
import { findDataCodes } from './dataWords';
import { rowSources } from './tableAnswer';
import { hexOf, kindsOf, type WrittenCode } from './writtenCode';

/**
 * Every error code in a text, in order of place, none over another: in hexadecimal, in decimal, as a small number that
 * words call an error, as the bytes of an event's data. Each way of writing has a pass of its own that begins with
 * literal characters: one pattern for all of them would be tried at every character of a log.
 */
export function findCodes(text: string): WrittenCode[] {
  const found = [
    ...findDataCodes(text),
    ...findHexCodes(text),
    ...findDecimalCodes(text),
    ...findWordedCodes(text),
    ...findParenthesisedCodes(text),
  ];
  // Sorting is stable: of two ways to read one place the earlier pass knows more.
  let end = 0;
  return found.sort(byPlace).filter((code) => {
    const free = code.start >= end;
    if (free) end = code.end;
    return free;
  });
}

/** Events that say why a machine was shut down, in numbers of their own that look like codes: `0x80020003`. */
export const hasOtherCodes = ({ provider, eventId }: LogRecord): boolean =>
  (eventId === 1074 || eventId === 1076) && provider?.toLowerCase() === 'user32';

/** What we know of a code: our facts, the table behind them, else what its own bits say. Null: it is probably no code. */
export async function answersForCode(code: WrittenCode, knowledge: Knowledge): Promise<NonEmpty<Answer> | null> {
  if ('malformed' in code) return [malformedAnswer(code)];
  const { kinds, value, onlyIfKnown, fromData, otherwise } = code;
  const known = await knownAnswers(kinds, value, knowledge);
  if (!known && otherwise !== undefined) return knownAnswers(kindsOf(otherwise), otherwise, knowledge);
  const answers = known ?? (onlyIfKnown ? null : ([takenApart(value)] as const));
  return answers && fromData ? withValue(answers, value) : answers;
}

/** What our facts and the table say of a value, or of the code inside it. */
async function knownAnswers(
  kinds: NonEmpty<CodeKind>,
  value: number,
  knowledge: Knowledge,
): Promise<NonEmpty<Answer> | null> {
  const [first, ...rest] = kinds.flatMap((kind) => knowledge.code(kind, value)).map(({ fact }) => fact);
  if (first) return [{ ...first, name: nameFor(first, value) }, ...rest];
  for (const kind of kinds) {
    const row = await knowledge.row('codes', `${kind}/${hexOf(value)}`);
    if (row) return [answerOfRow(row)];
  }
  const carried = carriedBy(value);
  const inner = carried && (await knownAnswers([carried.kind], carried.value, knowledge));
  return inner && [{ ...inner[0], name: `${hexOf(value)} = ${inner[0].name}`.slice(0, 60) }];
}

/** The name of a fact about several codes begins with the main one; at another one of them it begins with that. */
const nameFor = ({ name }: Answer, value: number): string =>
  value <= 0xffff || name.includes(hexOf(value)) ? name : name.replace(/^0x[0-9A-F]{8}(?= |:)/, hexOf(value));

/** The answers about a value that was read from bytes: the first one says which value that is. */
function withValue([first, ...rest]: NonEmpty<Answer>, value: number): NonEmpty<Answer> {
  const number = value > 0xffff ? hexOf(value) : `${value}`;
  return [{ ...first, meaning: `The bytes, lowest first, are ${number}. ${first.meaning}` }, ...rest];
}

/** An answer out of the table of codes; also used for symbolic names. */
export function answerOfRow(row: Row): Answer {
  const [kind = '', hex = '', symbol = ''] = [row.kind, row.hex, row.symbol];
  const number = kind === 'Win32' ? `Win32 ${Number.parseInt(hex, 16)}` : hex;
  const [meaning = '', iis = ''] = [row.meaning, row.iis];
  // Some notes only repeat the number of the code.
  const inIis = /[a-z]{3}/.test(iis.replace(/0x\w+/g, '')) ? iis : '';
  return {
    id: `code-${hex.toLowerCase()}`,
    name: symbol ? `${number} ${symbol}` : number,
    verdict: null,
    meaning: inIis ? `${inIis} By itself it says: ${meaning}` : meaning,
    sources: rowSources(row),
  };
}
