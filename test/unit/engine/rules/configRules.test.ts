import assert from 'node:assert/strict';
import { applyEdits } from '../../../../src/engine/config/edits';
import { configRules } from '../../../../src/engine/rules/config/index.generated';
import { profiles, severities, type Example } from '../../../../src/engine/rules/rule';
import { asExample, checkExample } from '../../../kit/rules';

/** Every rule is tried on its own examples, alone and among all others. */
describe('the rules for configuration files', () => {
  it('have different ids', () => {
    const ids = configRules.map(({ id }) => id);
    assert.deepEqual(
      ids.filter((id, i) => ids.indexOf(id) !== i),
      [],
    );
  });

  for (const rule of configRules)
    describe(rule.id, () => {
      const label = (example: string | Example): string => asExample(example).text.replace(/\s+/g, ' ').slice(0, 90);
      const own = (example: string | Example) => checkExample(example, 'hardening', [rule]);

      it('says what it is', () => {
        assert.match(rule.id, /^[a-z\d]+(?:-[a-z\d]+)*$/);
        assert.ok(severities.includes(rule.severity) && profiles.includes(rule.profile));
        assert.ok(rule.title.length <= 70 && !rule.title.endsWith('.'), 'a short title');
        assert.ok(rule.why.length >= 60 && rule.why.endsWith('.'), 'a reason in whole sentences');
        assert.ok(rule.sources.length, 'a source');
        assert.ok(rule.examples.bad.length && rule.examples.good.length, 'examples of both kinds');
      });

      for (const example of rule.examples.bad)
        it(`reports ${label(example)}`, () => {
          const { findings, document } = own(example);
          assert.ok(findings.length, 'a finding');
          for (const { message, start, end } of findings) {
            assert.ok(start < end || document.text === '', 'it underlines something');
            assert.ok(message.length <= 400 && /[.?]$/.test(message), message);
          }
          const { at } = asExample(example);
          if (at === undefined) return;
          assert.ok(
            findings.some(({ start, end }) => document.text.slice(start, end) === at),
            `underlines ${at}, not ${findings.map(({ start, end }) => document.text.slice(start, end)).join(' | ')}`,
          );
        });

      for (const example of rule.examples.good)
        it(`is silent on ${label(example)}`, () =>
          assert.deepEqual(
            own(example).findings.map(({ message }) => message),
            [],
          ));

      for (const example of rule.examples.bad)
        it(`its fixes settle ${label(example)}`, () => {
          const { findings, document } = own(example);
          for (const { fixes, rule: id } of findings)
            for (const fix of fixes) {
              const text = applyEdits(document.text, fix.edits);
              const after = checkExample({ ...asExample(example), text }, 'hardening', [rule]);
              assert.ok(after.findings.length < findings.length, `${id}: ${fix.title}\n${text}`);
              assert.deepEqual(after.document.xml.faults.slice(document.xml.faults.length), [], 'still well-formed');
            }
        });

      it('has an example on which it alone reports', () =>
        assert.ok(
          rule.examples.bad.some((example) =>
            checkExample(example).findings.every((finding) => finding.rule === rule.id),
          ),
          rule.examples.bad
            .map((example) => [...new Set(checkExample(example).findings.map((finding) => finding.rule))].join(', '))
            .join(' | '),
        ));
    });
});
