const two = (value: number): string => String(value % 60).padStart(2, '0');

/** Repeats what a line or record looks like, with changing values, until the text is long enough. */
function generate(length: number, head: string, piece: (i: number) => string): string {
  const pieces = [head];
  for (let size = head.length, i = 0; size < length; i++) {
    const next = piece(i);
    pieces.push(next);
    size += next.length;
  }
  return pieces.join('');
}

const header = (i: number, log: string, source: string, id: number, level: string): string =>
  `Log Name:      ${log}\r\nSource:        ${source}\r\nDate:          11/18/2026 ${1 + (i % 12)}:${two(i)}:${two(i * 7)} AM\r\nEvent ID:      ${id}\r\nTask Category: None\r\nLevel:         ${level}\r\nKeywords:      Classic\r\nUser:          SYSTEM\r\nComputer:      WEB${i % 40}.contoso.example\r\nDescription:\r\n`;

const records: readonly ((i: number) => string)[] = [
  (i) =>
    `${header(i, 'System', 'Microsoft-Windows-DistributedCOM', 10016, 'Warning')}The application-specific permission settings do not grant Local Activation permission for the COM Server application with CLSID \r\n{D63B10C5-BB46-4990-A94F-E40B9D520160}\r\n and APPID \r\n{9CA88EE3-ACB7-47C8-AFC4-AB702511C276}\r\n to the user NT AUTHORITY\\SYSTEM SID (S-1-5-18) from address LocalHost (Using LRPC) running in the application container Unavailable SID (Unavailable). This security permission can be modified using the Component Services administrative tool.\r\n\r\n`,
  (i) =>
    `${header(i, 'System', 'Microsoft-Windows-WAS', 5011, 'Warning')}A process serving application pool 'Shop${i % 50}' suffered a fatal communication error with the Windows Process Activation Service. The process id was '${1000 + (i % 9000)}'. The data field contains the error number.\r\n\r\n`,
  (i) =>
    `${header(i, 'Application', 'MsiInstaller', 1035, 'Information')}Windows Installer reconfigured the product. Product Name: Contoso Agent ${i}. Product Version: 4.${i % 30}.1. Product Language: 1033. Manufacturer: Contoso. Reconfiguration success or error status: 0.\r\n\r\n`,
  (i) =>
    `${header(i, 'Application', 'Application Error', 1000, 'Error')}Faulting application name: w3wp.exe, version: 10.0.17763.1, time stamp: 0x${((i * 2654435761) % 4294967296).toString(16).padStart(8, '0')}\r\nFaulting module name: KERNELBASE.dll, version: 10.0.17763.${i % 4000}, time stamp: 0x5e8c1b1a\r\nException code: 0xe0434352\r\nFault offset: 0x000000000003a839\r\nFaulting process id: 0x${(i % 65536).toString(16)}\r\nReport Id: ${'0123456789abcdef'.repeat(2).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')}\r\n\r\n`,
];

/** Event records as Event Viewer copies them: two kinds with and two without much to say. */
export const eventLog = (length: number): string => generate(length, '', (i) => records[i % records.length]?.(i) ?? '');

/** Event XML as `wevtutil qe /f:xml` prints it, one event a line. */
export const eventXml = (length: number): string =>
  generate(
    length,
    '',
    (i) =>
      `<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='Microsoft-Windows-DistributedCOM' Guid='{1B562E86-B7AA-4131-BADC-B6F3A001407E}' EventSourceName='DCOM'/><EventID Qualifiers='0'>${i % 3 ? 10016 : 10010}</EventID><Version>0</Version><Level>3</Level><Task>0</Task><Opcode>0</Opcode><Keywords>0x8080000000000000</Keywords><TimeCreated SystemTime='2026-11-18T06:${two(i)}:11.123456700Z'/><EventRecordID>${i}</EventRecordID><Correlation/><Execution ProcessID='1004' ThreadID='${i % 9999}'/><Channel>System</Channel><Computer>WEB${i % 40}.contoso.example</Computer><Security UserID='S-1-5-18'/></System><EventData>${
        i % 3
          ? "<Data Name='param1'>application-specific</Data><Data Name='param2'>Local</Data><Data Name='param3'>Activation</Data><Data Name='param4'>{D63B10C5-BB46-4990-A94F-E40B9D520160}</Data><Data Name='param5'>{9CA88EE3-ACB7-47C8-AFC4-AB702511C276}</Data><Data Name='param6'>NT AUTHORITY</Data><Data Name='param7'>SYSTEM</Data><Data Name='param8'>S-1-5-18</Data><Data Name='param9'>LocalHost (Using LRPC)</Data>"
          : "<Data Name='param1'>{B31118B2-1F49-48E5-B6F5-BC21CAEC56FB}</Data>"
      }</EventData></Event>\n`,
  );

const outcomes = ['200 0 0', '200 0 0', '304 0 0', '404 0 2', '500 19 5', '401 2 5', '200 0 0', '503 0 64'];

/** A W3C extended log with the default fields of IIS 10. */
export const requestLog = (length: number): string =>
  generate(
    length,
    '#Software: Microsoft Internet Information Services 10.0\n#Version: 1.0\n#Date: 2026-11-18 00:00:00\n#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) cs(Referer) sc-status sc-substatus sc-win32-status time-taken\n',
    (i) =>
      `2026-11-18 ${two(Math.floor(i / 3600) % 24)}:${two(Math.floor(i / 60))}:${two(i)} 10.1.2.3 GET /shop/page${i % 997}.aspx id=${i} 443 - 10.9.${i % 255}.${(i * 7) % 255} Mozilla/5.0+(Windows+NT+10.0;+Win64;+x64)+AppleWebKit/537.36+(KHTML,+like+Gecko)+Chrome/120.0.0.0+Safari/537.36 https://shop.contoso.example/ ${outcomes[i % outcomes.length]} ${i % 5000}\n`,
  );
