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
  'WMSVC',
  'sslcert',
  'S-1-5-8[02]-',
  'Windows Process Activation',
  'net(?:1|\\.exe)?[ \\t]{1,20}(?:stop|start)[ \\t]{1,20}"?(?:was|http)\\b',
  '(?:stop|restart)-service(?:[ \\t]{1,9}-\\w{1,20}){0,4}[ \\t]{1,9}["\']?(?:was|http)\\b',
  'synciwam',
  'WebAppPool',
  'WebAdministration',
  'IISAdministration',
  'IISWebApp',
  'inetpub',
  'Event[ _]?ID',
  '<Event[\\s>]',
  '"EventID"',
  '#Fields: ',
  '<failedRequest',
  'HTTP Error [45]\\d\\d',
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
  'Händelse-ID',
  'Hændelses-id',
  'Hendelses-ID',
  'Tapahtumatunnus',
  'Eseményazonosító',
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

/** Markup other than event XML, data other than exported events, and project files of Visual Studio. */
const DATA =
  /^(?:<(?!Events?[\s>])(?!\?xml[^>]*>\s*<Events?[\s>])|[{[]\s*(?:["{[\]}]|$)|(?:---\s+)?%YAML|Microsoft Visual Studio Solution File)/;
const EVENT_FIELDS = /"(?:event_?id|provider_?(?:name|guid|id)|winlog)"/i;

/** Comments that stand before the first line of code. */
const COMMENTS =
  /^(?:\s|\/\*(?:(?!\*\/)[\s\S]){0,4000}\*\/|\/\/[^\n]*\n|--[^\n]*\n|'[^\n]*\n|#(?![!\w])[^\n]*\n|\(\*(?:(?!\*\))[\s\S]){0,4000}\*\))+/;

/** How the first line of source code reads, in the languages in which GUIDs are written down. */
const CODE: readonly RegExp[] = [
  /^#!/,
  /^#\s*(?:include|pragma|define|ifndef|ifdef|import)\b/,
  // C#, Visual Basic, C++
  /^(?:global )?using (?:static |[\w.]+ = )?[\w.]+;/,
  /^using namespace [\w:]+;/,
  /^namespace [\w.:]+\s*[;{]?$/,
  /^Imports [\w.]+$/,
  /^(?:public|internal|sealed|abstract|partial|static) (?:[a-z]+ ){0,3}(?:class|interface|struct|enum)\b/,
  /^\[assembly:|^\[\s*(?:uuid|object|Guid)\(|^MIDL_INTERFACE|^DEFINE_GUID|^EXTERN_C\b/,
  // JavaScript, TypeScript, Python, Java, Go
  /^import (?:static )?[\w.*]+(?: as \w+)?;?$/,
  /^import (?:[\w*{].{0,200} from )?["'{(]/,
  /^from [\w.]+ import\b/,
  /^package [\w.]+;?$/,
  /^(?:export|declare) (?:default |abstract |async )?(?:const|class|function|interface|type|enum|namespace|module|import)\b/,
  /^(?:const|let|var) [\w{}, ]+ ?= ?(?:await )?(?:require|import)\(/,
  /^["']use strict["']/,
  /^[;!(]{0,2}(?:async )?function\b/,
  // Rust, Pascal
  /^(?:pub )?(?:use [\w:]+(?:::|;)|(?:mod|fn) \w+\s*[({;]|extern crate \w+;)/,
  /^(?:unit|program|library) \w+;/,
];

/**
 * Whether a GUID that nobody knows may deserve an answer in this document: in a log, a script or a plain text yes; in
 * source code, a project, a solution, a configuration or data of a program it is that program's own business.
 *
 * @param beginning the first characters of the document, 4 kB are plenty
 */
export function asksForUnknownGuids(beginning: string): boolean {
  const text = beginning.replace(/^\uFEFF?\s*/, '');
  if (DATA.test(text)) return EVENT_FIELDS.test(text);
  const [firstLine = ''] = text.replace(COMMENTS, '').split('\n', 1);
  const line = firstLine.trimEnd();
  return !CODE.some((beginning) => beginning.test(line));
}
