import assert from 'node:assert/strict';
import { Literals } from '../../../../src/engine/text/literals';

describe('literals', () => {
  const literals = new Literals<string>();
  for (const literal of ['net stop', 'net stop was', 'iisreset', '\u00e9v\u00e9nement', 'a'])
    literals.add(literal, literal);

  for (const [text, expected] of [
    ['NET  \r\n\tSTOP WAS /y', ['net stop was', 'net stop']],
    ['net stop', ['net stop']],
    ['net sto', []],
    ['IISRESET', ['iisreset']],
    ['\u00c9V\u00c9NEMENT', ['\u00e9v\u00e9nement']],
    [`net${' '.repeat(80)}stop`, ['net stop']],
    [`net${' '.repeat(81)}stop`, []],
    ['', []],
  ] as const)
    it(`finds ${JSON.stringify(expected)} in ${JSON.stringify(text.slice(0, 24))}`, () =>
      assert.deepEqual(literals.at(text, 0), expected));

  it('says what its literals begin with', () =>
    assert.deepEqual([...literals.beginnings].sort(), ['a', 'ii', 'ne', '\u00e9v']));
});
