import assert from 'node:assert/strict';
import { compare, corpusXmlFiles, fuzz, ownXmlFiles, table } from '../../../kit/xmlDifference';

/** `npm run fuzz` takes ten times as many, and others each time. */
const MUTATIONS = 2_000;

describe('faults as saxes finds them', function () {
  this.timeout(120_000);

  it('in our own files', () => {
    for (const { name, text } of ownXmlFiles()) {
      const { verdict, why } = compare(text);
      assert.deepEqual({ name, verdict, why }, { name, verdict: 'same', why: 'well-formed' });
    }
  });

  it('in every file of the corpus', function () {
    const files = corpusXmlFiles();
    if (!files) this.skip();
    assert.ok(files.length > 150);
    const wrong = files.flatMap(({ name, text }) => {
      const { verdict, why } = compare(text);
      return verdict === 'wrong' || verdict === 'accepted' ? `${name}: ${why}` : [];
    });
    assert.deepEqual(wrong, []);
  });

  it(`in ${MUTATIONS} damaged files`, () => {
    const outcome = fuzz(MUTATIONS, 1);
    console.log(table(outcome));
    assert.deepEqual(outcome.wrong, []);
  });
});
