import { exchangeLayouts } from './exchangeLayouts';
import type { EventLayout, SampleEvent } from './sampleEvent';
import { shipperLayouts } from './shipperLayouts';
import { windowsLayouts } from './windowsLayouts';

export { sampleEvent, type EventLayout } from './sampleEvent';

/** Every layout in which tools write events. */
export const eventLayouts: Readonly<Record<string, EventLayout>> = {
  ...windowsLayouts,
  ...shipperLayouts,
  ...exchangeLayouts,
};

/** Some events in one layout. */
export function writeEvents(layout: EventLayout, events: readonly SampleEvent[]): string {
  return `${layout.before ?? ''}${events.map(layout.write).join(layout.between ?? '')}${layout.behind ?? ''}`;
}
