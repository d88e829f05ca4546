import assert from 'node:assert/strict';
import { complete, type CompletionItem, type KnownNames } from '../../../../src/engine/complete/completion';
import { applyEdits } from '../../../../src/engine/config/edits';
import { readConfig } from '../../../../src/engine/config/document';
import { readXml } from '../../../../src/engine/xml/parse';
import { schema } from '../../../kit/schema';

const NONE: KnownNames = { of: () => [] };

/** What is offered where `¦` stands. */
function at(marked: string, file = 'web.config', names = NONE): { items: readonly CompletionItem[]; text: string } {
  const offset = marked.indexOf('¦');
  const text = marked.replace('¦', '');
  const document = readConfig(file, text, schema);
  assert.ok(document);
  return { items: complete(document, offset, schema, names), text };
}
const labels = (marked: string, file?: string, names?: KnownNames): string[] =>
  at(marked, file, names).items.map(({ label }) => label);

/** The text after an item was taken, without places for the cursor. */
function taken(marked: string, label: string): string {
  const { items, text } = at(marked);
  const item = items.find((one) => one.label === label);
  assert.ok(item, `${label} among ${items.map((one) => one.label).join(', ')}`);
  return applyEdits(text, [{ ...item.range, text: item.text.replace(/\$\{\d:([^}]*)\}|\$\d/g, '$1') }]);
}

const includes = (found: readonly string[], ...wanted: string[]): void => {
  for (const one of wanted) assert.ok(found.includes(one), `${one} among ${found.join(', ')}`);
};

const BINDING =
  '<configuration><system.applicationHost><sites><site name="S" id="1"><bindings><binding protocol="http" ';

describe('completion', () => {
  it('offers attributes that are not there yet, in half-typed tags too', () => {
    includes(labels(`${BINDING}bindi¦`), 'bindingInformation');
    const rest = labels(`${BINDING}¦`);
    includes(rest, 'bindingInformation', 'sslFlags');
    assert.ok(!rest.includes('protocol'));
    includes(labels('<configuration><system.webServer><directoryBrowse ¦'), 'enabled', 'showFlags');
    includes(
      labels('<configuration><system.webServer><rewrite><rules><rule name="a>b" ¦'),
      'stopProcessing',
      'enabled',
    );
  });

  it('offers the same inside and outside of location tags', () => {
    const inside = labels('<configuration><location path="x"><system.webServer>¦');
    assert.deepEqual(inside, labels('<configuration><system.webServer>¦'));
    includes(inside, 'defaultDocument', 'handlers', 'security', 'rewrite');
    assert.deepEqual(labels('<configuration><!-- <system.applicationHost> --><system.webServer>¦'), inside);
  });

  it('offers groups, sections and location tags at the root', () => {
    includes(labels('<configuration>¦'), 'system.webServer', 'system.web', 'appSettings', 'location', 'configSections');
    assert.ok(!labels('<configuration><location path="a">¦').includes('location'));
    assert.deepEqual(labels('¦'), ['configuration']);
  });

  it('does not offer a section or a single element twice', () => {
    assert.ok(!labels('<configuration><system.webServer><handlers />¦').includes('handlers'));
    const inside = labels('<configuration><system.webServer><security><requestFiltering><requestLimits />¦');
    assert.ok(!inside.includes('requestLimits'));
    includes(inside, 'fileExtensions');
  });

  it('offers entries, remove and clear in a collection', () => {
    const found = labels('<configuration><system.webServer><handlers>¦');
    assert.deepEqual(found, ['add', 'remove', 'clear']);
    assert.deepEqual(labels('<configuration><system.web><authorization>¦').slice(0, 2).sort(), ['allow', 'deny']);
  });

  it('offers values: names, flags one at a time, true and false', () => {
    assert.deepEqual(labels('<configuration><system.webServer><directoryBrowse enabled="¦"/>').sort(), [
      'false',
      'true',
    ]);
    const pool = '<configuration><system.applicationHost><applicationPools><add name="A" managedPipelineMode="';
    assert.deepEqual(labels(`${pool}Integr¦`), ['Integrated', 'Classic']);
    const flags = at('<configuration><system.webServer><handlers accessPolicy="Read, ¦"/>');
    includes(
      flags.items.map(({ label }) => label),
      'Script',
      'Execute',
    );
    assert.ok(!flags.items.some(({ label }) => label === 'Read'));
    assert.match(
      taken('<configuration><system.webServer><handlers accessPolicy="Read, Scr¦"/>', 'Script'),
      /"Read, Script"/,
    );
    assert.match(taken(`${pool}Integ¦ra"/>`, 'Integrated'), /managedPipelineMode="Integrated"/);
  });

  it('offers pools, sites and modules by name, from this and from other files', () => {
    const sites =
      '<configuration><system.applicationHost><applicationPools><add name="A"/></applicationPools><sites><site name="S" id="1"><application path="/" applicationPool="¦"/>';
    assert.deepEqual(labels(sites), ['A']);
    const others: KnownNames = {
      of: (kind) =>
        kind === 'applicationPool'
          ? [
              { name: 'B', from: 'there' },
              { name: 'a', from: 'there' },
            ]
          : [],
    };
    assert.equal(labels(sites, 'applicationHost.config', others).length, 2);
    includes(
      labels(
        '<configuration><system.applicationHost><sites><site name="S" id="1"/></sites></system.applicationHost><location path="¦">',
      ),
      'S',
    );
  });

  it('puts in what an entry cannot do without', () => {
    assert.match(taken('<configuration><system.webServer><handlers>¦', 'add'), /<add name="" path="" verb="" ?\/>/);
    assert.match(
      taken('<configuration><system.webServer><def¦', 'defaultDocument'),
      /<system.webServer><defaultDocument><\/defaultDocument>$/,
    );
    assert.match(
      taken('<configuration><system.webServer><¦</system.webServer></configuration>', 'urlCompression'),
      /<urlCompression \/><\/system/,
    );
  });

  it('leaves a value alone when a name changes', () =>
    assert.equal(
      taken(
        '<configuration><system.webServer><directoryBrowse enab¦le="true" /></system.webServer></configuration>',
        'enabled',
      ),
      '<configuration><system.webServer><directoryBrowse enabled="true" /></system.webServer></configuration>',
    ));

  it('ends the open element', () =>
    assert.equal(
      taken('<configuration><system.webServer></¦', '/system.webServer'),
      '<configuration><system.webServer></system.webServer>',
    ));

  it('is silent in comments, in text of others and where nothing is known', () => {
    assert.deepEqual(labels('<configuration><!-- <¦ --></configuration>'), []);
    assert.deepEqual(labels('<configuration><runtime><assemblyBinding><¦'), []);
    assert.deepEqual(labels('<root><¦'), []);
  });

  it('has snippets that are well-formed', () => {
    for (const marked of [
      '<configuration><system.applicationHost><sites>¦</sites></system.applicationHost></configuration>',
      '<configuration><system.applicationHost><sites><site name="S" id="1"><bindings>¦</bindings></site></sites></system.applicationHost></configuration>',
      '<configuration><system.applicationHost><applicationPools>¦</applicationPools></system.applicationHost></configuration>',
      '<configuration><system.webServer><rewrite><rules>¦</rules></rewrite></system.webServer></configuration>',
    ]) {
      const snippets = at(marked).items.filter(({ kind }) => kind === 'snippet');
      assert.ok(snippets.length, marked);
      for (const { label } of snippets) assert.deepEqual(readXml(taken(marked, label)).faults, [], label);
    }
  });
});
