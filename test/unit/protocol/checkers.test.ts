import assert from 'node:assert/strict';
import * as checkers from '../../../src/protocol/checkers';

const place = { uri: 'file:///a', version: 1, offset: 0 };
const cases: Readonly<Record<string, { check: (value: unknown) => boolean; good: unknown[]; bad: unknown[] }>> = {
  isExplainAt: {
    check: checkers.isExplainAt,
    good: [place, { ...place, version: -1 }],
    bad: [
      null,
      5,
      'x',
      [],
      {},
      { ...place, offset: -1 },
      { ...place, offset: 0.5 },
      { ...place, uri: 1 },
      { ...place, version: '1' },
    ],
  },
  isExplainParams: {
    check: checkers.isExplainParams,
    good: [place, { text: '' }],
    bad: [null, {}, { text: 5 }, { text: null }],
  },
  isReadFileParams: { check: checkers.isReadFileParams, good: [{ uri: 'x' }], bad: [null, {}, { uri: null }] },
  isFindFilesParams: {
    check: checkers.isFindFilesParams,
    good: [
      { names: ['applicationHost.config'], limit: 5 },
      { names: [], limit: 0 },
    ],
    bad: [
      null,
      { names: 'x', limit: 1 },
      { names: ['../x'], limit: 1 },
      { names: ['{a,b}'], limit: 1 },
      { names: ['a'], limit: -1 },
    ],
  },
  isLoadDataParams: {
    check: checkers.isLoadDataParams,
    good: [{ file: 'codes.tsv' }, { file: 'schema.json' }],
    bad: [
      null,
      {},
      { file: '../codes.tsv' },
      { file: 'a/b.tsv' },
      { file: 'Codes.tsv' },
      { file: 'codes' },
      { file: 'codes.tsv\n' },
      { file: 'secrets.txt' },
      { file: '' },
    ],
  },
};

describe('the checkers of messages', () => {
  for (const [name, { check, good, bad }] of Object.entries(cases)) {
    it(`${name} accepts what is right`, () =>
      assert.deepEqual(
        good.filter((value) => !check(value)),
        [],
      ));
    it(`${name} refuses the rest`, () =>
      assert.deepEqual(
        bad.filter((value) => check(value)),
        [],
      ));
  }

  it('take strange options for none', () => {
    for (const value of [undefined, null, 5, 'x', [], { commands: 'yes' }])
      assert.deepEqual(checkers.readInitializationOptions(value), { commands: false, clientFiles: false });
    assert.deepEqual(checkers.readInitializationOptions({ commands: true, clientFiles: true }), {
      commands: true,
      clientFiles: true,
    });
  });
});
