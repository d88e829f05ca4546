import assert from 'node:assert/strict';
import type { Found } from '../../../../src/engine/schema/model';
import { isCommonAttribute, Schema, schemaLoader } from '../../../../src/engine/schema/schema';
import { loadData } from '../../../kit/knowledge';
import { schema, schemaData, schemaText } from '../../../kit/schema';

describe('Schema.find', () => {
  const kinds = (path: string): string => {
    const found: Found = schema.find(path);
    if (found.kind === 'unchecked') return found.by.declaredIn;
    return found.kind === 'unknown' ? `meant ${found.meant ?? 'nothing'}` : found.kind;
  };
  for (const [path, expected] of [
    ['system.webServer', 'group'],
    ['system.webServer/security/authentication', 'group'],
    ['system.web/caching', 'group'],
    ['system.webServer/defaultDocument', 'section'],
    ['webFarms', 'section'],
    ['connectionStrings', 'section'],
    ['runtime', 'machine.config'],
    ['system.serviceModel', 'group'],
    ['system.serviceModel/bindings', 'machine.config'],
    ['system.web.extensions/scripting/webServices/jsonSerialization', 'machine.config'],
    ['entityFramework', 'configSections'],
    ['elmah/errorLog', 'configSections'],
    ['system.web.webPages.razor/pages', 'configSections'],
    ['system.webServer/system.management.wsmanagement.config', 'applicationHost.config'],
    ['system.webserver', 'meant system.webServer'],
    ['system.webserver/DefaultDocument', 'meant system.webServer/defaultDocument'],
    ['system.webServer/securty/access', 'meant system.webServer/security/access'],
    [
      'system.webServer/anonymousAuthentication',
      'meant system.webServer/security/authentication/anonymousAuthentication',
    ],
    ['system.webServer/iPSecurity', 'meant system.webServer/security/ipSecurity'],
    ['handlers', 'meant system.webServer/handlers'],
    ['system.webServer/log', 'meant nothing'],
    ['system.webServer/acme', 'meant nothing'],
    ['acme/log', 'meant nothing'],
    ['', 'meant nothing'],
    ['__proto__', 'meant nothing'],
    ['constructor/x', 'meant nothing'],
  ] as const)
    it(`${path === '' ? 'nothing' : path}: ${expected}`, () => assert.equal(kinds(path), expected));

  it('answers the same object every time', () => {
    assert.equal(schema.find('system.webServer/cgi'), schema.find('system.webServer/cgi'));
    assert.equal(schema.section('system.webServer/cgi'), schema.section('system.webServer/cgi'));
  });
});

describe('Schema.children', () => {
  it('lists sections and groups', () => {
    assert.deepEqual(
      schema.children('system.webServer/tracing').map(({ name, kind }) => [name, kind]),
      [
        ['traceFailedRequests', 'section'],
        ['traceProviderDefinitions', 'section'],
      ],
    );
    const root = schema.children('');
    assert.ok(root.some(({ name, kind }) => name === 'system.applicationHost' && kind === 'group'));
    assert.ok(root.some(({ path, kind }) => path === 'runtime' && kind === 'section'));
    assert.ok(schema.isGroup('system.webServer/security') && !schema.isGroup('webFarms'));
    assert.deepEqual(schema.children('nowhere'), []);
  });

  it('reaches every section', () => {
    const reach = (group: string): string[] =>
      schema.children(group).flatMap(({ path, kind }) => (kind === 'group' ? reach(path) : [path]));
    assert.deepEqual(
      schema.paths.filter((path) => !reach('').includes(path)),
      [],
    );
  });
});

describe('attributes that may stand anywhere', () => {
  for (const name of ['lockItem', 'lockAttributes', 'configSource', 'xmlns', 'xmlns:xdt', 'xdt:Transform'])
    it(name, () => assert.ok(isCommonAttribute(name)));
  it('not every attribute', () => assert.ok(!isCommonAttribute('enabled') && !isCommonAttribute('lockitem')));
});

describe('the schema that ships', () => {
  it('is small', () => assert.ok(schemaText.length < 150_000, `${schemaText.length} bytes`));

  it('is built in no time', () => {
    const times = Array.from({ length: 5 }, () => {
      const start = performance.now();
      new Schema(schemaData);
      return performance.now() - start;
    });
    console.log(`      ${Math.min(...times).toFixed(1)} ms, first ${times[0]?.toFixed(1)} ms`);
    assert.ok(Math.min(...times) < 15);
  });

  it('is loaded once', async () => {
    const files: string[] = [];
    const load = schemaLoader((file) => {
      files.push(file);
      return loadData(file);
    });
    assert.equal(await load(), await load());
    assert.deepEqual(files, ['schema.json']);
  });

  it('is asked for again where it could not be read', async () => {
    let tries = 0;
    const load = schemaLoader((file) => (++tries === 1 ? Promise.reject(new Error('busy')) : loadData(file)));
    await assert.rejects(load(), /busy/);
    assert.ok((await load()).section('system.webServer/cgi'));
  });
});
