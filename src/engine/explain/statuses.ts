import type { Answer, NonEmpty } from '../knowledge/fact';
import type { Knowledge } from '../knowledge/knowledge';
import { byPlace, rangeFinder, type Range } from '../text/range';
import { answersForRequest, type RequestStatus } from './requestStatus';

/** An HTTP status as it stands in a text. */
export interface WrittenStatus extends Range, RequestStatus {
  /** It stands in a configuration, which says what to answer: nothing went wrong here. */
  readonly configured: boolean;
}

/** What makes a number the name of a file: the error pages of IIS are `401.htm`, `404.aspx`. */
const FILE =
  '\\.(?:[sx]?html?|aspx?|ashx|asmx|cshtml|php|jsp|xml|json|txt|css|js|png|gif|jpe?g|svg|log|config|dll|exe)\\b';

/** A status from 400 on, with or without sub-status, that nothing continues into another number or a file name. */
const END = `(?![\\w%]|[.,:-]\\d|/\\d(?!\\d\\d\\.)|${FILE})`;
const NUMBER = `(?<status>[45]\\d\\d)(?:\\.(?<substatus>\\d{1,4}))?${END}`;
/** The same as IIS 5 shows it, which has a hyphen in some of its pages: `500-13`. */
const PAGE_NUMBER = `(?<status>[45]\\d\\d)(?:\\.(?<substatus>\\d{1,4})|(?<=500)-(?<dashed>1[1-6]|100))?${END}`;

/** What makes a number a measure, an amount or a count. */
const UNIT =
  /^\s?(?:[$€£%°]|(?:[µmn]?s|msecs?|secs?|seconds?|minutes?|hours?|days?|[KMGT]i?B|bytes?|px|pt|EUR|USD|GBP|requests?|connections?|users?|threads?|items?|rows?|lines?|files?|times)\b)/i;

/** The word HTTP with what may stand between it and the status, in the languages that IIS speaks. */
const HTTP = [
  '(?<![\\w./-])HTTP(?:S|/[123](?:\\.\\d)?)?',
  '(?:[ \\t_-]{0,3}(?:status|error|code|response|returned|answer|fehler(?:code)?|fout|fel|feil|fejl|virhe|h\\u00edba|エラー|错误|錯誤|오류|ошибка|hatas\\u0131)){0,4}',
  '["\']?[\\s:=#"\'(\\[\\u2013-]{1,6}',
].join('');

/**
 * Labels that say status; `StatusCode -eq 404` and `status code: 404` included. The search is for that word, and what
 * stands before it is read backwards: a search for the beginning of any word would try every word of a log.
 */
const LABEL =
  'status(?<=(?<![\\w/-])(?<lead>[A-Za-z_-]{0,16})status)(?<behind>(?:[ _-]?code)?)["\']?\\]?\\s{0,3}(?:does not indicate success)?(?:[:=]{1,3}|!=|-eq|-ne|of|is|was)?\\s{0,3}["\'(]{0,2}';

/** "Error" before a status, in the languages of IIS; behind these words of Windows and others it is a number of theirs. */
const ERROR =
  '(?<!(?:system|win32|windows|exit|sql|line)\\s{1,4})(?:\\b(?:error|erreur|errore|erro|fehler|fout|IIS|ANCM)(?:\\s{1,2}code)?|ошибк[аиу])';
const CJK_ERROR = '(?:(?:错误|錯誤)(?:代码|代碼|码|提示)?|エラー(?:コード)?|오류)';

/** What can be a status without the words before it. */
const CANDIDATE = /[45]\d\d(?<!\w\d\d\d)(?![\w%])/g;

