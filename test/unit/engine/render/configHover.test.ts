import assert from 'node:assert/strict';
import { readConfig } from '../../../../src/engine/config/document';
import { hierarchyOf, type Surroundings } from '../../../../src/engine/config/surroundings';
import { configHoverAt } from '../../../../src/engine/render/configHoverAt';
import { schemaTexts } from '../../../../src/engine/schema/texts/index.generated';
import { shipped, wholeFile } from '../../../kit/rules';
import { schema } from '../../../kit/schema';

function hover(marked: string, file = 'web.config', server?: string): string {
  const offset = marked.indexOf('¦');
  const document = readConfig(file, marked.replace('¦', ''), schema);
  assert.ok(document);
  const above = server === undefined ? null : readConfig('applicationHost.config', wholeFile(server), schema);
  const hierarchy = hierarchyOf(document, schema, { server: above, shipped, path: above ? 'Shop' : null });
  return configHoverAt(document, offset, { schema, texts: schemaTexts, hierarchy })?.markdown ?? '';
}

describe('the hover over configuration', () => {
  it('says what an attribute takes and what holds where it is absent', () => {
    const text = hover(
      '<configuration><system.applicationHost><applicationPools><add name="A"><processModel idleTime¦out="00:05:00"/></add></applicationPools></system.applicationHost></configuration>',
      'applicationHost.config',
    );
    assert.match(text, /\*\*Attribute\*\* `idleTimeout` of `<processModel>` — timeSpan/);
    assert.match(text, /Default: `00:20:00`/);
    assert.match(text, /00:00:00 to 30\.00:00:00, in steps of 00:01:00/);
    assert.match(text, /Here: `00:05:00`, from applicationHost\\?\.config, line 1/);
    assert.match(text, /`system\.applicationHost\/applicationPools\/add\/processModel`/);
  });

  it('works in a location tag and over tags on several lines', () => {
    assert.match(
      hover('<configuration><location path="x"><system.webServer><directoryB¦rowse enabled="true"/>'),
      /\*\*Section\*\* `system\.webServer\/directoryBrowse`/,
    );
    assert.match(hover('<configuration><system.webServer><directoryBrowse\n   ena¦bled="true"/>'), /`enabled`/);
    assert.match(
      hover('<configuration><system.appl¦icationHost />', 'applicationHost.config'),
      /\*\*Section group\*\* `system\.applicationHost`/,
    );
  });

  it('tells the value that a file above sets', () => {
    const text = hover(
      '<configuration><system.webServer><httpErrors errorM¦ode="Custom" /></system.webServer></configuration>',
      'web.config',
      '<system.webServer><httpErrors errorMode="Detailed" /></system.webServer>',
    );
    assert.match(text, /Here: `Custom`, from web/);
    assert.match(text, /Values: `DetailedLocalOnly`, `Custom`, `Detailed`/);
  });

  it('never shows a secret', () => {
    const text = hover(
      '<configuration><system.applicationHost><applicationPools><add name="A"><processModel userName="u" pass¦word="hunter2"/></add></applicationPools></system.applicationHost></configuration>',
      'applicationHost.config',
    );
    assert.doesNotMatch(text, /hunter2/);
    assert.match(text, /a secret, not shown/);
  });

  it('says what remove and clear do', () => {
    assert.match(
      hover(
        '<configuration><system.webServer><handlers><rem¦ove name="a"/></handlers></system.webServer></configuration>',
      ),
      /Takes out the entry/,
    );
    assert.match(
      hover('<configuration><system.webServer><handlers><cle¦ar/></handlers></system.webServer></configuration>'),
      /Drops every entry/,
    );
  });

  it('knows what stands around sections, and attributes that may stand on any element', () => {
    const declared = (inside: string): string => hover(`<configuration><configSections>${inside}`);
    assert.match(hover('<config¦uration>'), /The root/);
    assert.match(declared('<sectionGr¦oup name="a"/>'), /group of declared sections/);
    assert.match(
      declared('<sectionGroup name="a"><section overrideMode¦Default="Deny"/>'),
      /Whether files further down may set the section/,
    );
    assert.match(hover('<configuration><location overrid¦eMode="Deny"/>'), /Values: `Inherit`, `Allow`, `Deny`/);
    const on = (attribute: string): string =>
      hover(`<configuration><system.webServer><directoryBrowse ${attribute}/></system.webServer></configuration>`);
    assert.match(on('lockAttri¦butes="enabled"'), /may not set/);
    assert.match(on('configSou¦rce="a.config"'), /another file/);
    assert.equal(on('bo¦gus="1"'), '');
  });

  it('tells what holds for the path of the location tag around', () =>
    assert.match(
      hover(
        '<configuration><system.webServer><directoryBrowse enabled="false"/></system.webServer><location path="x"><system.webServer><directoryBrowse ena¦bled="true"/></system.webServer></location></configuration>',
      ),
      /Here: `true`/,
    ));

  it('knows groups that the file itself declares', () =>
    assert.match(
      hover(
        '<configuration><configSections><sectionGroup name="shop"><section name="till" type="A, B"/></sectionGroup></configSections><sh¦op><till/></shop></configuration>',
      ),
      /Section group\*\* `shop`/,
    ));

  it('says what it takes for granted about a web.config', () => {
    const text =
      '<configuration><system.webServer><directoryBrowse enabled="true"/></system.webServer></configuration>';
    const document = readConfig('web.config', text, schema);
    const server = readConfig('applicationHost.config', wholeFile('<system.webServer />'), schema);
    assert.ok(document && server);
    const at = (around: Omit<Surroundings, 'shipped'>): string =>
      configHoverAt(document, text.indexOf('Browse'), {
        schema,
        texts: schemaTexts,
        hierarchy: hierarchyOf(document, schema, { ...around, shipped }),
      })?.markdown ?? '';
    assert.match(at({ server: null }), /IIS 10 as shipped is assumed/);
    assert.match(at({ server, path: null }), /taken for the root of a site/);
    assert.doesNotMatch(at({ server, path: 'Shop' }), /assumed|taken for/);
  });

  it('is silent where nothing is known', () =>
    assert.equal(
      hover(
        '<configuration><system.webServer><directoryBrowse><bog¦us/></directoryBrowse></system.webServer></configuration>',
      ),
      '',
    ));
});
