import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { NO_SERVER, type ParameterView } from '../../src/protocol/wizard';
import type { Page } from './page';

/** More suggestions than these hide the field. */
const SUGGESTIONS = 12;

interface Option {
  readonly value: string;
  readonly label: string;
}

interface Choice {
  readonly label: string;
  readonly options: readonly Option[];
  readonly value: string;
  readonly isDisabled: boolean;
  readonly isSearched?: boolean;
  readonly choose: (value: string) => void;
}

const select = ({ label, options, value, isDisabled, isSearched = false, choose }: Choice): TemplateResult =>
  html`<vscode-single-select
    label=${label}
    .combobox=${isSearched}
    .value=${value}
    ?disabled=${isDisabled}
    @change=${(event: Event) => choose((event.target as HTMLElement & { value: string }).value)}
  >
    ${repeat(
      options,
      // The list looks at its options only when one comes or goes.
      (option) => `${option.value}\n${option.label}`,
      (option) => html`<vscode-option value=${option.value}>${option.label}</vscode-option>`,
    )}
  </vscode-single-select>`;

const isLocked = ({ state: { plan, isBusy } }: Page): boolean =>
  isBusy || plan?.phase === 'running' || plan?.phase === 'undoing';

/** What in a list stands for no server: its own values are names of servers. */
const NONE = ' none';
const NOT_YET = ' not yet';

/** Which repair, and on which server. */
export function choices(page: Page): TemplateResult {
  const { remedies, servers, remedy, server } = page.state;
  const remedyOptions = remedies.map(({ id, title }) => ({ value: id, label: title }));
  const serverOptions = [
    ...(server === null ? [{ value: NOT_YET, label: 'Choose…' }] : []),
    ...servers.map(({ name, detail }) => ({ value: name, label: `${name} (${detail})` })),
    { value: NONE, label: 'No server: only read and save' },
  ];
  return html`<div class="choices">
    <div class="field">
      <span class="label" aria-hidden="true">Repair</span>
      ${select({
        label: 'Repair',
        options: remedy ? remedyOptions : [{ value: '', label: 'Choose…' }, ...remedyOptions],
        value: remedy?.id ?? '',
        isDisabled: isLocked(page),
        choose: (chosen) => chosen !== '' && page.ask({ kind: 'chooseRemedy', remedy: chosen }),
      })}
    </div>
    <div class="field">
      <span class="label" aria-hidden="true">Server</span>
      ${select({
        label: 'Server',
        options: serverOptions,
        value: server === null ? NOT_YET : server === NO_SERVER ? NONE : server,
        isDisabled: isLocked(page),
        choose: (chosen) =>
          chosen !== NOT_YET && page.ask({ kind: 'chooseServer', server: chosen === NONE ? NO_SERVER : chosen }),
      })}
    </div>
  </div>`;
}

/** What the remedy asks for. */
export const fields = (page: Page): TemplateResult | typeof nothing =>
  page.state.parameters.length === 0
    ? nothing
    : html`<section class="fields" aria-label="Values">
        ${page.state.parameters.map((parameter) => field(parameter, page))}
      </section>`;

function field(parameter: ParameterView, page: Page): TemplateResult {
  const { label, isRequired, help, fault, kind } = parameter;
  const name = isRequired ? `${label} (needed)` : label;
  return html`<div class=${fault === '' ? 'field' : 'field faulty'}>
    ${kind === 'flag' ? nothing : html`<span class="label" aria-hidden="true">${name}</span>`}
    ${input(parameter, fault === '' ? name : `${name}: ${fault}`, page)}
    ${fault === '' ? nothing : html`<p class="problem">${fault}</p>`}
    ${help === '' ? nothing : html`<p class="quiet">${help}</p>`}
  </div>`;
}

function input(
  { name, label, kind, options, isRequired, ...rest }: ParameterView,
  spoken: string,
  page: Page,
): TemplateResult {
  const value = page.drafts.get(name) ?? rest.value;
  const isDisabled = isLocked(page);
  const set = (chosen: string): void => page.ask({ kind: 'setValues', values: { [name]: chosen } });
  switch (kind) {
    case 'choice':
      return select({
        label: spoken,
        options: [
          ...(value === '' || !isRequired ? [{ value: '', label: isRequired ? 'Choose…' : '(none)' }] : []),
          ...options.map((option) => ({ value: option, label: option })),
        ],
        value,
        isDisabled,
        isSearched: options.length > SUGGESTIONS,
        choose: set,
      });
    case 'flag':
      return html`<vscode-checkbox
        label=${label}
        ?checked=${value === 'yes'}
        ?disabled=${isDisabled}
        @change=${(event: Event) => set((event.target as HTMLElement & { checked: boolean }).checked ? 'yes' : '')}
      ></vscode-checkbox>`;
    case 'text':
      return html`<vscode-textfield
          label=${spoken}
          .value=${value}
          .invalid=${rest.fault !== ''}
          ?disabled=${isDisabled}
          @input=${(event: Event) => page.type(name, (event.target as HTMLElement & { value: string }).value)}
        ></vscode-textfield>
        ${options.length ? suggestions(options, value, set) : nothing}`;
  }
}

const suggestions = (options: readonly string[], value: string, set: (value: string) => void): TemplateResult =>
  html`<p class="suggestions">
    ${options
      .slice(0, SUGGESTIONS)
      .map(
        (option) =>
          html`<button
            class="suggestion"
            aria-pressed=${option === value ? 'true' : 'false'}
            @click=${() => set(option)}
          >
            ${option}
          </button>`,
      )}
  </p>`;
