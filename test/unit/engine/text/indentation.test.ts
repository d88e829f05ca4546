import assert from 'node:assert/strict';
import { indentedBlocks } from '../../../../src/engine/text/indentation';

describe('indentedBlocks', () => {
  const cases: readonly (readonly [what: string, text: string, blocks: readonly (readonly [number, number])[]])[] = [
    ['nothing', '', []],
    ['flat text', 'a\nb\n\nc', []],
    ['a block', 'a\n  b\n  c\nd', [[0, 2]]],
    ['a block to the end', 'a\r\n\tb\r\n', [[0, 2]]],
    [
      'blocks in blocks',
      '<a>\n  <b>\n    <c/>\n  </b>\n</a>',
      [
        [0, 3],
        [1, 2],
      ],
    ],
    ['a tab that counts as four blanks', 'a\n    b\n\tc\nd', [[0, 2]]],
    ['blank lines with the block above them', 'a\n  b\n\nc', [[0, 2]]],
    ['a text that begins further in than it goes on', '    a\n  b\nc', []],
  ];
  for (const [what, text, blocks] of cases)
    it(`finds ${what}`, () =>
      assert.deepEqual(
        indentedBlocks(text).map(({ startLine, endLine }) => [startLine, endLine]),
        blocks,
      ));
});
