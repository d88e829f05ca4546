import assert from 'node:assert/strict';
import { performancePage } from '../../../src/editor/performancePage';
import type { PerformanceReport } from '../../../src/protocol/languageServer';

const report: PerformanceReport = {
  features: [
    { feature: 'hover', count: 1_234, p50: 0.81, p95: 5.26, max: 2_400 },
    { feature: 'explain', count: 0, p50: null, p95: null, max: null },
  ],
  memory: { heapUsed: 41_600_000, rss: 98_200_000 },
  documents: { count: 2, characters: 12_000_500, largest: 12_000_000 },
  shortfalls: [
    { uri: 'file:///c%3A/a%20%60b%60.log', feature: 'codeLens', reason: 'onlyAct', count: 512, limit: 200 },
    { uri: 'untitled:Untitled-1', feature: 'documentSymbol', reason: 'onlyFirst', count: 6_000, limit: 5_000 },
    { uri: 'file:///x/%', feature: 'foldingRange', reason: 'documentTooLong', count: 12_000_000, limit: 10_000_000 },
  ],
};

describe('performancePage', () => {
  const { markdown } = performancePage(report);

  for (const line of [
    '| Hovers | 1,234 | 0.8 | 5.3 | 2,400.0 |',
    '| Full explanations | 0 | – | – | – |',
    '98 MB in all, 42 MB of them in use by its objects.',
    '2, together 12,000,500 characters, the largest 12,000,000.',
    '- ``a `b`.log``, verdict lines: only the records that need action, because 512 records are explained and the limit is 200.',
    '- `untitled:Untitled-1`, outline: the first 5,000 of 6,000 records.',
    '- `%`, folding: nothing, because the document has 12,000,000 characters and the limit is 10,000,000.',
  ])
    it(`says ${line}`, () => assert.ok(markdown.split('\n').includes(line), markdown));

  it('says so where there is nothing to tell', () => {
    const page = performancePage({
      features: [],
      memory: null,
      documents: { count: 0, characters: 0, largest: 0 },
      shortfalls: [],
    });
    assert.match(page.markdown, /Not available here\.[^]*None that the language server reads\.[^]*Nothing\.\n$/);
  });
});
