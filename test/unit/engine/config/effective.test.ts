import assert from 'node:assert/strict';
import { readConfig } from '../../../../src/engine/config/document';
import type { EffectiveElement } from '../../../../src/engine/config/effectiveElement';
import { Hierarchy, type Level } from '../../../../src/engine/config/hierarchy';
import type { MergeProblem } from '../../../../src/engine/config/merge';
import { wholeFile } from '../../../kit/rules';
import { schema } from '../../../kit/schema';

const level = (path: string, name: string, text: string): Level => {
  const document = readConfig(name, wholeFile(text), schema);
  assert.ok(document);
  return { document, path };
};
const server = (text: string): Level => level('', 'applicationHost.config', text);
const web = (path: string, text: string): Level => level(path, 'web.config', text);

const hierarchy = (levels: Level[], applications: string[] = []): Hierarchy =>
  new Hierarchy(schema, levels, true, applications);

const webServer = (text: string): string => `<system.webServer>${text}</system.webServer>`;
const documents = (text: string): string => webServer(`<defaultDocument><files>${text}</files></defaultDocument>`);

function effective(
  files: Hierarchy,
  section: string,
  path?: string,
): { element: EffectiveElement; problems: MergeProblem[] } {
  const found = files.effective(section, path);
  assert.ok(found);
  return { element: found.element, problems: [...found.problems] };
}
const names = (entries: readonly EffectiveElement[] | undefined, attribute: string): string[] =>
  (entries ?? []).map((entry) => entry.text(attribute));
const kinds = (problems: readonly MergeProblem[]): string[] => problems.map(({ kind }) => kind);

const DOCUMENTS = 'system.webServer/defaultDocument';
const files = (of: Hierarchy, path?: string): string[] =>
  names(effective(of, DOCUMENTS, path).element.element('files')?.entries, 'value');

