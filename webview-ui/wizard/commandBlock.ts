import { html, nothing, type TemplateResult } from 'lit';
import type { CommandPart } from '../../src/protocol/wizard';
import * as icons from './icons';
import { keyOf, type Page } from './page';

/**
 * A command as it runs, with its buttons.
 *
 * @param what what it belongs to, for the names of its buttons: `step 2`
 */
export const commandBlock = (command: string, part: CommandPart, what: string, page: Page): TemplateResult => {
  const isCopied = page.copied === keyOf(part);
  return html`<div class="command">
    <pre><code>${command}</code></pre>
    <div class="tools">
      <button
        class="tool"
        title=${isCopied ? 'Copied' : 'Copy'}
        aria-label=${part.of === 'file' ? `Copy ${what}` : `Copy the command of ${what}`}
        @click=${() => page.copy(part)}
      >
        ${isCopied ? icons.check : icons.copy}
      </button>
      ${
        page.state.server
          ? html`<button
              class="tool"
              title="Put into a terminal"
              aria-label=${`Put the command of ${what} into a terminal`}
              @click=${() => page.ask({ kind: 'terminal', part })}
            >
              ${icons.terminal}
            </button>`
          : nothing
      }
    </div>
  </div>`;
};
