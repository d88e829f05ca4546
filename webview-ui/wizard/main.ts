import '@vscode-elements/elements/dist/vscode-button/index.js';
import '@vscode-elements/elements/dist/vscode-checkbox/index.js';
import '@vscode-elements/elements/dist/vscode-option/index.js';
import '@vscode-elements/elements/dist/vscode-progress-ring/index.js';
import '@vscode-elements/elements/dist/vscode-single-select/index.js';
import '@vscode-elements/elements/dist/vscode-textfield/index.js';
import { render } from 'lit';
import type { CommandPart, WizardState } from '../../src/protocol/wizard';
import { ask, keep, listen, type Wish } from './editor';
import { keyOf, type Page } from './page';
import { view } from './view';
import './wizard.css';

/** A plan is made anew when somebody pauses in typing. */
const TYPING_MS = 350;
const COPIED_MS = 1_500;

const root = document.getElementById('page');
const drafts = new Map<string, string>();
let state: WizardState | null = null;
let problem = '';
let copied: string | null = null;
let typing: ReturnType<typeof setTimeout> | undefined;
let copying: ReturnType<typeof setTimeout> | undefined;
let shownStep = -1;

async function request(wish: Wish): Promise<boolean> {
  problem = '';
  show();
  problem = (await ask(wish)) ?? '';
  show();
  return problem === '';
}

async function copy(part: CommandPart): Promise<void> {
  if (!(await request({ kind: 'copy', part }))) return;
  copied = keyOf(part);
  show();
  clearTimeout(copying);
  copying = setTimeout(() => {
    copied = null;
    show();
  }, COPIED_MS);
}

function type(name: string, value: string): void {
  drafts.set(name, value);
  clearTimeout(typing);
  typing = setTimeout(() => void sendDrafts(), TYPING_MS);
}

async function sendDrafts(): Promise<void> {
  const sent = new Map(drafts);
  await request({ kind: 'setValues', values: Object.fromEntries(sent) });
  for (const [name, value] of sent) if (drafts.get(name) === value) drafts.delete(name);
  show();
}

function show(): void {
  if (!state || !root) return;
  const page: Page = {
    state,
    drafts,
    copied,
    problem,
    ask: (wish) => void request(wish),
    copy: (part) => void copy(part),
    type,
  };
  render(view(page), root);
  follow(state);
}

/** Keeps what runs in sight, and the focus on something that can be pressed. */
function follow({ plan }: WizardState): void {
  const at = plan?.steps.findIndex(({ mark }) => mark === 'running' || mark === 'undoing') ?? -1;
  if (at >= 0 && at !== shownStep) root?.querySelector(`[data-step="${at}"]`)?.scrollIntoView({ block: 'nearest' });
  shownStep = at;
  const output = root?.querySelector('.step.running .output');
  if (output) output.scrollTop = output.scrollHeight;
  const focused = document.activeElement;
  if (focused instanceof HTMLElement && focused.matches('footer vscode-button[disabled]'))
    root?.querySelector<HTMLElement>('footer vscode-button:not([disabled])')?.focus();
}

listen((next) => {
  state = next;
  keep({
    remedy: next.remedy?.id ?? null,
    server: next.server,
    values: Object.fromEntries(next.parameters.map(({ name, value }) => [name, value])),
  });
  show();
});

document.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
    root?.querySelector<HTMLElement>('#run:not([disabled])')?.click();
});

void request({ kind: 'ready' });
