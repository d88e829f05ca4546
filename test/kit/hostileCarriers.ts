/** What would do harm if it were rendered, printed or shown as it stands. */
export const payloads: readonly string[] = [
  '[EVIL](command:evil)',
  '![EVIL](https://evil.example/x.png)',
  '<img src=x onerror=alert(1)>',
  '<a href="https://evil.example">EVIL</a>',
  '<!-- EVIL',
  '<https://evil.example>',
  'https://evil.example/a',
  'www.evil.example',
  'evil@evil.example',
  'file://evil.example/share',
  '` [EVIL](command:evil) `',
  '``` [EVIL](command:evil) ~~~',
  '**EVIL** | a | b |',
  '\u001b[31m\u001b]8;;https://evil.example\u0007EVIL\u009b31m',
  '\u202EEVIL\u2066\u200B\u2028\u0000',
  '\uD800e\u0301\u0301\u0301\uDC00',
  '$(alert) &lt;b&gt; &#60;b>',
  '\\[EVIL\\](command:evil)',
];

const CLSID = '{D63B10C5-BB46-4990-A94F-E40B9D520160}';
const FIELDS =
  '#Fields: date time cs-method cs-uri-stem cs-username sc-status sc-substatus sc-win32-status time-taken\n';
const ERRORS =
  '#Fields: date time c-ip c-port s-ip s-port cs-version cs-method cs-uri sc-status s-siteid s-reason s-queuename\n';
const xml = (text: string): string => text.replace(/[&<"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const copied = (source: string, id: number, message: string, computer = 'WEB01'): string =>
  `Log Name: System\nSource: ${source}\nEvent ID: ${id}\nComputer: ${computer}\nDescription:\n${message}\n`;
const eventXml = (provider: string, id: string, data: string): string =>
  `<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><System><Provider Name="${provider}"/><EventID>${id}</EventID><TimeCreated SystemTime="2026-11-20T08:01:02Z"/><Computer>${data}</Computer></System><EventData><Data Name="param1">${data}</Data><Data Name="param2">Local</Data><Data>${data}</Data></EventData></Event>`;

/** Each place of a document from which a text may get into what we show. */
export const carriers: Readonly<Record<string, (payload: string) => string>> = {
  'the text itself': (payload) => payload,
  'the name of an unknown provider': (payload) => copied(payload, 10016, 'x'),
  'the name behind a known provider': (payload) =>
    copied(`Microsoft-Windows-DistributedCOM ${payload}`, 10016, payload),
  'the user, SID and address of a refusal': (payload) =>
    copied(
      'Microsoft-Windows-DistributedCOM',
      10016,
      `The application-specific permission settings do not grant Local Activation permission for the COM Server application with CLSID ${CLSID} and APPID ${payload} to the user ${payload} SID (${payload}) from address ${payload} (Using LRPC).`,
    ),
  'the computer and program of a call': (payload) =>
    copied(
      'Microsoft-Windows-DistributedCOM',
      10028,
      `DCOM was unable to communicate with the computer ${payload.replace(/\s/g, '')} using any of the configured protocols; requested by PID 1234 (${payload}), while activating CLSID ${CLSID}.`,
      payload,
    ),
  'the name of a pool': (payload) =>
    copied(
      'Microsoft-Windows-WAS',
      5002,
      `Application pool '${payload}' is being automatically disabled due to a series of failures in the process(es) serving that application pool.`,
    ) + `IIS APPPOOL\\${payload} S-1-5-82-1-2-3-4-5\n`,
  'a failed program': (payload) =>
    copied(
      'Application Error',
      1000,
      `Faulting application name: ${payload}, version: 1.0\nFaulting module name: ${payload}, version: ${payload}\nException code: 0xe0434352`,
    ),
  'event XML': (payload) => eventXml('DCOM', '10016', xml(payload)) + eventXml(xml(payload), '5', xml(payload)),
  'event XML as it must not be written': (payload) =>
    eventXml('DCOM', '10016', payload) + eventXml(payload, payload, payload),
  'records in JSON': (payload) =>
    JSON.stringify([
      { Id: 10016, ProviderName: 'DCOM', Message: payload, MachineName: payload, TimeCreated: payload },
      { Id: 7, ProviderName: payload, LevelDisplayName: payload, Message: payload },
    ]),
  'a table': (payload) =>
    `Level,Date and Time,Source,Event ID,Task Category\nError,${payload},DCOM,10016,${payload}\nError,1/1/2026 1:1:1,${payload},10016,None,"${payload}"\n`,
  'a table of Markdown': (payload) =>
    `| Event ID | Source | Message |\n|---|---|---|\n| 10016 | DCOM | ${payload} |\n| 5 | ${payload} | x |\n`,
  syslog: (payload) =>
    `Nov 20 08:01:02 ${payload} MSWinEventLog\t1\tSystem\t5\tFri Nov 20 08:01:02 2026\t10016\tDCOM\t${payload}\tN/A\tError\t${payload}\tNone\t\t${payload}\t5\n`,
  'rows of requests': (payload) =>
    `${FIELDS}2026-11-20 08:01:02 GET /${payload.replace(/ /g, '+')} ${payload.replace(/ /g, '+')} 500 19 5 99\n2026-11-20 08:01:02 GET /x - 500 ${payload.replace(/ /g, '+')} 5 99\n`,
  'rows of HTTP.sys': (payload) =>
    `${ERRORS}2026-11-20 08:01:02 ::1 1 ::1 80 HTTP/1.1 GET /${payload.replace(/ /g, '+')} 503 1 ${payload.replace(/ /g, '+')} ${payload.replace(/ /g, '+')}\n2026-11-20 08:01:02 ::1 1 ::1 80 HTTP/1.1 GET / 503 1 AppOffline ${payload.replace(/ /g, '+')}\n`,
  'names of fields': (payload) =>
    `#Software: ${payload}\n#Fields: date time ${payload} sc-status\n2026-11-20 08:01:02 x 500\n`,
  'the trace of a failed request': (payload) =>
    `<failedRequest url="${xml(payload)}" siteId="1" appPoolId="${xml(payload)}" verb="${xml(payload)}" statusCode="500.19" failureReason="STATUS_CODE"><Event><System><EventID>0</EventID></System><EventData><Data Name="ModuleName">${xml(payload)}</Data><Data Name="HttpStatus">500</Data><Data Name="HttpSubStatus">19</Data><Data Name="HttpReason">${xml(payload)}</Data><Data Name="ErrorCode">2147942405</Data><Data Name="ConfigExceptionInfo">${xml(payload)}</Data></EventData></Event></failedRequest>`,
  'words around GUIDs': (payload) =>
    `CLSID ${CLSID} ${payload}\n{00000000-1111-2222-3333-444444444444} ${payload}\nAppID ${payload}: {00000000-1111-2222-3333-444444444445}\n"${payload}"="${CLSID}"\n`,
  'words around codes': (payload) =>
    `${payload} error 0x80070005 ${payload}\nHTTP Error 500.19 - ${payload}\nstatus 404.${payload}\nERROR_${payload}\nnet stop ${payload}\n`,
  'names and labels': (payload) =>
    `Computer: ${payload}\nUser: CONTOSO\\${payload}\nhttp://${payload}/\n\\\\${payload}\\share DCOM 10016\n`,
  'a message that is not installed': (payload) =>
    `The description for Event ID 10016 from source ${payload} cannot be found. The following information was included with the event:\n${payload}\n`,
};
