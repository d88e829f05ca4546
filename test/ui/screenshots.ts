import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { open, rowOf } from '../kit/serversTour';
import { WizardOnScreen } from '../kit/wizardOnScreen';
import { Workbench } from '../kit/workbench';
import { launchBrowser } from '../../src/build/browser';
import { bundle, root } from '../../src/build/bundle';
import { startCodeServer } from '../../src/build/codeServer';

const media = path.join(root, 'media');
const size = { width: 1060, height: 620 };
const themes = { dark: 'Dark Modern', light: 'Light Modern', contrast: 'Default High Contrast' } as const;
/** What is shown in high contrast as well. */
const inContrast: ReadonlySet<string> = new Set(['servers', 'repair']);

/** Nothing in the picture but the editor. */
const settings = {
  'iisDoctor.servers': [
    { name: 'WEB-01', transport: 'demo', path: 'WEB-01' },
    { name: 'WEB-02', transport: 'demo', path: 'WEB-02' },
  ],
  'editor.fontFamily': 'monospace',
  'editor.fontSize': 13,
  'editor.wordWrap': 'on',
  'editor.minimap.enabled': false,
  'editor.hover.delay': 100,
  'editor.hover.above': false,
  'editor.occurrencesHighlight': 'off',
  'editor.renderLineHighlight': 'none',
  'editor.stickyScroll.enabled': false,
  'breadcrumbs.enabled': false,
  'window.autoDetectColorScheme': false,
  'workbench.activityBar.location': 'hidden',
  'workbench.editor.editorActionsLocation': 'hidden',
  'workbench.statusBar.visible': false,
  'workbench.layoutControl.enabled': false,
  'window.commandCenter': false,
};

const tours: Readonly<Record<string, (workbench: Workbench, name: string) => Promise<void>>> = {
  logs: logTour,
  configuration: configurationTour,
  servers: serversTour,
  scripts: scriptTour,
  repair: repairTour,
};

/**
 * Takes the pictures of the README from the real workbench, and makes the icon that the Marketplace shows.
 *
 * @param wanted the tours to take, by their names; none: all
 */
async function takeScreenshots(wanted: readonly string[]): Promise<void> {
  await bundle();
  mkdirSync(path.join(media, 'screenshots'), { recursive: true });
  process.env.FONTCONFIG_FILE ??= path.join(root, 'test/kit/fonts.conf');
  const browser = await launchBrowser();
  try {
    await drawIcon(browser);
    for (const [name, theme] of Object.entries(themes))
      for (const [tour, take] of Object.entries(tours))
        if ((!wanted.length || wanted.includes(tour)) && (name !== 'contrast' || inContrast.has(tour)))
          await onTour(browser, name, theme, take);
  } finally {
    await browser.close();
  }
}

