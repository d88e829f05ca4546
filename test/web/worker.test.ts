import assert from 'node:assert/strict';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../src/build/browser';
import { startWebBuild, type WebBuild } from '../../src/build/webBuild';
import { readsConfiguration } from '../kit/configurationTour';
import { root } from '../kit/knowledge';
import { readsServers } from '../kit/serversTour';
import { readsTheSituations } from '../kit/situations';
import { Workbench } from '../kit/workbench';

describe("VS Code's web build, without any server of ours", () => {
  let web: WebBuild;
  let browser: Browser;
  let workbench: Workbench;
  before(async () => {
    [web, browser] = await Promise.all([startWebBuild(path.join(root, 'media/samples')), launchBrowser()]);
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    workbench = await Workbench.open(page, web.url, 'README.md');
  });
  after(async () => {
    await browser.close();
    web.stop();
  });

  readsTheSituations(() => workbench);

  readsConfiguration(() => workbench);

  readsServers(() => workbench);

  it('serves the verdicts from a worker', async () => {
    await workbench.openFile('logs', 'dcom-10010-iwam.log');
    assert.deepEqual(await workbench.verdicts(), [
      'DCOM 10004 · needs action · IIS Out-of-Process Pooled Applications',
      'DCOM 10010 · needs action · IIS Out-of-Process Pooled Applications did not start',
      'W3SVC 36 · needs action · An IIS 5 application could not be loaded',
    ]);
    assert.ok(workbench.page.workers().length > 0);
  });

  it('reads its tables there as well', async () => {
    await workbench.command('IIS Doctor: Look Up a Code or GUID');
    await workbench.answer('0x80070045');
    // Found through the table, not through a fact.
    await workbench.page.locator('.tab.active', { hasText: 'ERROR_TOO_MANY_SESS' }).waitFor();
  });
});
