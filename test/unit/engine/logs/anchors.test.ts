import assert from 'node:assert/strict';
import { Anchors } from '../../../../src/engine/logs/anchors';

const GAP = '\\s{1,3}';
const anchors = new Anchors(
  new Map([
    ['did not register with', ['register']],
    ['could not register', ['could']],
    ['register with the desk', ['desk']],
    ['is being disabled', ['disabled']],
    ['application pool', ['pool']],
    ['event code:', ['code']],
  ]),
  GAP,
);

function all(text: string, from = 0, end = text.length): (readonly [number, string])[] {
  const found: (readonly [number, string])[] = [];
  for (let place = anchors.next(text, from, end); place; place = anchors.next(text, place.index + 1, end))
    found.push([place.index, place.values.join()]);
  return found;
}

describe('Anchors', () => {
  it('finds each at its most telling word, in any case and with any gap', () => {
    assert.deepEqual(all('The server DID  not\nRegister with'), [[20, 'register']]);
    assert.deepEqual(all('it is being disabled'), [[12, 'disabled']]);
  });

  it('finds all that stand at one place, the longest first', () =>
    assert.deepEqual(all('did not register with the desk'), [[8, 'desk,register']]));

  it('finds what begins and ends with the text, and one behind the other', () =>
    assert.deepEqual(all('event code: application poolapplication pool'), [
      [0, 'code'],
      [12, 'pool'],
      [28, 'pool'],
    ]));

  for (const text of [
    'did not register',
    'they register without it',
    'does not register with',
    'eventcode:',
    'event',
    '',
  ])
    it(`finds nothing in ${JSON.stringify(text)}`, () => assert.deepEqual(all(text), []));

  it('keeps to the part that it is asked for', () => {
    const text = 'did not register with, is being disabled';
    assert.deepEqual(all(text, 5), [[text.indexOf('disabled'), 'disabled']]);
    assert.deepEqual(all(text, 0, 12), []);
  });

  it('refuses an anchor of short words only', () =>
    assert.throws(() => new Anchors(new Map([['is not a it', ['x']]]), GAP), /No word of/));
});