async function drawIcon(browser: Browser): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 256, height: 256 } });
  const drawing = readFileSync(path.join(media, 'icon.svg'), 'utf8');
  await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${drawing}`);
  await page.screenshot({ path: path.join(media, 'icon.png'), omitBackground: true });
  await page.close();
}

async function onTour(
  browser: Browser,
  name: string,
  theme: string,
  take: (workbench: Workbench, name: string) => Promise<void>,
): Promise<void> {
  const workspace = path.join(media, 'samples');
  const server = await startCodeServer({
    workspace,
    extension: root,
    settings: { ...settings, 'workbench.colorTheme': theme },
  });
  try {
    const page = await browser.newPage({ viewport: size, deviceScaleFactor: 1.5 });
    const url = `${server.url}/?folder=${encodeURIComponent(server.workspace)}`;
    const workbench = await Workbench.open(page, url, 'README.md');
    await take(workbench, name);
    await page.close();
  } finally {
    await server.stop();
  }
}

async function logTour(workbench: Workbench, name: string): Promise<void> {
  const { page } = workbench;
  await workbench.openFile('logs', 'dcom-10016-runtimebroker.log');
  await workbench.command('View: Toggle Primary Side Bar Visibility');
  await workbench.verdicts();
  await workbench.hover('D63B10C5');
  await picture(page, `hover-${name}`);

  await page.mouse.move(size.width - 20, size.height - 60);
  await page.locator('.codelens-decoration a').first().click();
  await workbench.preview('What not to do');
  await picture(page, `page-${name}`);

  await workbench.command('IIS Doctor: Look Up a Code or GUID');
  await workbench.answer('0x80070425');
  await workbench.preview('still stopping or starting');
  await picture(page, `look-up-${name}`);
  await workbench.command('View: Close All Editors');
  await workbench.command('View: Toggle Primary Side Bar Visibility');
  await workbench.openFile('logs', 'web01-busy-morning.log');
  await workbench.command('View: Toggle Primary Side Bar Visibility');
  await workbench.command('IIS Doctor: Summarise This Log');
  await page.locator('.tab.active', { hasText: 'Summary of' }).waitFor();
  await page.waitForTimeout(1_000);
  await picture(page, `summary-${name}`);
}

async function configurationTour(workbench: Workbench, name: string): Promise<void> {
  const { page } = workbench;
  await workbench.openFile('configuration', 'applicationHost.config');
  await workbench.command('View: Toggle Primary Side Bar Visibility');
  await page.locator('.squiggly-error').first().waitFor();
  await workbench.command('Go to Line/Column...');
  await workbench.answer(':37');
  await workbench.verdicts();
  await workbench.hover('*:80:Shop.contoso.example');
  await picture(page, `problem-${name}`);

  await page.keyboard.press('Escape');
  await page.mouse.move(size.width - 20, size.height - 20);
  await workbench.click('*:80:Shop.contoso.example');
  await workbench.command('Quick Fix...');
  await page.locator('.action-widget .monaco-list-row').first().waitFor();
  await page.mouse.move(size.width - 20, size.height - 20);
  await picture(page, `quick-fix-${name}`);
  await page.keyboard.press('Escape');

  await workbench.select('Tills');
  await page.keyboard.press('Delete');
  await page.keyboard.press('Control+Space');
  await page.locator('.suggest-widget:visible .monaco-list-row', { hasText: 'DefaultAppPool' }).first().waitFor();
  await page.waitForTimeout(500);
  await picture(page, `completion-${name}`);
  await page.keyboard.press('Escape');

  await workbench.command('View: Close All Editors');
  await workbench.command('View: Toggle Primary Side Bar Visibility');
  await workbench.openFile('configuration', 'shop', 'web.config');
  await workbench.command('View: Toggle Primary Side Bar Visibility');
  await workbench.select('staticContent');
  await workbench.command('IIS Doctor: Show Effective Configuration Here');
  await page.mouse.move(size.width - 20, size.height - 20);
  await page.locator('.tab.active', { hasText: 'Effective' }).waitFor();
  await page.waitForTimeout(1_000);
  await picture(page, `effective-${name}`);
}

async function serversTour(workbench: Workbench, name: string): Promise<void> {
  const { page } = workbench;
  await workbench.command('IIS Doctor: Try the Demo Farm');
  await rowOf(workbench, 'OLD-IIS6').waitFor();
  const edge = await page.locator('.sidebar .composite.title, .part.sidebar').first().boundingBox();
  const right = (edge?.x ?? 0) + (edge?.width ?? 300);
  await page.mouse.move(right, 300);
  await page.mouse.down();
  await page.mouse.move(right + 150, 300);
  await page.mouse.up();
  await open(workbench, 'WEB-02');
  const finding = page.locator('.monaco-list-row', { hasText: 'applicationHost.config: Site "Orders"' }).first();
  await finding.click({ timeout: 60_000 });
  await page.locator('.squiggly-error').first().waitFor({ timeout: 30_000 });
  await workbench.hover('*:80:orders.contoso.example');
  await picture(page, `servers-${name}`);
}

async function scriptTour(workbench: Workbench, name: string): Promise<void> {
  const { page } = workbench;
  await workbench.openFile('scripts', 'restart.cmd');
  await workbench.command('View: Toggle Primary Side Bar Visibility');
  await page.locator('.squiggly-warning').first().waitFor();
  await workbench.hover('iisreset /restart');
  await picture(page, `script-${name}`);

  await page.keyboard.press('Escape');
  await page.mouse.move(size.width - 20, size.height - 20);
  await workbench.click('iisreset /restart');
  await workbench.command('Quick Fix...');
  await page.locator('.action-widget .monaco-list-row').first().waitFor();
  await page.mouse.move(size.width - 20, size.height - 20);
  await picture(page, `script-fix-${name}`);
}

async function repairTour(workbench: Workbench, name: string): Promise<void> {
  const { page } = workbench;
  await workbench.command('View: Toggle Primary Side Bar Visibility');
  await workbench.command('IIS Doctor: Safe Restart');
  const wizard = await WizardOnScreen.of(page, 'Restart IIS safely');
  await page.setViewportSize({ ...size, height: 900 });
  await wizard.choose('Server', 'WEB-01');
  await wizard.button('Read the Server Again').waitFor({ timeout: 30_000 });
  await wizard.choose('What is restarted', 'Restart WAS and W3SVC');
  await wizard.frame.locator('#plan').waitFor();
  await page.mouse.move(size.width - 20, 890);
  await page.waitForTimeout(500);
  await picture(page, `repair-plan-${name}`);
  await wizard.frame.locator('#run').click();
  await wizard.confirm(/^Run on/);
  await wizard.frame.locator('[data-step="2"].running').waitFor({ timeout: 60_000 });
  await wizard.frame.locator('[data-step="0"]').evaluate((step) => step.scrollIntoView());
  await picture(page, `repair-running-${name}`);
  await wizard.standing(/Done/);
}

const picture = async (page: Page, name: string): Promise<void> => {
  await page.screenshot({ path: path.join(media, 'screenshots', `${name}.png`), animations: 'disabled' });
  console.log(`media/screenshots/${name}.png`);
};

takeScreenshots(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
