import assert from 'node:assert/strict';
import { readXml } from '../../../../src/engine/xml/parse';
import { elementAt, indentation } from '../../../../src/engine/xml/place';
import { ancestors } from '../../../../src/engine/xml/tree';

/** What stands at the ¦ of a text: part, then the path of elements from the outside, then the attribute. */
function at(marked: string): string {
  const { part, element, attribute } = elementAt(readXml(marked.replace('¦', '')), marked.indexOf('¦'));
  const path = element ? [element, ...ancestors(element)].map(({ name }) => name).reverse() : [];
  return [part, path.join('/'), ...(attribute ? [attribute.name] : [])].join(' ').trim();
}

describe('elementAt', () => {
  for (const [marked, expected] of [
    // A whole file
    ['¦<a><b x="1">t</b></a>', 'text'],
    ['<¦a><b x="1">t</b></a>', 'tagName a'],
    ['<a¦><b x="1">t</b></a>', 'tagName a'],
    ['<a>¦<b x="1">t</b></a>', 'text a'],
    ['<a><b ¦x="1">t</b></a>', 'attributeName a/b x'],
    ['<a><b x¦="1">t</b></a>', 'attributeName a/b x'],
    ['<a><b x=¦"1">t</b></a>', 'tag a/b'],
    ['<a><b x="¦1">t</b></a>', 'attributeValue a/b x'],
    ['<a><b x="1¦">t</b></a>', 'attributeValue a/b x'],
    ['<a><b x="1"¦>t</b></a>', 'tag a/b'],
    ['<a><b x="1">¦t</b></a>', 'text a/b'],
    ['<a><b x="1">t¦</b></a>', 'text a/b'],
    ['<a><b x="1">t</¦b></a>', 'endTag a/b'],
    ['<a><b x="1">t</b¦></a>', 'endTag a/b'],
    ['<a><b x="1">t</b>¦</a>', 'text a'],
    ['<a><b x="1">t</b></a>¦', 'text'],
    ['<a><b/>¦<c/></a>', 'text a'],
    ['<a><b x="1" ¦ y="2"/></a>', 'tag a/b'],
    ['<a><!-¦- x --></a>', 'comment a'],
    ['<a><!-- ¦ --></a>', 'comment a'],
    ['<a><!-- x -->¦</a>', 'text a'],
    ['<a><![CDATA[¦]]></a>', 'cdata a'],
    ['<?xml ¦?><a/>', 'declaration'],
    ['<?x ¦?><a/>', 'instruction'],
    ['<!DOCTYPE ¦a><a/>', 'doctype'],
    // Tags that are being typed, at the end of the text
    ['<a><add name="x" ¦', 'tag a/add'],
    ['<a><add na¦', 'attributeName a/add na'],
    ['<a><add name¦', 'attributeName a/add name'],
    ['<a><add name=¦', 'attributeValue a/add name'],
    ['<a><add name="¦', 'attributeValue a/add name'],
    ['<a><add name="x y¦', 'attributeValue a/add name'],
    ['<system.webServer><def¦', 'tagName system.webServer/def'],
    ['<system.webServer><¦', 'tagName system.webServer'],
    ['<a><b></¦', 'endTag a/b'],
    ['<a><b></b¦', 'endTag a/b'],
    ['<a><!-- ¦', 'comment a'],
    ['¦', 'text'],
    ['<¦', 'tagName'],
    // and before what follows
    ['<a>\n  <add name="x" ¦\n  <b/>\n</a>', 'tag a/add'],
    ['<a>\n  <add na¦\n  <b/>\n</a>', 'attributeName a/add na'],
    ['<a>\n  <add name="¦\n  <b y="2"/>\n</a>', 'attributeValue a/add name'],
    ['<a>\n  <add name="¦/>\n  <b y="2"/>\n</a>', 'attributeValue a/add name'],
    ['<a>\n  <add name="x" type=¦ y="1"/>\n</a>', 'attributeValue a/add type'],
    ['<a>\n  <add name="x" ¦/>\n</a>', 'tag a/add'],
    ['<system.webServer>\n  <def¦\n  <handlers/>\n</system.webServer>', 'tagName system.webServer/def'],
    ['<system.webServer>\n  <¦\n  <handlers/>\n</system.webServer>', 'tagName system.webServer'],
    ['<system.webServer>\n  <¦<handlers/>\n</system.webServer>', 'tagName system.webServer'],
    ['<a>\n  <b>\n  </¦\n</a>', 'endTag a/b'],
    ['<a>\n  <b>\n  </¦>\n</a>', 'endTag a/b'],
    ['<a>\n  <add name="x">\n  <add na¦/>\n</a>', 'attributeName a/add na'],
    ['<a>\n  <add\n  ¦\n  <b/>\n</a>', 'tag a/add'],
  ] as const)
    it(`${JSON.stringify(marked)} is ${expected}`, () => assert.equal(at(marked), expected));
});

describe('indentation', () => {
  it('is what the line of a place begins with', () => {
    const text = '<a>\r\n\t  <b/> x\n\n</a>';
    assert.equal(indentation(text, text.indexOf('x')), '\t  ');
    assert.equal(indentation(text, text.indexOf('<b')), '\t  ');
    assert.equal(indentation(text, 1), '');
    assert.equal(indentation(text, text.length), '');
    assert.equal(indentation('  ', 2), '  ');
  });
});
