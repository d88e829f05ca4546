import { html, nothing, type TemplateResult } from 'lit';
import type { PlanView, RemedyView, WizardState } from '../../src/protocol/wizard';
import { commandBlock } from './commandBlock';
import { choices, fields } from './fields';
import type { Page } from './page';
import { checkList, stepList } from './steps';

/** The whole page. Every text of the state is put in as text, never as markup. */
export function view(page: Page): TemplateResult {
  const { remedy, cause, plan, notice } = page.state;
  return html`
    <header>
      <h1>${remedy?.title ?? 'Guided repair'}</h1>
      ${cause === '' ? nothing : html`<p class="cause">From: ${cause}</p>`}
      ${remedy ? html`<p>${remedy.purpose}</p>` : nothing} ${choices(page)}
    </header>
    ${fields(page)} ${notice === '' ? nothing : noticeOf(notice, page)} ${leads(page)}
    ${plan ? planOf(plan, page) : nothing} ${remedy ? about(remedy) : nothing}
    <p class="spoken" role="status">${spoken(page.state)}</p>
    ${plan ? actions(plan, page) : nothing}
  `;
}

const noticeOf = (notice: string, page: Page): TemplateResult =>
  html`<div class="notice">
    ${page.state.isBusy ? html`<vscode-progress-ring aria-label="Reading"></vscode-progress-ring>` : nothing}
    <p>${notice}</p>
    ${
      page.state.remedy && page.state.server && !page.state.isBusy
        ? html`<vscode-button secondary @click=${() => page.ask({ kind: 'replan' })}
            >Read the Server Again</vscode-button
          >`
        : nothing
    }
  </div>`;

const leads = (page: Page): TemplateResult | typeof nothing =>
  page.state.leads.length
    ? html`<ul class="leads">
        ${page.state.leads.map(
          ({ index, title, says }) =>
            html`<li>
              <span>${says}</span>
              <vscode-button secondary @click=${() => page.ask({ kind: 'follow', index })}>${title}…</vscode-button>
            </li>`,
        )}
      </ul>`
    : nothing;

function planOf(plan: PlanView, page: Page): TemplateResult {
  const { title, verdict, evidence, leftovers, files, isStale } = plan;
  return html`
    <section class="verdict" aria-labelledby="plan">
      <h2 id="plan">${title}</h2>
      <p>${verdict}</p>
      ${
        evidence.length
          ? html`<h3>What speaks for it</h3>
              <ul class="evidence">
                ${evidence.map((line) => html`<li>${line}</li>`)}
              </ul>`
          : nothing
      }
      ${takeAway(plan, page)}
    </section>
    ${
      isStale
        ? html`<div class="notice warn">
            <p>The server has changed since this plan was made.</p>
            <vscode-button @click=${() => page.ask({ kind: 'replan' })}>Make the Plan Anew</vscode-button>
          </div>`
        : nothing
    }
    ${checkList(plan.prechecks, 'precheck', 'Checked first', page)} ${stepList(plan, page)}
    ${checkList(plan.verification, 'verification', 'Checked at the end', page)}
    ${files.map(
      ({ name, says, text }, index) =>
        html`<section>
          <h3>${name}</h3>
          <p class="quiet">${says} It is saved together with the plan.</p>
          ${commandBlock(text, { of: 'file', index }, name, page)}
        </section>`,
    )}
    ${
      leftovers.length
        ? html`<section>
            <h3>Left for you</h3>
            <ul class="plain">
              ${leftovers.map((line) => html`<li>${line}</li>`)}
            </ul>
          </section>`
        : nothing
    }
  `;
}

