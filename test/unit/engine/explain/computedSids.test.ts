import assert from 'node:assert/strict';
import { poolsIn, servicesIn } from '../../../../src/engine/explain/accountNames';
import { applicationPoolSid, ComputedSids, serviceSid } from '../../../../src/engine/explain/computedSids';
import { explain } from '../../../../src/engine/explain/explain';
import { knowledge } from '../../../kit/knowledge';

describe('the SIDs of pools and services', () => {
  it('are computed as Windows does', () => {
    for (const [name, sid] of [
      ['.NET v4.5', 'S-1-5-82-271721585-897601226-2024613209-625570482-296978595'],
      ['Classic .NET AppPool', 'S-1-5-82-1036420768-1044797643-1061213386-2937092688-4282445334'],
      ['WsusPool', 'S-1-5-82-1240704337-791909813-2814468320-2567806180-4172474394'],
    ] as const)
      assert.equal(applicationPoolSid(name), sid);
    assert.equal(serviceSid('MSSQLSERVER'), 'S-1-5-80-3880718306-3832830129-1677859214-2598158968-1052248003');
  });

  it('are known for what Windows and well-known products set up', () => {
    const computed = new ComputedSids('', []);
    for (const pool of ['DefaultAppPool', '.NET v2.0 Classic', 'MSExchangeOWAAppPool', 'SharePoint - 80', 'WsusPool'])
      assert.equal(computed.accountOf(applicationPoolSid(pool)), `IIS AppPool\\${pool}`);
    for (const service of ['W3SVC', 'NetTcpActivator', 'WinRM', '.NET CLR Networking'])
      assert.equal(computed.accountOf(serviceSid(service)), `NT SERVICE\\${service}`);
    assert.equal(computed.accountOf(applicationPoolSid('nobody')), null);
    assert.equal(computed.accountOf('S-1-5-18'), null);
  });

  for (const [where, text] of [
    ['in quotes', "Application pool 'My Shop' is being automatically disabled"],
    ['as an account with a blank in it', 'to the user IIS APPPOOL\\My Shop SID (S-1-5-82-1'],
    ['escaped as JSON', '"IIS APPPOOL\\\\My Shop"'],
    ['in a configuration', '<application path="/" applicationPool="My Shop">'],
    ['in event XML', '<Data Name="AppPoolID">My Shop</Data>'],
    ['in a command', 'appcmd.exe recycle apppool /apppool.name:"My Shop"'],
    ['in what appcmd prints', 'APPPOOL "My Shop" (MgdVersion:v4.0,MgdMode:Integrated,state:Started)'],
    ['on the command line of a worker process', 'w3wp.exe -ap "My Shop" -v "v4.0"'],
  ] as const)
    it(`finds the name of a pool ${where}`, () => {
      assert.ok(poolsIn(text).includes('My Shop'));
      assert.equal(new ComputedSids(text, []).accountOf(applicationPoolSid('my shop')), 'IIS AppPool\\My Shop');
    });

  for (const [where, text] of [
    ['as an account', 'NT SERVICE\\ShopSync:(RX)'],
    ['before the word', 'The ShopSync service terminated unexpectedly.'],
    ['behind the word', "Service 'ShopSync' failed"],
    ['in a command', 'sc.exe query ShopSync'],
    ['in PowerShell', 'Restart-Service -Name ShopSync -Force'],
  ] as const)
    it(`finds the name of a service ${where}`, () => assert.ok(servicesIn(text).includes('ShopSync'), text));

  it('are named in the text that names the pool', async () => {
    const sid = applicationPoolSid('Shop');
    const text = `SID (${sid}) may not write. Application pool 'Shop' runs.`;
    const [one] = (await explain(text, knowledge)).explanations.filter(({ kind }) => kind === 'sid');
    assert.equal(one?.answers[0].name, 'IIS AppPool\\Shop');
    assert.match(one.answers[0].checks?.[0] ?? '', /`IIS AppPool\\Shop`/);
  });

  it('takes no hidden character out of a document', () => {
    const name = 'Shop\u202E';
    assert.equal(new ComputedSids(`application pool '${name}'`, []).accountOf(applicationPoolSid(name)), null);
  });

  it('looks for names in linear time', () => {
    const started = performance.now();
    for (const piece of [
      'application pool ',
      'apppool\\',
      'a service ',
      'sc query ',
      "application pool '",
      'a'.repeat(99),
    ])
      for (const find of [poolsIn, servicesIn]) find(piece.repeat(40_000));
    assert.ok(performance.now() - started < 5_000);
  });
});

describe('the SIDs of a domain', () => {
  const answer = async (sid: string) => (await explain(sid, knowledge)).explanations[0]?.answers[0];

  it('are told by their last number', async () => {
    const domain = 'S-1-5-21-397955417-626881126-188441444';
    assert.equal((await answer(`${domain}-512`))?.name, 'Domain Admins');
    assert.equal((await answer(domain))?.id, 'sid-domain-itself');
    assert.equal((await answer(`${domain}-1512`))?.id, 'sid-domain-or-local');
  });

  it('come with the command that resolves them', async () => {
    const sid = 'S-1-5-21-397955417-626881126-188441444-1105';
    assert.match(
      (await answer(sid))?.checks?.[0] ?? '',
      new RegExp(`SecurityIdentifier '${sid}'\\)\\.Translate\\(\\[Security\\.Principal\\.NTAccount\\]\\)`),
    );
    assert.match((await answer('SID (S-1-5-21-...'))?.checks?.[0] ?? '', /'the SID'/);
  });
});
