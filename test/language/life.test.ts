import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { URI } from 'vscode-uri';
import { applicationPoolSid } from '../../src/engine/explain/computedSids';
import { hoverText, LanguageClient } from '../kit/languageClient';
import { root } from '../kit/knowledge';

const uri = 'file:///somewhere/a.log';

describe('the life of the language server', () => {
  it('is short before the first hover', async () => {
    const times: number[] = [];
    for (let i = 0; i < 3; i++) {
      const started = performance.now();
      const client = new LanguageClient(['dist/server.js', '--stdio']);
      await client.initialize();
      await client.open(uri, 'Code 0x80070425');
      assert.match(hoverText(await client.hover(uri, 0, 8)), /still stopping/);
      times.push(performance.now() - started);
      await client.stop();
    }
    const best = Math.min(...times);
    console.log(`      process start to first hover: ${best.toFixed(0)} ms (best of ${times.length})`);
    assert.ok(best < 2_000);
  });

  it('ends with exit, and fails when nobody said shutdown', async () => {
    const client = new LanguageClient();
    await client.initialize();
    await client.connection.sendNotification('exit');
    assert.equal(await client.exited, 1);
  });

  it('ends when its input closes', async () => {
    const client = new LanguageClient();
    await client.initialize();
    client.process.stdin.end();
    await client.exited;
  });

  it('ends when its client is gone', async function () {
    this.timeout(20_000);
    const parent = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)']);
    const client = new LanguageClient();
    await client.initialize({ processId: parent.pid });
    parent.kill('SIGKILL');
    await client.exited;
  });

  it('hovers in a large document without reading it again', async function () {
    this.timeout(30_000);
    const client = new LanguageClient();
    await client.initialize();
    await client.open(uri, `${'2026-11-20 08:01:02 nothing of note happened here\n'.repeat(100_000)}Code 0x80070425\n`);
    await client.hover(uri, 0, 0);
    const started = performance.now();
    assert.match(hoverText(await client.hover(uri, 100_000, 8)), /still stopping/);
    const took = performance.now() - started;
    console.log(`      hover at the end of 5 MB: ${took.toFixed(0)} ms`);
    assert.ok(took < 1_000);
    await client.stop();
  });
});

describe('the files of the language server', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'iis-doctor-'));
    mkdirSync(path.join(folder, 'work/config'), { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const pools = (name: string) =>
    `<configuration><system.applicationHost><applicationPools><add name="${name}"/></applicationPools></system.applicationHost></configuration>`;
  const nameOf = async (client: LanguageClient, pool: string, version: number): Promise<string> => {
    const name = `${uri}${version}`;
    await client.open(name, applicationPoolSid(pool));
    return hoverText(await client.hover(name, 0, 5));
  };

  it('give the names of the workspace to the SIDs of its pools', async () => {
    writeFileSync(path.join(folder, 'work/config/ApplicationHost.config'), pools('Shop'));
    writeFileSync(path.join(folder, 'applicationHost.config'), pools('Outside'));
    symlinkSync(path.join(folder, 'applicationHost.config'), path.join(folder, 'work/applicationHost.config'));
    const client = new LanguageClient();
    await client.initialize({ rootUri: URI.file(path.join(folder, 'work')).toString() });
    assert.match(await nameOf(client, 'Shop', 1), /IIS AppPool\\\\Shop/);
    assert.doesNotMatch(await nameOf(client, 'Outside', 2), /Outside/);
    await client.stop();
  });

  it('come from the client where it has some, and only for what was asked', async () => {
    const asked: string[] = [];
    const client = new LanguageClient();
    client.connection.onRequest('iisDoctor/findFiles', (params: { names: string[] }) => {
      asked.push(`find ${params.names.join(' ')}`);
      return ['vscode-vfs://x/applicationHost.config'];
    });
    client.connection.onRequest('iisDoctor/readFile', (params: { uri: string }) => {
      asked.push(`read ${params.uri}`);
      return { text: pools('Shop') };
    });
    await client.initialize({ initializationOptions: { clientFiles: true }, rootUri: URI.file(root).toString() });
    const hostile =
      '\\\\evil\\share\\applicationHost.config physicalPath="\\\\evil\\c$" configSource="..\\..\\x" file:///etc/passwd \\\\?\\C:\\x 0x80070425';
    await client.open(uri, hostile);
    for (let character = 0; character < hostile.length; character += 4) await client.hover(uri, 0, character);
    assert.deepEqual(asked, []);
    assert.match(await nameOf(client, 'Shop', 1), /IIS AppPool\\\\Shop/);
    assert.match(await nameOf(client, 'Shop', 2), /IIS AppPool\\\\Shop/);
    assert.deepEqual(asked, [
      'find applicationHost.config machine.config',
      'read vscode-vfs://x/applicationHost.config',
    ]);
    await client.stop();
  });
});