const takeAway = ({ hasCmd }: PlanView, page: Page): TemplateResult =>
  html`<div class="buttons" role="group" aria-label="Save the plan">
    <vscode-button secondary @click=${() => page.ask({ kind: 'save', as: 'markdown' })}>Save as Runbook…</vscode-button>
    <vscode-button secondary @click=${() => page.ask({ kind: 'save', as: 'powershell' })}
      >Save as PowerShell Script…</vscode-button
    >
    <vscode-button secondary ?disabled=${!hasCmd} @click=${() => page.ask({ kind: 'save', as: 'cmd' })}
      >Save as Batch File…</vscode-button
    >
    <vscode-button secondary @click=${() => page.ask({ kind: 'openLog' })}>Repair Log</vscode-button>
  </div>`;

const about = ({ versions, rights, doesNot, doNot }: RemedyView): TemplateResult =>
  html`<section class="about" aria-labelledby="about">
    <h3 id="about">About this repair</h3>
    <dl>
      <dt>Meant for</dt>
      <dd>${versions}</dd>
      <dt>Needs</dt>
      <dd>${rights}</dd>
      ${lines('What it does not do', doesNot)} ${lines('What people do wrong here', doNot)}
    </dl>
  </section>`;

const lines = (term: string, items: readonly string[]): TemplateResult | typeof nothing =>
  items.length
    ? html`<dt>${term}</dt>
        ${items.map((item) => html`<dd>${item}</dd>`)}`
    : nothing;

/** Always in sight: what can be done now, and how it stands. */
function actions(plan: PlanView, page: Page): TemplateResult {
  const { phase, canUndo, whyNot, isStale, steps } = plan;
  const isRunning = phase === 'running' || phase === 'undoing';
  const isAtEnd = phase === 'done';
  const mayRun = whyNot === '' && !isRunning && !isStale && !isAtEnd && !page.state.isBusy;
  const isBegun = (phase === 'ready' || phase === 'stopped') && steps.some(({ mark }) => mark !== 'waiting');
  return html`<footer>
    <p class=${page.problem === '' ? 'standing' : 'standing problem'} role=${page.problem === '' ? nothing : 'alert'}>
      ${page.problem === '' ? (whyNot === '' ? standing(plan) : whyNot) : page.problem}
    </p>
    ${
      whyNot === ''
        ? html`<div class="buttons">
            <vscode-button id="run" ?disabled=${!mayRun} @click=${() => page.ask({ kind: 'run', steps: 'all' })}
              >${isBegun ? 'Run On' : 'Run All Steps'}</vscode-button
            >
            <vscode-button secondary ?disabled=${!mayRun} @click=${() => page.ask({ kind: 'run', steps: 'next' })}
              >Run Next Step</vscode-button
            >
            <vscode-button id="cancel" secondary ?disabled=${!isRunning} @click=${() => page.ask({ kind: 'cancel' })}
              >Cancel</vscode-button
            >
            <vscode-button secondary ?disabled=${!canUndo} @click=${() => page.ask({ kind: 'undo' })}
              >Undo</vscode-button
            >
          </div>`
        : nothing
    }
  </footer>`;
}

const phases: Readonly<Record<PlanView['phase'], string>> = {
  ready: 'Nothing runs before you say so, and nothing but what stands here.',
  running: 'Running…',
  stopped: 'Stopped. Look at what failed; then run on from there, or undo.',
  done: 'Done, and checked.',
  undoing: 'Undoing…',
  undone: 'Undone.',
};

function standing({ phase, steps }: PlanView): string {
  const next = steps.findIndex(({ mark }) => mark !== 'done');
  const at = steps.findIndex(({ mark }) => mark === 'running' || mark === 'undoing');
  if (phase === 'running' || phase === 'undoing')
    return at < 0 ? 'Checking…' : `${phase === 'running' ? 'Running' : 'Undoing'} step ${at + 1} of ${steps.length}…`;
  return phase === 'ready' && next > 0 ? `Waits before step ${next + 1} of ${steps.length}.` : phases[phase];
}

/** What a screen reader is told as it changes. */
const spoken = ({ plan, notice }: WizardState): string => (plan ? `${plan.title}: ${standing(plan)}` : notice);
