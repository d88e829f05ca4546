import type { Known, Probe } from './probe';
import type { RawProgram } from './reading/raw';

export interface EventsAsked extends Readonly<Record<string, unknown>> {
  /** How far back, in hours. */
  readonly hours: number;
  /** At most so many of each log, newest first. */
  readonly limit: number;
}

/** The events of one log that bear on IIS. */
export interface LogEvents {
  /** `System`, `Application`, `Microsoft-Windows-IIS-Configuration/Operational`. */
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
