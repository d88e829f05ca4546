import assert from 'node:assert/strict';
import type { Frame, Page } from 'playwright-core';

/** The wizard's page as it stands in the real workbench, driven as a person would. */
export class WizardOnScreen {
  readonly page: Page;
  readonly frame: Frame;

  private constructor(page: Page, frame: Frame) {
    this.page = page;
    this.frame = frame;
  }

  /** Waits until the page shows a remedy. */
  static async of(page: Page, title: string): Promise<WizardOnScreen> {
    for (let attempt = 0; attempt < 200; attempt++) {
      for (const frame of page.frames()) {
        const heading = await frame
          .evaluate(() => document.querySelector('#page h1')?.textContent ?? '')
          .catch(() => '');
        if (heading.trim() === title) return new WizardOnScreen(page, frame);
      }
      await page.waitForTimeout(100);
    }
    return assert.fail(`the page of "${title}" did not come`);
  }

  /** Chooses in one of the lists, by the beginning of its label and of the choice. */
  async choose(label: string, choice: string): Promise<void> {
    const list = this.frame.locator(`vscode-single-select[label^="${label}"]`);
    await list.click();
    await list.getByRole('option', { name: choice }).first().click();
  }

  /** The value that stands in a field, by the beginning of its label. */
  async value(label: string): Promise<string> {
    const field = this.frame.locator(`vscode-textfield[label^="${label}"], vscode-single-select[label^="${label}"]`);
    return field.evaluate((element) => (element as HTMLElement & { value: string }).value);
  }

  button(name: string) {
    return this.frame.locator('vscode-button', { hasText: name });
  }

  /** Answers the question whether to run or undo. @returns what it said */
  async confirm(button: RegExp): Promise<string> {
    const dialog = this.page.locator('.monaco-dialog-box');
    await dialog.waitFor({ timeout: 30_000 });
    const said = await dialog.innerText();
    await dialog.getByRole('button', { name: button }).click();
    return said;
  }

  /** Waits until the line beside the buttons says something. */
  async standing(text: RegExp): Promise<void> {
    await this.frame.locator('footer .standing', { hasText: text }).waitFor({ timeout: 60_000 });
  }

  text(): Promise<string> {
    return this.frame.locator('#page').innerText();
  }
}
