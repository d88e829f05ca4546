import assert from 'node:assert/strict';
import { codeFrame } from '../../../../src/engine/render/codeFrame';
import { LineMap } from '../../../../src/engine/text/lineMap';

const frame = (text: string, part: string, end = part): string[] => {
  const start = text.indexOf(part);
  return codeFrame(text, { start, end: text.indexOf(end, start) + end.length }, new LineMap(text), (carets) => carets);
};

describe('a code frame', () => {
  it('has the line, carets below the place, and the line before it', () =>
    assert.deepEqual(frame('a\r\n  b bad\r\nc', 'bad'), ['1 | a', '2 |   b bad', '  |     ^^^']));
  it('leaves out a blank line before it', () => assert.deepEqual(frame('\n\nbad', 'bad'), ['3 | bad', '  | ^^^']));
  it('spreads tabs', () => assert.deepEqual(frame('x\tbad', 'bad'), ['1 | x   bad', '  |     ^^^']));
  it('ends the carets with the line', () => assert.deepEqual(frame('bad\nworse', 'bad', 'worse').at(-1), '  | ^^^'));
  it('marks an empty place', () =>
    assert.deepEqual(
      codeFrame('ab', { start: 2, end: 2 }, new LineMap('ab'), (carets) => carets),
      ['1 | ab', '  |   ^'],
    ));
  it('cuts a long line around the place', () => {
    const [row = '', carets = ''] = frame(`${'x'.repeat(3_000)}bad${'y'.repeat(3_000)}`, 'bad');
    assert.match(row, /^1 \| …x{50}bady+…$/);
    assert.equal(carets.indexOf('^'), row.indexOf('bad'));
    assert.equal(carets.length, row.indexOf('bad') + 3);
  });
  it('shows nothing that deceives, at its place', () =>
    assert.deepEqual(frame('a\u202Eb\u001B bad', 'bad'), ['1 | a\uFFFDb\uFFFD bad', '  |      ^^^']));
});
