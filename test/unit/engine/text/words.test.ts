import assert from 'node:assert/strict';
import { anyWordsPattern, wordsPattern } from '../../../../src/engine/text/words';

describe('words', () => {
  it('let a blank stand for any run of blanks and line ends', () => {
    const pattern = new RegExp(`^${wordsPattern('a (b) c')}$`);
    assert.match('a\r\n  (b)\tc', pattern);
    assert.doesNotMatch('a (b)c', pattern);
  });

  it('find the longest of several literals', () => {
    const pattern = new RegExp(anyWordsPattern(['net stop', 'net stop was', '(pid:', 'iisreset']), 'gi');
    assert.deepEqual(
      [...'Net  stop WAS, net stop x, (PID: 4), iisreset'.matchAll(pattern)].map(([found]) => found),
      ['Net  stop WAS', 'net stop', '(PID:', 'iisreset'],
    );
  });

  it('find nothing where there is nothing to find', () => {
    assert.doesNotMatch('net start', new RegExp(anyWordsPattern(['net stop', 'x'])));
  });
});
