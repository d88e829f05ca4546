import assert from 'node:assert/strict';
import { secondsOf } from '../../../../src/engine/schema/timeSpan';

describe('secondsOf', () => {
  it('reads a time', () => {
    for (const [written, form, seconds] of [
      ['00:20:00', 'string', 1200],
      ['1.05:00:00', 'string', 104_400],
      ['1:05:00:00', 'string', 104_400],
      ['29:00:00', 'string', 104_400],
      ['00:20', 'string', null],
      ['1.00:20', 'string', null],
      ['-00:00:30', 'string', -30],
      ['00:00:00.1', 'string', 0.1],
      ['20', 'string', null],
      ['20', 'minutes', 1200],
      ['20', 'seconds', 20],
      ['00:20:00', 'minutes', null],
      ['', 'string', null],
    ] as const)
      assert.equal(secondsOf(written, form), seconds, written);
  });
});
