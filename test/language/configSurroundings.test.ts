import assert from 'node:assert/strict';
import type { Diagnostic, Hover } from 'vscode-languageserver';
import { applicationPoolSid } from '../../src/engine/explain/computedSids';
import { ConfigClient, placeOf } from '../kit/configClient';

const CONFIG = 'file:///w/server/Microsoft.NET/Framework64/v4.0.30319/Config';
const machine = `${CONFIG}/machine.config`;
const rootWeb = `${CONFIG}/web.config`;
const uri = 'file:///w/site/web.config';
const trust = (attributes: string, level: string): string =>
  `<configuration>\n<location ${attributes}>\n<system.web><trust level="${level}" /></system.web>\n</location>\n</configuration>`;
const text =
  '<configuration>\n<system.web><trust level="Full" /><compilation debug="false" /></system.web>\n</configuration>';
const messageOf = ({ message }: Diagnostic): string => (typeof message === 'string' ? message : message.value);

describe('files that stand above those of IIS', () => {
  let client: ConfigClient;
  const start = async (files: Readonly<Record<string, string>>) => {
    client = new ConfigClient(files);
    await client.start();
  };
  afterEach(async () => assert.equal(await client.stop(), 0));

  it('lock what they lock, and are minded while they are edited', async () => {
    await start({ [rootWeb]: trust('allowOverride="false"', 'Medium') });
    const [found, ...others] = await client.check(uri, text);
    assert.deepEqual(others, []);
    assert.equal(found?.code, 'locked-section');
    assert.match(messageOf(found), /web\.config, line 2.*\.NET stops/);
    assert.equal(found.relatedInformation?.[0]?.location.uri, rootWeb);
    await client.open(rootWeb, trust('allowOverride="true"', 'Medium'), 'xml');
    assert.deepEqual(await client.diagnosticsOf(uri), []);
    await client.change(rootWeb, 2, [{ text: trust('allowOverride="false"', 'Medium') }]);
    assert.equal((await client.diagnosticsOf(uri))[0]?.code, 'locked-section');
  });

  it('are where a value comes from', async () => {
    await start({
      [machine]: '<configuration>\n\n<system.web><compilation batch="false" /></system.web></configuration>',
      'file:///w/applicationHost.config':
        '<configuration><system.web><compilation batch="true" /></system.web></configuration>',
    });
    await client.check(uri, text);
    const found = await client.connection.sendRequest<{ text: string } | null>('iisDoctor/effective', {
      uri,
      version: 1,
      offset: text.indexOf('compilation'),
    });
    assert.match(found?.text ?? '', /batch="false".*machine\.config line 3/);
  });

  it('tell of a section for .NET in applicationHost.config that it has no effect', async () => {
    await start({});
    const server = 'file:///w/applicationHost.config';
    await client.check(server, text);
    const hover = await client.at<Hover | null>('hover', server, placeOf(text, 'compil|ation'));
    assert.match(JSON.stringify(hover?.contents), /does not read `applicationHost.config`/);
  });
});

describe('the SID of an application pool', () => {
  const client = new ConfigClient();
  after(async () => assert.equal(await client.stop(), 0));

  it('has a name where a server of the workspace has the pool, also in a text that is not saved', async () => {
    await client.start();
    const server = (name: string): string =>
      `<configuration><system.applicationHost><applicationPools><add name="${name}" /></applicationPools></system.applicationHost></configuration>`;
    const log = 'file:///w/x.log';
    const sid = applicationPoolSid('Shop till');
    await client.open(log, `access denied for ${sid}`, 'log');
    const named = async (): Promise<string> =>
      JSON.stringify(await client.at('hover', log, { line: 0, character: 24 }));
    await client.check('file:///w/applicationHost.config', server('OtherPool'));
    assert.doesNotMatch(await named(), /Shop till/);
    await client.change('file:///w/applicationHost.config', 2, [{ text: server('Shop till') }]);
    assert.match(await named(), /Shop till/);
  });
});
