import { lines, oneLine, xml, type EventLayout, type SampleEvent } from './sampleEvent';

const MS = Date.UTC(2026, 10, 20, 8, 1, 2) + 345;

const qradar = (e: SampleEvent, gap: string): string =>
  `<13>Nov 20 08:01:02 10.0.0.7 ${[
    'AgentDevice=WindowsLog',
    'AgentLogFile=System',
    `Source=${e.provider}`,
    `Computer=${e.computer}`,
    'OriginatingComputer=10.0.0.7',
    'User=SYSTEM',
    'Domain=',
    `EventID=${e.id}`,
    `EventIDCode=${e.id}`,
    'EventType=2',
    'EventCategory=0',
    `RecordNumber=${e.record}`,
    `TimeGenerated=${MS}`,
    `TimeWritten=${MS}`,
    `Message=${oneLine(e.message)}`,
  ].join(gap)}\n`;

/** The layouts in which events go from one system to another, and those of reports and of views that are copied. */
export const exchangeLayouts: Readonly<Record<string, EventLayout>> = {
  'CEF of ArcSight': {
    write: (e) =>
      `CEF:0|Microsoft|Microsoft Windows||${e.provider}:${e.id}|${oneLine(e.message)}|Low| eventId=${e.record} externalId=${e.id} cat=System rt=${MS} shost=${e.computer} cs2=System cs3=${e.provider} cs3Label=EventSource\n`,
    without: ['level'],
  },
  'CEF of NXLog': {
    write: (e) =>
      `<12>Nov 20 08:01:02 ${e.computer} CEF:0|NXLog|NXLog|3.2|0|-|6|end=${MS} dvchost=${e.computer} Keywords=36028797018963968 SeverityValue=3 Severity=WARNING EventID=${e.id} SourceName=${e.provider} Channel=System Message=${oneLine(e.message)}\n`,
  },
  'LEEF of NXLog': {
    write: (e) =>
      `<12>Nov 20 08:01:02 ${e.computer} LEEF:1.0|NXLog|in|3.2|${e.id}|${['devTime=2026-11-20 08:01:02', `vSrcName=${e.computer}`, 'sev=6', 'EventType=WARNING', `EventID=${e.id}`, `SourceName=${e.provider}`, `Message=${oneLine(e.message)}`].join('\t')}\n`,
  },
  QRadar: { write: (e) => qradar(e, '\t') },
  'QRadar, its tabs escaped': { write: (e) => qradar(e, '\\t') },
  'QRadar, its tabs lost': { write: (e) => qradar(e, ' ') },
  'Splunk, raw in JSON': {
    write: (e) =>
      `${JSON.stringify({ preview: false, result: { _raw: `11/20/2026 08:01:02 AM\nLogName=System\nEventCode=${e.id}\nEventType=3\nComputerName=${e.computer}\nSourceName=${e.provider}\nType=Warning\nRecordNumber=${e.record}\nTimeGenerated=2026-11-20 08:01:02\nMessage=${oneLine(e.message)}`, host: 'WEB01' } })}\n`,
  },
  'Kibana, fields in arrays': {
    write: (e) =>
      `${JSON.stringify({ _index: 'x', fields: { 'event.code': [`${e.id}`], 'winlog.provider_name': [e.provider], 'winlog.computer_name': [e.computer], 'log.level': ['warning'], tags: ['a', 'b'], '@timestamp': ['2026-11-20T08:01:02.345Z'], message: [e.message] } }, null, 2)}\n`,
  },
  'Seq, compact JSON': {
    write: (e) =>
      `${JSON.stringify({ '@t': '2026-11-20T08:01:02.345Z', '@m': e.message, '@l': 'Warning', EventId: e.id, Source: e.provider, Computer: e.computer })}\n`,
  },
  'ConvertTo-Html': {
    before:
      '<html><body>\n<table>\n<colgroup><col/><col/></colgroup>\n<tr><th>TimeCreated</th><th>MachineName</th><th>ProviderName</th><th>Id</th><th>LevelDisplayName</th><th>Message</th></tr>\n',
    write: (e) =>
      `<tr><td>20.11.2026 08:01:02</td><td>${e.computer}</td><td>${e.provider}</td><td>${e.id}</td><td>Warning</td><td>${xml(e.message)}</td></tr>\n`,
    behind: '</table>\n</body></html>\n',
  },
  'a report in HTML of old': {
    before:
      '<TABLE BORDER=1>\r\n <TR><TD><B>Event ID</B>\r\n <TD>Source\r\n <TD>Date\r\n <TD>Type\r\n <TD>Computer\r\n <TD>Description\r\n',
    write: (e) =>
      ` <TR CLASS="odd"><TD ALIGN=right>${e.id}\r\n <TD>${e.source}\r\n <TD>2026-11-20 08:01:02\r\n <TD>Warning\r\n <TD>${e.computer}\r\n <TD>${xml(e.message)}\r\n`,
    behind: '</TABLE>',
  },
  PsLogList: {
    before: 'PsLogList - local and remote event log viewer\r\n\r\nSystem log on \\\\WEB01:\r\n',
    write: (e) =>
      lines(
        `[${e.record}] ${e.source}`,
        '   Type:     WARNING',
        `   Computer: ${e.computer}`,
        `   Time:     20.11.2026 08:01:02   ID:       ${e.id}`,
        '   User:     NT AUTHORITY\\SYSTEM',
        e.message,
      ),
  },
  'Out-GridView, copied rows': {
    write: (e) => `20.11.2026 08:01:02\t${e.provider}\t${e.id}\tWarning\t"${e.message.replaceAll('"', '""')}"\r\n`,
    without: ['computer'],
  },
  'Azure Monitor, exported': {
    before: '"TimeGenerated [UTC]",Source,EventLog,Computer,EventLevel,EventLevelName,EventID,RenderedDescription\r\n',
    write: (e) =>
      `"11/20/2026, 8:01:02.345 AM","${e.provider}",System,"${e.computer}",2,Warning,${e.id},"${e.message.replaceAll('"', '""')}"\r\n`,
  },
};
