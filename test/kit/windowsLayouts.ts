import { csv, eventXml, generalText, hanging, instance, lines, oneLine, xml, type EventLayout } from './sampleEvent';

/** The layouts of Event Viewer, PowerShell and the tools of Windows, as they write them. */
export const windowsLayouts: Readonly<Record<string, EventLayout>> = {
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
  'Event Viewer, copied list, its tabs lost': {
    write: (e) => `* Warning 11/20/2026 8:01:02 AM DistributedCOM ${e.id} None\r\n${e.message}\r\n`,
    between: '\r\n',
    without: ['computer'],
  },
  'Log Parser, CSV': {
    before:
      'EventLog,RecordNumber,TimeGenerated,EventID,EventType,EventTypeName,SourceName,Strings,ComputerName,Message\r\n',
    write: (e) =>
      `System,${e.record},2026-11-20 08:01:02,${e.id},2,Warning,${e.source},${csv(e.insertions.join('|'))},${e.computer},${csv(e.message)}\r\n`,
  },
  'Get-WmiObject Win32_NTLogEvent': {
    write: (e) =>
      lines(
        'Category         : 0',
        `ComputerName     : ${e.computer}`,
        `EventCode        : ${e.id}`,
        `EventIdentifier  : ${instance(e.id)}`,
        'Logfile          : System',
        `Message          : ${hanging(e.message, 19)}`,
        `RecordNumber     : ${e.record}`,
        `SourceName       : ${e.provider}`,
        'TimeGenerated    : 20261120090102.000000+060',
        'Type             : Warning',
      ),
    between: '\r\n',
  },
  'Get-EventLog of a provider that is not installed': {
    write: (e) =>
      lines(
        `EventID            : ${e.id}`,
        `MachineName        : ${e.computer}`,
        'EntryType          : Warning',
        `Message            : The description for Event ID '${e.id}' in Source '${e.source}' cannot be found.  The local computer may not have the necessary registry information or message DLL files to display the message, or you may not have permission to access them.  The following information is part of the event:${e.insertions.map((value) => `'${value}'`).join(', ')}`,
        `Source             : ${e.source}`,
        'TimeGenerated      : 2026-11-20 8:01:02',
      ),
    between: '\r\n',
    without: ['own message'],
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
};
