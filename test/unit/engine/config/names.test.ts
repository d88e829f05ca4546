import assert from 'node:assert/strict';
import { readConfig, type ConfigDocument } from '../../../../src/engine/config/document';
import { nameKinds } from '../../../../src/engine/config/nameKinds';
import { isSameName, namesAt, namesIn } from '../../../../src/engine/config/names';
import { objectionToName, writtenName } from '../../../../src/engine/config/rename';
import { childSchema } from '../../../../src/engine/schema/schema';
import type { ElementSchema } from '../../../../src/engine/schema/model';
import { schema } from '../../../kit/schema';

const config = (text: string, file = 'applicationHost.config'): ConfigDocument => {
  const document = readConfig(file, `<configuration>${text}</configuration>`, schema);
  assert.ok(document);
  return document;
};
const told = (document: ConfigDocument): string[] =>
  namesIn(document).map(({ kind, role, name, start, end }) => {
    assert.equal(document.text.slice(start, end).includes('"'), false);
    return `${kind.id} ${role} ${name} = ${document.text.slice(start, end)}`;
  });

describe('the table of names', () => {
  for (const { label, definitions, references } of nameKinds)
    it(`says of each ${label} only places that the schema has`, () => {
      for (const { section, way, attribute } of [...definitions, ...references]) {
        let element: ElementSchema | null | undefined = schema.section(section);
        assert.ok(element, section);
        for (const name of way) {
          const parent: ElementSchema = element;
          element =
            childSchema(parent, name) ??
            (name === parent.collection?.removeElement ? ([...parent.collection.entries.values()][0] ?? null) : null);
          assert.ok(element, `${section} ${way.join('/')}`);
        }
        assert.ok(element.attributes.has(attribute), `${section} ${way.join('/')}/@${attribute}`);
      }
    });
});

describe('names in a document', () => {
  it('stand where they are written, references replaced', () =>
    assert.deepEqual(
      told(
        config(
          '<system.applicationHost><applicationPools><add name="a &amp; b"/><add name=""/><add/></applicationPools><sites><site name="s"><application applicationPool=\'A &amp; B\'/></site></sites></system.applicationHost><location path="\\S\\x"><system.webServer/></location><location path="."/><location/>',
        ),
      ),
      [
        'applicationPool definition a & b = a &amp; b',
        'applicationPool reference A & B = A &amp; B',
        'site definition s = s',
        'site reference S = S',
      ],
    ));

  it('stand in lists', () =>
    assert.deepEqual(
      told(
        config(
          '<system.webServer><handlers><add name="h" modules=" A ,, B&lt; "/></handlers></system.webServer>',
          'web.config',
        ),
      ),
      ['module reference A = A', 'module reference B< = B&lt;', 'handler definition h = h'],
    ));

  it('stand in values of URL Rewrite, for a map or a provider', () =>
    assert.deepEqual(
      told(
        config(
          '<system.webServer><rewrite><rules><rule name="r"><conditions><add input="{M:{R:1}} {HTTP_HOST} {C:1} {ToLower:{P&amp;:x}}"/></conditions></rule></rules></rewrite></system.webServer>',
          'web.config',
        ),
      ),
      [
        'rewriteRule definition r = r',
        'rewriteMap reference M = M',
        'rewriteMap reference P& = P&amp;',
        'rewriteProvider reference M = M',
        'rewriteProvider reference P& = P&amp;',
      ],
    ));

  it('are none in a web.config whose location tags name folders, and none in encrypted sections', () =>
    assert.deepEqual(
      told(
        config(
          '<location path="admin"><system.webServer/></location><system.webServer><handlers configProtectionProvider="x"><add name="h"/></handlers></system.webServer>',
          'web.config',
        ),
      ),
      [],
    ));

  it('are found at a place', () => {
    const document = config(
      '<system.webServer><handlers><add name="h" modules="A,B"/></handlers></system.webServer>',
      'web.config',
    );
    assert.deepEqual(
      namesAt(document, document.text.indexOf(',') + 1).map(({ name }) => name),
      ['B'],
    );
    assert.deepEqual(namesAt(document, 3), []);
  });

  it('are the same in any case', () => {
    assert.ok(isSameName('Shop', 'SHOP'));
    assert.ok(!isSameName('Shop', 'Shop '));
  });

  it('take linear time in hostile values', () => {
    const started = performance.now();
    const value = '{'.repeat(50_000) + 'a:'.repeat(50_000);
    told(
      config(
        `<system.webServer><rewrite><rules><rule name="r"><action url="${value}"/></rule></rules></rewrite><handlers><add name="x" modules="${','.repeat(100_000)}"/></handlers></system.webServer>`,
        'web.config',
      ),
    );
    assert.ok(performance.now() - started < 3_000);
  });
});

describe('a new name', () => {
  const kind = (id: string) => nameKinds.find((one) => one.id === id)!;
  const document = config(
    '<system.webServer><rewrite><rewriteMaps><rewriteMap name="M"/></rewriteMaps><providers><provider name="P" type="t"/></providers></rewrite></system.webServer>',
    'web.config',
  );
  for (const [id, name, expected] of [
    ['rewriteMap', 'm', null],
    ['rewriteMap', 'N', null],
    ['rewriteMap', 'p', /There is a rewrite provider named "p" already/],
    ['rewriteMap', 'a:b', /cannot hold :/],
    ['applicationPool', 'a|b', /does not allow \| in the name of an application pool/],
    ['site', 'a\\b', /cannot hold \\/],
    ['handler', 'a\nb', /control/],
  ] as const)
    it(`${JSON.stringify(name)} of a ${id} is ${expected ? 'refused' : 'fine'}`, () => {
      const objection = objectionToName(kind(id), 'M', name, [document], schema);
      if (expected) assert.match(objection ?? '', expected);
      else assert.equal(objection, null);
    });

  it('is escaped for its quotes', () => {
    const single = config("<system.webServer><handlers><add name='h'/></handlers></system.webServer>", 'web.config');
    assert.equal(writtenName(namesIn(single)[0]!, `a'b"&<`), 'a&apos;b"&amp;&lt;');
  });
});
