import assert from 'node:assert/strict';
import type { Workbench } from './workbench';

/** Declares what a person sees of a configuration file in the sample workspace; everything is read from the screen. */
export function readsConfiguration(workbench: () => Workbench): void {
  const read = (text: string): string => text.replace(/\s+/g, ' ').trim();

  it('shows the hover over an attribute', async () => {
    await workbench().openFile('configuration', 'applicationHost.config');
    const text = read(await workbench().hover('startMode'));
    assert.match(text, /startMode/);
    assert.match(text, /AlwaysRunning/);
  });

  it('shows the problem under the mouse', async () => {
    await workbench().page.locator('.squiggly-error').first().waitFor({ timeout: 30_000 });
    const text = read(await workbench().hover('"Tills"'));
    assert.match(text, /There is no application pool "Tills": requests are answered with 503\. Did you mean "Till"\?/);
    assert.match(text, /iis-doctor ?\( ?missing-application-pool ?\)/);
  });

  it('lists the problems', async () => {
    await workbench().command('View: Focus Problems');
    const rows = workbench().page.locator('.markers-panel .monaco-list-row');
    await rows.filter({ hasText: 'has the binding "*:80:Shop.contoso.example" for http already' }).first().waitFor();
    await rows.filter({ hasText: 'There is no application pool "Tills"' }).first().waitFor();
    await workbench().command('View: Toggle Panel Visibility');
  });

  it('completes the name of a pool', async () => {
    await workbench().openFile('configuration', 'applicationHost.config');
    await workbench().select('Tills');
    await workbench().page.keyboard.press('Delete');
    await workbench().page.keyboard.press('Control+Space');
    const list = workbench().page.locator('.suggest-widget:visible .monaco-list-row');
    await list.filter({ hasText: 'DefaultAppPool' }).first().waitFor();
    await list.filter({ hasText: 'Shop' }).first().waitFor();
    await workbench().page.keyboard.press('Escape');
    await workbench().command('Undo');
  });
}
