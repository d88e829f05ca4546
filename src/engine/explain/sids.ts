import type { Answer, NonEmpty } from '../knowledge/fact';
import type { Knowledge } from '../knowledge/knowledge';
import type { Range } from '../text/range';
import type { Reader } from '../text/scan';
import type { ComputedSids } from './computedSids';

/** A security identifier as it stands in a text. */
export interface WrittenSid extends Range {
  /** `S-1-5-18`; one that was cut off ends in `-`. */
  readonly sid: string;
}

/** A SID, possibly cut off or masked behind its first parts: `S-1-5-21-...`, `S-1-5-21-xxxx`. */
const SHAPE =
  /(?<![\w-])S-1-\d{1,14}(?:-\d{1,10}){0,15}(?<cut>-(?=\.{2,}|…|[xX*]{2,}|\s*$|["'})\]])|(?=\.{3}|…))?(?!-?\d)/my;

/** How SIDs begin. */
export const SID_BEGINNINGS = ['S-'];

/** Reads security identifiers. */
export class SidReader implements Reader {
  readonly found: WrittenSid[] = [];

  read(text: string, at: number): boolean {
    SHAPE.lastIndex = at;
    const match = SHAPE.exec(text);
    if (!match) return false;
    const [written] = match;
    this.found.push({
      start: at,
      end: at + written.length,
      sid: match.groups?.cut === '' ? `${written}-` : written,
    });
    return true;
  }
}

/**
 * What we know of a SID; null where not even its beginning is known.
 *
 * @param computed names the pools and services behind the SIDs that are computed from names
 */
export function answersForSid(
  { sid }: WrittenSid,
  knowledge: Knowledge,
  computed: ComputedSids,
): NonEmpty<Answer> | null {
  const [first, ...rest] = knowledge.sid(sid).map(({ fact }) => fact);
  if (!first) return null;
  const account = computed.accountOf(sid);
  return [account === null ? withThisSid(first, sid) : named(first, account), ...rest];
}

/** The account is known: nothing is left to look up. Its name may come from a document. */
function named(answer: Answer, account: string): Answer {
  const name = account.replace(/\p{C}/gu, '');
  const code = name.replaceAll('`', '');
  return { ...answer, name, checks: [`\`icacls.exe\` and the security dialogs take it as \`${code}\`.`] };
}

/** Commands of a fact stand ready to be copied: with the SID of the text, where it is whole. */
function withThisSid(answer: Answer, sid: string): Answer {
  if (sid.endsWith('-') || !answer.checks) return answer;
  return { ...answer, checks: answer.checks.map((check) => check.replace("'the SID'", `'${sid}'`)) };
}
