import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../src/build/browser';
import type { PlanView, StepView, WizardRequest, WizardState } from '../../src/protocol/wizard';
import { root } from '../kit/knowledge';

/** What servers may be called, or may answer, to become markup, a link or a script. */
const HOSTILE = [
  '<img src=x onerror="globalThis.hit=1">',
  '"><script>globalThis.hit=1</script>',
  "' onmouseover='globalThis.hit=1",
  '${globalThis.hit=1}',
  '<svg onload=globalThis.hit=1>',
  '<a href="javascript:globalThis.hit=1">x</a>',
  '<vscode-button onclick="globalThis.hit=1">x</vscode-button>',
  '<!--?lit$1$--><b>bold</b>',
].join(' ');

const step = (more: Partial<StepView> = {}): StepView => ({
  title: HOSTILE,
  why: HOSTILE,
  command: HOSTILE,
  stops: [HOSTILE],
  check: { says: HOSTILE, command: HOSTILE, expects: HOSTILE },
  undo: { title: HOSTILE, command: HOSTILE },
  isFinal: false,
  file: HOSTILE,
  mark: 'notUndone',
  output: HOSTILE,
  problem: HOSTILE,
  ...more,
});

const check = { says: HOSTILE, command: HOSTILE, expects: HOSTILE, mark: 'failed', problem: HOSTILE } as const;

const plan = (more: Partial<PlanView> = {}): PlanView => ({
  title: HOSTILE,
  verdict: HOSTILE,
  evidence: [HOSTILE],
  prechecks: [check],
  steps: [step(), step({ command: null, isFinal: true })],
  verification: [check],
  leftovers: [HOSTILE],
  files: [{ name: HOSTILE, says: HOSTILE, text: HOSTILE }],
  runs: true,
  whyNot: '',
  phase: 'stopped',
  canUndo: true,
  undoesItself: false,
  isStale: true,
  hasCmd: true,
  ...more,
});

const parameter = { label: HOSTILE, isRequired: true, help: HOSTILE, value: HOSTILE, fault: HOSTILE };
const state = (more: Partial<WizardState> = {}): WizardState => ({
  kind: 'state',
  remedies: [{ id: 'a', title: HOSTILE }],
  servers: [{ name: HOSTILE, detail: HOSTILE }],
  remedy: {
    id: 'a',
    title: HOSTILE,
    purpose: HOSTILE,
    versions: HOSTILE,
    rights: HOSTILE,
    doesNot: [HOSTILE],
    doNot: [HOSTILE],
  },
  server: HOSTILE,
  cause: HOSTILE,
  notice: HOSTILE,
  isBusy: false,
  leads: [{ index: 0, title: HOSTILE, says: HOSTILE }],
  parameters: [
    { ...parameter, name: 'text', kind: 'text', options: [HOSTILE] },
    { ...parameter, name: 'choice', kind: 'choice', options: [HOSTILE] },
    { ...parameter, name: 'flag', kind: 'flag', options: [] },
  ],
  plan: plan(),
  ...more,
});