describe('effective configuration', () => {
  it('puts the default documents of a deeper file before the inherited ones', () =>
    assert.deepEqual(
      files(
        hierarchy([
          server(documents('<add value="a"/><add value="b"/>')),
          web('Shop', documents('<add value="c"/><add value="d"/>')),
        ]),
      ),
      ['c', 'd', 'a', 'b'],
    ));

  it('puts other entries behind the inherited ones', () => {
    const headers = (text: string): string =>
      webServer(`<httpProtocol><customHeaders>${text}</customHeaders></httpProtocol>`);
    const { element } = effective(
      hierarchy([server(headers('<add name="A" value="1"/>')), web('Shop', headers('<add name="B" value="2"/>'))]),
      'system.webServer/httpProtocol',
    );
    assert.deepEqual(names(element.element('customHeaders')?.entries, 'name'), ['A', 'B']);
  });

  it('finds an inherited key that a deeper file adds again, and nothing after a remove', () => {
    const map = (text: string): string => webServer(`<staticContent>${text}</staticContent>`);
    const json = '<mimeMap fileExtension=".json" mimeType="application/json"/>';
    const problems = (text: string): string[] =>
      kinds(
        effective(hierarchy([server(map(json)), web('Shop', map(text))]), 'system.webServer/staticContent').problems,
      );
    assert.deepEqual(problems(json), ['duplicate']);
    assert.deepEqual(problems(`<remove fileExtension=".JSON"/>${json}`), []);
    assert.deepEqual(problems(`<clear/>${json}`), []);
    assert.deepEqual(problems('<remove fileExtension=".xyz"/>'), ['removeWithoutMatch']);
  });

  it('does not clear a collection with a locked entry, nor remove that entry', () => {
    const modules = (text: string): string =>
      `<location path="" overrideMode="Allow">${webServer(`<modules>${text}</modules>`)}</location>`;
    const above = server(modules('<add name="CgiModule" lockItem="true"/><add name="WebDAVModule"/>'));
    const problems = (text: string): string[] =>
      kinds(
        effective(hierarchy([above, web('Shop', webServer(`<modules>${text}</modules>`))]), 'system.webServer/modules')
          .problems,
      );
    assert.deepEqual(problems('<clear/>'), ['lockedElement']);
    assert.deepEqual(problems('<remove name="CgiModule"/>'), ['lockedElement']);
    assert.deepEqual(problems('<remove name="WebDAVModule"/>'), []);
  });

  it('takes a location with the path "." for the level itself', () =>
    assert.deepEqual(
      files(hierarchy([web('Shop', `<location path=".">${documents('<add value="a"/>')}</location>`)]), 'Shop'),
      ['a'],
    ));

  it('applies a location of the server to its path only, before the file at that path', () => {
    const both = hierarchy([
      server(`${documents('<add value="a"/>')}<location path="Shop/till">${documents('<add value="b"/>')}</location>`),
      web('Shop/till', documents('<add value="c"/>')),
    ]);
    assert.deepEqual(files(both, 'Shop'), ['a']);
    assert.deepEqual(files(both, 'SHOP/Till/x'), ['c', 'b', 'a']);
    assert.deepEqual(files(both, 'Shop/tillage'), ['a']);
  });

  const access = '<security><access sslFlags="Ssl"/></security>';
  it('refuses a locked section until a location unlocks it for that path', () => {
    const shop = web('Shop', webServer(access));
    const problems = (text: string): string[] =>
      kinds(effective(hierarchy([server(text), shop]), 'system.webServer/security/access').problems);
    assert.deepEqual(problems(''), ['lockedSection']);
    const unlock = (path: string, mode: string): string =>
      `<location path="${path}" overrideMode="${mode}"><system.webServer><security><access/></security></system.webServer></location>`;
    assert.deepEqual(problems(unlock('Shop', 'Allow')), []);
    assert.deepEqual(problems(unlock('', 'Allow')), []);
    assert.deepEqual(problems(unlock('Till', 'Allow')), ['lockedSection']);
    assert.deepEqual(problems(unlock('', 'Allow') + unlock('Shop', 'Deny')), ['lockedSection']);
    const declared =
      '<configSections><sectionGroup name="system.webServer"><sectionGroup name="security"><section name="access" overrideModeDefault="Allow"/></sectionGroup></sectionGroup></configSections>';
    assert.deepEqual(problems(declared), []);
  });

  it('refuses a locked attribute even with the same value', () => {
    const above = server(
      webServer('<httpErrors lockAttributes="defaultPath" errorMode="Custom" defaultPath="a.htm"/>'),
    );
    const problems = (text: string): string[] =>
      kinds(effective(hierarchy([above, web('Shop', webServer(text))]), 'system.webServer/httpErrors').problems);
    assert.deepEqual(problems('<httpErrors defaultPath="a.htm"/>'), ['lockedAttribute']);
    assert.deepEqual(problems('<httpErrors errorMode="Custom"/>'), []);
  });

  it('refuses locked elements and directives', () => {
    const above = server(
      webServer(
        '<httpProtocol><customHeaders lockElements="remove,clear"><add name="A" value="1"/></customHeaders></httpProtocol>',
      ),
    );
    const problems = (text: string): string[] =>
      kinds(
        effective(
          hierarchy([
            above,
            web('Shop', webServer(`<httpProtocol><customHeaders>${text}</customHeaders></httpProtocol>`)),
          ]),
          'system.webServer/httpProtocol',
        ).problems,
      );
    assert.deepEqual(problems('<clear/>'), ['lockedElement']);
    assert.deepEqual(problems('<add name="B" value="2"/>'), []);
  });

  it('keeps from child applications what inheritInChildApplications="false" says, but not from folders', () => {
    const all = hierarchy(
      [
        web(
          'Shop',
          `<location path="." inheritInChildApplications="false">${documents('<add value="a"/>')}</location>`,
        ),
      ],
      ['Shop', 'Shop/till'],
    );
    assert.deepEqual(files(all, 'Shop/folder'), ['a']);
    assert.deepEqual(files(all, 'Shop/till'), []);
    assert.deepEqual(files(all, 'Shop/till/folder'), []);
  });

  describe('of pools and sites', () => {
    const all = hierarchy([
      server(`<system.applicationHost>
        <applicationPools>
          <add name="A"/><add name="B"><processModel idleTimeout="00:05:00"/></add>
          <applicationPoolDefaults managedRuntimeVersion="v4.0"><processModel identityType="NetworkService"/></applicationPoolDefaults>
        </applicationPools>
        <sites>
          <site name="Shop" id="1">
            <applicationDefaults enabledProtocols="http,net.tcp"/>
            <application path="/"/>
            <application path="/x" applicationPool="X"/>
            <logFile period="Hourly"/>
          </site>
          <site name="Till" id="2"><application path="/"/></site>
          <siteDefaults><logFile period="Weekly" localTimeRollover="true"/></siteDefaults>
          <applicationDefaults applicationPool="Defaults"/>
        </sites></system.applicationHost>`),
    ]);

    it('a pool takes from applicationPoolDefaults what it does not say', () => {
      const [a, b] = effective(all, 'system.applicationHost/applicationPools').element.entries;
      assert.ok(a && b);
      const [ofA, ofB] = [a, b].map((pool) => pool.element('processModel'));
      assert.ok(ofA && ofB);
      assert.equal(a.text('managedRuntimeVersion'), 'v4.0');
      assert.equal(ofA.text('identityType'), 'NetworkService');
      assert.equal(ofA.text('idleTimeout'), '00:20:00');
      assert.equal(ofB.text('identityType'), 'NetworkService');
      assert.equal(ofB.text('idleTimeout'), '00:05:00');
      assert.equal(ofB.value('idleTimeout').origin?.element.name, 'processModel');
      assert.equal(ofA.value('idleTimeout').origin, null, 'a default of the schema');
    });

    it('an application takes from the defaults of its site, then from those of all sites', () => {
      const [shop, till] = effective(all, 'system.applicationHost/sites').element.entries;
      assert.ok(shop && till);
      const [root, x] = shop.entries;
      assert.ok(root && x);
      assert.equal(root.text('applicationPool'), 'Defaults');
      assert.equal(root.text('enabledProtocols'), 'http,net.tcp');
      assert.equal(x.text('applicationPool'), 'X');
      assert.equal(till.entries[0]?.text('enabledProtocols'), 'http');
      const [ofShop, ofTill] = [shop, till].map((one) => one.element('logFile'));
      assert.ok(ofShop && ofTill);
      assert.equal(ofShop.text('period'), 'Hourly');
      assert.equal(ofShop.text('localTimeRollover'), 'true');
      assert.equal(ofTill.text('period'), 'Weekly');
    });
  });

  it('says where each value is written', () => {
    const all = hierarchy([
      server(webServer('<directoryBrowse enabled="true"/>')),
      web('Shop', webServer('<directoryBrowse showFlags="Date"/>')),
    ]);
    const { element } = effective(all, 'system.webServer/directoryBrowse');
    assert.equal(element.value('enabled').origin?.document.kind, 'applicationHost');
    assert.equal(element.value('showFlags').origin?.level, 'Shop');
  });

  it('reads the content of a file that configSource names', () => {
    const shop = web('Shop', webServer('<rewrite><rules configSource="rules.config"/></rewrite>'));
    const rules = readConfig(
      'web.config',
      wholeFile(webServer('<rewrite><rules><rule name="a"/></rules></rewrite>')),
      schema,
    );
    const root = rules?.sections[0]?.element;
    assert.ok(root);
    const all = hierarchy([{ ...shop, external: new Map([['rules.config', root]]) }]);
    assert.deepEqual(names(effective(all, 'system.webServer/rewrite/rules').element.entries, 'name'), ['a']);
  });
});
