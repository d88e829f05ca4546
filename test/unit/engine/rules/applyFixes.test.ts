import assert from 'node:assert/strict';
import { applySafeFixes } from '../../../../src/engine/rules/applyFixes';
import type { Finding, Fix } from '../../../../src/engine/rules/rule';

const finding = (start: number, end: number, fixes: readonly Fix[]): Finding => ({
  rule: 'a-rule',
  severity: 'error',
  message: 'Wrong.',
  start,
  end,
  fixes,
  related: [],
});
const replace = (start: number, end: number, text: string, isSafe = true): Fix => ({
  title: `Write ${text}`,
  isSafe,
  edits: [{ start, end, text }],
});
/** Finds each letter a and has it replaced. */
const everyA =
  (by: string) =>
  (text: string): Finding[] =>
    [...text.matchAll(/a/g)].map(({ index }) => finding(index, index + 1, [replace(index, index + 1, by)]));

describe('applying fixes', () => {
  it('applies those that do not touch, and the others in the next round', () => {
    const { text, applied } = applySafeFixes('a-aa', everyA('b'));
    assert.equal(text, 'b-bb');
    assert.equal(applied.length, 3);
  });

  it('leaves alone what is not safe', () => {
    const check = (): Finding[] => [finding(0, 1, [replace(0, 1, 'x', false)])];
    assert.deepEqual(applySafeFixes('a', check), { text: 'a', applied: [] });
  });

  it('applies a fix as a whole or not at all', () => {
    const both: Fix = {
      title: 'Both',
      isSafe: true,
      edits: [...replace(0, 1, 'x').edits, ...replace(4, 5, 'x').edits],
    };
    const check = (text: string): Finding[] =>
      text.startsWith('a')
        ? [...(text.endsWith('b') ? [finding(4, 5, [replace(4, 5, 'y')])] : []), finding(0, 1, [both])]
        : [];
    assert.equal(applySafeFixes('a...b', check).text, 'x...x', 'the second one waits for the next round');
  });

  it('ends when two rules undo each other, and when one never has enough', () => {
    const swap = (text: string): Finding[] => [finding(0, 1, [replace(0, 1, text === 'a' ? 'b' : 'a')])];
    assert.ok(['a', 'b'].includes(applySafeFixes('a', swap).text));
    const { text } = applySafeFixes('a', (one) => [finding(0, 1, [replace(0, 0, `${one.length}`)])]);
    assert.equal(text.length, 12, 'ten rounds');
  });
});