describe('the page of the wizard', function () {
  this.timeout(60_000);
  let browser: Browser;
  let page: Page;
  before(async () => {
    browser = await launchBrowser();
  });
  after(() => browser.close());
  beforeEach(async () => {
    page = await browser.newPage({ viewport: { width: 900, height: 900 } });
    const file = (name: string): string => readFileSync(path.join(root, 'dist', name), 'utf8');
    const policy = "default-src 'none'; style-src http://page.test; script-src 'nonce-n'";
    const bodies: Readonly<Record<string, { contentType: string; body: string }>> = {
      '/': {
        contentType: 'text/html',
        body: `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><link rel="stylesheet" href="/wizard.css"><title>x</title></head><body><main id="page"></main><script nonce="n" src="/stand-in.js"></script><script nonce="n" src="/wizard.js"></script></body></html>`,
      },
      '/stand-in.js': {
        contentType: 'text/javascript',
        body: `globalThis.sent = []; globalThis.broken = [];
document.addEventListener('securitypolicyviolation', (event) => broken.push(event.violatedDirective + ' ' + event.blockedURI));
globalThis.acquireVsCodeApi = () => ({ postMessage: (message) => sent.push(message), getState: () => null, setState: (kept) => { globalThis.kept = kept; } });`,
      },
      '/wizard.js': { contentType: 'text/javascript', body: file('wizard.js') },
      '/wizard.css': { contentType: 'text/css', body: file('wizard.css') },
    };
    await page.route('**/*', (route) => {
      const found = bodies[new URL(route.request().url()).pathname];
      return found ? route.fulfill(found) : route.abort();
    });
    await page.goto('http://page.test/');
  });
  afterEach(() => page.close());

  const say = (message: unknown): Promise<void> => page.evaluate((data) => window.postMessage(data, '*'), message);
  const show = async (shown: WizardState): Promise<void> => {
    await say(shown);
    await page.locator('h1').waitFor();
  };
  const global = <T>(name: string): Promise<T> =>
    page.evaluate((key) => (globalThis as unknown as Record<string, unknown>)[key], name) as Promise<T>;
  const sent = async (): Promise<readonly WizardRequest[]> => global('sent');

  it('asks for its state', async () => {
    assert.deepEqual(
      (await sent()).map(({ kind }) => kind),
      ['ready'],
    );
  });

  it('shows whatever a server says as text', async () => {
    await show(state());
    for (const details of await page.locator('details').all())
      await details.evaluate((element) => ((element as HTMLDetailsElement).open = true));
    await page.locator('h1').hover();
    await page.waitForTimeout(300);
    const found = await page.evaluate(() => {
      const all: Element[] = [];
      const roots: ParentNode[] = [document.querySelector('main') ?? document];
      for (let root = roots.pop(); root; root = roots.pop())
        for (const element of root.querySelectorAll('*')) {
          all.push(element);
          if (element.shadowRoot) roots.push(element.shadowRoot);
        }
      return {
        tags: [...new Set(all.map(({ localName }) => localName))],
        handlers: all.flatMap((element) => element.getAttributeNames().filter((name) => name.startsWith('on'))),
      };
    });
    for (const tag of ['img', 'script', 'a', 'b', 'iframe', 'style', 'link'])
      assert.ok(!found.tags.includes(tag), `no <${tag}>`);
    assert.deepEqual(found.handlers, []);
    assert.equal(await global('hit'), undefined);
    assert.equal(
      await page
        .locator('.step .command code')
        .first()
        .evaluate((code) => code.textContent),
      HOSTILE,
    );
    assert.deepEqual(await global('broken'), []);
  });

  it('names commands by their place in the plan only', async () => {
    await show(state({ plan: plan({ isStale: false }) }));
    await page.locator('.step .tool[title="Copy"]').first().click();
    await page.locator('#run').click();
    const asked = (await sent()).slice(1);
    assert.deepEqual(
      asked.map((one) => ({ ...one, id: 0 })),
      [
        { id: 0, kind: 'copy', part: { of: 'step', index: 0 } },
        { id: 0, kind: 'run', steps: 'all' },
      ],
    );
    assert.ok(!JSON.stringify(asked).includes('hit'));
  });

  it('says what went wrong, and that something was copied', async () => {
    await show(state());
    await page.locator('.step .tool[title="Copy"]').first().click();
    const copied = (await sent()).at(-1)?.id;
    await say({ kind: 'answer', id: copied, problem: null });
    await page.locator('.step .tool[title="Copied"]').first().waitFor();
    await page.locator('vscode-button', { hasText: 'Save as Runbook' }).click();
    await say({ kind: 'answer', id: (await sent()).at(-1)?.id, problem: HOSTILE });
    assert.equal(((await page.locator('[role=alert]').textContent()) ?? '').trim(), HOSTILE);
  });

  it('sends what is typed when somebody pauses, and keeps it until it was taken', async () => {
    const quiet = state({
      plan: null,
      parameters: [{ ...parameter, name: 'text', kind: 'text', options: [], value: '', fault: '' }],
    });
    await show(quiet);
    await page.locator('vscode-textfield input').pressSequentially('Shop', { delay: 20 });
    await say(quiet);
    await page.waitForTimeout(600);
    const asked = (await sent()).filter(({ kind }) => kind === 'setValues');
    assert.deepEqual(
      asked.map((one) => 'values' in one && one.values),
      [{ text: 'Shop' }],
    );
    assert.equal(await page.locator('vscode-textfield input').inputValue(), 'Shop');
    assert.deepEqual(Object.keys(await global<object>('kept')).sort(), ['remedy', 'server', 'values']);
  });

  it('can be worked with by the keyboard alone', async () => {
    await show(state({ plan: plan({ isStale: false }) }));
    const reached = new Set<string>();
    for (let i = 0; i < 60; i++) {
      await page.keyboard.press('Tab');
      reached.add(
        await page.evaluate(() => {
          const { activeElement: at } = document;
          return `${at?.localName ?? ''} ${at?.id ?? ''} ${at?.className ?? ''}`.trim();
        }),
      );
    }
    for (const wanted of [
      'vscode-single-select',
      'vscode-textfield',
      'vscode-checkbox',
      'summary',
      'vscode-button',
      'vscode-button run',
    ])
      assert.ok(
        [...reached].some((one) => one.replace(/\s+/g, ' ').startsWith(wanted)),
        `${wanted} is reached`,
      );
    await page.locator('#run').focus();
    await page.keyboard.press('Enter');
    assert.equal((await sent()).at(-1)?.kind, 'run');
    await page.locator('h1').click();
    await page.keyboard.press('Control+Enter');
    assert.equal((await sent()).filter(({ kind }) => kind === 'run').length, 2);
  });
});
