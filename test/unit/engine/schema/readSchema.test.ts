import assert from 'node:assert/strict';
import { readSchema } from '../../../../src/engine/schema/readSchema';
import { Schema } from '../../../../src/engine/schema/schema';
import { elementOf, schema } from '../../../kit/schema';

const ACME = `<?xml version="1.0"?>
<!-- made for a test -->
<configSchema>
  <sectionSchema name="system.webServer/acme">
    <attribute name="mode" type="enum" defaultValue="Soft"><enum name="Soft" value="0"/><enum name="Hard" value="1"/></attribute>
    <attribute name="secret" type="string" encrypted="true" defaultValue="[enc:AesProvider::enc]" />
    <attribute name="typo" type="bool" defaultvalue="true" required="false" isUniqueKey="false" />
    <attribute name="odd" type="dword" />
    <attribute name="state" type="enum" extension="Acme.Runtime"><enum name="Up" value="1"/></attribute>
    <method name="Reset" extension="Acme.Runtime" />
    <element name="live" extension="Acme.Runtime"><attribute name="x" type="int" /></element>
    <collection addElement="allow,deny" clearElement="clear" mergeAppend="false" allowUnrecognizedAttributes="true">
      <attribute name="who" type="string" isCombinedKey="true" caseSensitive="true" />
      <attribute name="what" type="uint" isCombinedKey="true" displayHex="true" validationType="integerRange" validationParameter="1, 9" />
      <collection addElement="add"><attribute name="n" type="string" isUniqueKey="true" /></collection>
    </collection>
  </sectionSchema>
</configSchema>`;

const MORE = `<configSchema>
  <sectionSchema name="system.webServer/acme">
    <attribute name="mode" type="string" />
    <element name="extra"><attribute name="wait" type="timeSpan" timeSpanFormat="seconds" allowInfinite="true" /></element>
    <collection addElement="deny" removeElement="remove"><attribute name="since" type="string" expanded="true" /></collection>
  </sectionSchema>
</configSchema>`;

describe('readSchema', () => {
  const acme = elementOf('system.webServer/acme', '', new Schema(readSchema([ACME])));

  it('reads attributes', () => {
    const mode = acme.attributes.get('mode');
    assert.deepEqual(
      [mode?.type, mode?.defaultValue, [...(mode?.names ?? [])]],
      [
        'enum',
        'Soft',
        [
          ['Soft', 0],
          ['Hard', 1],
        ],
      ],
    );
    const typo = acme.attributes.get('typo');
    assert.deepEqual([typo?.defaultValue, typo?.required, typo?.isUniqueKey], [null, false, false]);
    assert.equal(acme.attributes.get('odd')?.type, 'string');
  });

  it('reads collections', () => {
    const { collection } = acme;
    assert.deepEqual([...(collection?.entries.keys() ?? [])], ['allow', 'deny']);
    assert.deepEqual(
      [collection?.clearElement, collection?.removeElement, collection?.mergeAppend],
      ['clear', null, false],
    );
    const deny = collection?.entries.get('deny');
    assert.ok(deny?.allowUnrecognizedAttributes && !acme.allowUnrecognizedAttributes);
    assert.equal(deny.name, 'deny');
    assert.deepEqual(
      deny.keys.map((key) => key.map(({ name }) => name)),
      [['who', 'what']],
    );
    assert.ok(deny.attributes.get('what')?.displayHex);
    assert.deepEqual(deny.attributes.get('what')?.validator, { kind: 'integerRange', min: 1, max: 9, exclude: false });
    assert.ok(deny.collection?.entries.get('add')?.attributes.get('n')?.isUniqueKey);
  });

  it('leaves out what never stands in a file', () => {
    assert.deepEqual([...acme.attributes.keys()], ['mode', 'secret', 'typo', 'odd']);
    assert.equal(acme.elements.size, 0);
    assert.equal(acme.attributes.get('secret')?.defaultValue, null);
  });

  it('puts files together in any order', () => {
    for (const files of [
      [ACME, MORE],
      [MORE, ACME],
    ]) {
      const both = elementOf('system.webServer/acme', '', new Schema(readSchema(files)));
      assert.ok(both.attributes.has('secret'));
      assert.equal(both.attributes.get('mode')?.type, files[0] === ACME ? 'enum' : 'string');
      const wait = both.elements.get('extra')?.attributes.get('wait');
      assert.deepEqual([wait?.timeSpanFormat, wait?.allowInfinite], ['seconds', true]);
      assert.deepEqual([both.collection?.removeElement, both.collection?.clearElement], ['remove', 'clear']);
      assert.ok(both.collection?.entries.get('deny')?.attributes.get('since')?.expanded);
      assert.ok(both.collection.entries.get('deny')?.attributes.has('who'));
    }
  });

  it('takes anything', () => {
    for (const text of [
      '',
      'no XML',
      '<configSchema>',
      '<configSchema><sectionSchema/><sectionSchema name=""/><attribute name="x"/></configSchema>',
      '<configSchema><sectionSchema name="a"><attribute/><attribute name="b" type=',
      '<configSchema><sectionSchema name="__proto__"><attribute name="__proto__"/></sectionSchema></configSchema>',
      `<configSchema><sectionSchema name="deep">${'<element name="e">'.repeat(20_000)}`,
    ])
      assert.ok(new Schema(readSchema([text])));
    assert.ok(
      new Schema(readSchema(['<configSchema><sectionSchema name="constructor"/></configSchema>'])).section(
        'constructor',
      ),
    );
  });
});

describe('Schema.forServer', () => {
  const cgi =
    '<configSchema><sectionSchema name="system.webServer/cgi"><attribute name="own" type="string"/></sectionSchema></configSchema>';
  const server = schema.forServer([cgi, ACME]);

  it('takes the shape from the server, what brings it and how it is declared from us', () => {
    const section = server.section('system.webServer/cgi');
    assert.deepEqual([...(section?.attributes.keys() ?? [])], ['own']);
    assert.deepEqual([section?.product, section?.installed], ['iis', true]);
    assert.equal(section?.declaration?.overrideModeDefault, 'Deny');
  });

  it('knows extensions of the server', () =>
    assert.deepEqual(
      [server.section('system.webServer/acme')?.product, server.section('system.webServer/acme')?.installed],
      ['other', true],
    ));

  it('says what is not installed there', () => {
    assert.equal(server.section('system.webServer/rewrite/rules')?.installed, false);
    assert.equal(schema.section('system.webServer/rewrite/rules')?.installed, null);
  });
});
