import assert from 'node:assert/strict';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../src/build/browser';
import { startCodeServer, type CodeServer } from '../../src/build/codeServer';
import { readsConfiguration } from '../kit/configurationTour';
import { root } from '../kit/knowledge';
import { readsServers } from '../kit/serversTour';
import { readsTheSituations } from '../kit/situations';
import { Workbench } from '../kit/workbench';

describe('the real workbench', () => {
  let server: CodeServer;
  let browser: Browser;
  let workbench: Workbench;
  before(async () => {
    [server, browser] = await Promise.all([
      startCodeServer({ workspace: path.join(root, 'media/samples'), extension: root }),
      launchBrowser(),
    ]);
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    workbench = await Workbench.open(
      page,
      `${server.url}/?folder=${encodeURIComponent(server.workspace)}`,
      'README.md',
    );
  });
  after(async () => {
    await browser.close();
    await server.stop();
  });

  it('shows the verdict above each record', async () => {
    await workbench.openFile('logs', 'dcom-10016-runtimebroker.log');
    assert.deepEqual(await workbench.verdicts(), [
      'DCOM 10016 · by design · RuntimeBroker',
      'DCOM 10016 · usually harmless · IIS WAMREG admin service',
    ]);
  });

  readsTheSituations(() => workbench);

  readsConfiguration(() => workbench);

  readsServers(() => workbench);

  it('looks up a code from the palette', async () => {
    await workbench.command('IIS Doctor: Look Up a Code or GUID');
    await workbench.answer('2147943461');
    const page = await workbench.preview('still stopping or starting');
    for (const heading of ['What to check', 'What fixes it', 'What not to do', 'Known from'])
      assert.match(page, new RegExp(heading));
  });

  it('opens the full explanation from a verdict', async () => {
    await workbench.openFile('logs', 'dcom-10010-iwam.log');
    await workbench.verdicts();
    await workbench.page.locator('.codelens-decoration a', { hasText: 'DCOM 10010' }).click();
    const page = await workbench.preview('synciwam.vbs -v');
    assert.match(page, /net user IWAM_%COMPUTERNAME%/);
  });

  it('explains a selection from the palette', async () => {
    await workbench.openFile('logs', 'iisreset-access-denied.txt');
    await workbench.select('net stop HTTP /y');
    await workbench.command('IIS Doctor: Explain Selection');
    await workbench.preview('SendTrustedIssuerList');
  });

  it('says so when it knows nothing', async () => {
    await workbench.command('IIS Doctor: Look Up a Code or GUID');
    await workbench.answer('nothing of note');
    await workbench.page.locator('.notification-toast', { hasText: 'Nothing in this text is known' }).waitFor();
  });
});
