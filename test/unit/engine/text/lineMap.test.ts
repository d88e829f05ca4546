import assert from 'node:assert/strict';
import { LineMap } from '../../../../src/engine/text/lineMap';

describe('LineMap', () => {
  const text = 'ab\r\ncd\n\re';
  const lines = new LineMap(text);
  for (const [offset, line, column] of [
    [0, 1, 1],
    [3, 1, 4],
    [4, 2, 1],
    [7, 3, 1],
    [8, 4, 1],
    [9, 4, 2],
  ] as const)
    it(`places offset ${offset}`, () => assert.deepEqual(lines.position(offset), { line, column }));
});
