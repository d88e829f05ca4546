import type { Known, Probe } from './probe';
import { program } from './reading/failures';
import type { RawProgram } from './reading/raw';
import { fields, list, text } from './reading/shape';
import { queriedEvents } from './reading/wevtutil';

export interface EventsAsked extends Readonly<Record<string, unknown>> {
  /** How far back, in hours. */
  readonly hours: number;
  /** At most so many of each log, newest first. */
  readonly limit: number;
}

/** The events of one log that bear on IIS. */
export interface LogEvents {
  /** `System`, `Application`, `Microsoft-Windows-IIS-Configuration/Administrative` and `…/Operational`. */
  readonly log: string;
  /**
   * Event XML, each event whole, newest first, one after the other: the engine explains it as any pasted log. Forbidden
   * characters are gone.
   */
  readonly events: Known<readonly string[]>;
}
export interface Events {
  readonly logs: readonly LogEvents[];
}
/** What `events.ps1` gives. */
export interface RawEvents {
  readonly logs: readonly {
    readonly log: string;
    /** `wevtutil.exe qe <log> /q:… /f:RenderedXml /rd:true /c:<limit> /uni:true`: `<Event …>…</Event>` one after the other. */
    readonly output: RawProgram;
  }[];
}
export type EventsProbe = Probe<EventsAsked, Events>;

const probe: EventsProbe = {
  id: 'events',
  reads: 'reading the events',
  read: (data) => ({
    logs: list(fields(data, 'data')('logs'), 'logs', (value, where) => {
      const own = fields(value, where);
      return {
        log: text(own('log'), `${where}.log`),
        events: program(own('output'), `${where}.output`, queriedEvents),
      };
    }),
  }),
};
export default probe;
