import assert from 'node:assert/strict';
import type { Workbench } from './workbench';

/** Declares what a person sees of scripts in the sample workspace; everything is read from the screen. */
export function readsScripts(workbench: () => Workbench): void {
  const read = (text: string): string => text.replace(/\s+/g, ' ').trim();

  it('shows the problem and the hover of iisreset', async () => {
    await workbench().openFile('scripts', 'restart.cmd');
    await workbench().page.locator('.squiggly-warning').first().waitFor({ timeout: 30_000 });
    const text = read(await workbench().hover('iisreset /restart'));
    assert.match(text, /iisreset takes all sites down/);
    assert.match(text, /iis-doctor ?\( ?iisreset ?\)/);
  });

  it('offers the ways to restart without iisreset, and writes the chosen one', async () => {
    await workbench().click('iisreset /restart');
    await workbench().command('Quick Fix...');
    const row = workbench().page.locator('.action-widget .monaco-list-row');
    await row.filter({ hasText: 'Replace by a restart that also brings back the activators' }).first().waitFor();
    await row.filter({ hasText: 'Replace by net stop WAS /y && net start W3SVC' }).first().click();
    await workbench().page.locator('.view-line', { hasText: 'net stop WAS /y && net start W3SVC' }).waitFor();
    await workbench().command('Undo');
  });

  it('translates a command of adsutil.vbs', async () => {
    await workbench().openFile('scripts', 'old-pool.cmd');
    const text = read(await workbench().hover('PeriodicRestartTime'));
    assert.match(text, /recycling\.periodicRestart\.time/);
  });
}
