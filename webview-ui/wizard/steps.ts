import { html, nothing, type TemplateResult } from 'lit';
import type { CheckView, PlanView, StepView } from '../../src/protocol/wizard';
import { commandBlock } from './commandBlock';
import * as icons from './icons';
import { checkWords, markOf, stepWords } from './marks';
import type { Page } from './page';

/** Questions with a right answer, before the steps or behind them. */
export const checkList = (
  checks: readonly CheckView[],
  of: 'precheck' | 'verification',
  heading: string,
  page: Page,
): TemplateResult | typeof nothing =>
  checks.length === 0
    ? nothing
    : html`<section aria-labelledby=${of}>
        <h3 id=${of}>${heading}</h3>
        <ul class="checks">
          ${checks.map((check, index) => checkItem(check, of, index, page))}
        </ul>
      </section>`;

const checkItem = (
  { says, command, expects, mark, problem }: CheckView,
  of: 'precheck' | 'verification',
  index: number,
  page: Page,
): TemplateResult =>
  html`<li class=${`check ${mark}`}>
    ${markOf(mark, '')}
    <details>
      <summary>${says}${word(checkWords[mark])}</summary>
      ${commandBlock(command, { of, index }, `the check: ${says}`, page)}
      <p class="quiet">The answer ${expects}.</p>
    </details>
    ${problemText(problem)}
  </li>`;

export const stepList = ({ steps }: PlanView, page: Page): TemplateResult =>
  html`<section aria-labelledby="steps">
    <h3 id="steps">Steps</h3>
    <ol class="steps">
      ${steps.map((step, index) => stepItem(step, index, page))}
    </ol>
  </section>`;

function stepItem(step: StepView, index: number, page: Page): TemplateResult {
  const { title, why, command, stops, mark, output, problem } = step;
  const name = `step ${index + 1}`;
  return html`<li class=${`step ${mark}`} data-step=${index}>
    ${markOf(mark, String(index + 1))}
    <div class="content">
      <h4>${title}${word(stepWords[mark])}</h4>
      <p class="quiet">${why}</p>
      ${stops.length ? html`<p class="stops">${icons.warning}<span>Stops: ${stops.join(' ')}</span></p>` : nothing}
      ${
        command === null
          ? html`<p class="by-hand">You do this by hand.</p>`
          : commandBlock(command, { of: 'step', index }, name, page)
      }
      ${
        output === ''
          ? nothing
          : html`<pre class="output" tabindex="0" role="region" aria-label=${`Output of ${name}`}>
${output.trimEnd()}</pre>`
      }
      ${problemText(problem)} ${mark === 'notUndone' && step.file !== '' ? differenceButton(index, page) : nothing}
      ${checkOfStep(step, index, page)} ${undoOfStep(step, index, page)}
    </div>
  </li>`;
}

const checkOfStep = ({ check }: StepView, index: number, page: Page): TemplateResult | typeof nothing =>
  check
    ? html`<details>
        <summary>Then it is checked: ${check.says}</summary>
        ${commandBlock(check.command, { of: 'stepCheck', index }, `the check of step ${index + 1}`, page)}
        <p class="quiet">The answer ${check.expects}.</p>
      </details>`
    : nothing;

function undoOfStep({ undo, isFinal }: StepView, index: number, page: Page): TemplateResult | typeof nothing {
  if (isFinal) return html`<p class="quiet">This cannot be undone.</p>`;
  return undo
    ? html`<details>
        <summary>To undo: ${undo.title}</summary>
        ${commandBlock(undo.command, { of: 'undo', index }, `undoing step ${index + 1}`, page)}
      </details>`
    : nothing;
}

const differenceButton = (step: number, page: Page): TemplateResult =>
  html`<vscode-button secondary @click=${() => page.ask({ kind: 'difference', step })}
    >Show What Changed</vscode-button
  >`;

const word = (text: string): TemplateResult | typeof nothing =>
  text === '' ? nothing : html`<span class="word">${text}</span>`;

const problemText = (problem: string): TemplateResult | typeof nothing =>
  problem === '' ? nothing : html`<p class="problem">${problem}</p>`;
