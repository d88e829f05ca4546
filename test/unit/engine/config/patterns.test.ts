import assert from 'node:assert/strict';
import {
  fitsEverything,
  plainWord,
  readPattern,
  visitPattern,
  wildcardCaptures,
} from '../../../../src/engine/config/patterns';

const faultOf = (pattern: string): string | null => {
  const read = readPattern(pattern);
  assert.ok(read);
  return read.isValid ? null : read.problem;
};

describe('readPattern', () => {
  it('counts groups', () => {
    const groups = (pattern: string): number | null => {
      const read = readPattern(pattern);
      return read?.isValid ? read.groups : null;
    };
    assert.equal(groups('^(a)(?:b)((c)|d)$'), 3);
    assert.equal(groups('[(]a\\('), 0);
    assert.equal(groups(''), 0);
  });

  it('accepts what people write', () => {
    for (const pattern of [
      '^(?!api)(.*)$',
      '[\\w-.]+',
      'a{2,3}',
      '\\{x\\}',
      'a/b\\-c\\_d',
      '[{}]',
      'x}',
      ']',
      '(?=a)b*?',
    ])
      assert.equal(faultOf(pattern), null, pattern);
  });

  it('refuses what IIS refuses', () => {
    assert.deepEqual(faultOf('a(?<!b)c'), 'look-behind, which URL Rewrite does not have');
    assert.deepEqual(faultOf('(?<x>b)'), 'a named group, which URL Rewrite does not have');
    assert.match(faultOf('(?i)b') ?? '', /^an inline option/);
    assert.match(faultOf('*.php') ?? '', /^a repeat sign/);
    assert.match(faultOf('^/{C:1}') ?? '', /^a \{/);
    assert.match(faultOf('a(b') ?? '', /^a \( that/);
    assert.match(faultOf('a)b') ?? '', /^a \) that/);
    assert.match(faultOf('[a') ?? '', /^a \[ that/);
    assert.match(faultOf('[z-a]') ?? '', /^a range/);
    assert.match(faultOf('a\\') ?? '', /^a backslash/);
    assert.match(faultOf('a{3,2}') ?? '', /^a quantifier/);
  });

  it('judges no pattern without end', () => {
    assert.equal(readPattern('('.repeat(500)), null);
    assert.equal(readPattern('a'.repeat(10_000)), null);
  });

  it('visits every node', () => {
    const read = readPattern('(a|b)+[c]');
    assert.ok(read?.isValid);
    const types: string[] = [];
    visitPattern(read.tree, ({ type }) => types.push(type));
    assert.deepEqual(types, [
      'Pattern',
      'Alternative',
      'Quantifier',
      'CapturingGroup',
      'Alternative',
      'Character',
      'Alternative',
      'Character',
      'CharacterClass',
    ]);
  });
});

describe('patterns by their look', () => {
  it('that fit everything', () => {
    for (const pattern of ['.*', '(.*)', '^(.*)$', '^.*', '', '^', '(.*?)$'])
      assert.ok(fitsEverything(pattern), pattern);
    for (const pattern of ['.+', '^$x', '^(.*)/$', '(.*)a']) assert.ok(!fitsEverything(pattern), pattern);
  });
  it('that are a word', () => {
    assert.equal(plainWord('^OFF$'), 'OFF');
    assert.equal(plainWord('off|on'), null);
  });
  it('wildcards', () => assert.equal(wildcardCaptures('*/a?/*.html'), 2));
});
