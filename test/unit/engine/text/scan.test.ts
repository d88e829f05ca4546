import assert from 'node:assert/strict';
import { dispatch, scan } from '../../../../src/engine/text/scan';

const placesOf = (text: string, ...begins: string[]): number[] => {
  const places: number[] = [];
  scan(text, dispatch([begins]), [{ read: (_, at) => places.push(at) > 0 }]);
  return places;
};

describe('scan', () => {
  it('asks where a word begins, in either case', () =>
    assert.deepEqual(placesOf('Ax xa_a a1 {a', 'a'), [0, 6 + 2, 12]));
  it('asks at every sign that is no letter', () => assert.deepEqual(placesOf('{{x{', '{'), [0, 1, 3]));
  it('asks at everything beyond ASCII for any such character', () =>
    assert.deepEqual(placesOf('x\u00e9\u0436', '\u00e9'), [1, 2]));
  it('takes a letter behind one beyond ASCII for the beginning of a word', () =>
    assert.deepEqual(placesOf('\u00e9a', 'a'), [1]));
  it('minds the second character, in either case', () => assert.deepEqual(placesOf('ab aB ac a', 'ab'), [0, 3, 9]));
  it('takes any blank for a blank, and anything beyond ASCII for anything', () =>
    assert.deepEqual(placesOf('a b a\nb a\u00a0b ab', 'a '), [0, 4, 8]));
  it('asks several readers in their order', () => {
    const said: string[] = [];
    const readers = ['1', '2'].map((name) => ({ read: () => said.push(name) > 0 }));
    scan('ab', dispatch([['a'], ['a']]), readers);
    assert.deepEqual(said, ['1', '2']);
  });
});
