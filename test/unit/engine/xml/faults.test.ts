import assert from 'node:assert/strict';
import type { XmlFaultId } from '../../../../src/engine/xml/faults';
import { readXml } from '../../../../src/engine/xml/parse';

/** Texts with one fault; what stands between « and » is where it began. */
const EXAMPLES: Readonly<Record<XmlFaultId, readonly string[]>> = {
  'unclosed-tag': [
    '<a>\n  «<add» name="x"\n  <b/>\n</a>',
    '<a>«<b» x="1"</a>',
    '<a>\n  <b/>\n  «<c»',
    '<a>\n  «<add» na\n  <b/>\n</a>',
    '<a>\n  «<add» name=\n  <b/>\n</a>',
    '<a>\n  «<add» name="x" /\n  <b/>\n</a>',
    '<a><b></b>\n«</a»\n',
    '<a>\n  <b>\n  «</»\n</a>',
  ],
  'unclosed-quote': [
    '<a>\n  <add name=«"x» />\n  <add name="y" />\n</a>',
    '<a>\n  <add name=«"x» type="y" />\n</a>',
    '<a>\n  <add name=«"x»\n       type="y" />\n</a>',
    '<a>\n  <add name="x" type=«"y»>\n  </add>\n</a>',
    '<a href=«"x»>text</a>',
    "<a>\n  <add name=«'x» type=\"y\" />\n  <add name='y' />\n</a>",
    '<a>\n  <add name=«"»\n  <b/>\n</a>',
    '<a x=«"1 »<b y="2"/></a>',
    '<a><add name=«"»',
  ],
  'missing-equals': [
    '<a «x» y="1"/>',
    '<a «x»/>',
    '<a «x» "1"/>',
    '<a «x»\n  y="1"></a>',
    '<a>\n  <b c="1" «some» text here\n  <d/>\n</a>',
  ],
  'missing-quotes': [
    '<a «x=»1/>',
    '<a «x=»1 y="2"></a>',
    '<a «x=»“1 2”/>',
    '<a «x=»1 2"/>',
    '<a «x=»/>',
    '<a «x=» y="1"/>',
  ],
  'missing-blank': ['<a x="1"«y»="2"/>', '<a x="1"«y»></a>'],
  'duplicate-attribute': [
    '<a x="1" «x»="2"/>',
    '<a p1="" p2="" p3="" p4="" p5="" p6="" p7="" p8="" «p1»=""/>',
    '<a xmlns:p="u" xmlns:q="u" p:x="" «q:x=""»/>',
  ],
  'bad-name': [
    '<a «"1"»/>',
    '<a x="1"«"»/>',
    '<a «x$»="1"/>',
    '<ad«$d» x="1"></add>',
    '<a>«< add» name="x"/></a>',
    '<a>«<1a»></1a></a>',
    '<a x="1" «<»y="2"/>',
    '<«:a»/>',
    '<a «x:»="1"/>',
    '<a xmlns:x="u" «x:y:z»="1"/>',
  ],
  'misplaced-slash': ['<a «/» x="1"/>', '<a x="1" «/» >', '<a x="1" «/»y>'],
  'less-than-in-text': ['<a>1 «<» 2</a>', '<a>«<»</a>', '<a>«<»=</a>'],
  'less-than-in-value': ['<a x="1 «<» 2"/>', '<a x="«<»b>" y="2"/>', '<a x="«<»b> <c>"/>'],
  'bare-ampersand': ['<a>x «&» y</a>', '<a x="?b=1«&»c=2"/>', '<a>«&»amp</a>', '<a>«&»;</a>', '<a x="«&»"/>'],
  'unknown-entity': [
    '<a>«&nbsp;»</a>',
    '<a x="«&own;»"/>',
    '<!DOCTYPE a [<!ENTITY own "x">]><a>«&own;»</a>',
    '<a>«&AMP;»</a>',
  ],
  'bad-character-number': [
    '<a>«&#0;»</a>',
    '<a x="«&#xD800;»"/>',
    '<a>«&#x110000;»</a>',
    '<a>«&#xz;»</a>',

    '<a>«&#X41;»</a>',
  ],
  'forbidden-character': [
    '<a>«\u0001»</a>',
    '<a x="«\u0000»"/>',
    '<a>«\ufffe»</a>',
    '<a>«\ud800»x</a>',
    '<a>«\udc00»</a>',
    '<a><!-- «\u0008» --></a>',
    '<a><![CDATA[«\u001f»]]></a>',
    '<a «\u0001»x="1"/>',
    '<a x«\u0001»="1"/>',
    '<a></a«\u0001»>',
  ],
  'cdata-end-in-text': ['<a>x«]]>»y</a>', '<a>]«]]>»</a>'],
  'double-hyphen': ['<a><!-- x «--» y --></a>', '<a><!-- x «--»-></a>', '<!DOCTYPE a [<!-- x «--» y -->]><a/>'],
  'nested-comment': ['<a><!-- x «<!--» y --></a>', '<a>\n<!-- x\n<b/>\n«<!--» y -->\n</a>'],
  'unclosed-comment': [
    '<a>\n  «<!--» x\n  <b/>\n</a>',
    '<a/>«<!--» x',
    '<a>\n  «<!--»<b>\n  </b>\n</a>',
    '<a>\n«<!--» uses <b>\n<c/></a>',
  ],
  'unclosed-cdata': ['<a>\n  «<![CDATA[» x\n  <b/>\n</a>', '<a>«<![CDATA[» x</a>'],
  'unclosed-instruction': [
    '<a>\n  «<?php» x\n  <b/>\n</a>',
    '«<?xml» version="1.0"\n<a/>',
    '«<?xml» version="1.0" encoding="utf-8">\n<a/>',
  ],
  'unclosed-doctype': ['«<!DOCTYPE» x\n<a/>', '«<!DOCTYPE» a [ <!ELEMENT b (c)> \n<a/>', '«<!DOCTYPE» a "x>\n<a/>'],
  'bad-markup': [
    '<a>\n  «<!»\n  <b/>\n</a>',
    '<a>«<!»ELEMENT b></a>',
    '<a>«<!»- x > y --></a>',
    '<a>«<!»CDATA[ <x> & ]]></a>',
    '<a>«<!»doctype x></a>',
  ],
  'bad-instruction': ['<a>«<? »x?></a>', '<a>«<?1»?></a>', '<a>«<?x:y» z?></a>', '<a>«<??»></a>', '<a>«<?x»"1"?></a>'],
  'bad-declaration': [
    '<?xml «version="1.1»"?><a/>',
    '<?xml «encoding»="utf-8"?><a/>',
    '<?xml version="1.0"«e»ncoding="utf-8"?><a/>',
    '<?xml version="1.0" «encoding="utf 8»"?><a/>',
    '<?xml version="1.0" «standalone="maybe»"?><a/>',
    '<?xml «version=»1.0?><a/>',
    '<?xml «version="1.0»?><a/>',
    '<?xml«»?><a/>',
    '«<?XML» version="1.0"?><a/>',
  ],
  'misplaced-declaration': [
    '\n«<?xml» version="1.0"?>\n<a/>',
    '<!-- x -->«<?xml» version="1.0"?><a/>',
    '<a>«<?xml» version="1.0"?></a>',
  ],
  'misplaced-doctype': ['<a/>«<!DOCTYPE» a>', '<!DOCTYPE a>«<!DOCTYPE» a><a/>', '<a>«<!DOCTYPE» a></a>'],
  'missing-end-tag': [
    '<a>«<b»></a>',
    '<a>\n  «<add» name="x">\n  <add name="y"/>\n</a>',
    '«<a»>\n  <b/>\n',
    '<a>\n  «<b» x="1">\n    <c/>\n</a>\n',
    '<a>\n  <b>\n    «<c»>',
    '<a>«<b»></a></b>',
  ],
  'missing-slash': ['<a>\n  <b>\n    <c/>\n  «<b»>\n</a>', '<a>\n<b>x«<b»>\n<b>y</b>\n</a>'],
  'stray-end-tag': ['<a></a>«</b>»', '«</a>»<a/>'],
  'mismatched-end-tag': ['<a><b>«</c>»</a>', '<a>«</b>»</a>', '<a>\n  <b>\n  «</B>»\n</a>', '<a>«</b>»</c></a>'],
  'bad-end-tag': ['<a><b>«</>»</a>', '<a>«</a x="1">»', '<a><b>«</ »b></a>', '<a><b>«<\\»b></a>'],
  'text-outside-root': ['«text»\n<a/>', '<a/>\n«text»', '<a/>«<![CDATA[»x]]>', '<a/>\n«x\ny»<!-- --> z', '«just text»'],
  'second-root': ['<a/>\n«<b»/>', '<a></a>«<b»></b><c/>'],
  'no-root': ['«»', ' \n«»', '<?xml version="1.0"?><!-- x -->«»'],
  'unbound-prefix': [
    '<«p»:a/>',
    '<a «xdt»:Transform="x"/>',
    '<a><b xmlns:p="u"/><«p»:c/></a>',
    '<a «p»:x="1" p:y="2"><p:b/></a>',
  ],
  'reserved-namespace': [
    '<«xmlns:a»/>',
    '<a «xmlns:xmlns»="u"/>',
    '<a «xmlns:xml»="u"/>',
    '<a «xmlns:p»="http://www.w3.org/XML/1998/namespace"/>',
    '<a «xmlns»="http://www.w3.org/2000/xmlns/"/>',
  ],
  'empty-namespace': ['<a «xmlns:p=""»/>'],
};

