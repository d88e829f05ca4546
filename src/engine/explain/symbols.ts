import type { Answer, NonEmpty } from '../knowledge/fact';
import type { Knowledge } from '../knowledge/knowledge';
import type { Range } from '../text/range';
import { isCapital, type Reader } from '../text/scan';
import { answerOfRow } from './codes';

/** The symbolic name of a code as it stands in a text: `STATUS_UNFINISHED_CONTEXT_DELETED`. */
export interface WrittenSymbol extends Range {
  readonly symbol: string;
}

const FAMILIES =
  'ERROR_|STATUS_|E_|RPC_[SEX]_|EPT_S_|SEC_[EI]_|NTE_|CO_E_|RO_E_|REGDB_E_|CLASS_E_|MK_E_|DISP_E_|COMADMIN_E_|CONTEXT_E_|' +
  'XACT_E_|WBEM_E_|DB_E_|DB_SEC_E_|CRYPT_E_|CERT_E_|TRUST_E_|HTTP_E_|CBS_E_|COR_E_|CLR_E_|FUSION_E_|MD_ERROR_|DNS_ERROR_|WSA';
const SHAPE = new RegExp(`(?<![\\w.$%-])(?:${FAMILIES})[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*(?![\\w%-])`, 'y');

/** How symbols begin. */
export const SYMBOL_BEGINNINGS = FAMILIES.split('|');

/** Reads symbolic names of codes. */
export class SymbolReader implements Reader {
  readonly found: WrittenSymbol[] = [];

  read(text: string, at: number): boolean {
    if (!isCapital(text.charCodeAt(at))) return false;
    SHAPE.lastIndex = at;
    if (!SHAPE.test(text)) return false;
    const end = SHAPE.lastIndex;
    this.found.push({ start: at, end, symbol: text.slice(at, end) });
    return true;
  }
}

/** What we know of a code by its name; null for a name that merely looks like one. */
export async function answersForSymbol(
  { symbol }: WrittenSymbol,
  knowledge: Knowledge,
): Promise<NonEmpty<Answer> | null> {
  const [first, ...rest] = knowledge.symbol(symbol).map(({ fact }) => fact);
  if (first) return [first, ...rest];
  const row = await knowledge.row('codes', symbol);
  return row ? [answerOfRow(row)] : null;
}
