import assert from 'node:assert/strict';
import type { Range } from '../../../../src/engine/text/range';
import { parseXml, readXml } from '../../../../src/engine/xml/parse';
import { elementAt } from '../../../../src/engine/xml/place';
import { ancestors, attribute, child, localName, type XmlElement } from '../../../../src/engine/xml/tree';

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
    it(`reads on after ${what}`, () => assert.equal(shape(parseXml(text)), expected));

  it('reads attributes of half-typed tags', () => assert.equal(attribute(parseXml('<a x="1" y=')[0], 'x'), '1'));

  it('reads from a place to a place', () => {
    const text = '<a/><b>1</b><c/>';
    const roots = parseXml(text, { start: 4, end: 12 });
    assert.deepEqual(
      roots.map(({ name, start, end }) => ({ name, start, end })),
      [{ name: 'b', start: 4, end: 12 }],
    );
  });
});

describe('readXml', () => {
  const cut = (text: string, range: Range | null): string | null => range && text.slice(range.start, range.end);

  it('keeps the place of every part', () => {
    const text = `<p:a xmlns:p="u" p:x='&#65;&lt;' y = ""\n><b z="1" />t</p:a >`;
    const { roots, faults } = readXml(text);
    const [a] = roots;
    assert.ok(a);
    assert.deepEqual(faults, []);
    assert.equal(cut(text, a.prefixRange), 'p');
    assert.equal(cut(text, a.startTag), text.slice(0, text.indexOf('<b')));
    assert.equal(cut(text, a.endTag), '</p:a >');
    assert.equal(cut(text, a.content), '<b z="1" />t');
    assert.deepEqual([a.selfClosed, a.isTagClosed, a.isEnded], [false, true, true]);
    const [, x, y] = a.attributes;
    assert.deepEqual([x?.raw, x?.value, x?.quote, y?.raw, y?.quote], ['&#65;&lt;', 'A<', "'", '', '"']);
    assert.equal(cut(text, x!), `p:x='&#65;&lt;'`);
    assert.equal(cut(text, x!.nameRange), 'p:x');
    assert.equal(cut(text, y!), 'y = ""');
    const [b] = a.children;
    assert.ok(b);
    assert.equal(b.parent, a);
    assert.deepEqual([b.selfClosed, b.endTag, b.prefixRange], [true, null, null]);
    assert.deepEqual([...ancestors(b)], [a]);
  });

  it('keeps all that is no element, in order', () => {
    const text =
      '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x ">">]><!-- 1 --><a> t <b/><![CDATA[2]]>\n<?p 3?></c></a>\n<!-- 4 -->';
    const { pieces } = readXml(text);
    assert.deepEqual(
      pieces.map((piece) => `${piece.kind}: ${cut(text, piece)}`),
      [
        'declaration: <?xml version="1.0"?>',
        'doctype: <!DOCTYPE a [<!ENTITY x ">">]>',
        'comment: <!-- 1 -->',
        'text: t',
        'cdata: <![CDATA[2]]>',
        'instruction: <?p 3?>',
        'stray: </c>',
        'comment: <!-- 4 -->',
      ],
    );
  });

  it('gives an element the text between its children', () => {
    const [a] = readXml('<a> 1<b>x<!-- --></b>2 <!-- 3 -->&amp;<?p?><![CDATA[&lt;]]></c>4<b/>\n</a>').roots;
    assert.equal(a?.text, ' 12 &&lt;4\n');
    assert.equal(a.children[0]?.text, 'x');
  });

  it('expands no entity of a document', () => {
    const bomb = Array.from({ length: 30 }, (_, i) => `<!ENTITY e${i + 1} "&e${i};&e${i};">`).join('');
    const [a] = readXml(`<!DOCTYPE a [<!ENTITY e0 "x">${bomb}]><a x="&e30;">&e30;</a>`).roots;
    assert.deepEqual([a?.text, a?.attributes[0]?.value], ['&e30;', '&e30;']);
  });

  it('recovers what a value without an end has swallowed', () => {
    const [a] = readXml('<a>\n  <add name="x type="y" path=\'z />\n  <add/>\n</a>').roots;
    assert.deepEqual(
      a?.children.map((one) => [attribute(one, 'name'), attribute(one, 'type'), attribute(one, 'path')]),
      [
        ['x', 'y', 'z'],
        [undefined, undefined, undefined],
      ],
    );
  });

  it('reads values between curly quotes', () => {
    const [a] = readXml('<a x=“1 2” y="3"/>').roots;
    assert.deepEqual([attribute(a, 'x'), attribute(a, 'y')], ['1 2', '3']);
  });

  for (const [what, text, expected] of [
    ['a slash that is missing', '<r>\n  <a>\n  <b/>\n  <c/>\n</r>', 'r(a b c)'],
    ['a tag that is being typed', '<r>\n  <a x="1"\n  <b/>\n</r>', 'r(a b)'],
    ['a section without an end', '<r>\n  <a>\n    <b/>\n  <c/>\n</r>', 'r(a(b) c)'],
    ['a root without an end', '<r>\n<a/>\n<b/>\n', 'r(a b)'],
    ['lines without indentation', '<r>\n<a>\n<b/>\n</r>', 'r(a(b))'],
    ['an end tag misspelt', '<r>\n  <a>\n    <b/>\n  </aa>\n</r>', 'r(a(b))'],
    ['a start tag misspelt', '<r>\n  <a$>\n    <b/>\n  </aa>\n  <c/>\n</r>', 'r(a(b) c)'],
    ['a comment without an end', '<r>\n  <!-- x\n  <a/>\n</r>', 'r(a)'],
  ] as const)
    it(`gives elements back to whom they belong after ${what}`, () =>
      assert.equal(shape(readXml(text).roots), expected));
});

