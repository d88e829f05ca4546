import assert from 'node:assert/strict';
import { Hierarchy } from '../../../../src/engine/config/hierarchy';
import { readConfig } from '../../../../src/engine/config/document';
import { isExpress } from '../../../../src/engine/config/express';
import {
  adjustablePools,
  applicationPools,
  bindingsOf,
  poolsAndDefaults,
  sitesAndDefaults,
  sitesOf,
  startsByItself,
  writtenAt,
  type ServerContext,
} from '../../../../src/engine/config/server';
import { schema } from '../../../kit/schema';

function contextOf(text: string, name = 'applicationHost.config'): ServerContext {
  const document = readConfig(name, `<configuration>${text}</configuration>`, schema);
  assert.ok(document);
  return { document, hierarchy: new Hierarchy(schema, [{ document, path: '' }]) };
}

const SERVER = `<system.applicationHost>
  <applicationPools>
    <add name="Shop" /><add name="MSExchangeOWAAppPool" />
    <applicationPoolDefaults startMode="AlwaysRunning" />
  </applicationPools>
  <sites>
    <site name="Shop" id="1"><bindings><binding protocol="https" bindingInformation="*:443:shop" sslFlags="1" /><binding protocol="http" /></bindings></site>
    <site name="Till" id="2" serverAutoStart="false" />
    <siteDefaults><logFile directory="" /></siteDefaults>
  </sites>
</system.applicationHost>`;

describe('the configuration of a server', () => {
  const context = contextOf(SERVER);
  const written = ({ start, end }: { start: number; end: number }): string => context.document.text.slice(start, end);

  it('has pools and sites, with their defaults worked in', () => {
    assert.deepEqual(
      applicationPools(context).map((pool) => [pool.text('name'), pool.text('startMode')]),
      [
        ['Shop', 'AlwaysRunning'],
        ['MSExchangeOWAAppPool', 'AlwaysRunning'],
      ],
    );
    assert.deepEqual(
      sitesOf(context).map((site) => [site.text('name'), startsByItself(site)]),
      [
        ['Shop', true],
        ['Till', false],
      ],
    );
  });

  it('has the elements that hold defaults behind them', () => {
    assert.equal(poolsAndDefaults(context).at(-1)?.name, 'applicationPoolDefaults');
    assert.equal(sitesAndDefaults(context).at(-1)?.name, 'siteDefaults');
    assert.deepEqual(
      adjustablePools(context).map((pool) => pool.text('name')),
      ['Shop', ''],
    );
  });

  it('has bindings where both attributes are there', () => {
    const [shop] = sitesOf(context);
    assert.ok(shop);
    assert.deepEqual(
      bindingsOf(shop).map(({ protocol, portNumber, sslFlags }) => [protocol, portNumber, sslFlags]),
      [['https', 443, 1]],
    );
  });

  it('tells where something is written, or what is nearest to it', () => {
    const [shop] = applicationPools(context);
    const defaults = sitesAndDefaults(context).at(-1)?.element('logFile');
    assert.ok(shop && defaults);
    assert.equal(written(writtenAt(shop, 'name')), 'Shop');
    assert.equal(written(writtenAt(shop, 'startMode')), 'AlwaysRunning');
    assert.equal(written(writtenAt(shop, 'queueLength')), 'add');
    assert.equal(written(writtenAt(defaults, 'directory')), 'directory=""');
    const model = shop.element('processModel');
    assert.equal(model && written(writtenAt(model, 'idleTimeout')), 'add');
  });

  it('is nothing that another file has', () => {
    const web = contextOf(SERVER, 'web.config');
    assert.deepEqual([applicationPools(web), sitesOf(web), poolsAndDefaults(web)], [[], [], []]);
  });

  it('may be that of IIS Express', () => {
    assert.ok(!isExpress(context.document));
    assert.ok(isExpress(contextOf('<!-- %IIS_USER_HOME% -->').document));
    assert.ok(isExpress(contextOf('', 'C:\\repo\\.vs\\config\\applicationhost.config').document));
  });
});
