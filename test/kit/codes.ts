import assert from 'node:assert/strict';
import { answersForCode, findCodes } from '../../src/engine/explain/codes';
import type { Answer } from '../../src/engine/knowledge/fact';
import { knowledge } from './knowledge';

/** A code that gets an answer: the text there, the value it stands for, or what is wrong with it. */
export interface FoundCode {
  readonly written: string;
  readonly value: number | string;
  readonly answer: Answer;
}

/** Each code of a text that gets an answer, in order of place. */
export async function codesIn(text: string): Promise<FoundCode[]> {
  const found: FoundCode[] = [];
  for (const code of findCodes(text)) {
    const answers = await answersForCode(code, knowledge);
    if (!answers) continue;
    const value = 'malformed' in code ? code.malformed : code.value;
    found.push({ written: text.slice(code.start, code.end), value, answer: answers[0] });
  }
  return found;
}

/** The answer about the only code of a text. */
export const only = async (text: string): Promise<Answer> => {
  const found = await codesIn(text);
  assert.equal(found.length, 1, `${text}: ${found.map(({ written }) => written).join(' | ') || 'nothing'}`);
  return found[0]!.answer;
};

/** A test for each text: exactly this is found in it, and it stands for this value. */
export function finds(
  what: string,
  cases: readonly (readonly [text: string, written: string, value: number | string])[],
) {
  describe(what, () => {
    for (const [text, written, value] of cases)
      it(`reads ${JSON.stringify(text)}`, async () =>
        assert.deepEqual(
          (await codesIn(text)).map((one) => [one.written, one.value]),
          [[written, value]],
        ));
  });
}

/** A test for each text: no code is found in it. */
export function silent(what: string, texts: readonly string[]) {
  describe(what, () => {
    for (const text of texts)
      it(`is silent on ${JSON.stringify(text)}`, async () =>
        assert.deepEqual(
          (await codesIn(text)).map(({ written }) => written),
          [],
        ));
  });
}
