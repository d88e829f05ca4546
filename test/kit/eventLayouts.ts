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

const xml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const csv = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
const hanging = (message: string, indent: number): string => message.replaceAll('\r\n', `\r\n${' '.repeat(indent)}`);
const oneLine = (message: string): string => message.replace(/\s+/g, ' ');
const lines = (...all: string[]): string => all.map((line) => `${line}\r\n`).join('');
const named = (insertions: readonly string[]): Record<string, string> =>
  Object.fromEntries(insertions.map((value, i) => [`param${i + 1}`, value]));
const instance = (id: number): number => (0xc0000000 | id) >>> 0;

const eventXml = (e: SampleEvent, rendered: boolean): string =>
  `<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='${e.provider}' Guid='{1B562E86-B7AA-4131-BADC-B6F3A001407E}' EventSourceName='${e.source}'/><EventID Qualifiers='0'>${e.id}</EventID><Version>0</Version><Level>3</Level><Task>0</Task><Opcode>0</Opcode><Keywords>0x8080000000000000</Keywords><TimeCreated SystemTime='2026-11-20T08:01:02.345678900Z'/><EventRecordID>${e.record}</EventRecordID><Correlation/><Execution ProcessID='1036' ThreadID='10016'/><Channel>System</Channel><Computer>${e.computer}</Computer><Security UserID='S-1-5-18'/></System><EventData>${e.insertions.map((value, i) => `<Data Name='param${i + 1}'>${xml(value)}</Data>`).join('')}</EventData>${rendered ? `<RenderingInfo Culture='en-US'><Message>${xml(e.message)}</Message><Level>Warning</Level><Task></Task><Opcode>Info</Opcode><Channel>System</Channel><Provider>${e.provider}</Provider><Keywords><Keyword>Classic</Keyword></Keywords></RenderingInfo>` : ''}</Event>`;

const generalText = (e: SampleEvent): string =>
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
  readonly without?: readonly ('time' | 'level' | 'computer' | 'provider' | 'whole message')[];
}

