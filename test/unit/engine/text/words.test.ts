import assert from 'node:assert/strict';
import { anyPhrasePattern } from '../../../../src/engine/text/words';

describe('a pattern for any of many phrases', () => {
  const phrases = ['net stop', 'net stop was', 'net start w3svc', 'iisreset', 'a.b (c)', 'nets', '%1 x'];
  const pattern = new RegExp(`^${anyPhrasePattern(phrases, '\\s{1,3}')}`, 'i');

  for (const phrase of phrases)
    it(`fits ${phrase}`, () =>
      assert.equal(
        pattern
          .exec(`${phrase.toUpperCase().replaceAll(' ', '\n ')}!`)?.[0]
          .toLowerCase()
          .replace(/\s+/g, ' '),
        phrase,
      ));
  for (const [text, expected] of [
    ['net stop wax', 'net stop'],
    ['net start', undefined],
    ['axb (c)', undefined],
    ['netsh', 'nets'],
  ] as const)
    it(`finds ${expected ?? 'nothing'} in ${text}`, () => assert.equal(pattern.exec(text)?.[0], expected));
});
