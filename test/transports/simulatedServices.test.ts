import assert from 'node:assert/strict';
import type { SimulatedServer } from '../../src/transports/demo/simulatedServer';
import { simulatedServer } from '../kit/simulatedFarm';
import { question, readAnswer } from './contract';

interface Service {
  readonly name: string;
  readonly state: string;
}
const servicesOf = async (server: SimulatedServer): Promise<ReadonlyMap<string, string>> => {
  const { services } = readAnswer('services', await server.answer('services', {})) as {
    services: { value: readonly Service[] };
  };
  return new Map(services.value.map(({ name, state }) => [name, state]));
};
/** The names of the services whose state has changed, with the new one. */
const changes = (before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] =>
  [...after].flatMap(([name, state]) => (before.get(name) === state ? [] : [`${name} ${state}`])).sort();

describe('the services of a simulated server', () => {
  let server: SimulatedServer;
  let before: ReadonlyMap<string, string>;
  beforeEach(async () => {
    server = await simulatedServer('WEB-02');
    before = await servicesOf(server);
  });
  const run = async (text: string, exitCode: number, output?: RegExp): Promise<void> => {
    const done = await server.run(text);
    assert.equal(done.exitCode, exitCode, `${text}\n${done.output}`);
    if (output) assert.match(done.output, output);
  };
  const changed = async (): Promise<string[]> => changes(before, await servicesOf(server));

  it('go down with WAS exactly as far as they run and depend on it', async () => {
    await run('net.exe stop NetTcpActivator', 0);
    await run('net.exe start NetTcpActivator', 0);
    await run('net.exe stop WAS /y', 0, /World Wide Web Publishing Service service was stopped successfully/);
    assert.deepEqual(await changed(), [
      'ContosoQueue stopped',
      'NetTcpActivator stopped',
      'W3SVC stopped',
      'WAS stopped',
    ]);
  });

  it('come back upwards, not downwards', async () => {
    await run('net.exe stop WAS /y', 0);
    await run('net.exe start W3SVC', 0);
    assert.deepEqual(await changed(), ['ContosoQueue stopped', 'NetTcpActivator stopped']);
  });

  it('are asked about where others depend on them, and stay where nobody answers', async () => {
    await run('net.exe stop WAS', 2, /No valid response was provided/);
    assert.deepEqual(await changed(), []);
  });

  it('that are stopped or started already are told with exit code 2', async () => {
    await run('net.exe stop W3SVC', 0);
    await run('net.exe stop W3SVC', 2, /is not started[^]*3521/);
    await run('net.exe start WAS', 2, /already been started[^]*2182/);
    await run('net.exe start NoSuchService', 2, /name is invalid/);
    await run('net.exe start "World Wide Web Publishing Service"', 0);
    assert.deepEqual(await changed(), []);
  });

  it('of HTTP go down with it, WAS does not', async () => {
    await run('net.exe stop HTTP /y', 0);
    assert.deepEqual(await changed(), [
      'HTTP stopped',
      'Spooler stopped',
      'W3SVC stopped',
      'WMSVC stopped',
      'WinRM stopped',
    ]);
    await run('net.exe start W3SVC', 0);
    assert.deepEqual(await changed(), ['Spooler stopped', 'WMSVC stopped', 'WinRM stopped']);
  });

  it('stop by and by for sc.exe, and take no control meanwhile', async () => {
    await run('sc.exe stop WAS', 1051);
    await run('sc.exe stop W3SVC', 0, /STATE {14}: 3 {2}STOP_PENDING/);
    await run('sc.exe stop W3SVC', 1061);
    await run('sc.exe start W3SVC', 1056);
    await run('net.exe stop W3SVC', 2, /starting or stopping/);
    await run('Start-Sleep -Seconds 5', 0);
    await run('sc.exe query W3SVC', 0, /STATE {14}: 1 {2}STOPPED/);
    await run('sc.exe stop W3SVC', 1062);
    await run('sc.exe start W3SVC', 0, /START_PENDING/);
    await run('sc.exe query NoSuchService', 1060, /FAILED 1060/);
  });

  it('do not start while they are disabled', async () => {
    await run('sc.exe config W3SVC start= disabled', 0, /SUCCESS/);
    await run('net.exe stop W3SVC', 0);
    await run('net.exe start W3SVC', 2, /System error 1058/);
    await run('sc.exe start W3SVC', 1058);
    await run('Start-Service W3SVC', 1, /cannot be started/);
    await run('sc.exe config W3SVC start= auto', 0);
    await run('net.exe start W3SVC', 0);
  });

  it('whose program fails tell so', async () => {
    await run('net.exe start ContosoSync', 2, /could not be started/);
    const events = await server.run('wevtutil.exe qe System /c:1 /rd:true "/q:*[System[EventID=7000]]" /f:RenderedXml');
    assert.match(events.output, /Contoso Price Sync service failed to start/);
  });

  it('obey the cmdlets', async () => {
    await run('Stop-Service WAS', 1, /has dependent services/);
    await run('Stop-Service -Name WAS -Force', 0);
    assert.equal((await changed()).length, 4);
    await run('Start-Service -Name W3SVC, NetTcpActivator, ContosoQueue', 0);
    assert.deepEqual(await changed(), []);
    await run('Restart-Service WAS -Force', 0);
    assert.deepEqual(await changed(), [], 'what it stopped it has started again');
    await run('Stop-Service NoSuchService', 1, /Cannot find any service/);
    await run('Get-Service W3SVC', 0, /Running {2}W3SVC/);
  });

  it('are stopped and started by iisreset, without what depends on them', async () => {
    await run('iisreset.exe /status', 0, /W3SVC \) : Running/);
    await run('iisreset.exe', 0, /successfully restarted/);
    assert.deepEqual(await changed(), ['ContosoQueue stopped', 'NetTcpActivator stopped']);
    await run('iisreset.exe /stop', 0);
    await run('iisreset.exe /status', 0, /W3SVC \) : Stopped/);
    await run('iisreset.exe /start', 0);
    await run('iisreset.exe /disable', 0);
    await run('iisreset.exe', 5, /Access denied/);
    await run('iisreset.exe WEB-09', 1722);
  });

  it('end with their process', async () => {
    const { services } = readAnswer('services', await server.answer('services', {})) as {
      services: { value: readonly (Service & { readonly processId: number })[] };
    };
    const host = services.value.find(({ name }) => name === 'W3SVC')?.processId ?? 0;
    await run(`taskkill.exe /pid ${host}`, 1);
    await run(`taskkill.exe /pid ${host} /f`, 0, /SUCCESS/);
    assert.deepEqual(await changed(), ['W3SVC stopped', 'WAS stopped'], 'both live in one process');
    await run('taskkill.exe /pid 3 /f', 128);
  });
});

