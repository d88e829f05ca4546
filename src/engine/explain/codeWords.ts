import type { NonEmpty, CodeKind } from '../knowledge/fact';
import { lineAt } from '../text/lines';
import { CODE_WORDS, ERROR_WORDS } from './codeLabels';
import { isSystemText } from './systemTexts';
import type { WrittenCode } from './writtenCode';

const NUMBER = '(?<number>0x[0-9a-f]{1,6}|\\d{1,5})(?![\\w%]|[.,]\\d|[:/]\\d)';

const VERBS = 'is|was|of|returned|ist|war|est|es|é|è|lautet';

/** What may stand between the word and its number: `error code is '5'`, `Fehlercode: 5`, `erreur système 5`. */
const BETWEEN = [
  '(?<system>\\s{1,3}(?:syst[eè]me|(?:d[ei]l?\\s)?sistema))?',
  `(?<code>[\\s-]{0,3}(?:${CODE_WORDS})['"]?>?)?`,
  '(?:\\(\\))?',
  `(?:\\s{1,4}(?:${VERBS}))?`,
  '(?:\\s{0,4}(?<assign>[:：=]))?',
  '\\s{0,4}[\'"‘“(]?',
].join('');

const ERROR = new RegExp(`(?:${ERROR_WORDS})${BETWEEN}${NUMBER}`, 'gi');

/** Names of Windows' own numbering: `Win32 64`, `sc-win32-status 64`, `WIN32_EXIT_CODE : 1077`. */
const WIN32 = new RegExp(
  `win32(?:[\\s_-]{0,2}(?:status|(?:exit[\\s_])?code))?(?:\\s{1,3}(?:of|is|was))?[\\s:=]{1,8}['"(]?${NUMBER}`,
  'gi',
);

/** What `sc.exe` answers in any language: `[SC] StartService FAILED 1056:`. */
const SC = /\[SC\][^\r\n\d]{1,80}(?<number>\d{1,5})(?=\s?:)/g;

/** What a program ended with; only numbers from 1000 are Windows' own, the small ones are the program's. */
const EXIT = new RegExp(
  `(?:exit|return)(?:ed|s)?(?:\\s{1,3}with)?(?:\\s{1,3}(?:exit|return|status))?\\s{1,3}code(?:\\s{1,3}(?:is|was|of))?[\\s:=]{1,4}['"(]?${NUMBER}`,
  'gi',
);

/** `%%1053`, where an event leaves the text of an error to Windows. */
const INSERTION = /(?<![\w%./\\])%%(?<number>\d{1,5})(?![\w%])/g;

/** Words before "error" that say whose numbering it is. */
const OF_WINDOWS =
  /(?:(?<![A-Za-z_])(?:systeem|system|win32|windows|win|getlast|last)|системная|系统|系統|システム)[\s-]{0,3}$/i;
const OF_OTHERS =
  /(?:https?|sql|sql\s?server|sqlite|mysql|mariadb|ora|oracle|odbc|provider|php|syntax|parse|fatal|compiler?|run-?time|\bon)[\s,:/-]{0,3}$/i;

/** Words behind the number that go on about what happened. */
const THEN = [
  'has|have|occurred|was|is|while|when|from|during|returned|means|and|or|trying|opening|reading|writing|creating',
  "starting|stopping|bei|beim|ist|wurde|aufgetreten|s['’]est|est|lors|al|se|ha|durante|bij|op|ao|ocorreu",
  'при|произошла',
].join('|');

/** What may follow a number that only the word "error" calls a code: the end of the thought, or what happened. */
const AFTER = new RegExp(
  `['"’”)\\]]{0,2}(?:$|[\\r\\n<]|[,;:.!](?=\\D|$)|\\s{1,3}(?:$|[\\r\\n]|[(–—-](?!-)|(?:${THEN})(?!\\w)))`,
  'iy',
);

/** Numbers and states of a data base that follow its own error numbers: `ERROR 1062 (23000)`. */
const SQL_STATE = /\s{0,3}\((?:[0-9A-Z]{5})\)/y;

const WIN32_KINDS: NonEmpty<CodeKind> = ['Win32'];

/** Small numbers that words call an error, in the languages of {@link ERROR_WORDS}; bare numbers are none of ours. */
export function findWordedCodes(text: string): WrittenCode[] {
  const found: WrittenCode[] = [];
  const add = (match: RegExpExecArray, onlyIfKnown: boolean): void => {
    const end = match.index + match[0].length;
    const written = match.groups?.number ?? '';
    const value = Number(written);
    if (value > 0 && value <= 0xffff)
      found.push({ start: end - written.length, end, value, kinds: WIN32_KINDS, onlyIfKnown });
  };
  for (const match of text.matchAll(ERROR)) {
    const sure = certaintyOf(text, match);
    if (sure !== null) add(match, !sure);
  }
  for (const match of text.matchAll(WIN32)) if (isWin32(text, match)) add(match, true);
  for (const match of text.matchAll(SC)) add(match, true);
  for (const match of text.matchAll(EXIT)) if (Number(match.groups?.number) >= 1_000) add(match, true);
  if (text.includes('%%')) for (const match of text.matchAll(INSERTION)) if (isInsertion(text, match)) add(match, true);
  return found;
}

/** `sc-win32-status 64` and `Win32: 64.`, but not `win32: 2 values`. */
function isWin32(text: string, { index, 0: written }: RegExpExecArray): boolean {
  if (/status/i.test(written)) return true;
  if (/[A-Za-z_]/.test(text[index - 1] ?? '')) return false;
  AFTER.lastIndex = index + written.length;
  return /code/i.test(written) || AFTER.test(text);
}