/** Those that begin with the number itself are sticky, and are tried at each candidate. */
const PATTERNS: readonly { readonly pattern: RegExp; readonly needs: 'nothing' | 'words' | 'title' }[] = [
  // HTTP Error 500.19, HTTP/1.1 404 Not Found, HTTP-Fehler 503
  { pattern: new RegExp(`${HTTP}${PAGE_NUMBER}`, 'gi'), needs: 'nothing' },
  // statusCode="404.13", status code 500, status 404 7 0
  {
    pattern: new RegExp(
      `${LABEL}(?<place>${NUMBER}(?:[ \\t]{1,3}(?<sub>\\d{1,4})[ \\t]{1,3}(?<win32>\\d{1,10})(?![\\w.,]))?)`,
      'gi',
    ),
    needs: 'words',
  },
  // 403.14 - Forbidden, (500) Internal Server Error
  { pattern: new RegExp(`(?<![\\w.,$€£#]|\\d[:/-])${NUMBER}`, 'y'), needs: 'title' },
  // error 503, IIS 500.19
  {
    pattern: new RegExp(`(?=[45]\\d\\d)(?<=${ERROR}[\\s:#(]{1,3}|${CJK_ERROR}[\\s:\\uFF1A#(]{0,3})${NUMBER}`, 'iy'),
    needs: 'words',
  },
  // 404 error, 503 responses
  {
    pattern: new RegExp(
      `(?<![\\w.,:$€£#/-])${NUMBER}(?=[ -](?:errors?|responses?|error page|fehler)\\b| ?(?:错误|錯誤|エラー|오류))`,
      'iy',
    ),
    needs: 'words',
  },
  // 500.30, where the words around it speak of web servers
  { pattern: new RegExp(`(?<![\\w.,:$€£\\\\#=+-]|(?<!\\d)/)(?=\\d{3}\\.(?![A-Za-z_]))${NUMBER}`, 'y'), needs: 'words' },
];

/** The reason phrases of the statuses, and how error pages and documentation begin them. */
const TITLES: Readonly<Record<string, RegExp>> = {
  400: /^Bad Request/i,
  401: /^(?:Unauthori[sz]ed|Access (?:is )?denied)/i,
  403: /^(?:Forbidden|Access (?:is )?denied)/i,
  404: /^(?:Not Found|File or directory not found)/i,
  405: /^(?:Method Not Allowed|HTTP verb)/i,
  406: /^Not Acceptable/i,
  408: /^Request Time-?out/i,
  411: /^Length Required/i,
  412: /^Precondition Failed/i,
  413: /^(?:Request Entity|Payload|Content|Request) Too Large/i,
  414: /^(?:Request-)?UR[IL] Too Long/i,
  415: /^Unsupported Media Type/i,
  416: /^(?:Requested )?Range Not Satisfiable/i,
  429: /^Too Many Requests/i,
  431: /^Request Header Fields Too Large/i,
  500: /^(?:Internal (?:Server )?Error|Server Error|ANCM|ASP\.NET Core app failed|In-Process|Failed to (?:load|start) ASP\.NET Core)/i,
  501: /^Not Implemented/i,
  502: /^(?:Bad Gateway|Process Failure|ANCM|Web server received an invalid response)/i,
  503: /^(?:Service (?:is )?(?:Temporarily )?Unavailable|The service is unavailable|Server (?:Unavailable|(?:Too )?Busy))/i,
  504: /^Gateway Time-?out/i,
  505: /^HTTP Version Not Supported/i,
};

/** Words that tell that the talk is of requests to a web server. */
const WEB =
  /\b(?:HTTPS?|IIS|ANCM|ASP\.NET|AspNetCore|ASP|browsers?|web ?(?:site|server|page|app|service|\.config)s?|app(?:lication)? ?pools?|requests?|sub-?status|hosting bundle|w3wp|URL|handlers?|reverse proxy|ARR|upload\w*|error page)\b|status ?code/i;
const AROUND = 160;

/** Words before a number that make it a version, an amount or a place. */
const NO_STATUS =
  /(?:\bversions?|\bver\.?|\bv|\bbuild|\brev(?:ision)?|\brelease[sd]?|\btook|\bsize|\bport|\bpage|\bline|\bsection|\bchapter|\bfigure|\bprice[sd]?|\bcosts?|\bid|\bKB|\btable|\bticket|\bissue)\W{0,3}$/i;

/**
 * The HTTP statuses that a text speaks of: on error pages, in messages, in scripts. Versions, sizes, amounts and other
 * numbers of that form are none.
 */
