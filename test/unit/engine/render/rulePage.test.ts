import assert from 'node:assert/strict';
import { rulePage } from '../../../../src/engine/render/rulePage';
import { configRules } from '../../../../src/engine/rules/config/index.generated';
import { unusedSuppression } from '../../../../src/engine/rules/unusedSuppression';

describe('the page of a rule', () => {
  for (const rule of [...configRules, unusedSuppression])
    it(`of ${rule.id} says what, why, and how to suppress`, () => {
      const page = rulePage(rule);
      for (const part of [
        '# ',
        `Rule \`${rule.id}\``,
        '## Reported',
        '## Fine',
        `iis-doctor-disable-next-line ${rule.id}:`,
      ])
        assert.ok(page.includes(part), part);
      const prose = page.replace(/^(`{3,})[\s\S]*?^\1$/gm, '').replace(/`[^`]*`/g, '');
      assert.doesNotMatch(prose, /(?<!\\)<\w/, 'no markup outside examples');
    });

  it('links a source that has an address', () => {
    const [rule] = configRules;
    assert.ok(rule);
    const sources = [{ document: 'A [b]', url: 'https://example.com/', says: 'so', read: '2026-11-21' }];
    assert.match(rulePage({ ...rule, sources }), /- \[A \\\[b\\\]\]\(https:\/\/example\.com\/\): so/);
  });
});