describe('hostile XML', function () {
  this.timeout(20_000);
  const LEVELS = 100_000;
  const LIMIT = 3_000;

  for (const [what, text] of [
    ['nesting', '<a>'.repeat(LEVELS) + '</a>'.repeat(LEVELS)],
    ['nesting without end', '<a>\n'.repeat(LEVELS)],
    ['nesting without end, each with a child', ' <a>\n  <b/>\n'.repeat(LEVELS)],
    ['tags without end', '<a '.repeat(LEVELS)],
    ['stray end tags in deep nesting', '<a>'.repeat(LEVELS) + '</b>'.repeat(LEVELS)],
    ['quotes without end', '<a x="\n'.repeat(LEVELS)],
    ['values full of "<"', `<a x="${' <'.repeat(LEVELS)}`],
    ['comments without end', '<!--\n<a/>'.repeat(LEVELS)],
    ['CDATA without end', '<![CDATA[\n<a/>'.repeat(LEVELS)],
    ['DOCTYPEs without end', '<!DOCTYPE a ["\n<a/>'.repeat(LEVELS)],
    [
      'broken markup before one far end',
      `${'<!x'.repeat(LEVELS)}${'<!-'.repeat(LEVELS)}${'</'.repeat(LEVELS)}<!-- --> ]]>`,
    ],
    ['references without end', `<a x="${'&x'.repeat(LEVELS)}"/>`],
    ['blanks', `<a${' '.repeat(LEVELS * 10)}x="1"/>${'x '.repeat(LEVELS)}`],
    ['many attributes', `<a ${Array.from({ length: LEVELS }, (_, i) => `x${i}=""`).join(' ')}/>`],
    ['the same attribute', `<a ${'x="" '.repeat(LEVELS)}/>`],
    ['declared prefixes', '<p:a xmlns:p="u">'.repeat(LEVELS)],
    ['a value of 1 MB', `<a x="${'&amp;'.repeat(200_000)}"/>`],
  ] as const)
    it(`takes linear time on ${what}`, () => {
      const started = performance.now();
      const document = readXml(text);
      elementAt(document, text.length);
      elementAt(document, text.length >> 1);
      assert.ok(document.faults.length <= 500);
      const took = performance.now() - started;
      assert.ok(took < LIMIT, `${took} ms`);
    });
});

const shape = (elements: readonly XmlElement[]): string =>
  elements.map((one) => one.name + (one.children.length ? `(${shape(one.children)})` : '')).join(' ');
