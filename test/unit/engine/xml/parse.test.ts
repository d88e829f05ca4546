import assert from 'node:assert/strict';
import { parseXml } from '../../../../src/engine/xml/parse';
import { attribute, child, localName } from '../../../../src/engine/xml/tree';

describe('parseXml', () => {
  it('keeps every place', () => {
    const text = `<a x="1" y='&lt;2'>t<b/></a>`;
    const [a] = parseXml(text);
    assert.ok(a);
    assert.equal(text.slice(a.start, a.end), text);
    assert.equal(text.slice(a.nameRange.start, a.nameRange.end), 'a');
    assert.equal(text.slice(a.content.start, a.content.end), 't<b/>');
    const [, y] = a.attributes;
    assert.equal(y?.value, '<2');
    assert.equal(text.slice(y.valueRange.start, y.valueRange.end), '&lt;2');
    assert.equal(a.text, 't');
    assert.equal(child(a, 'b')?.name, 'b');
  });

  it('reads references, CDATA and comments, and expands no entity of a document', () => {
    const [a] = parseXml('<!DOCTYPE a><a>&#65;&amp;&own;<!-- <b> --><![CDATA[<c>]]><?p <d>?></a>');
    assert.equal(a?.text, 'A&&own;<c>');
    assert.deepEqual(a.children, []);
  });

  it('reads several roots and prefixes', () => assert.deepEqual(parseXml('<x:a/>\n<b/>').map(localName), ['a', 'b']));

  for (const [what, text, expected] of [
    ['an unclosed element', '<a><b>x</a>', 'a(b)'],
    ['an end tag too many', '<a></b></a>', 'a'],
    ['an open tag before the next one', '<a x="1"\n<b/></a>', 'a(b)'],
    ['an open quote before the next tag', '<a x="1\n<b/></a>', 'a(b)'],
    ['a text that just begins', '<a><b x', 'a(b)'],
    ['an attribute without value', '<a x y="1"/>', 'a'],
    ['a lone sign', '<a>1 < 2</a>', 'a'],
    ['a comment without end', '<a><!-- ', 'a'],
  ] as const)
    it(`reads on after ${what}`, () => {
      const shape = (elements: ReturnType<typeof parseXml>): string =>
        elements.map((one) => one.name + (one.children.length ? `(${shape(one.children)})` : '')).join(' ');
      assert.equal(shape(parseXml(text)), expected);
    });

  it('reads attributes of half-typed tags', () => assert.equal(attribute(parseXml('<a x="1" y=')[0], 'x'), '1'));

  it('takes linear time on deep and unclosed nesting', () => {
    const started = performance.now();
    parseXml('<a>'.repeat(20_000) + '</b>'.repeat(2_000));
    assert.ok(performance.now() - started < 3_000);
  });
});
