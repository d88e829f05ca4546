import assert from 'node:assert/strict';
import { readConfig, type ConfigDocument } from '../../../../src/engine/config/document';
import { dotNetAbove } from '../../../../src/engine/config/dotNetFiles';
import { hierarchyOf } from '../../../../src/engine/config/surroundings';
import { shipped, wholeFile } from '../../../kit/rules';
import { schema } from '../../../kit/schema';

const read = (name: string, text = ''): ConfigDocument => {
  const document = readConfig(name, wholeFile(text), schema);
  assert.ok(document);
  return document;
};
const file = (folder: string, name: string, text = ''): ConfigDocument => read(`${folder}/config/${name}`, text);

const pools = (defaults: string, shop: string): ConfigDocument =>
  read(
    'applicationHost.config',
    `<system.applicationHost><applicationPools><add name="Shop" ${shop} /><applicationPoolDefaults ${defaults} /></applicationPools><sites><site name="Main" id="1"><application path="/" /><application path="/shop" applicationPool="Shop" /></site></sites></system.applicationHost>`,
  );

const ALL = ['Framework', 'Framework64'].flatMap((folder) =>
  ['v2.0.50727', 'v4.0.30319'].flatMap((version) =>
    ['web.config', 'machine.config'].map((name) => file(`C:\\Windows\\Microsoft.NET\\${folder}\\${version}`, name)),
  ),
);
const web = read('web.config');
const above = (
  candidates: readonly ConfigDocument[],
  server: ConfigDocument | null = null,
  path: string | null = null,
  document = web,
): string[] =>
  dotNetAbove(document, candidates, schema, { server, path }).map(({ name }) =>
    name.replaceAll('\\', '/').replace('C:/Windows/Microsoft.NET/', ''),
  );

describe('the files of the .NET Framework above a document', () => {
  it('are machine.config, then the root web.config, of the runtime that is usual', () =>
    assert.deepEqual(above(ALL), [
      'Framework64/v4.0.30319/config/machine.config',
      'Framework64/v4.0.30319/config/web.config',
    ]));

  const both = (folder: string): string[] => [`${folder}/config/machine.config`, `${folder}/config/web.config`];
  for (const [what, defaults, shop, path, expected] of [
    ['the pool of the application', '', 'managedRuntimeVersion="v2.0"', 'Main/shop/admin', 'Framework64/v2.0.50727'],
    [
      'its bitness',
      'managedRuntimeVersion="v4.0"',
      'enable32BitAppOnWin64="true"',
      'main/Shop',
      'Framework/v4.0.30319',
    ],
    [
      'the defaults of the pools',
      'managedRuntimeVersion="v4.0" enable32BitAppOnWin64="true"',
      '',
      'Main/shop',
      'Framework/v4.0.30319',
    ],
    [
      'the defaults of the pools, where the place is not known',
      'managedRuntimeVersion="v2.0"',
      'managedRuntimeVersion="v4.0"',
      null,
      'Framework64/v2.0.50727',
    ],
  ] as const)
    it(`follow ${what}`, () => assert.deepEqual(above(ALL, pools(defaults, shop), path), both(expected)));

  it('are taken from anywhere where only one is there', () => {
    assert.deepEqual(above([file('server', 'machine.config')]), ['server/config/machine.config']);
    assert.deepEqual(above([file('Framework/v2.0.50727', 'machine.config')]), [
      'Framework/v2.0.50727/config/machine.config',
    ]);
  });

  it('are none where several may be meant, or the runtime is another one', () => {
    assert.deepEqual(above([file('a', 'machine.config'), file('b', 'machine.config')]), []);
    assert.deepEqual(
      above([file('Framework64/v2.0.50727', 'machine.config')], pools('managedRuntimeVersion="v4.0"', ''), 'Main'),
      [],
    );
  });

  it('are only machine.config above the root web.config, that of its own runtime', () => {
    const root = ALL.find(({ name }) => /Framework\\v2.*web\.config$/.test(name));
    assert.deepEqual(above(ALL, null, null, root), ['Framework/v2.0.50727/config/machine.config']);
    assert.deepEqual(
      above(
        ALL,
        null,
        null,
        ALL.find(({ name }) => name.endsWith('machine.config')),
      ),
      [],
    );
  });
});

describe('a hierarchy with the files of the .NET Framework', () => {
  const FOLDER = 'C:/Windows/Microsoft.NET/Framework64/v4.0.30319';
  const around = (machine: string, rootWeb: string, server = '') => ({
    dotNet: [file(FOLDER, 'machine.config', machine), file(FOLDER, 'web.config', rootWeb)],
    server: read('applicationHost.config', server),
    shipped,
    path: 'Main/shop',
  });
  const originOf = (section: string, name: string, hierarchy: ReturnType<typeof hierarchyOf>) =>
    hierarchy.effective(section)?.element.value(name).origin?.document.name;

  it('lets the nearer file win in what .NET reads, and leaves out applicationHost.config', () => {
    const pages = (value: string): string => `<system.web><pages theme="${value}" /></system.web>`;
    const of = (machine: string, rootWeb: string, own: string) =>
      hierarchyOf(read('web.config', own), schema, around(machine, rootWeb, pages('server')));
    const theme = (hierarchy: ReturnType<typeof hierarchyOf>) => originOf('system.web/pages', 'theme', hierarchy);
    assert.equal(theme(of(pages('m'), pages('r'), pages('w'))), 'web.config');
    assert.equal(theme(of(pages('m'), pages('r'), '')), `${FOLDER}/config/web.config`);
    assert.equal(theme(of(pages('m'), '', '')), `${FOLDER}/config/machine.config`);
    assert.equal(theme(of('', '', '')), undefined);
  });

  it('has location tags of the root web.config for the site, and their locks', () => {
    const text =
      '<location path="Main/shop" allowOverride="false"><system.web><trust level="Medium" /></system.web></location>';
    const own = read('web.config', '<system.web><trust level="Full" /></system.web>');
    const hierarchy = hierarchyOf(own, schema, around('', text));
    assert.equal(hierarchy.effective('system.web/trust')?.element.text('level'), 'Medium');
    assert.deepEqual(
      hierarchy.problems().map(({ kind }) => kind),
      ['lockedSection'],
    );
    const beside = hierarchyOf(own, schema, { ...around('', text), path: 'Main/blog' });
    assert.deepEqual(beside.problems(), []);
  });

  it('takes no section of IIS from them that nothing declares there', () => {
    const browse = '<system.webServer><directoryBrowse enabled="true" /></system.webServer>';
    const declared =
      '<configSections><sectionGroup name="system.webServer"><section name="directoryBrowse" /></sectionGroup></configSections>';
    const of = (machine: string, rootWeb: string) => hierarchyOf(web, schema, around(machine, rootWeb));
    const browses = (hierarchy: ReturnType<typeof hierarchyOf>) =>
      originOf('system.webServer/directoryBrowse', 'enabled', hierarchy);
    assert.equal(browses(of('', browse)), undefined);
    assert.equal(browses(of(declared, browse)), `${FOLDER}/config/web.config`);
  });

  it('locks no section of IIS in applicationHost.config, whose declarations are its own', () => {
    const text = '<system.webServer><security><access sslFlags="Ssl" /></security></system.webServer>';
    const server = read('applicationHost.config', text);
    assert.deepEqual(hierarchyOf(server, schema, { ...around('', ''), server: null, path: null }).problems(), []);
  });
});
