import { escapeValue } from '../../config/edits';
import { program } from '../commands/programs';
import type { Command } from '../plan';

/** Events of the System log: one number of one source, with exactly these values. */
export interface EventFilter {
  readonly provider: string;
  readonly eventId: number;
  /** Insertions by their names, `param4`; compared as they are written, so no value may hold a quote. */
  readonly data: readonly (readonly [name: string, value: string])[];
}

/** As XPath 1.0, the way the event log understands it. */
export function xpathOf({ provider, eventId, data }: EventFilter): string {
  const values = data.map(([name, value]) => `Data[@Name='${name}']='${value}'`).join(' and ');
  const system = `*[System[Provider[@Name='${provider}'] and EventID=${eventId}]]`;
  return values === '' ? system : `${system} and *[EventData[${values}]]`;
}

/** The newest of these events as text. */
export const queryOf = (filter: EventFilter, count = 20): Command =>
  program('wevtutil.exe', ['qe', 'System', `/q:${xpathOf(filter)}`, `/c:${count}`, '/rd:true', '/f:text']);

/** A query that shows the System log without these events, as Event Viewer takes it under "Edit query manually". */
export const suppressingQuery = (filter: EventFilter): string =>
  [
    '<QueryList><Query Id="0" Path="System"><Select Path="System">*</Select>',
    `<Suppress Path="System">${escapeValue(xpathOf(filter))}</Suppress></Query></QueryList>`,
  ].join('');

/** A custom view of Event Viewer with that query, as a file in its folder of views. */
export const viewFile = (name: string, filter: EventFilter): string =>
  [
    '<ViewerConfig><QueryConfig><QueryParams><UserQuery /></QueryParams><QueryNode>',
    `<Name>${escapeValue(name)}</Name><Description>Made by IIS Doctor. The log itself keeps everything.</Description>`,
    `${suppressingQuery(filter)}</QueryNode></QueryConfig></ViewerConfig>`,
  ].join('');
