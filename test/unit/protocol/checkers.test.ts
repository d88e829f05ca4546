import assert from 'node:assert/strict';
import * as checkers from '../../../src/protocol/checkers';

const place = { uri: 'file:///a', version: 1, offset: 0 };
const report = {
  features: [{ feature: 'hover', count: 3, p50: 0.5, p95: 1, max: 2 }],
  memory: { heapUsed: 1, rss: 2 },
  documents: { count: 1, characters: 5, largest: 5 },
  shortfalls: [{ uri: 'file:///a', feature: 'codeLens', reason: 'onlyAct', count: 201, limit: 200 }],
};
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
    good: [place, { text: '' }, { text: '', quote: 'asItIs' }, { ...place, quote: 'namesReplaced' }],
    bad: [null, {}, { text: 5 }, { text: null }, { text: '', quote: 'x' }, { ...place, quote: true }],
  },
  isQuote: { check: checkers.isQuote, good: ['asItIs', 'namesReplaced'], bad: [undefined, null, '', {}, 'toString'] },
  isPerformanceReport: {
    check: checkers.isPerformanceReport,
    good: [
      report,
      { ...report, memory: null, features: [], shortfalls: [] },
      { ...report, features: [{ feature: 'explain', count: 0, p50: null, p95: null, max: null }] },
    ],
    bad: [
      null,
      {},
      { ...report, memory: undefined },
      { ...report, memory: { heapUsed: 1 } },
      { ...report, features: {} },
      { ...report, features: [{ ...report.features[0], feature: 'x' }] },
      { ...report, features: [{ ...report.features[0], p95: NaN }] },
      { ...report, documents: { count: -1, characters: 0, largest: 0 } },
      { ...report, shortfalls: [{ ...report.shortfalls[0], reason: 'x' }] },
      { ...report, shortfalls: [{ ...report.shortfalls[0], uri: 5 }] },
    ],
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
  isRulePageParams: {
    check: checkers.isRulePageParams,
    good: [{ rule: 'unknown-attribute' }],
    bad: [null, {}, { rule: 5 }, { rule: '' }, { rule: 'a b' }, { rule: '../x' }, { rule: 'A' }],
  },
  isEffective: {
    check: checkers.isEffective,
    good: [{ title: 'modules', text: '<modules />' }],
    bad: [null, {}, { title: 'modules' }, { title: 1, text: '' }],
  },
  isLoadDataParams: {
    check: checkers.isLoadDataParams,
    good: [{ file: 'codes.tsv' }, { file: 'schema.json' }, { file: 'shipped.config' }],
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
