const WORDS = [
  'DistributedCOM',
  'DCOM',
  'W3SVC',
  'IISADMIN',
  'iisreset',
  'w3wp',
  'appcmd',
  'adsutil',
  'inetsrv',
  'inetmgr',
  'system\\.webServer',
  'system\\.applicationHost',
  'applicationHost\\.config',
  'aspNetCore',
  'ASP\\.NET',
  'IIS(?=[\\s-]|$)',
  'AppPool',
  'Application Pool',
  'HTTPERR',
  'Windows Process Activation',
  'net stop (?:was|http)',
  'Event[ _]?ID',
  '<Event[\\s>]',
  '"EventID"',
  '#Fields: ',
  'Microsoft-Windows-',
  'MSWinEventLog',
  'Service Control Manager',
  'ProviderName\\s*:',
  'EventCode',
  'COM Server application',
  'InstanceId',
  'LevelDisplayName',
  'EventRecordID',
  // the event id in the languages of Windows
  'Ereignis-?ID',
  "ID de l['\u2019].v.nement",
  'Id\\. (?:del evento|suceso)',
  'ID evento',
  'Gebeurtenis-id',
  'Identifica..o do evento',
  'Identyfikator zdarzenia',
  'ID události',
  'Olay Kimli',
  'Код события',
  '事件 ?ID',
  'イベント ?ID',
  '이벤트 ?ID',
];

const PATTERN = new RegExp(`(?<![A-Za-z0-9])(?:${WORDS.join('|')})`, 'i');

/**
 * Whether a text of a language that is not ours by itself (XML, JSON, YAML, Markdown …) may hold something for us.
 * Cheap: one pass over what is handed in; hand in the beginning of a large document.
 */
export const concernsIis = (text: string): boolean => PATTERN.test(text);

/**
 * Whether a GUID that nobody knows deserves an answer in this document: in a log or a plain text yes; in a project, a
 * solution, a configuration or data of a program it is that program's own business.
 *
 * @param beginning the first characters of the document, 4 kB are plenty
 */
export const asksForUnknownGuids = (beginning: string): boolean =>
  !/^\s*(?:<(?!Events?[\s>])(?!\?xml[^>]*>\s*<Events?[\s>])|\{\s*"|\[\s*[[{"]|Microsoft Visual Studio Solution File)/.test(
    beginning,
  );