const listed = (text: string, maxFaults?: number) =>
  readXml(text, maxFaults === undefined ? {} : { maxFaults }).faults.map(({ id, start, end }) => ({ id, start, end }));

describe('faults in the form of XML', () => {
  for (const [id, examples] of Object.entries(EXAMPLES))
    it(`${id}: once, where it began`, () => {
      for (const example of examples) {
        const start = example.indexOf('«');
        const end = example.indexOf('»') - 1;
        const text = example.replace('«', '').replace('»', '');
        assert.deepEqual(listed(text), [{ id, start, end }], JSON.stringify(example));
      }
    });

  for (const [what, text] of [
    [
      'a whole file',
      '<?xml version="1.0" encoding="utf-8" standalone="no" ?>\r\n<!-- - -->\r\n<a x=\'"\' y=">">\t]] &lt;&#10;&#x1F600;</a\r\n>\n<?x?>',
    ],
    ['a byte-order mark', '\ufeff<?xml version="1.0"?><a/>'],
    ['a DOCTYPE with a subset', '<!DOCTYPE a PUBLIC "-//x>" \'y\' [ <!ENTITY x ">]"> <!-- ]> --> <?y ]> ?> ]><a/>'],
    [
      'prefixes',
      '<p:a xmlns:p="u" p:x="1" x="2" xml:lang="de" xmlns:xml="http://www.w3.org/XML/1998/namespace"><p:b/></p:a>',
    ],
    ['names and characters of any script', '<été über="1" 名="\u{20000}">😀</été>'],
    ['an expanded CDATA', '<a><![CDATA[<b> & ]] > ]]]></a>'],
  ] as const)
    it(`finds none in ${what}`, () => assert.deepEqual(listed(text), []));

  it('reports both of two that are independent', () =>
    assert.deepEqual(
      listed('<a>\n  <b x=1/>\n  <c y="&"/>\n  <d></e>\n</a>').map(({ id }) => id),
      ['missing-quotes', 'bare-ampersand', 'mismatched-end-tag'],
    ));

  it('says where reading showed it', () => {
    const text = '<a>\n  <b>\n    <c/>\n</a>';
    const [fault] = readXml(text).faults;
    assert.equal(fault?.noticed, text.length - 1);
  });

  it('writes a sentence that quotes no more than a little', () => {
    const [fault] = readXml(`<a x="&${'y'.repeat(200)};"/>`).faults;
    assert.ok(fault && fault.message.length < 200 && fault.message.includes('&yyy'));
  });

  it('lists so many and counts the rest', () => {
    const text = `<a>${'&'.repeat(10_000)}</a>`;
    assert.equal(readXml(text).faults.length, 500);
    assert.equal(readXml(text).faultsLeftOut, 9_500);
    assert.equal(listed(text, 3).length, 3);
  });
});
