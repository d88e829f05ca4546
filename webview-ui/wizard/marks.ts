import { html, type TemplateResult } from 'lit';
import type { MarkView } from '../../src/protocol/wizard';
import * as icons from './icons';

/** What a mark says of a step or check, beside its colour. */
export const stepWords: Readonly<Record<MarkView, string>> = {
  waiting: '',
  running: 'runs',
  done: 'done',
  failed: 'failed',
  undoing: 'is being undone',
  undone: 'undone',
  notUndone: 'not undone',
};

export const checkWords: Readonly<Record<MarkView, string>> = {
  ...stepWords,
  running: 'is asked',
  done: 'right',
  failed: 'not so',
};

/** A mark in a circle. @param waiting what stands there before anything has happened, such as a number */
export function markOf(mark: MarkView, waiting: string): TemplateResult {
  switch (mark) {
    case 'waiting':
      return html`<span class="mark" aria-hidden="true">${waiting}</span>`;
    case 'running':
    case 'undoing':
      return html`<span class="mark busy" aria-hidden="true"><vscode-progress-ring></vscode-progress-ring></span>`;
    case 'done':
      return html`<span class="mark good" aria-hidden="true">${icons.check}</span>`;
    case 'failed':
      return html`<span class="mark bad" aria-hidden="true">${icons.cross}</span>`;
    case 'undone':
      return html`<span class="mark" aria-hidden="true">${icons.back}</span>`;
    case 'notUndone':
      return html`<span class="mark bad" aria-hidden="true">${icons.warning}</span>`;
  }
}
