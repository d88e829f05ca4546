import * as vscode from 'vscode';
import type { WizardAnswer, WizardRequest, WizardState } from '../../protocol/wizard';
import { isWizardRequest } from '../../protocol/wizardCheckers';

export const WIZARD_VIEW = 'iisDoctor.wizard';

/** States that come in a burst, such as with each piece of output, are shown together. */
const TOGETHER_MS = 60;

export interface PanelParts {
  readonly extensionUri: vscode.Uri;
  readonly log: vscode.LogOutputChannel;
  readonly state: () => WizardState;
  /** @returns what is wrong, for the page; null where it went well */
  readonly handle: (request: WizardRequest) => Promise<string | null>;
}

/** The wizard's page in a tab: shows a state, checks what the page asks for, answers every request. */
export class WizardPanel implements vscode.Disposable {
  readonly panel: vscode.WebviewPanel;
  readonly #parts: PanelParts;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #isGone = false;

  constructor(panel: vscode.WebviewPanel, parts: PanelParts) {
    this.panel = panel;
    this.#parts = parts;
    const { webview } = panel;
    const dist = vscode.Uri.joinPath(parts.extensionUri, 'dist');
    webview.options = { enableScripts: true, localResourceRoots: [dist] };
    webview.onDidReceiveMessage((message: unknown) => void this.#receive(message));
    panel.onDidDispose(() => this.dispose());
    webview.html = pageOf(webview, dist);
  }

  /** Shows the state of now, soon. */
  show(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      this.#post(this.#parts.state());
    }, TOGETHER_MS);
  }

  #post(message: WizardState | WizardAnswer): void {
    if (!this.#isGone) void this.panel.webview.postMessage(message);
  }

  async #receive(message: unknown): Promise<void> {
    if (!isWizardRequest(message)) {
      this.#parts.log.warn('A message of the repair page has a wrong shape and was dropped.');
      return;
    }
    const { id } = message;
    try {
      const problem = message.kind === 'ready' ? null : await this.#parts.handle(message);
      this.#post(this.#parts.state());
      this.#post({ kind: 'answer', id, problem });
    } catch (error) {
      this.#parts.log.error(`The repair page asked for "${message.kind}", which failed.`, error);
      this.#post({ kind: 'answer', id, problem: 'This failed. The log of IIS Doctor says why.' });
    }
  }

  dispose(): void {
    this.#isGone = true;
    if (this.#timer) clearTimeout(this.#timer);
  }
}

/** The page holds nothing but its script, which puts every text in as text. */
function pageOf(webview: vscode.Webview, dist: vscode.Uri): string {
  const nonce = [...crypto.getRandomValues(new Uint8Array(18))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
  const uri = (name: string): string => webview.asWebviewUri(vscode.Uri.joinPath(dist, name)).toString();
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${uri('wizard.css')}">
<title>Guided Repair</title>
</head>
<body>
<main id="page"></main>
<script nonce="${nonce}" src="${uri('wizard.js')}"></script>
</body>
</html>`;
}
