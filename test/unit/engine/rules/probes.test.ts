import assert from 'node:assert/strict';
import { checkExample } from '../../../kit/rules';
import type { Example } from '../../../../src/engine/rules/rule';

/** Faults that an editor for IIS must find, and correct texts on which it must be silent: what is found in the profile of faults. */
const found = (text: string, more: Partial<Example> = {}): string[] =>
  checkExample({ text, ...more }, 'correctness').findings.map(({ rule }) => rule);

const server: Partial<Example> = { file: 'applicationHost.config' };
const pool = (more: string): string =>
  `<configuration><system.applicationHost><applicationPools><add name="A" ${more}</applicationPools></system.applicationHost></configuration>`;

describe('what an administrator types', () => {
  const cases: readonly (readonly [name: string, text: string, rules: readonly string[], more?: Partial<Example>])[] = [
    [
      'a bad Boolean value in a location tag',
      '<configuration><location path="Default Web Site"><system.webServer><directoryBrowse enabled="yes"/></system.webServer></location></configuration>',
      ['invalid-boolean'],
    ],
    [
      'the same outside',
      '<configuration><system.webServer><directoryBrowse enabled="yes"/></system.webServer></configuration>',
      ['invalid-boolean'],
    ],
    [
      'an unknown section',
      '<configuration><system.webServer><defaultDocumentt enabled="true"/></system.webServer></configuration>',
      ['unknown-section'],
    ],
    [
      'an unknown element in a section',
      '<configuration><system.webServer><defaultDocument><file><add value="a"/></file></defaultDocument></system.webServer></configuration>',
      ['unknown-element'],
    ],
    [
      'two entries with one key',
      '<configuration><system.webServer><defaultDocument><files><add value="a.htm"/><add value="a.htm"/></files></defaultDocument></system.webServer></configuration>',
      ['duplicate-entry'],
    ],
    [
      'two attributes of one name',
      '<configuration><system.webServer><directoryBrowse enabled="true" enabled="true"/></system.webServer></configuration>',
      ['xml-not-well-formed'],
    ],
    [
      'a wrong case',
      '<configuration><system.webServer><directoryBrowse Enabled="true"/></system.webServer></configuration>',
      ['unknown-attribute'],
    ],
    [
      'a Boolean value in capitals',
      '<configuration><system.webServer><directoryBrowse enabled="TRUE"/></system.webServer></configuration>',
      [],
    ],
    [
      'two time spans that are none',
      pool('><processModel idleTimeout="twenty"/><recycling><periodicRestart time="1.05:00"/></recycling></add>'),
      ['invalid-time-span', 'invalid-time-span'],
      server,
    ],
    [
      'a time span below its range',
      pool('><processModel pingInterval="00:00:00"/></add>'),
      ['value-out-of-range'],
      server,
    ],
    ['a number below its range', pool('queueLength="9"/>'), ['value-out-of-range'], server],
    [
      'a transform',
      '<configuration xmlns:xdt="http://schemas.microsoft.com/XML-Document-Transform"><system.webServer><defaultDocument><files><add value="x" xdt:Transform="Insert" xdt:Locator="Match(value)"/></files></defaultDocument></system.webServer></configuration>',
      [],
    ],
    [
      'a section in another file',
      '<configuration><system.webServer><rewrite><rules configSource="rules.config"/></rewrite></system.webServer></configuration>',
      [],
    ],
    [
      'a section of others',
      '<configuration><runtime><assemblyBinding xmlns="urn:schemas-microsoft-com:asm.v1"><dependentAssembly bogus="1"/></assemblyBinding></runtime></configuration>',
      [],
    ],
    [
      'an unknown attribute of httpPlatform',
      '<configuration><system.webServer><httpPlatform processPath="x" bogus="1"/></system.webServer></configuration>',
      ['unknown-attribute'],
    ],
    [
      'an entry of appSettings without a value',
      '<configuration><appSettings><add key="a"/></appSettings></configuration>',
      [],
    ],
    [
      'sites in a web.config',
      '<configuration><system.applicationHost><sites/></system.applicationHost></configuration>',
      ['section-in-wrong-file'],
    ],
    [
      'a MIME type twice',
      '<configuration><system.webServer><staticContent><mimeMap fileExtension=".json" mimeType="application/json"/><mimeMap fileExtension=".json" mimeType="application/json"/></staticContent></system.webServer></configuration>',
      ['duplicate-entry'],
    ],
    ['nothing', '', []],
    ['an element without its end', '<configuration><unclosed>', ['xml-not-well-formed']],
    ['an unknown attribute of a pool', pool('unknownAttr="bad"/>'), ['unknown-attribute'], server],
    ['an unknown pipeline mode', pool('managedPipelineMode="BadValue"/>'), ['unknown-name'], server],
    ['a known pipeline mode', pool('managedPipelineMode="Integrated"/>'), [], server],
    ['an empty Boolean value', pool('autoStart=""/>'), ['empty-value'], server],
    ['a Boolean value that is none', pool('autoStart="yes"/>'), ['invalid-boolean'], server],
    ['a Boolean value', pool('autoStart="true"/>'), [], server],
    ...['lockAttributes', 'lockAllAttributesExcept', 'lockElements', 'lockAllElementsExcept'].map(
      (name) => [`the mark ${name}`, pool(`${name}="autoStart"/>`), [], server] as const,
    ),
    ['the mark lockItem', pool('lockItem="true"/>'), [], server],
  ];
  for (const [name, text, rules, more] of cases)
    it(`${name}: ${rules.join(', ') || 'nothing'}`, () => assert.deepEqual(found(text, more), rules));

  it('a tag without its end is reported where it stands', () => {
    const text =
      '<configuration>\n  <system.webServer>\n    <directoryBrowse enabled="true"\n  </system.webServer>\n</configuration>';
    const { findings } = checkExample(text, 'correctness');
    assert.deepEqual(
      findings.map(({ start }) => text.slice(0, start).split('\n').length),
      [3],
    );
  });

  it('a site with everything wrong has one finding for each fault', () => {
    const rules = found(
      '<configuration><system.applicationHost><applicationPools><add name="A"/></applicationPools><sites><site name="S" id="1"><application path="/" applicationPool="MISSING"><virtualDirectory path="/" physicalPath="C:\\x"/></application><bindings><binding protocol="http" bindingInformation="*:80:"/><binding protocol="http" bindingInformation="*:80:"/></bindings></site><site name="S" id="1"/></sites></system.applicationHost></configuration>',
      server,
    );
    assert.ok(rules.includes('missing-application-pool'));
    assert.ok(rules.filter((rule) => rule === 'duplicate-entry').length >= 2, rules.join(', '));
  });
});
