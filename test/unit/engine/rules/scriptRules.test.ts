import assert from 'node:assert/strict';
import { applyEdits } from '../../../../src/engine/config/edits';
import { profiles, severities, type Example } from '../../../../src/engine/rules/rule';
import { scriptRules } from '../../../../src/engine/rules/script/index.generated';
import { checkScriptExample } from '../../../kit/scripts';
import { grammarFaults } from '../../../kit/grammars';

/** Every rule is tried on its own examples, alone and among all others. */
describe('the rules for scripts', () => {
  for (const rule of scriptRules)
    describe(rule.id, () => {
      const label = ({ text, file }: Example): string => `${file}: ${text.replace(/\s+/g, ' ').slice(0, 90)}`;
      const examples = (kind: 'bad' | 'good'): readonly Example[] =>
        rule.examples[kind].map((one) => (typeof one === 'string' ? { text: one } : one));

      it('says what it is', () => {
        assert.match(rule.id, /^[a-z\d]+(?:-[a-z\d]+)*$/);
        assert.ok(severities.includes(rule.severity) && profiles.includes(rule.profile));
        assert.ok(rule.title.length <= 70 && !rule.title.endsWith('.'), 'a short title');
        assert.ok(rule.why.length >= 60 && rule.why.endsWith('.'), 'a reason in whole sentences');
        assert.ok(rule.sources.length, 'a source');
        assert.ok(rule.examples.bad.length && rule.examples.good.length, 'examples of both kinds');
      });

      for (const example of examples('bad'))
        it(`reports ${label(example)}`, () => {
          const { findings } = checkScriptExample(example, 'hardening', [rule]);
          assert.ok(findings.length, 'a finding');
          for (const { message, start, end } of findings) {
            assert.ok(start < end, 'it underlines something');
            assert.ok(message.length <= 400 && /[.?]$/.test(message), message);
          }
          const { at, text } = example;
          const underlined = findings.map(({ start, end }) => text.slice(start, end));
          assert.ok(at === undefined || underlined.includes(at), underlined.join(' | '));
        });

      for (const example of examples('good'))
        it(`is silent on ${label(example)}`, () =>
          assert.deepEqual(
            checkScriptExample(example, 'hardening', [rule]).findings.map(({ message }) => message),
            [],
          ));

      for (const example of examples('bad'))
        it(`its fixes settle ${label(example)}`, async () => {
          const { findings } = checkScriptExample(example, 'hardening', [rule]);
          const others = checkScriptExample(example).findings.length;
          for (const { fixes } of findings)
            for (const { title, edits } of fixes) {
              const text = applyEdits(example.text, edits);
              const after = checkScriptExample({ ...example, text }, 'hardening', [rule]).findings;
              assert.ok(after.length < findings.length, `${title}\n${text}`);
              assert.ok(checkScriptExample({ ...example, text }).findings.length < others, `no other rule\n${text}`);
              const isFaulty = (await grammarFaults({ ...example, text })) && !(await grammarFaults(example));
              assert.ok(
                !isFaulty,
                `${title}
${text}`,
              );
              if ((example.file ?? '').endsWith('.ps1'))
                assert.doesNotMatch(text, /&&|\|\||\?\?|\?\.|-Parallel\b/, 'runs in 5.1');
            }
        });
    });
});
