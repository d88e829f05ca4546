/** What the words before a number call it. */
export type CodeLabel =
  /** A code, without any doubt: `HRESULT:`. */
  | 'code'
  /** Probably a code: `error`, `status`, `failed with`. */
  | 'likely'
  /** Something else: an address, a flag, an identifier. */
  | 'other'
  | null;

/** "Error" in the languages of Windows that we read. */
export const ERROR_WORDS = 'err(?:ore?|eur|o)|fehler|fout|ошибк(?:[аиуе]|ой)|错误|錯誤|エラー';

/** "Code", "number" and the like, as it follows one of {@link ERROR_WORDS}. */
export const CODE_WORDS = 'codes?|numbers?|nummer|num[eé]ro|コード|代码|代碼|码|碼';

const VERBS = '(?:is|was|of|returned|occurred|ist|war|est|es|é|è|lautet)';
const JOINTS = `(?:[\\s_-]{0,3}(?:${CODE_WORDS}))?(?:\\s{1,4}${VERBS})?[\\s:：=#]{0,6}[^\\w\\s]{0,2}$`;

const CODE =
  /(?:hresult|\bhr|\bscode|ntstatus|win32[ -]?(?:error|status))(?:\s{1,4}(?:is|was|of))?[\s:=]{0,6}[^\w\s]{0,2}$/i;
/** Where crash reports have the code of the exception: `P8: c0000409`, `Sig[7].Value=c0000409` below its name. */
const CRASH_REPORT = '\\bP[78](?=\\s?:)|exception\\scode[\\s>]{1,4}Sig\\[\\d{1,2}\\]\\.Value';
const LIKELY = new RegExp(
  `(?<!_)(?:${ERROR_WORDS}|asp\\s\\d{4}|${CRASH_REPORT}|code|status|result|(?:failed|ended|exited)\\s{1,4}with|returned|fail(?:ed|ure)|exception|substatus)${JOINTS}`,
  'i',
);
const OTHER = new RegExp(
  '(?:\\b(?:address|base|thread|process|pid|tid|keywords?|size|length|flags?|masks?|handle|version|opcode|pointer|ptr|at|ip|' +
    'colou?r|hash|crc|checksum|attributes?|access(?:es)?|rights|options|style|seed|bucket|lcid|offset|' +
    '[re](?:[a-d]x|[sd]i|[sbi]p)|lr|pc|iar)|' +
    // A reason code says why a machine was shut down.
    '(?:reason[\\s_-]?code|time\\s?stamp|offset|imagebase|baseaddress|(?:thread|process|log-?on|event|record|instance|task|bucket|session)[\\s_-]?id))' +
    '[^\\w.]{0,8}$',
  'i',
);

/** How far before a number its label is looked for. */
const REACH = 40;

/** What the words directly before a place call the number that stands there. */
export function labelBefore(text: string, place: number): CodeLabel {
  const before = text.slice(Math.max(0, place - REACH), place);
  if (OTHER.test(before)) return 'other';
  if (CODE.test(before)) return 'code';
  return LIKELY.test(before) ? 'likely' : null;
}
