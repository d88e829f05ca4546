import { escapeValue } from '../../engine/config/edits';

export type LogName = 'System' | 'Application' | 'Microsoft-Windows-IIS-Configuration/Operational';

/** A kind of event: who writes it where, and in which words. */
export interface EventKind {
  readonly provider: string;
  /** In braces; absent for programs that write without a manifest. */
  readonly guid?: string;
  readonly source?: string;
  readonly id: number;
  readonly qualifiers?: number;
  readonly level: 1 | 2 | 3 | 4;
  readonly log: LogName;
  /** The names of its insertions in their order; absent: they have none. */
  readonly names?: readonly string[];
  /** The message in English; `%1` is the first insertion. */
  readonly message: string;
}

export interface LoggedEvent {
  readonly kind: EventKind;
  /** Milliseconds since 1970, UTC. */
  readonly time: number;
  readonly record: number;
  readonly values: readonly string[];
  /** Hexadecimal digits. */
  readonly binary: string;
  readonly userSid: string;
}

const LEVELS = { 1: 'Critical', 2: 'Error', 3: 'Warning', 4: 'Information' } as const;
/** So many are kept of each log, as a log of limited size does. */
const KEPT = 2_000;

/** The event logs of a simulated machine. */
export class EventLog {
  readonly #computer: string;
  readonly #logs = new Map<LogName, LoggedEvent[]>();
  #record = 41_200;

  constructor(computer: string) {
    this.#computer = computer;
  }

  write(
    kind: EventKind,
    time: number,
    values: readonly (string | number)[] = [],
    { binary = '', userSid = '' }: { readonly binary?: string; readonly userSid?: string } = {},
  ): void {
    const log = this.#logs.get(kind.log) ?? [];
    this.#logs.set(kind.log, log);
    log.push({ kind, time, record: ++this.#record, values: values.map(String), binary, userSid });
    if (log.length > KEPT) log.splice(0, log.length - KEPT);
  }

  /** The events of a log, newest first. */
  read(log: string): readonly LoggedEvent[] {
    const found = [...this.#logs].find(([name]) => name.toLowerCase() === log.toLowerCase());
    return [...(found?.[1] ?? [])].sort((a, b) => b.time - a.time || b.record - a.record);
  }

  /** One event as `wevtutil.exe qe … /f:RenderedXml` prints it. */
  xml({ kind, time, record, values, binary, userSid }: LoggedEvent): string {
    const { provider, guid, source, id, qualifiers, level, log, names } = kind;
    const data = values
      .map((value, i) => `<Data${names?.[i] ? ` Name='${names[i]}'` : ''}>${escapeText(value)}</Data>`)
      .join('');
    const more = binary === '' ? '' : `<Binary>${binary}</Binary>`;
    const marks = `Name='${provider}'${guid ? ` Guid='${guid}'` : ''}${source ? ` EventSourceName='${source}'` : ''}`;
    return [
      `<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider ${marks}/>`,
      `<EventID${qualifiers === undefined ? '' : ` Qualifiers='${qualifiers}'`}>${id}</EventID><Version>0</Version>`,
      `<Level>${level}</Level><Task>0</Task><Opcode>0</Opcode><Keywords>0x80000000000000</Keywords>`,
      `<TimeCreated SystemTime='${timeText(time)}'/><EventRecordID>${record}</EventRecordID><Correlation/>`,
      `<Execution ProcessID='0' ThreadID='0'/><Channel>${log}</Channel><Computer>${this.#computer}</Computer>`,
      userSid === '' ? '<Security/></System>' : `<Security UserID='${userSid}'/></System>`,
      data + more === '' ? '' : `<EventData>${data}${more}</EventData>`,
      `<RenderingInfo Culture='en-US'><Message>${escapeText(messageOf(kind, values))}</Message>`,
      `<Level>${LEVELS[level]}</Level><Task></Task><Opcode></Opcode><Channel></Channel>`,
      `<Provider>${source ?? provider}</Provider><Keywords><Keyword>Classic</Keyword></Keywords></RenderingInfo></Event>`,
    ].join('');
  }
}

/** The message of an event with its insertions. */
export const messageOf = ({ message }: EventKind, values: readonly string[]): string =>
  message.replace(/%(\d{1,2})/g, (_, number: string) => values[Number(number) - 1] ?? '');

/** As Windows writes times: seven digits behind the point. */
const timeText = (time: number): string => new Date(time).toISOString().replace('Z', '0000Z');

const escapeText = (text: string): string => escapeValue(text, '').replace(/>/g, '&gt;').replaceAll('&#10;', '\r\n');
