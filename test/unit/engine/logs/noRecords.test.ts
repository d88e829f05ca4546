import assert from 'node:assert/strict';
import { explain } from '../../../../src/engine/explain/explain';
import { RecordFinder } from '../../../../src/engine/logs/records';
import { knowledge } from '../../../kit/knowledge';

const finder = new RecordFinder(knowledge.eventTypes);

/** Texts that name events without any having happened. */
const texts: Readonly<Record<string, string>> = {
  'a list of providers': 'Microsoft-Windows-DistributedCOM\nMicrosoft-Windows-WAS\nMicrosoft-Windows-IIS-IISReset\n',
  'a list of ids': 'We monitor events 10010, 10016 and 10028, and the event IDs 5002, 5009 and 5011.',
  'a filter of Event Viewer':
    '<QueryList>\n  <Query Id="0" Path="System">\n    <Select Path="System">*[System[Provider[@Name=\'Microsoft-Windows-DistributedCOM\'] and (EventID=10016 or EventID=10028)]]</Select>\n    <Suppress Path="System">*[System[(EventID=10010)]]</Suppress>\n  </Query>\n</QueryList>',
  'a search of Splunk':
    'index=wineventlog source="WinEventLog:System" EventCode=10016 SourceName=DCOM | stats count by host',
  'a query of Kusto':
    'Event\n| where EventLog == "System" and Source == "DCOM" and EventID == 10016\n| summarize count() by Computer',
  'a query of Log Parser': "SELECT TimeGenerated, Message FROM System WHERE EventID=10016 AND SourceName='DCOM'",
  'a filter of PowerShell':
    "Get-WinEvent -FilterHashtable @{ LogName='System'; ProviderName='Microsoft-Windows-DistributedCOM'; Id=10016 }",
  'a rule of Sigma':
    "title: DCOM\nlogsource:\n    product: windows\n    service: system\ndetection:\n    selection:\n        Provider_Name: 'Microsoft-Windows-DistributedCOM'\n        EventID: 10016\n    condition: selection\nlevel: high\n",
  'a map of a parser':
    'Author: A\nDescription: DCOM permission\nEventId: 10016\nChannel: System\nProvider: Microsoft-Windows-DistributedCOM\nMaps:\n  -\n    Property: UserName\n',
  'a list of articles':
    '- **Event ID 10010** (source: DCOM): a server did not start\n- **Event ID 10016** (source: DCOM): The application-specific permission settings do not grant Local Activation permission for the COM Server application with CLSID {D63B10C5-BB46-4990-A94F-E40B9D520160}\n- **Event ID 10028** (source: DCOM): no answer\n',
  'a table of meanings':
    '| Source | Event ID | Level | Meaning |\n|---|---|---|---|\n| `DCOM` | 10010 | Error | no start |\n| `DCOM` | 10016 | Warning | refused |\n',
  'the same as CSV': 'EventID,Source,Description\n10010,DCOM,no start\n10016,DCOM,refused\n',
  'a map of codes in JSON':
    '[{"eventId":10016,"provider":"Microsoft-Windows-DistributedCOM","level":"Warning","log":"System","description":"refused"}]',
  'facts in JSON, printed':
    '{\n  "provider": "Microsoft-Windows-DistributedCOM",\n  "eventId": 10016,\n  "level": "Error",\n  "log": "System",\n  "title": "refused",\n  "params": ["clsid", "appid"]\n}\n',
  'settings of logs as CLIXML':
    '<Objs Version="1.1.0.1"><Obj RefId="0"><Props><S N="LogName">System</S><I32 N="LogMode">0</I32><Obj N="ProviderNames"><LST><S>DCOM</S><S>WAS</S></LST></Obj><S N="SecurityDescriptor">O:BAG:SYD</S></Props></Obj></Objs>',
  'a manifest of a provider':
    '<instrumentationManifest><provider name="Microsoft-Windows-DistributedCOM" guid="{1B562E86-B7AA-4131-BADC-B6F3A001407E}"><events><event value="10016" symbol="E" level="win:Error"/></events></provider></instrumentationManifest>',
  'a message with placeholders': 'The server %1 did not register with DCOM within the required timeout.',
  'a message with a name for what belongs there':
    'It reads: The server <clsid> did not register with DCOM within the required timeout.',
  'a code comment':
    '# parse DCOM event ID 10028 events\n# Msg: DCOM was unable to communicate with the computer %IP using any of the configured protocols; requested by PID %pid (%app)\n',
  'a summary that counts events':
    'EventId Count Info\n------- ----- ----\n  10016   143 No description\n  10010    38 The server did not register with DCOM within the required timeout.\n',
  'a heading': '## Event ID 10016 of DCOM\n\nThis text explains what the event means and why it is logged so often.\n',
  'a failed request trace':
    '<failedRequest url="http://x/"><Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><System><Provider Name="WWW Server" Guid="{3A2A4E84-4C21-4981-AE10-3FDA0D9B0F83}"/><EventID>0</EventID><TimeCreated SystemTime="2026-11-20T08:01:02.345Z"/></System><EventData><Data Name="ContextId">{00000000-0000-0000-0000-000000000000}</Data></EventData></Event></failedRequest>',
};

describe('a text that only names events', () => {
  for (const [what, text] of Object.entries(texts))
    it(`has no record: ${what}`, async () => {
      assert.deepEqual(finder.find(text).records, []);
      assert.deepEqual((await explain(text, knowledge)).diagnoses, []);
    });

  it('still explains an id that stands beside its source', async () => {
    const about = async (what: string): Promise<string[]> =>
      (await explain(texts[what] ?? '', knowledge)).explanations
        .filter(({ kind }) => kind === 'event')
        .map(({ answers: [first] }) => first.id);
    assert.deepEqual(await about('a table of meanings'), ['dcom-10010', 'dcom-10016']);
    assert.deepEqual(await about('a rule of Sigma'), ['dcom-10016']);
    assert.deepEqual(await about('a list of articles'), ['dcom-10010', 'dcom-10016', 'dcom-10028']);
  });

  it('has records where a table says when, or lists an event twice', () => {
    const found = (text: string): number => finder.find(text).records.length;
    assert.equal(found('| Date | Source | Event ID |\n|---|---|---|\n| 2026-11-20 08:01 | DCOM | 10010 |\n'), 1);
    assert.equal(found('EventID,Source,Message\n10010,DCOM,a\n10010,DCOM,b\n'), 2);
  });
});
