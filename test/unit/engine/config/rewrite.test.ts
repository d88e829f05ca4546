import assert from 'node:assert/strict';
import {
  actionReferences,
  appliesToEverything,
  captures,
  referencesIn,
  rewriteRules,
} from '../../../../src/engine/config/rewrite';
import { exampleDocument } from '../../../kit/rules';

const rulesOf = (rules: string) =>
  exampleDocument(`<system.webServer><rewrite><rules>${rules}</rules></rewrite></system.webServer>`).sections.flatMap(
    rewriteRules,
  );

describe('rewriteRules', () => {
  it('reads a rule', () => {
    const [rule] = rulesOf(
      '<rule name="a" enabled="False" stopProcessing="true" patternSyntax="wildcard"><match url="*" negate="true"/><conditions><add input="{URL}" matchType="IsFile"/><add input="{HTTPS}" pattern="on" negate="true"/></conditions><action type="Rewrite" url="b"/></rule>',
    );
    assert.ok(rule);
    assert.equal(rule.isEnabled, false);
    assert.equal(rule.stopsProcessing, true);
    assert.equal(rule.syntax, 'Wildcard');
    assert.equal(rule.match?.isNegated, true);
    assert.deepEqual(
      rule.conditions.map(({ isPattern, isNegated }) => [isPattern, isNegated]),
      [
        [false, false],
        [true, true],
      ],
    );
    assert.equal(rule.actionType, 'Rewrite');
    assert.ok(!appliesToEverything(rule));
  });
  it('knows what applies to everything', () => {
    const all = rulesOf(
      '<rule name="a"><match url=".*"/></rule><rule name="b" patternSyntax="Wildcard"><match url="*"/></rule><rule name="c"><match url="a"/></rule><rule name="d"/>',
    );
    assert.deepEqual(all.map(appliesToEverything), [true, true, false, false]);
  });
  it('places references of the action, and all of a value with references of XML', () => {
    const [rule] = rulesOf(
      '<rule name="a"><match url="x"/><serverVariables><set name="V" value="{C:1}"/></serverVariables><action type="Rewrite" url="a?b=1&amp;c={R:1}"/></rule>',
    );
    assert.ok(rule);
    const found = actionReferences(rule);
    assert.deepEqual(
      found.map(({ name, argument }) => [name, argument]),
      [
        ['R', '1'],
        ['C', '1'],
      ],
    );
    assert.deepEqual(found[0]?.range, found[0]?.attribute.valueRange);
  });
});

describe('referencesIn', () => {
  it('finds nested ones', () =>
    assert.deepEqual(
      referencesIn('/{Map:{R:1}}/{HTTP_HOST}}').map(({ name, argument }) => `${name}=${argument}`),
      ['Map={R:1}', 'R=1', 'HTTP_HOST=null'],
    ));
});

describe('captures', () => {
  it('depends on the syntax', () =>
    assert.deepEqual(
      [
        captures('(a)(b)', 'ECMAScript'),
        captures('*a*', 'Wildcard'),
        captures('(a)', 'ExactMatch'),
        captures('(', 'ECMAScript'),
      ],
      [2, 2, 0, null],
    ));
});