export function findStatuses(text: string): WrittenStatus[] {
  let found: WrittenStatus[] = [];
  const candidates = Array.from(text.matchAll(CANDIDATE), ({ index }) => index);
  for (const { pattern, needs } of PATTERNS) {
    const taken = rangeFinder(found);
    const more: WrittenStatus[] = [];
    for (const match of pattern.sticky ? matchesAt(text, pattern, candidates) : text.matchAll(pattern)) {
      const written = writtenStatus(match, text);
      if (!written || taken(written.start) || taken(written.end - 1)) continue;
      if (hasTitle(text, written) || (needs !== 'title' && isMeant(text, written, match, needs))) more.push(written);
    }
    if (more.length) found = [...found, ...more].sort(byPlace);
  }
  return found;
}

function matchesAt(text: string, pattern: RegExp, places: readonly number[]): RegExpExecArray[] {
  const matches: RegExpExecArray[] = [];
  for (const place of places) {
    pattern.lastIndex = place;
    const match = pattern.exec(text);
    if (match) matches.push(match);
  }
  return matches;
}

/** `statusCode="404" subStatusCode="13"` of a configuration, `sc-status=500 sc-substatus=19 sc-win32-status=5` of a log. */
const PARTS =
  /^["',;]{0,2}\s{0,8}["']?(?:sc[-_]?)?sub[-_]?status(?:Code)?["']?\s?[:=]?\s?["']?(\d{1,4})(?:["',;]{0,2}\s{1,4}["']?sc[-_]?win32[-_]?status["']?\s?[:=]?\s?["']?(\d{1,10}))?(?!\w)/i;

function writtenStatus({ index, 0: whole, groups = {} }: RegExpExecArray, text: string): WrittenStatus | null {
  const { status, substatus, dashed, sub, win32, place } = groups;
  const label = labelOf(groups);
  if (label !== undefined && /sub|exit/i.test(label)) return null;
  const end = index + whole.length;
  const configured = groups.lead === '' && /^statusCode=["']/.test(whole);
  const [, nextSub, nextWin32] = label === undefined ? [] : (PARTS.exec(text.slice(end, end + 80)) ?? []);
  const secondary = substatus ?? dashed ?? sub ?? nextSub;
  const code = win32 ?? nextWin32;
  return {
    start: place === undefined ? index : end - place.length,
    end,
    status: Number(status),
    ...(secondary !== undefined && { substatus: Number(secondary) }),
    ...(code !== undefined && { win32: Number(code) }),
    configured,
  };
}

/** The word that says status, with what belongs to it; undefined where none does. */
const labelOf = ({ lead, behind }: Readonly<Record<string, string | undefined>> = {}): string | undefined =>
  lead === undefined ? undefined : `${lead}status${behind}`.toLowerCase();

function hasTitle(text: string, { end, status }: WrittenStatus): boolean {
  const behind = text.slice(end, end + 60).replace(/^["')\]]{0,2}\s{0,3}[-\u2013\u2014:.,]{0,2}\s{0,3}["'(]?/, '');
  return TITLES[status]?.test(behind) ?? false;
}

/** Whether a number without its reason phrase is a status. */
function isMeant(
  text: string,
  { start, end, win32 }: WrittenStatus,
  { groups }: RegExpExecArray,
  needs: 'nothing' | 'words',
): boolean {
  if (UNIT.test(text.slice(end, end + 16))) return false;
  const label = labelOf(groups);
  if (needs === 'nothing' || (label !== undefined && (label !== 'status' || win32 !== undefined))) return true;
  // Somebody looks it up.
  if (text.length < 2 * (end - start) && text.trim().length === end - start) return true;
  const before = text.slice(Math.max(0, start - AROUND), start);
  const [behind] = text.slice(end, end + AROUND).split(BLANK_LINE);
  return !NO_STATUS.test(before) && WEB.test(`${before.split(BLANK_LINE).at(-1)} ${behind}`);
}

const BLANK_LINE = /\n[ \t\r]*\n/;

/** How much of the text on either side can decide which module a sub-status is of. */
const CONTEXT = 600;

/** What we know of a status; null where it is none that IIS or a module of it sends. */
export async function answersForStatus(
  written: WrittenStatus,
  text: string,
  knowledge: Knowledge,
): Promise<NonEmpty<Answer> | null> {
  const { start, end, configured } = written;
  const context = text.slice(Math.max(0, start - CONTEXT), end + CONTEXT);
  const answers = await answersForRequest(written, context, knowledge);
  if (!answers || !configured) return answers;
  const [{ id, name, meaning, sources }] = answers;
  return [{ id, name, verdict: null, meaning, sources }];
}
