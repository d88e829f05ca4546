import assert from 'node:assert/strict';
import { readConfig } from '../../../../src/engine/config/document';
import { configOutline, siteUrls } from '../../../../src/engine/config/outline';
import { poolUses } from '../../../../src/engine/config/poolUses';
import { parseXml } from '../../../../src/engine/xml/parse';
import { schema } from '../../../kit/schema';

const config = (text: string) =>
  readConfig('applicationHost.config', `<configuration>${text}</configuration>`, schema)!;

describe('the addresses of a site', () => {
  for (const [protocol, information, expected] of [
    ['http', '*:80:', 'http://*'],
    ['http', '*:8080:shop.example', 'http://shop.example:8080'],
    ['https', '10.0.0.1:443:', 'https://10.0.0.1'],
    ['https', '[::1]:443:', 'https://[::1]'],
    ['net.tcp', '808:*', 'net.tcp 808:*'],
    ['http', 'nonsense', 'http nonsense'],
  ] as const)
    it(`are ${expected} for ${information}`, () => {
      const [site] = parseXml(
        `<site><bindings><binding protocol="${protocol}" bindingInformation="${information}"/></bindings></site>`,
      );
      assert.deepEqual(siteUrls(site!), [expected]);
    });
});

describe('the use of pools', () => {
  it('minds the defaults of the site, of all sites, and of IIS', () => {
    const sites = (defaults: string) =>
      config(
        `<system.applicationHost><sites><site><application applicationPool="A"/><application/></site><site><applicationDefaults applicationPool="b"/><application/></site>${defaults}</sites></system.applicationHost>`,
      );
    assert.deepEqual(
      [...poolUses(sites('<applicationDefaults applicationPool="C"/>'))],
      [
        ['a', 1],
        ['c', 1],
        ['b', 1],
      ],
    );
    assert.deepEqual(
      [...poolUses(sites(''))],
      [
        ['a', 1],
        ['defaultapppool', 1],
        ['b', 1],
      ],
    );
  });
});

describe('the outline', () => {
  it('counts what it leaves out', () => {
    const { entries, leftOut } = configOutline(
      config('<system.webServer><handlers><add name="a"/><add name="b"/><add name="c"/></handlers></system.webServer>'),
      3,
    );
    assert.equal(entries[0]?.children.length, 2);
    assert.equal(leftOut, 1);
  });
});
