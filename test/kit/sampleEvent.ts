/** One event as the event log holds it. */
export interface SampleEvent {
  readonly provider: string;
  /** The name under which the old interface knows the provider. */
  readonly source: string;
  readonly id: number;
  readonly record: number;
  readonly computer: string;
  /** The message with its line ends (CR LF). */
  readonly message: string;
  readonly insertions: readonly string[];
}

const CLSID = '{D63B10C5-BB46-4990-A94F-E40B9D520160}';
const APPID = '{9CA88EE3-ACB7-47C8-AFC4-AB702511C276}';

/** A DCOM event with everything that layouts stumble over: line ends, quotes, back-slashes, commas, GUIDs in braces. */
export const sampleEvent = (record: number): SampleEvent => ({
  provider: 'Microsoft-Windows-DistributedCOM',
  source: 'DCOM',
  id: 10016,
  record,
  computer: 'WEB01.contoso.local',
  message: `The application-specific permission settings do not grant Local Activation permission for the COM Server application with CLSID \r\n${CLSID}\r\n and APPID \r\n${APPID}\r\n to the user CONTOSO\\svc-web SID (S-1-5-21-1-2-3-1105) from address LocalHost (Using LRPC), running in the application container Unavailable SID (Unavailable). This "security permission" can be modified using the Component Services administrative tool.`,
  insertions: [
    'application-specific',
    'Local',
    'Activation',
    CLSID,
    APPID,
    'CONTOSO',
    'svc-web',
    'S-1-5-21-1-2-3-1105',
    'LocalHost (Using LRPC)',
    'Unavailable',
    'Unavailable',
  ],
});

export const xml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
export const csv = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
export const hanging = (message: string, indent: number): string =>
  message.replaceAll('\r\n', `\r\n${' '.repeat(indent)}`);
export const oneLine = (message: string): string => message.replace(/\s+/g, ' ');
export const lines = (...all: string[]): string => all.map((line) => `${line}\r\n`).join('');
export const named = (insertions: readonly string[]): Record<string, string> =>
  Object.fromEntries(insertions.map((value, i) => [`param${i + 1}`, value]));
export const instance = (id: number): number => (0xc0000000 | id) >>> 0;

export const eventXml = (e: SampleEvent, rendered: boolean): string =>
  `<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='${e.provider}' Guid='{1B562E86-B7AA-4131-BADC-B6F3A001407E}' EventSourceName='${e.source}'/><EventID Qualifiers='0'>${e.id}</EventID><Version>0</Version><Level>3</Level><Task>0</Task><Opcode>0</Opcode><Keywords>0x8080000000000000</Keywords><TimeCreated SystemTime='2026-11-20T08:01:02.345678900Z'/><EventRecordID>${e.record}</EventRecordID><Correlation/><Execution ProcessID='1036' ThreadID='10016'/><Channel>System</Channel><Computer>${e.computer}</Computer><Security UserID='S-1-5-18'/></System><EventData>${e.insertions.map((value, i) => `<Data Name='param${i + 1}'>${xml(value)}</Data>`).join('')}</EventData>${rendered ? `<RenderingInfo Culture='en-US'><Message>${xml(e.message)}</Message><Level>Warning</Level><Task></Task><Opcode>Info</Opcode><Channel>System</Channel><Provider>${e.provider}</Provider><Keywords><Keyword>Classic</Keyword></Keywords></RenderingInfo>` : ''}</Event>`;

export const generalText = (e: SampleEvent): string =>
  lines(
    'Log Name:      System',
    `Source:        ${e.provider}`,
    'Date:          11/20/2026 8:01:02 AM',
    `Event ID:      ${e.id}`,
    'Task Category: None',
    'Level:         Warning',
    'Keywords:      Classic',
    'User:          SYSTEM',
    `Computer:      ${e.computer}`,
    'Description:',
    e.message,
  );

/** A layout: what stands before all events, how one is written, what stands between two and behind the last. */
export interface EventLayout {
  readonly before?: string;
  readonly write: (event: SampleEvent) => string;
  readonly between?: string;
  readonly behind?: string;
  /** What the layout does not carry. */
  readonly without?: readonly ('time' | 'level' | 'computer' | 'provider' | 'whole message' | 'own message')[];
}
