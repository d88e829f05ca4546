import assert from 'node:assert/strict';
import {
  markdownBlock,
  markdownCode,
  markdownSentence,
  markdownText,
  plainText,
} from '../../../../src/engine/render/escape';

describe('plainText', () => {
  it('keeps one line without controls, direction marks and hidden characters', () =>
    assert.equal(plainText('a\r\n\tb\u202Ec\u200Bd\u0007\u001B[31me\uFEFF'), 'a bcd[31me'));
  it('shortens without cutting a character', () => {
    assert.equal(plainText('abcdef', 4), 'abc…');
    assert.doesNotMatch(plainText('ab\u{1F600}cdef', 4), /[\uD800-\uDBFF]…/);
  });
});

describe('markdownCode', () => {
  for (const [text, expected] of [
    ['a', '`a`'],
    ['a`b', '``a`b``'],
    ['`a', '`` `a ``'],
    ['[x](command:evil)', '`[x](command:evil)`'],
    ['a\n\n# b', '`a # b`'],
  ] as const)
    it(`fences ${JSON.stringify(text)}`, () => assert.equal(markdownCode(text), expected));
});

describe('markdownText', () => {
  for (const [text, forbidden] of [
    ['[x](command:evil)', /(?<!\\)\[|command:/],
    ['<img src=x>', /(?<!\\)</],
    ['**bold** _it_', /(?<!\\)[*_]/],
    ['see https://evil.example', /https:\/\//],
    ['see www.evil.example', /www\./],
    ['# heading', /^#/],
    ['&lt;b&gt;', /&lt;/],
    ['1. item', /^1\./],
  ] as const)
    it(`leaves nothing of ${text} as markup`, () => assert.doesNotMatch(markdownText(text), forbidden));
});

describe('markdownText of a number', () => {
  it('at the beginning shows no sign that is not there', () => assert.equal(markdownText('404.13: x'), '404\\.13: x'));
});

describe('markdownSentence', () => {
  it('keeps code and escapes the rest', () =>
    assert.equal(markdownSentence('Run `a_b *c*` for IWAM_<computer>.'), 'Run `a_b *c*` for IWAM\\_\\<computer\\>.'));
});

describe('markdownBlock', () => {
  for (const [text, expected] of [
    ['\r\n  a\r\n\tb  \r\n\n', '```text\n  a\n\tb\n```'],
    ['``` \n[x](command:evil)', '````text\n``` \n[x](command:evil)\n````'],
    ['a\u202Eb\u0007', '```text\nab\n```'],
    ['abcdef', '```text\nabc\n… (3 more characters)\n```'],
  ] as const)
    it(`fences ${JSON.stringify(text)}`, () =>
      assert.equal(markdownBlock(text, text === 'abcdef' ? 3 : 100), expected));
});
