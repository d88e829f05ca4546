import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import type { Workbench } from './workbench';

/** Opens or closes a node of the servers by the words in its row. */
export async function open(workbench: Workbench, ...words: string[]): Promise<void> {
  for (const word of words) {
    const row = rowOf(workbench, word);
    await row.waitFor({ timeout: 30_000 });
    if ((await row.getAttribute('aria-expanded')) === 'false') await row.locator('.monaco-tl-twistie').click();
  }
}

/** Closes all nodes: rows out of view are not in the page. */
async function closeAll(workbench: Workbench): Promise<void> {
  const header = viewOf(workbench, 'Servers').locator('.pane-header').first();
  await header.hover();
  await header.locator('a[aria-label="Collapse All"]').click();
  await open(workbench, 'Demo');
}

/** A row of the servers; of several the one behind the server that was opened last. */
export const rowOf = (workbench: Workbench, text: string): Locator =>
  viewOf(workbench, 'Servers').locator('.monaco-list-row', { hasText: text }).first();

const viewOf = ({ page }: Workbench, name: string): Locator =>
  page.locator('.pane').filter({ has: page.locator(`.pane-header[aria-label^="${name}"]`) });

/** Declares what a person sees of the servers of the demo farm; everything is read from the screen. */
export function readsServers(workbench: () => Workbench): void {
  describe('its servers', () => {
    it('adds the demo farm from the palette, before its view was ever opened', async () => {
      await workbench().command('IIS Doctor: Try the Demo Farm');
      await rowOf(workbench(), 'OLD-IIS6').waitFor({ timeout: 30_000 });
    });

    it('opens a server down to a running request', async () => {
      await open(workbench(), 'WEB-02', 'Worker Processes');
      const worker = rowOf(workbench(), 'Till');
      await worker.waitFor({ timeout: 30_000 });
      await open(workbench(), 'Till');
      await rowOf(workbench(), 'Import.ashx').waitFor({ timeout: 30_000 });
    });

    it('shows what is wrong, the worst first', async () => {
      const findings = viewOf(workbench(), 'Findings').locator('.monaco-list-row');
      await findings.filter({ hasText: 'Application pool "Reports" is stopped' }).last().waitFor({ timeout: 30_000 });
      const [first] = await findings.filter({ hasText: 'WEB-02' }).all();
      assert.match((await first?.getAttribute('aria-label')) ?? '', /^error/);
    });

    it("opens the server's configuration with its findings, read only", async () => {
      await closeAll(workbench());
      await open(workbench(), 'WEB-02', 'Configuration');
      await rowOf(workbench(), 'applicationHost.config').click();
      await workbench().page.locator('.tab.active', { hasText: 'applicationHost.config' }).waitFor({ timeout: 30_000 });
      const finding = viewOf(workbench(), 'Findings').locator('.monaco-list-row', { hasText: 'has the binding' });
      await finding.first().click();
      await workbench().page.locator('.squiggly-error').first().waitFor({ timeout: 30_000 });
      assert.match(await workbench().hover('*:80:orders.contoso.example'), /only one of both can run/);
    });

    it('says why a server cannot be reached, and what to try', async () => {
      await closeAll(workbench());
      await open(workbench(), 'WEB-05');
      const problem = rowOf(workbench(), 'Nothing answers at this address.');
      await problem.waitFor({ timeout: 30_000 });
      await rowOf(workbench(), 'a firewall lets the port through').waitFor();
    });

    it('compares two servers', async () => {
      await workbench().command('IIS Doctor: Compare With Another Server');
      await workbench().answer('WEB-01');
      await workbench().answer('WEB-02');
      await workbench().page.locator('.tab.active', { hasText: 'WEB-01 ↔ WEB-02' }).waitFor({ timeout: 30_000 });
      await workbench().page.locator('.diff-editor, .monaco-diff-editor').first().waitFor();
    });

    it('recycles a pool after a question that names server, command and effect', async () => {
      await workbench().command('IIS Doctor: Recycle Application Pool');
      await workbench().answer('WEB-01');
      await workbench().page.locator('.quick-input-widget:visible .monaco-list-row').first().click();
      const dialog = workbench().page.locator('.monaco-dialog-box');
      await dialog.waitFor({ timeout: 30_000 });
      const asked = await dialog.innerText();
      assert.match(asked, /on WEB-01\?/);
      assert.match(asked, /appcmd\.exe" recycle apppool/);
      assert.match(asked, /new worker process/);
      await dialog.getByRole('button', { name: 'Recycle' }).click();
      await workbench().page.locator('.statusbar', { hasText: 'Done.' }).waitFor({ timeout: 30_000 });
    });
  });
}