/** Every layout in which tools write events, as they write it. */
export const eventLayouts: Readonly<Record<string, EventLayout>> = {
  'Event Viewer, General': { write: generalText, between: '\r\n' },
  'Event Viewer, General with XML': {
    write: (e) => `${generalText(e)}Event Xml:\r\n${eventXml(e, false)}\r\n`,
    between: '\r\n',
  },
  'Event Viewer of Windows 2003': {
    write: (e) =>
      lines(
        'Event Type:\tWarning',
        `Event Source:\t${e.source}`,
        'Event Category:\tNone',
        `Event ID:\t${e.id}`,
        'Date:\t\t11/20/2026',
        'Time:\t\t8:01:02 AM',
        'User:\t\tNT AUTHORITY\\SYSTEM',
        `Computer:\t${e.computer}`,
        'Description:',
        e.message,
        '',
        'For more information, see Help and Support Center at http://go.microsoft.com/fwlink/events.asp.',
      ),
    between: '\r\n',
  },
  'Event Viewer, Details': {
    write: (e) =>
      lines(
        '+ System ',
        '',
        '  - Provider ',
        '',
        `   [ Name]  ${e.provider} `,
        '   [ Guid]  {1B562E86-B7AA-4131-BADC-B6F3A001407E} ',
        `   [ EventSourceName]  ${e.source} `,
        ' ',
        `  - EventID ${e.id} `,
        '',
        '   [ Qualifiers]  0 ',
        ' ',
        '   Version 0 ',
        ' ',
        '   Level 3 ',
        ' ',
        '  - TimeCreated ',
        '',
        '   [ SystemTime]  2026-11-20T08:01:02.345678900Z ',
        ' ',
        `   EventRecordID ${e.record} `,
        ' ',
        '  - Execution ',
        '',
        '   [ ProcessID]  1036 ',
        '   [ ThreadID]  10016 ',
        ' ',
        '   Channel System ',
        ' ',
        `   Computer ${e.computer} `,
        ' ',
        '- EventData ',
        '',
        ...e.insertions.map((value, i) => `  param${i + 1} ${value} `),
      ),
    between: '\r\n',
  },
  'event XML': { write: (e) => eventXml(e, false), between: '\r\n' },
  'event XML in one root, rendered': {
    before: '<?xml version="1.0" encoding="utf-8" standalone="yes"?>\r\n<Events>',
    write: (e) => eventXml(e, true),
    behind: '</Events>\r\n',
  },
  'event XML, escaped': { write: (e) => xml(eventXml(e, false)).replaceAll("'", '&quot;'), between: '\r\n' },
  'Export-Clixml of Get-WinEvent': {
    before: '<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04">\r\n',
    write: (e) =>
      `  <Obj RefId="0">\r\n    <TN RefId="0"><T>System.Diagnostics.Eventing.Reader.EventLogRecord</T><T>System.Object</T></TN>\r\n    <ToString>System.Diagnostics.Eventing.Reader.EventLogRecord</ToString>\r\n    <Props>\r\n      <I32 N="Id">${e.id}</I32>\r\n      <By N="Version">0</By>\r\n      <I32 N="Qualifiers">0</I32>\r\n      <By N="Level">3</By>\r\n      <I64 N="RecordId">${e.record}</I64>\r\n      <S N="ProviderName">${e.provider}</S>\r\n      <G N="ProviderId">1b562e86-b7aa-4131-badc-b6f3a001407e</G>\r\n      <S N="LogName">System</S>\r\n      <S N="MachineName">${e.computer}</S>\r\n      <Obj N="UserId" RefId="1"><Props><S N="Value">S-1-5-18</S></Props></Obj>\r\n      <DT N="TimeCreated">2026-11-20T08:01:02.3456789+00:00</DT>\r\n      <S N="LevelDisplayName">Warning</S>\r\n      <Obj N="Properties" RefId="5"><LST>${e.insertions.map((value) => `<Obj RefId="6"><Props><S N="Value">${xml(value)}</S></Props></Obj>`).join('')}</LST></Obj>\r\n    </Props>\r\n    <MS>\r\n      <S N="Message">${xml(e.message).replaceAll('\r\n', '_x000D__x000A_')}</S>\r\n    </MS>\r\n  </Obj>`,
    between: '\r\n',
    behind: '\r\n</Objs>',
  },
  'Event Viewer, CSV': {
    before: 'Level,Date and Time,Source,Event ID,Task Category\r\n',
    write: (e) => `Warning,11/20/2026 8:01:02 AM,${e.provider},${e.id},None,${csv(e.message)}\r\n`,
    without: ['computer'],
  },
  'Event Viewer, tabs': {
    before: 'Level\tDate and Time\tSource\tEvent ID\tTask Category\r\n',
    write: (e) => `Warning\t11/20/2026 8:01:02 AM\t${e.provider}\t${e.id}\tNone\t${csv(e.message)}\r\n`,
    without: ['computer'],
  },
  'Event Viewer, copied list': {
    write: (e) => `Warning\t11/20/2026 8:01:02 AM\tDistributedCOM\t${e.id}\tNone\r\n${e.message}\r\n`,
    between: '\r\n',
    without: ['computer'],
  },
  'Event Viewer of Windows 2003, CSV': {
    write: (e) =>
      `11/20/2026,8:01:02 AM,${e.source},Warning,None,${e.id},NT AUTHORITY\\SYSTEM,${e.computer},${csv(e.message)}\r\n`,
  },
  'Export-Csv of Get-WinEvent': {
    before:
      '#TYPE System.Diagnostics.Eventing.Reader.EventLogRecord\r\n"Message","Id","Version","Qualifiers","Level","Task","Opcode","Keywords","RecordId","ProviderName","ProviderId","LogName","ProcessId","ThreadId","MachineName","UserId","TimeCreated","ActivityId","RelatedActivityId","ContainerLog","MatchedQueryIds","Bookmark","LevelDisplayName","OpcodeDisplayName","TaskDisplayName","KeywordsDisplayNames","Properties"\r\n',
    write: (e) =>
      `${[e.message, `${e.id}`, '0', '0', '3', '0', '0', '-9187343239835811840', `${e.record}`, e.provider, '1b562e86-b7aa-4131-badc-b6f3a001407e', 'System', '1036', '10016', e.computer, 'S-1-5-18', '11/20/2026 8:01:02 AM', '', '', 'system', 'System.UInt32[]', 'System.Diagnostics.Eventing.Reader.EventBookmark', 'Warning', 'Info', '', 'System.Collections.ObjectModel.ReadOnlyCollection', 'System.Collections.Generic.List'].map(csv).join(',')}\r\n`,
  },
  'Export-Csv of Get-EventLog, semicolons': {
    before:
      '"EventID";"MachineName";"Data";"Index";"Category";"CategoryNumber";"EntryType";"Message";"Source";"ReplacementStrings";"InstanceId";"TimeGenerated";"TimeWritten";"UserName";"Site";"Container"\r\n',
    write: (e) =>
      `${[`${e.id}`, e.computer, 'System.Byte[]', `${e.record}`, '(0)', '0', 'Warning', e.message, e.source, 'System.String[]', `${instance(e.id)}`, '20.11.2026 08:01:02', '20.11.2026 08:01:02', 'NT AUTHORITY\\SYSTEM', '', ''].map(csv).join(';')}\r\n`,
  },
  'Get-WinEvent | Format-List': {
    before: '\r\n\r\n',
    write: (e) =>
      lines(
        'TimeCreated  : 11/20/2026 8:01:02 AM',
        `ProviderName : ${e.provider}`,
        `Id           : ${e.id}`,
        `Message      : ${hanging(e.message, 15)}`,
      ),
    between: '\r\n',
    without: ['level', 'computer'],
  },
  'Get-EventLog | Format-List': {
    before: '\r\n\r\n',
    write: (e) =>
      lines(
        `Index              : ${e.record}`,
        'EntryType          : Warning',
        `InstanceId         : ${instance(e.id)}`,
        `Message            : ${hanging(e.message, 21)}`,
        'Category           : (0)',
        'CategoryNumber     : 0',
        `ReplacementStrings : {${e.insertions.slice(0, 4).join(', ')}...}`,
        `Source             : ${e.source}`,
        'TimeGenerated      : 11/20/2026 8:01:02 AM',
        'TimeWritten        : 11/20/2026 8:01:02 AM',
        'UserName           : NT AUTHORITY\\SYSTEM',
      ),
    between: '\r\n',
    without: ['computer'],
  },
  'Get-WinEvent | Format-Table': {
    before:
      '\r\n\r\n   ProviderName: Microsoft-Windows-DistributedCOM\r\n\r\nTimeCreated                     Id LevelDisplayName Message\r\n-----------                     -- ---------------- -------\r\n',
    write: (e) => `11/20/2026 8:01:02 AM        ${e.id} Warning          ${oneLine(e.message).slice(0, 58)}...\r\n`,
    without: ['computer', 'whole message'],
  },
  'Get-EventLog': {
    before:
      '\r\n   Index Time          EntryType   Source                 InstanceID Message\r\n   ----- ----          ---------   ------                 ---------- -------\r\n',
    write: (e) =>
      `${`${e.record}`.padStart(8)} Nov 20 08:01  Warning     ${e.source.padEnd(22)} ${`${instance(e.id)}`.padStart(10)} ${oneLine(e.message).slice(0, 40)}...\r\n`,
    without: ['time', 'computer', 'whole message'],
  },
  'wevtutil qe /f:text': {
    write: (e) =>
      lines(
        `Event[${e.record}]:`,
        '  Log Name: System',
        `  Source: ${e.provider}`,
        '  Date: 2026-11-20T08:01:02.345',
        `  Event ID: ${e.id}`,
        '  Task: N/A',
        '  Level: Warning',
        '  Opcode: Info',
        '  Keyword: Classic',
        '  User: S-1-5-18',
        '  User Name: NT AUTHORITY\\SYSTEM',
        `  Computer: ${e.computer}`,
        '  Description: ',
        e.message,
      ),
    between: '\r\n',
  },
  Splunk: {
    write: (e) =>
      lines(
        '11/20/2026 08:01:02 AM',
        'LogName=System',
        `EventCode=${e.id}`,
        'EventType=3',
        `ComputerName=${e.computer}`,
        `SourceName=${e.provider}`,
        'Type=Warning',
        `RecordNumber=${e.record}`,
        'Keywords=Classic',
        'TaskCategory=None',
        'OpCode=Info',
        `Message=${e.message}`,
      ),
    between: '\r\n',
  },
  'winlogbeat, JSON lines': {
    write: (e) =>
      `${JSON.stringify({
        '@timestamp': '2026-11-20T08:01:02.345Z',
        event: { code: `${e.id}`, kind: 'event', provider: e.provider },
        host: { name: e.computer },
        log: { level: 'warning' },
        message: e.message.replaceAll('\r\n', '\n'),
        winlog: {
          channel: 'System',
          computer_name: e.computer,
          event_data: named(e.insertions),
          event_id: `${e.id}`,
          provider_guid: '{1B562E86-B7AA-4131-BADC-B6F3A001407E}',
          provider_name: e.provider,
          record_id: e.record,
        },
      })}\n`,
  },
  'NXLog, JSON lines': {
    write: (e) =>
      `${JSON.stringify({ EventTime: '2026-11-20 08:01:02', Hostname: e.computer, Keywords: '36028797018963968', EventType: 'WARNING', SeverityValue: 3, Severity: 'WARNING', EventID: e.id, SourceName: e.provider, ProviderGuid: '{1B562E86-B7AA-4131-BADC-B6F3A001407E}', RecordNumber: e.record, Channel: 'System', Message: e.message, ...named(e.insertions), EventReceivedTime: '2026-11-20 08:01:03', SourceModuleName: 'in' })}\n`,
  },
  'Fluent Bit, JSON lines': {
    write: (e) =>
      `${JSON.stringify({ ProviderName: e.provider, Qualifiers: 0, EventID: e.id, Version: 0, Level: 3, Task: 0, TimeCreated: '2026-11-20 08:01:02 +0000', EventRecordID: e.record, Channel: 'System', Computer: e.computer, Message: e.message, StringInserts: e.insertions })}\n`,
  },
  'Azure Monitor, JSON': {
    before: '{"tables":[{"name":"PrimaryResult","rows":[\n',
    write: (e) =>
      JSON.stringify(
        {
          TimeGenerated: '2026-11-20T08:01:02.345Z',
          Source: e.provider,
          EventLog: 'System',
          Computer: e.computer,
          EventLevel: 3,
          EventLevelName: 'Warning',
          ParameterXml: e.insertions.map((value) => `<Param>${xml(value)}</Param>`).join(''),
          EventID: e.id,
          RenderedDescription: e.message,
        },
        null,
        2,
      ),
    between: ',\n',
    behind: '\n]}]}\n',
  },
  'Graylog, JSON lines': {
    write: (e) =>
      `${JSON.stringify({ version: '1.1', host: 'collector', source: 'collector', short_message: oneLine(e.message).slice(0, 40), full_message: e.message, timestamp: '2026-11-20T08:01:02.345Z', level: 3, _EventID: e.id, _SourceName: e.provider, _Hostname: e.computer })}\n`,
  },
  'evtx_dump, JSON lines': {
    write: (e) =>
      `${JSON.stringify({ Event: { '#attributes': { xmlns: 'http://schemas.microsoft.com/win/2004/08/events/event' }, EventData: named(e.insertions), System: { Channel: 'System', Computer: e.computer, EventID: { '#attributes': { Qualifiers: 0 }, '#text': e.id }, EventRecordID: e.record, Level: 3, Provider: { '#attributes': { EventSourceName: e.source, Guid: '{1B562E86-B7AA-4131-BADC-B6F3A001407E}', Name: e.provider } }, TimeCreated: { '#attributes': { SystemTime: '2026-11-20T08:01:02.345678Z' } } } } })}\n`,
  },
  'ConvertTo-Json of Get-WinEvent': {
    before: '[\r\n',
    write: (e) =>
      JSON.stringify(
        {
          Id: e.id,
          Version: 0,
          Qualifiers: 0,
          Level: 3,
          RecordId: e.record,
          ProviderName: e.provider,
          LogName: 'System',
          MachineName: e.computer,
          UserId: { BinaryLength: 12, Value: 'S-1-5-18' },
          TimeCreated: '/Date(1795161662345)/',
          LevelDisplayName: 'Warning',
          Properties: e.insertions.map((Value) => ({ Value })),
          Message: e.message,
        },
        null,
        4,
      ).replaceAll('/Date', '\\/Date'),
    between: ',\r\n',
    behind: '\r\n]\r\n',
  },
  dcdiag: {
    before: '      Starting test: SystemLog\r\n\r\n',
    write: (e) =>
      lines(
        `         A warning event occurred.  EventID: 0x${instance(e.id).toString(16).toUpperCase()}`,
        '',
        '            Time Generated: 11/20/2026   08:01:02',
        '',
        '            Event String:',
        '',
        `            ${oneLine(e.message)}`,
        '',
      ),
    without: ['computer', 'provider'],
  },
  Snare: {
    write: (e) =>
      `<13>Nov 20 08:01:02 ${e.computer} MSWinEventLog\t1\tSystem\t${e.record}\tFri Nov 20 08:01:02 2026\t${e.id}\t${e.provider}\tNT AUTHORITY\\SYSTEM\tWell Known Group\tWarning\t${e.computer}\tNone\t\t${oneLine(e.message)}\t${e.record}\n`,
  },
  'syslog of RFC 5424': {
    write: (e) =>
      `<12>1 2026-11-20T08:01:02.345Z ${e.computer} ${e.provider} 1036 - [NXLOG@14506 Keywords="36028797018963968" EventType="WARNING" EventID="${e.id}" ProviderGuid="{1B562E86-B7AA-4131-BADC-B6F3A001407E}" Channel="System" ${e.insertions.map((value, i) => `param${i + 1}="${value.replaceAll('\\', '\\\\')}"`).join(' ')}] ${oneLine(e.message)}\n`,
  },
  'syslog of RFC 3164': {
    write: (e) =>
      `<28>Nov 20 08:01:02 ${e.computer} ${e.provider}: ${e.id}: NT AUTHORITY\\SYSTEM: ${oneLine(e.message)}\n`,
    without: ['time', 'level'],
  },
  EventReporter: {
    write: (e) =>
      `<28>Nov 20 08:01:02 gateway EvntSLog: [WRN] Fri Nov 20 08:01:02 2026: ${e.computer}/${e.source} (${e.id}) - "${oneLine(e.message)}"\n`,
  },
  'Markdown table': {
    before: '| Time | Level | Source | Event ID | Computer | Message |\n|---|---|---|---:|---|---|\n',
    write: (e) =>
      `| 2026-11-20 08:01:02 | Warning | ${e.provider} | **${e.id}** | ${e.computer} | ${oneLine(e.message)} |\n`,
  },
  'only messages': {
    write: (e) => `And then this came again: ${oneLine(e.message)} What can we do?\n`,
    between: '\n',
    without: ['time', 'level', 'computer'],
  },
};

/** Some events in one layout. */
export function writeEvents(layout: EventLayout, events: readonly SampleEvent[]): string {
  return `${layout.before ?? ''}${events.map(layout.write).join(layout.between ?? '')}${layout.behind ?? ''}`;
}
