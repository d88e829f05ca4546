import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../src/build/browser';
import { startCodeServer, type CodeServer } from '../../src/build/codeServer';
import { root } from '../kit/knowledge';
import { WizardOnScreen } from '../kit/wizardOnScreen';
import { Workbench } from '../kit/workbench';

const axe = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');
const servers = ['WEB-01', 'WEB-02'].map((name) => ({ name, transport: 'demo', path: name }));
const themes = ['Dark Modern', 'Light Modern', 'Dark High Contrast', 'Light High Contrast'];

describe('repairs in the real workbench', function () {
  this.timeout(180_000);
  let server: CodeServer;
  let browser: Browser;
  let page: Page;
  let workbench: Workbench;
  const refused: string[] = [];
  before(async () => {
    const settings = { 'iisDoctor.servers': servers, 'iisDoctor.check.profile': 'recommended' };
    [server, browser] = await Promise.all([
      startCodeServer({ workspace: path.join(root, 'media/samples'), extension: root, settings }),
      launchBrowser(),
    ]);
    page = await browser.newPage({ viewport: { width: 1280, height: 1000 } });
    page.on('console', (message) => {
      const text = message.text();
      if (text.includes('Content Security Policy') && text.includes('wizard')) refused.push(text);
    });
    const url = `${server.url}/?folder=${encodeURIComponent(server.workspace)}`;
    workbench = await Workbench.open(page, url, 'README.md');
    await page.locator('.activitybar .action-item a[aria-label^="IIS Doctor"]').first().waitFor();
  });
  after(async () => {
    await browser.close();
    await server.stop();
  });

  it('go from a record of DCOM 10016 to the filter that hides it', async () => {
    await workbench.openFile('logs', 'dcom-10016-runtimebroker.log');
    await workbench.verdicts();
    await page.locator('.codelens-decoration a', { hasText: 'Fix This…' }).first().click();
    const wizard = await WizardOnScreen.of(page, 'Resolve DCOM 10016');
    await wizard.choose('Server', 'No server');
    await wizard.frame.locator('#plan').waitFor();
    assert.match(await wizard.text(), /From: DCOM 10016 · by design · RuntimeBroker/);
    assert.match((await wizard.value('CLSID')).toUpperCase(), /D63B10C5-BB46-4990-A94F-E40B9D520160/);
    assert.match(await wizard.text(), /By design/);
    const commands = (await wizard.frame.locator('.command code').allInnerTexts()).join('\n');
    assert.match(commands, /D63B10C5-BB46-4990-A94F-E40B9D520160/i);
    assert.match(commands, /10016/);
    // Nothing can be run where there is no server.
    assert.equal(await wizard.button('Run All Steps').count(), 0);
  });

  it('go from iisreset in a script to a safe restart, shown as it goes', async () => {
    await workbench.openFile('scripts', 'restart.cmd');
    await page.locator('.squiggly-warning, .squiggly-info, .squiggly-error').first().waitFor();
    await workbench.click('iisreset /restart');
    await workbench.command('Quick Fix...');
    await page.locator('.action-widget .monaco-list-row', { hasText: 'Fix This on a Server' }).first().click();
    const wizard = await WizardOnScreen.of(page, 'Restart IIS safely');
    await wizard.choose('Server', 'WEB-01');
    await wizard.frame.locator('vscode-single-select[label^="What is restarted"]').waitFor({ timeout: 30_000 });
    await wizard.button('Read the Server Again').waitFor({ timeout: 30_000 });
    await wizard.choose('What is restarted', 'Restart WAS and W3SVC');
    await wizard.frame.locator('#plan').waitFor();
    // By the keyboard alone.
    await wizard.frame.locator('#run').focus();
    await page.keyboard.press('Enter');
    const said = await wizard.confirm(/^Run on WEB-01/);
    assert.match(said, /Restart WAS and W3SVC on WEB-01\?/);
    assert.match(said, /All sites of the server/);
    await wizard.frame.locator('.step.running').first().waitFor({ timeout: 30_000 });
    await wizard.frame.locator('.step.done').first().waitFor({ timeout: 30_000 });
    await wizard.standing(/Done, and checked/);
    assert.equal(await wizard.frame.locator('.step:not(.done), .check:not(.done)').count(), 0);
    assert.match(await wizard.text(), /was stopped successfully/);
  });

  it('keep what was run, and show it as a page', async () => {
    await workbench.command('IIS Doctor: Open Repair Log');
    const log = await workbench.preview('Restart WAS and W3SVC on WEB-01');
    assert.match(log, /net\.exe stop WAS \/y/);
    assert.match(log, /done/);
    await workbench.command('View: Close Editor');
  });

  it('go from a locked section of a server to the repaired one, and back', async () => {
    await page.locator('.activitybar .action-item a[aria-label^="IIS Doctor"]').first().click();
    await page.locator('.pane-body .monaco-list-row', { hasText: 'WEB-02' }).first().click();
    const finding = page.locator('.pane-body .monaco-list-row', { hasText: /locked/i }).last();
    await finding.waitFor({ timeout: 60_000 });
    await finding.hover();
    await finding.locator('a.action-label[aria-label*="Fix This"]').click();
    const wizard = await WizardOnScreen.of(page, 'Repair a locked section');
    await wizard.frame.locator('#plan').waitFor({ timeout: 30_000 });
    const before = await wizard.text();
    assert.match(before, /appcmd\.exe.*add backup/);
    await wizard.button('Run All Steps').click();
    await wizard.confirm(/^Run on WEB-02/);
    await wizard.standing(/Done, and checked/);
    await wizard.button('Undo').click();
    await wizard.confirm(/^Undo on WEB-02/);
    await wizard.standing(/Undone/);
  });

  it('come back after the window was reloaded, without connecting', async () => {
    const gone = page.waitForEvent('load');
    await workbench.command('Developer: Reload Window');
    await gone;
    await page.locator('.explorer-folders-view, .pane-body').first().waitFor({ timeout: 60_000 });
    const wizard = await WizardOnScreen.of(page, 'Repair a locked section');
    assert.match(await wizard.text(), /was open before/);
    await wizard.button('Read the Server Again').click();
    await wizard.frame.locator('#plan').waitFor({ timeout: 30_000 });
  });

  for (const theme of themes)
    it(`can be read and worked with by everyone in ${theme}`, async () => {
      await workbench.command('Preferences: Color Theme');
      await workbench.answer(theme);
      const wizard = await WizardOnScreen.of(page, 'Repair a locked section');
      await wizard.frame.locator('#plan').waitFor({ timeout: 30_000 });
      await page.waitForTimeout(500);
      await wizard.frame.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
      });
      await wizard.frame.evaluate(axe);
      const violations = await wizard.frame.evaluate(async () => {
        const { axe: loaded } = globalThis as unknown as {
          axe: { run(context: Document): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
        };
        const result = await loaded.run(document);
        return result.violations.map(
          ({ id, nodes }) =>
            `${id}: ${nodes
              .map(({ html }) => html)
              .join(' ')
              .slice(0, 400)}`,
        );
      });
      assert.deepEqual(violations, []);
    });

  it('break no rule of their own content security policy', () => assert.deepEqual(refused, []));
});
