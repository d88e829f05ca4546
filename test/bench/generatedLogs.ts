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

/** The same numbers in each run, without an order that repeats. */
const mixed = (i: number, below: number): number => (Math.imul(i ^ (i >>> 7), 2_654_435_761) >>> 8) % below;
const hex = (i: number, digits: number): string =>
  (Math.imul(i, 2_654_435_761) >>> 0).toString(16).padStart(digits, '0');
const pick = <T>(values: readonly [T, ...T[]], i: number): T => values[mixed(i, values.length)] ?? values[0];

/** A server set up in another language writes other labels; its times have no half of the day. */
function header(
  i: number,
  log: string,
  source: string,
  id: number,
  level: 'Error' | 'Warning' | 'Information',
): string {
  const computer = `WEB${mixed(i + 5, 400)}.contoso.example`;
  if (mixed(i + 11, 5) === 0) {
    const ebene = { Error: 'Fehler', Warning: 'Warnung', Information: 'Informationen' }[level];
    return `Protokollname: ${log}\r\nQuelle:        ${source}\r\nDatum:         ${two(1 + mixed(i, 28))}.11.2026 ${two(i % 24)}:${two(i)}:${two(i * 7)}\r\nEreignis-ID:   ${id}\r\nAufgabenkategorie:Keine\r\nEbene:         ${ebene}\r\nSchl\u00fcsselw\u00f6rter:Klassisch\r\nBenutzer:      SYSTEM\r\nComputer:      ${computer}\r\nBeschreibung:\r\n`;
  }
  return `Log Name:      ${log}\r\nSource:        ${source}\r\nDate:          11/${1 + mixed(i, 28)}/2026 ${1 + (i % 12)}:${two(i)}:${two(i * 7)} ${pick(['AM', 'PM'], i)}\r\nEvent ID:      ${id}\r\nTask Category: None\r\nLevel:         ${level}\r\nKeywords:      Classic\r\nUser:          ${pick(['SYSTEM', 'N/A', 'CONTOSO\\deploy'], i)}\r\nComputer:      ${computer}\r\nDescription:\r\n`;
}

const records: readonly [(i: number) => string, ...((i: number) => string)[]] = [
  (i) =>
    `${header(i, 'System', 'Microsoft-Windows-DistributedCOM', 10016, 'Warning')}The application-specific permission settings do not grant Local Activation permission for the COM Server application with CLSID \r\n{${pick(['D63B10C5-BB46-4990-A94F-E40B9D520160', '2593F8B9-4EAF-457C-B68A-50F6B8EA6B54'], i)}}\r\n and APPID \r\n{${pick(['9CA88EE3-ACB7-47C8-AFC4-AB702511C276', '15C20B67-12E7-4BB6-92BB-7AFF07997402'], i)}}\r\n to the user CONTOSO\\svc${i % 300} SID (S-1-5-21-${i}-97-4711-${1000 + (i % 900)}) from address LocalHost (Using LRPC) running in the application container Unavailable SID (Unavailable). This security permission can be modified using the Component Services administrative tool.\r\n\r\n`,
  (i) =>
    `${header(i, 'System', 'Microsoft-Windows-WAS', 5011, 'Warning')}A process serving application pool 'Shop${i % 50}' suffered a fatal communication error with the Windows Process Activation Service. The process id was '${1000 + (i % 9000)}'. The data field contains the error number.\r\n\r\n`,
  (i) =>
    `${header(i, 'Application', 'MsiInstaller', 1035, 'Information')}Windows Installer reconfigured the product. Product Name: Contoso Agent ${i}. Product Version: 4.${i % 30}.1. Product Language: 1033. Manufacturer: Contoso. Reconfiguration success or error status: 0.\r\n\r\n`,
  (i) =>
    `${header(i, 'Application', 'Application Error', 1000, 'Error')}Faulting application name: w3wp.exe, version: 10.0.17763.1, time stamp: 0x${hex(i, 8)}\r\nFaulting module name: KERNELBASE.dll, version: 10.0.17763.${i % 4000}, time stamp: 0x5e8c1b1a\r\nException code: ${pick(['0xe0434352', '0xc0000005', '0xc0000374'], i)}\r\nFault offset: 0x00000000${hex(i + 1, 8)}\r\nFaulting process id: 0x${(i % 65536).toString(16)}\r\nReport Id: ${hex(i, 8)}-2b3c-4d5e-8f90-0123${hex(i + 2, 8)}\r\n\r\n`,
  (i) =>
    `${header(i, 'System', 'Service Control Manager', 7036, 'Information')}The ${pick(['World Wide Web Publishing Service', 'Windows Update', 'Print Spooler'], i)} service entered the ${pick(['running', 'stopped'], i + 1)} state.\r\n\r\n`,
  (i) =>
    `${header(i, 'Application', `Contoso ${pick(['Backup', 'Monitor', 'Shop'], i)}`, 1 + mixed(i, 900), 'Information')}Job ${i} of ${pick(['night', 'day'], i)} has read ${i * 13} files in ${i % 977} s; the next one begins at ${two(i % 24)}:${two(i)}.\r\n${i % 3 ? '' : `Last error 0x8007${hex(i, 8).slice(4)} in module ${i % 40}.\r\n`}\r\n`,
];

/** Event records as Event Viewer copies them, in no order, in two languages, half of them with much to say. */
export const eventLog = (length: number): string => generate(length, '', (i) => pick(records, i)(i));

/** Event XML as `wevtutil qe /f:xml` prints it, one event a line. */
export const eventXml = (length: number): string =>
  generate(
    length,
    '',
    (i) =>
      `<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='Microsoft-Windows-DistributedCOM' Guid='{1B562E86-B7AA-4131-BADC-B6F3A001407E}' EventSourceName='DCOM'/><EventID Qualifiers='0'>${mixed(i, 3) ? 10016 : 10010}</EventID><Version>0</Version><Level>3</Level><Task>0</Task><Opcode>0</Opcode><Keywords>0x8080000000000000</Keywords><TimeCreated SystemTime='2026-11-18T06:${two(i)}:11.123456700Z'/><EventRecordID>${i}</EventRecordID><Correlation/><Execution ProcessID='1004' ThreadID='${i % 9999}'/><Channel>System</Channel><Computer>WEB${i % 40}.contoso.example</Computer><Security UserID='S-1-5-18'/></System><EventData>${
        mixed(i, 3)
          ? `<Data Name='param1'>application-specific</Data><Data Name='param2'>Local</Data><Data Name='param3'>Activation</Data><Data Name='param4'>{D63B10C5-BB46-4990-A94F-E40B9D520160}</Data><Data Name='param5'>{9CA88EE3-ACB7-47C8-AFC4-AB702511C276}</Data><Data Name='param6'>CONTOSO</Data><Data Name='param7'>svc${i % 300}</Data><Data Name='param8'>S-1-5-21-${i}-97-4711-1001</Data><Data Name='param9'>LocalHost (Using LRPC)</Data>`
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
      `2026-11-18 ${two(Math.floor(i / 3600) % 24)}:${two(Math.floor(i / 60))}:${two(i)} 10.1.2.3 GET /shop/page${i % 997}.aspx id=${i} 443 - 10.9.${i % 255}.${(i * 7) % 255} Mozilla/5.0+(Windows+NT+10.0;+Win64;+x64)+AppleWebKit/537.36+(KHTML,+like+Gecko)+Chrome/120.0.0.0+Safari/537.36 https://shop.contoso.example/ ${outcomes[mixed(i, outcomes.length)]} ${i % 5000}\n`,
  );
