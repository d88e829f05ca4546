import { instance, lines, named, oneLine, xml, type EventLayout } from './sampleEvent';

/** The layouts of log shippers, agents and people, as they write them. */
export const shipperLayouts: Readonly<Record<string, EventLayout>> = {
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
  OSSEC: {
    write: (e) =>
      `2026 Nov 20 08:01:03 (web) 10.0.0.7->WinEvtLog 2026 Nov 20 08:01:02 WinEvtLog: System: WARNING(${e.id}): ${e.provider}: SYSTEM: NT AUTHORITY: ${e.computer}: ${oneLine(e.message)}\n`,
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
  'agent of CloudWatch': {
    write: (e) => `[System] [Warning] [${e.id}] [${e.provider}] [${e.computer}] [${oneLine(e.message)}]\n`,
    without: ['time'],
  },
  'Kibana, CSV': {
    before:
      '"@timestamp","winlog.provider_name","winlog.event_id","log.level","host.name","winlog.computer_name",message\n',
    write: (e) =>
      `"Nov 20, 2026 @ 08:01:02.345","${e.provider}",${e.id},warning,"${e.computer}","${e.computer}","${e.message.replaceAll('"', '""')}"\n`,
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
