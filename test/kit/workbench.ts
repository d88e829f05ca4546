import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';

/** The real workbench of VS Code in a page, driven as a person would. */
export class Workbench {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  /** Opens VS Code at an address and waits until its explorer shows a file. */
  static async open(page: Page, url: string, file: string): Promise<Workbench> {
    await page.goto(url);
    const workbench = new Workbench(page);
    await workbench.#inExplorer(file).waitFor({ timeout: 60_000 });
    return workbench;
  }

  /** Opens a file by its way through the explorer's folders. */
  async openFile(...way: string[]): Promise<void> {
    const [name = '', ...folders] = [...way].reverse();
    for (const folder of folders.reverse()) {
      const row = this.#inExplorer(folder);
      if ((await row.getAttribute('aria-expanded')) !== 'true') await row.click();
    }
    await this.#inExplorer(name).dblclick();
    await this.page.locator('.tab.active', { hasText: name }).waitFor();
  }

  /** Moves the mouse over the first place of a text in the editor until a hover says something, and returns that. */
  async hover(text: string): Promise<string> {
    const hover = this.page.locator('.monaco-editor .monaco-hover:visible, .monaco-hover:visible').first();
    // One that still stands there, over something else, would be read instead.
    await this.page.mouse.move(2, 2);
    await this.page.keyboard.press('Escape');
    await hover.waitFor({ state: 'hidden', timeout: 5_000 });
    for (let attempt = 0; attempt < 40; attempt++) {
      const place = await this.#placeOf(text);
      if (place) await this.page.mouse.move(place.x + (attempt % 2), place.y);
      const said = await hover.innerText({ timeout: 750 }).catch(() => '');
      if (said.trim() && !said.trim().startsWith('Loading')) return said;
    }
    return assert.fail(`no hover over ${text}`);
  }

  /** Puts the cursor into the first place of a text in the editor. */
  async click(text: string): Promise<void> {
    const place = await this.#waitForPlace(text);
    await this.page.mouse.click(place.x, place.y);
  }

  /** Selects the first place of a text in the editor. */
  async select(text: string): Promise<void> {
    const place = await this.#waitForPlace(text);
    await this.page.mouse.click(place.left, place.y);
    await this.page.keyboard.down('Shift');
    await this.page.mouse.click(place.right, place.y);
    await this.page.keyboard.up('Shift');
  }

  /** The verdict lines that are visible above records. */
  async verdicts(): Promise<string[]> {
    const lenses = this.page.locator('.codelens-decoration:visible');
    await lenses.first().waitFor({ timeout: 30_000 });
    // What leads to a repair stands behind the verdict.
    return (await lenses.allInnerTexts()).map((text) => text.replaceAll('\u00A0', ' ').split('\n', 1).join().trim());
  }

  /** Runs a command of the palette by its full title. */
  async command(title: string): Promise<void> {
    const palette = this.page.locator('.quick-input-widget:visible');
    for (let attempt = 0; ; attempt++) {
      await this.page.keyboard.press('F1');
      await palette.locator('input').first().fill(`>${title}`);
      try {
        await palette.locator('.monaco-list-row', { hasText: title }).first().click({ timeout: 4_000 });
        return;
      } catch (error) {
        // The list is made when it opens; an extension that comes later is not in it.
        if (attempt === 8) throw error;
        await this.page.keyboard.press('Escape');
      }
    }
  }

  /** Types into the input box that a command has opened. */
  async answer(text: string): Promise<void> {
    const input = this.page.locator('.quick-input-widget:visible input').first();
    await input.fill(text);
    await input.press('Enter');
  }

  /** The text of a Markdown preview, once it contains something. */
  async preview(containing: string): Promise<string> {
    for (let attempt = 0; attempt < 200; attempt++) {
      for (const frame of this.page.frames()) {
        const text = await frame.evaluate(() => document.body.innerText).catch(() => '');
        if (frame !== this.page.mainFrame() && text.includes(containing)) return text;
      }
      await this.page.waitForTimeout(100);
    }
    return assert.fail(`no preview with ${containing}`);
  }

  #inExplorer(name: string) {
    return this.page.locator('.explorer-folders-view .monaco-list-row', { hasText: name }).first();
  }

  async #waitForPlace(text: string) {
    for (let attempt = 0; attempt < 100; attempt++) {
      const place = await this.#placeOf(text);
      if (place) return place;
      await this.page.waitForTimeout(100);
    }
    return assert.fail(`${text} is not visible`);
  }

  /** Where a text stands on the screen; null where it is not in view. */
  #placeOf(text: string): Promise<{ x: number; y: number; left: number; right: number } | null> {
    return this.page.evaluate((wanted) => {
      for (const line of document.querySelectorAll('.view-line')) {
        const letters: { node: Node; offset: number; letter: string }[] = [];
        const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
        while (walker.nextNode())
          for (const [offset, letter] of (walker.currentNode.nodeValue ?? '').split('').entries())
            letters.push({ node: walker.currentNode, offset, letter: letter === '\u00A0' ? ' ' : letter });
        const at = letters
          .map(({ letter }) => letter)
          .join('')
          .indexOf(wanted);
        const first = letters[at];
        const last = letters[at + wanted.length - 1];
        if (!first || !last) continue;
        const range = document.createRange();
        range.setStart(first.node, first.offset);
        range.setEnd(last.node, last.offset + 1);
        const { left, right, top, height } = range.getBoundingClientRect();
        return { x: left + Math.min(40, (right - left) / 2), y: top + height / 2, left, right };
      }
      return null;
    }, text);
  }
}
