import type { Snapshot } from '../../servers/snapshot';
import { unescapeXml } from '../../xml/tree';

/** An event of a server's log, as far as a plan rests on it. */
export interface LoggedEvent {
  readonly eventId: number;
  readonly provider: string;
  /** As the log has it, ISO 8601 in UTC. */
  readonly time: string;
  /** Its insertions in their order. */
  readonly values: readonly string[];
}

/** The events with these numbers of all sources that were read, newest first in each log. */
export function loggedEvents({ events }: Snapshot, ids: readonly number[]): readonly LoggedEvent[] {
  const wanted = new RegExp(`<EventID[^>]{0,60}>\\s*(${ids.join('|')})\\s*</EventID>`);
  return (events?.logs ?? []).flatMap(({ events: found }) =>
    (found.known ? found.value : []).flatMap((xml) => {
      const id = wanted.exec(xml)?.[1];
      return id === undefined ? [] : [eventOf(Number(id), xml)];
    }),
  );
}

const eventOf = (eventId: number, xml: string): LoggedEvent => ({
  eventId,
  provider: unescapeXml(/<Provider\s[^>]{0,40}?Name=["']([^"'<>]{1,200})["']/.exec(xml)?.[1] ?? ''),
  time: /SystemTime=["']([^"'<>]{1,60})["']/.exec(xml)?.[1] ?? '',
  values: [...xml.matchAll(/<Data(?:\s[^>]{0,200})?>([^<]*)<\/Data>/g)].map(([, value = '']) => unescapeXml(value)),
});