describe('the text of a command on a simulated server', () => {
  let server: SimulatedServer;
  beforeEach(async () => (server = await simulatedServer('WEB-01')));
  const state = async (): Promise<string | undefined> => (await servicesOf(server)).get('W3SVC');

  for (const [text, output] of [
    ['no-such-program.exe /now', /not recognized as the name of a cmdlet/],
    ['net.exe stop W3SVC && net.exe start W3SVC', /not a valid statement separator/],
    ['net.exe stop W3SVC; if ($x) { net.exe start W3SVC }', /does not know this command/],
    ['net.exe stop W3SVC | ForEach-Object { $_ }', /does not know this command/],
    ['net.exe stop W3SVC > C:\\out.txt', /does not know this command/],
    ['$name = "W3SVC"; net.exe stop $name', /does not know this command/],
    ['cmd.exe /c "for %%i in (1) do net.exe stop W3SVC"', /does not know this command/],
    ['Invoke-Command { net.exe stop W3SVC }', /does not know|not recognized/],
  ] as const)
    it(`does nothing at all where it is not known: ${text}`, async () => {
      const done = await server.run(text);
      assert.notEqual(done.exitCode, 0);
      assert.match(done.output, output);
      assert.equal(await state(), 'running');
    });

  for (const [text, exitCode, end] of [
    ['net.exe stop W3SVC; net.exe start W3SVC', 0, 'running'],
    ['net.exe stop W3SVC 2>&1 | Out-Null\nnet.exe start NoSuch', 2, 'stopped'],
    ['net.exe start NoSuch; if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }; net.exe stop W3SVC', 2, 'running'],
    ['net.exe start NoSuch; net.exe stop W3SVC; exit', 0, 'stopped'],
    ['cmd.exe /c "net stop NoSuch && net stop W3SVC"', 2, 'running'],
    ['cmd.exe /c "net stop NoSuch & net stop W3SVC"', 0, 'stopped'],
    ['# nothing', 0, 'running'],
    ["& 'C:\\Windows\\System32\\net.exe' stop 'W3SVC'", 0, 'stopped'],
    ['& "$env:windir\\System32\\net.exe" stop W3SVC', 0, 'stopped'],
    ['exit 7', 7, 'running'],
  ] as const)
    it(`runs ${text}`, async () => {
      const done = await server.run(text);
      assert.equal(done.exitCode, exitCode, done.output);
      assert.equal(await state(), end);
    });

  it('says what it does as it does it', async () => {
    const heard: string[] = [];
    const done = await server.run('net.exe stop W3SVC', undefined, (piece) => heard.push(piece));
    assert.ok(heard.length > 3);
    assert.equal(heard.join(''), done.output);
  });

  it('is the same question that a stand-in PowerShell asks', async () => {
    assert.match((await server.answerText('net.exe stop W3SVC')).join('\n'), /stopped successfully/);
    assert.equal(await state(), 'stopped');
    const answer = await server.answer('system', question('system').asked);
    assert.ok(answer.ok);
  });
});
