import assert from 'node:assert/strict';
import type { Hierarchy } from '../../src/engine/config/hierarchy';
import { explainRecords } from '../../src/engine/explain/explainRecords';
import { APPLICATION_HOST } from '../../src/transports/demo/machine';
import type { SimulatedServer } from '../../src/transports/demo/simulatedServer';
import { knowledge } from '../kit/knowledge';
import { checkExample } from '../kit/rules';
import { simulatedServer } from '../kit/simulatedFarm';
import { readAnswer } from './contract';

const APPCMD = '& "$env:windir\\System32\\inetsrv\\appcmd.exe"';

interface Pools {
  readonly pools: { readonly value: readonly { readonly name: string; readonly state: string }[] };
}
interface Sites {
  readonly sites: { readonly value: readonly { readonly name: string; readonly state: string }[] };
}
interface Workers {
  readonly workers: { readonly value: readonly { readonly processId: number; readonly applicationPool: string }[] };
}
interface Files {
  readonly files: readonly {
    readonly path: string;
    readonly file: { readonly value: { hash: string; text: string } };
  }[];
}

describe('IIS on a simulated server', () => {
  let server: SimulatedServer;
  beforeEach(async () => (server = await simulatedServer('WEB-02')));

  const run = async (text: string, exitCode = 0, output?: RegExp): Promise<string> => {
    const done = await server.run(text);
    assert.equal(done.exitCode, exitCode, `${text}\n${done.output}`);
    if (output) assert.match(done.output, output);
    return done.output;
  };
  const appcmd = (words: string, exitCode = 0, output?: RegExp): Promise<string> =>
    run(`${APPCMD} ${words}`, exitCode, output);
  const wait = (seconds: number): Promise<string> => run(`Start-Sleep -Seconds ${seconds}`);
  const ask = async <T>(probe: string): Promise<T> => readAnswer(probe, await server.answer(probe, {})) as T;
  const pool = async (name: string): Promise<string | undefined> =>
    (await ask<Pools>('application-pools')).pools.value.find((one) => one.name === name)?.state;
  const site = async (name: string): Promise<string | undefined> =>
    (await ask<Sites>('sites')).sites.value.find((one) => one.name === name)?.state;
  const workers = async (name: string): Promise<readonly number[]> =>
    (await ask<Workers>('worker-processes')).workers.value.flatMap((one) =>
      one.applicationPool === name ? [one.processId] : [],
    );
  const server1 = async (): Promise<{ hash: string; text: string }> => {
    const found = (await ask<Files>('configuration-files')).files.find(({ path }) => path === APPLICATION_HOST);
    assert.ok(found);
    return found.file.value;
  };
  const events = (id: number): Promise<string> =>
    run(`wevtutil.exe qe System "/q:*[System[EventID=${id}]]" /f:RenderedXml /rd:true`);
  const count = async (id: number): Promise<number> => (await events(id)).split('<Event ').length - 1;

  it('stops a pool whose processes crash, by rapid-fail protection', async () => {
    assert.equal(await pool('Orders'), 'stopped');
    const [crashes, stops] = [await count(5011), await count(5002)];
    await appcmd('start apppool /apppool.name:Orders', 0, /successfully started/);
    assert.equal(await pool('Orders'), 'started');
    await wait(150);
    assert.equal(await pool('Orders'), 'stopped');
    assert.deepEqual([await count(5011), await count(5002)], [crashes + 5, stops + 1]);
    await appcmd('set apppool Orders /failure.rapidFailProtectionMaxCrashes:2');
    await appcmd('start apppool Orders');
    await wait(150);
    assert.deepEqual([await count(5011), await count(5002)], [crashes + 7, stops + 2]);
  });

  it('runs that pool once its cause is gone', async () => {
    const file = 'D:\\sites\\orders\\web.config';
    const text = (server.machine.disk.text(file) ?? '').replace('files-old', 'files');
    await run(`[IO.File]::WriteAllText('${file}', '${text}')`);
    await appcmd('start apppool Orders');
    await wait(600);
    assert.equal(await pool('Orders'), 'started');
    assert.equal((await workers('Orders')).length, 1);
  });

  it('does not start a pool whose password is wrong', async () => {
    const before = [await count(5021), await count(5057), await count(5059)];
    await appcmd('start apppool Reports');
    await wait(3);
    assert.equal(await pool('Reports'), 'stopped');
    const after = [await count(5021), await count(5057), await count(5059)];
    assert.deepEqual(
      after,
      before.map((one) => one + 1),
    );
    await appcmd('set apppool Reports /processModel.password:Wrong-Example-3');
    await appcmd('start apppool Reports');
    await wait(3);
    assert.equal(await pool('Reports'), 'stopped');
    await appcmd('set apppool Reports /processModel.password:Autumn-Example-2');
    assert.ok(!(await server1()).text.includes('Autumn-Example-2'), 'passwords are kept under lock and key');
    await appcmd('start apppool Reports');
    await wait(3);
    assert.equal(await pool('Reports'), 'started');
    assert.equal((await workers('Reports')).length, 1);
  });

  it('recycles a pool with a new process, and refuses to where it is stopped', async () => {
    const [before] = await workers('Partner');
    await appcmd('recycle apppool /apppool.name:"Partner"', 0, /successfully recycled/);
    await wait(3);
    const [after] = await workers('Partner');
    assert.ok(before && after && before !== after);
    await appcmd('stop apppool Partner');
    await appcmd('recycle apppool Partner', 1062, /hresult:80070426/);
    await appcmd('stop apppool Partner', 1062);
    await appcmd('start apppool "No such pool"', 1168, /Cannot find APPPOOL object/);
  });

  it('starts a worker process again that somebody has ended', async () => {
    const [before] = await workers('Partner');
    await run(`taskkill.exe /pid ${before} /f`);
    assert.deepEqual(await workers('Partner'), []);
    await wait(3);
    assert.equal((await workers('Partner')).length, 1);
    assert.match(await events(5011), new RegExp(`process id was '${before}'`));
  });

  it('ends worker processes with W3SVC and shows nothing as started while it is down', async () => {
    await run('net.exe stop WAS /y');
    assert.deepEqual(await workers('Partner'), []);
    assert.deepEqual([await pool('Partner'), await site('Partner')], ['unknown', 'unknown']);
    await appcmd('start apppool Partner', 1062);
    await run('net.exe start W3SVC');
    await wait(3);
    assert.deepEqual([await pool('Partner'), await site('Partner')], ['started', 'started']);
  });

  it('does not start a site whose address is taken', async () => {
    await appcmd('start site "Orders Test"', 183, /hresult:800700b7/);
    await appcmd('start site Kiosk', 32, /hresult:80070020/);
    await appcmd('stop site Orders');
    await appcmd('start site "Orders Test"', 0, /successfully started/);
    await appcmd('start site Orders', 183);
    await appcmd(
      `set site Kiosk "/bindings.[protocol='http',bindingInformation='*:8080:'].bindingInformation:*:8081:"`,
      0,
      /SITE object "Kiosk" changed/,
    );
    await appcmd('start site Kiosk');
    assert.equal(await site('Kiosk'), 'started');
  });

  it('changes the text of its configuration, so that hash and effective values change', async () => {
    const before = await server1();
    await appcmd('set config /section:defaultDocument /enabled:false', 0, /Applied configuration changes to section/);
    const after = await server1();
    assert.notEqual(before.hash, after.hash);
    const hierarchy: Hierarchy = server.machine.configuration.hierarchy;
    assert.equal(hierarchy.effective('system.webServer/defaultDocument', '')?.element.text('enabled'), 'false');
    await appcmd('set config /section:defaultDocument /enabled:true');
    assert.equal((await server1()).hash, before.hash, 'the same text again');
    await appcmd('set config /section:defaultDocument /enabled:maybe', 13);
    await appcmd('set config /section:defaultDocument /enabeld:true', 87, /Unknown attribute/);
    await appcmd('set config /section:noSuchSection /enabled:true', 87, /Unknown config section/);
    await appcmd('set config /section:rewrite/rules /enabled:true', 87, /Unknown config section/);
    await appcmd('set config "No Site" /section:defaultDocument /enabled:true', 1168);
    assert.equal((await server1()).hash, before.hash, 'what fails changes nothing');
  });

  it('adds and removes entries of collections', async () => {
    const before = await server1();
    const entry = `files.[value='start.htm']`;
    await appcmd(`set config /section:defaultDocument "/+${entry}"`);
    assert.match((await server1()).text, /<add value="start.htm" \/>/);
    await appcmd(`set config /section:defaultDocument "/+${entry}"`, 183);
    await appcmd(`set config /section:defaultDocument "/-${entry}"`);
    assert.equal((await server1()).hash, before.hash);
    await appcmd(`set config /section:defaultDocument "/-${entry}"`, 1168);
    await appcmd(`set config /section:applicationPools "/+[name='New']"`);
    assert.equal(await pool('New'), 'started');
    await appcmd(`set config /section:applicationPools "/-[name='New']"`);
    assert.equal(await pool('New'), undefined);
  });

  it('writes for one site into its web.config, or into a location where it is told to', async () => {
    await appcmd('set config Partner /section:defaultDocument /enabled:false');
    assert.match(
      server.machine.disk.text('D:\\sites\\partner\\web.config') ?? '',
      /<defaultDocument enabled="false" \/>/,
    );
    await appcmd('set config Partner /section:windowsAuthentication /enabled:true', 33, /locked at a parent level/);
    await appcmd('set config Partner /section:windowsAuthentication /enabled:true /commit:apphost');
    const { hierarchy } = server.machine.configuration;
    const section = 'system.webServer/security/authentication/windowsAuthentication';
    assert.equal(hierarchy.effective(section, 'Partner')?.element.text('enabled'), 'true');
    assert.equal(hierarchy.effective(section, 'Orders')?.element.text('enabled'), 'false');
  });

  it('lets a web.config use a section once it is unlocked, and findings follow', async () => {
    const file = 'D:\\sites\\till\\web.config';
    const rules = async (): Promise<readonly string[]> => {
      const text = server.machine.disk.text(file) ?? '';
      const example = { file, text, server: (await server1()).text, path: 'Till' };
      return checkExample(example, 'correctness').findings.map(({ rule }) => rule);
    };
    assert.deepEqual(await rules(), ['locked-section']);
    await appcmd('unlock config Till /section:windowsAuthentication', 0, /Unlocked section/);
    assert.deepEqual(await rules(), []);
    await appcmd('lock config Till /section:windowsAuthentication');
    assert.deepEqual(await rules(), ['locked-section']);
    await appcmd('unlock config /section:windowsAuthentication');
    await appcmd('unlock config Till /section:windowsAuthentication');
    assert.deepEqual(await rules(), []);
  });

  it('keeps backups and restores them', async () => {
    const before = await server1();
    await appcmd('add backup "before the change"', 0, /BACKUP object "before the change" added/);
    await appcmd('add backup "before the change"', 183);
    await appcmd('list backup', 0, /BACKUP "before the change"/);
    await appcmd('set apppool Partner /queueLength:4000');
    assert.notEqual((await server1()).hash, before.hash);
    await appcmd('restore backup "before the change"', 0, /Restored configuration/);
    assert.equal((await server1()).hash, before.hash);
    assert.equal(await site('Partner'), 'started', 'the server runs again');
    await appcmd('delete backup "before the change"');
    await appcmd('restore backup "before the change"', 1168, /Cannot find BACKUP object/);
    await appcmd('add backup "..\\\\..\\\\x"', 123);
  });

  it('reads and writes whole files, and knows a broken configuration', async () => {
    const { text, hash } = await server1();
    const base64 = (await run(`[Convert]::ToBase64String([IO.File]::ReadAllBytes('${APPLICATION_HOST}'))`)).trim();
    await run(
      `[IO.File]::WriteAllText('${APPLICATION_HOST}', '${text.replace('</sites>', '').replaceAll("'", "''")}')`,
    );
    await appcmd('list site', 13, /not well-formed XML/);
    await run(`[IO.File]::WriteAllBytes('${APPLICATION_HOST}', [Convert]::FromBase64String('${base64}'))`);
    assert.equal((await server1()).hash, hash);
    await appcmd('list site');
    await run(`Copy-Item -LiteralPath '${APPLICATION_HOST}' -Destination 'C:\\Temp\\copy.config'`);
    await run(`Test-Path 'C:\\Temp\\copy.config'`, 0, /True/);
    await run(`Get-Content 'C:\\Temp\\none.config'`, 1, /does not exist/);
  });

  it('binds certificates that are there with their keys, and no others', async () => {
    const certificates = server.machine.http.certificates;
    const [good, noKey] = ['Partner, renewed', 'Till, imported without its key'].map(
      (name) => certificates.find(({ friendlyName }) => friendlyName === name)?.thumbprint,
    );
    const id = 'appid={4dc3e181-e14b-4a21-b022-59fc669b0914}';
    const at = 'hostnameport=partner.contoso.example:443';
    await run(`netsh.exe http add sslcert ${at} certhash=${good} '${id}' certstorename=MY`, 1, /Error: 183/);
    await run(`netsh.exe http delete sslcert ${at}`, 0, /successfully deleted/);
    await run(`netsh.exe http delete sslcert ${at}`, 1, /Error: 2/);
    await run(`netsh.exe http add sslcert ${at} certhash=${noKey} '${id}'`, 1, /Error: 1312/);
    await run(`netsh.exe http add sslcert ${at} certhash=${'0'.repeat(40)} '${id}'`, 1, /Error: 1312/);
    await run(`netsh.exe http add sslcert ${at} certhash=${good} '${id}' certstorename=MY`, 0, /successfully added/);
    await run('netsh.exe http show sslcert', 0, new RegExp(good?.toLowerCase() ?? '-'));
    await run('netsh.exe http add iplisten ipaddress=192.0.2.12', 0);
    await run('netsh.exe http show iplisten', 0, /192\.0\.2\.12/);
    await run('netsh.exe http delete iplisten ipaddress=192.0.2.12', 0);
    await run('netsh.exe http frobnicate', 1, /was not found/);
  });

  it('writes events that the engine explains, each of them', async () => {
    for (const log of ['System', 'Application']) {
      const text = server.machine.events
        .read(log)
        .slice(0, 60)
        .map((one) => server.machine.events.xml(one))
        .join('\n');
      const { records, diagnoses } = await explainRecords(text, knowledge);
      assert.ok(records.length > 4);
      assert.equal(diagnoses.length, records.length);
    }
  });
});
