import assert from 'node:assert/strict';
import { matchesGlob } from '../../../../src/engine/text/glob';

describe('a glob', () => {
  for (const [glob, path] of [
    ['web.config', 'a/b/Web.config'],
    ['legacy', 'a/legacy/x/web.config'],
    ['a/*/web.config', 'a/b/web.config'],
    ['a/**', 'a/b/c'],
    ['**/web.*.config', 'web.Debug.config'],
    ['a/**/c', 'a/c'],
    ['a/**/c', 'a/x/y/c/d'],
    ['./a/', 'a/b'],
    ['a\\b', 'A/B'],
    ['w?b.config', 'x/web.config'],
    ['{a,b}/*.{config,xdt}', 'b/x.xdt'],
    ['*a*b*', 'xxaxxbxx'],
  ] as const)
    it(`${glob} fits ${path}`, () => assert.ok(matchesGlob(path, glob)));

  for (const [glob, path] of [
    ['a/b', 'x/a/b'],
    ['a/*/web.config', 'a/web.config'],
    ['a/*', 'b/a/c'],
    ['*.config', 'a.configs'],
    ['', 'a'],
    ['/', 'a'],
    ['(a+)+', 'aaaa'],
  ] as const)
    it(`${glob || 'nothing'} does not fit ${path}`, () => assert.ok(!matchesGlob(path, glob)));

  it('takes no longer for a hostile one', () => {
    const started = process.cpuUsage();
    assert.ok(!matchesGlob('a'.repeat(5_000), `${'*a'.repeat(1_000)}b`));
    assert.ok(!matchesGlob('a/'.repeat(2_000), `${'**/a/'.repeat(500)}b`));
    matchesGlob('a', '{a,b}'.repeat(1_000));
    assert.ok(process.cpuUsage(started).user < 1_000_000);
  });
});