const LETTER = /[A-Za-zÀ-ɏА-яё_]/;

/** `<ErrorCode>` and `<Data Name="ErrorCode">`, but not `<errorcode>` nor the class of a piece of HTML. */
const TAG = /(?:Name=["']|<)\w{0,16}$/i;

/** true: it is one of Windows' own numbers; false: only if we know it; null: it is none. */
function certaintyOf(text: string, match: RegExpExecArray): boolean | null {
  const { number = '', system, code, assign } = match.groups ?? {};
  const end = match.index + match[0].length;
  const before = text.slice(Math.max(0, match.index - 24), match.index);
  if (isOfProgram(text, match) || inNumberedList(text, match)) return null;
  // error2 is a variable; only Chinese and Japanese put no blank between the word and its number.
  if (LETTER.test(text[end - number.length - 1] ?? '')) return null;
  if (system !== undefined || OF_WINDOWS.test(before)) return true;
  if (LETTER.test(before.slice(-1)) || OF_OTHERS.test(before)) return null;
  const value = Number(number);
  // Every program has an error 1, and that of Windows tells nothing.
  if (value === 1) return null;
  if (value >= 400 && value < 600 && !number.startsWith('0x')) return null;
  SQL_STATE.lastIndex = end;
  if (SQL_STATE.test(text)) return null;
  if (code?.endsWith('>')) return TAG.test(before) && !match[0].startsWith('errorc') ? false : null;
  if (code !== undefined) return value < 1_000 && EXIT_BEFORE.test(before) ? null : false;
  if (assign === '=' && number.startsWith('0x')) return null;
  if (number.startsWith('0x')) return false;
  AFTER.lastIndex = end;
  if (!AFTER.test(text) || ofUnix(text, match.index)) return null;
  // Programs write `Error = 5;` and `error:2`; counts are `Warning: 3, Error: 5`.
  if (assign !== undefined && (!/[:：]\s/.test(match[0]) || text[end] === ';' || inSummary(text, match.index, end)))
    return null;
  return value < 30 && inEnumeration(text, match, number) ? null : false;
}

const EXIT_BEFORE = /exit(?:s|ed|ing)?\s{1,3}with\s{1,3}(?:an?\s{1,3})?$/i;

/** `errorCode: 2`, `lastError = 4;` and numbers with zeros before them. */
const isOfProgram = (text: string, { index, 0: written, groups }: RegExpExecArray): boolean =>
  /^0\d/.test(groups?.number ?? '') ||
  written.startsWith('errorCode') ||
  (groups?.assign === '=' && text[index + written.length] === ';');

/** A list behind a colon, one in which "Error" is an item (`1: Error`, `2: Warning`), or one that follows the word. */
function inNumberedList(text: string, { index, 0: written, groups }: RegExpExecArray): boolean {
  const number = groups?.number ?? '';
  const end = index + written.length;
  const mark = /^[.):](?=\s)/.exec(text.slice(end, end + 2))?.[0];
  if (!mark || !written.slice(0, -number.length).includes('\n')) return false;
  if (mark !== ':' || groups?.assign !== undefined) return true;
  return /(?:^|\n)\s{0,24}\d{1,3}:\s{0,24}$/.test(text.slice(Math.max(0, index - 24), index));
}

/** What numbers the errors of a Unix system: make, and the programs that log to syslog there. */
const ofUnix = (text: string, place: number): boolean =>
  /^[^\r\n]{0,60}\*{3} \[|^[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d /.test(text.slice(lineAt(text, place).start, place));

/** `Warning: 3, Error: 5` counts. */
const inSummary = (text: string, start: number, end: number): boolean =>
  /(?:warn|info|success|total|passed|failed|skipped)\w{0,12}\s{0,3}[:=]\s{0,3}\d/i.test(
    text.slice(Math.max(0, start - 60), start) + text.slice(end, end + 60),
  );

/** Whether the same words stand nearby with the number before or behind: a list of errors, numbered by its author. */
function inEnumeration(text: string, match: RegExpExecArray, number: string): boolean {
  const words = match[0].slice(0, -number.length).toLowerCase();
  const around = text.slice(Math.max(0, match.index - 2_000), match.index + 2_000).toLowerCase();
  return [Number(number) - 1, Number(number) + 1].some((next) => {
    const at = around.indexOf(`${words}${next}`);
    return at >= 0 && !/\d/.test(around[at + words.length + `${next}`.length] ?? '');
  });
}

/** Security events use insertions from 1536 for words of their own, and batch files `%%1` for variables. */
function isInsertion(text: string, match: RegExpExecArray): boolean {
  const value = Number(match.groups?.number);
  return value < 1_536 && (value >= 10 || /[:>"']\s{0,4}$/.test(text.slice(Math.max(0, match.index - 5), match.index)));
}

const PARENTHESIS = /\((?<number>0x[0-9a-f]{1,5}|\d{1,5})\)/gi;

/** Numbers in parentheses behind the text that Windows has for them: `Access is denied. (5)`. */
export function findParenthesisedCodes(text: string): WrittenCode[] {
  const found: WrittenCode[] = [];
  for (const { index, 0: written, groups } of text.matchAll(PARENTHESIS)) {
    const value = Number(groups?.number);
    if (!isSystemText(text.slice(Math.max(0, index - 80), index), value)) continue;
    found.push({ start: index + 1, end: index + written.length - 1, value, kinds: WIN32_KINDS, onlyIfKnown: true });
  }
  return found;
}
