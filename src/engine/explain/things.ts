import type { Knowledge, Known } from '../knowledge/knowledge';
import type { Literals } from '../text/literals';
import { GUID_BEGINNINGS, GuidReader, type WrittenGuid } from '../text/guid';
import { dispatch, scan, type Dispatch } from '../text/scan';
import { phraseLiterals, PhraseReader, type WrittenPhrase } from './phrases';
import { reasonBeginnings, ReasonReader, type WrittenReason } from './reasons';
import { SID_BEGINNINGS, SidReader, type WrittenSid } from './sids';
import { SYMBOL_BEGINNINGS, SymbolReader, type WrittenSymbol } from './symbols';

/** Things that are recognised by how they begin, each kind in order of place. */
export interface WrittenThings {
  readonly guids: readonly WrittenGuid[];
  readonly phrases: readonly WrittenPhrase[];
  readonly reasons: readonly WrittenReason[];
  readonly sids: readonly WrittenSid[];
  readonly symbols: readonly WrittenSymbol[];
}

/** Finds all things of these kinds in one pass over a text. */
export function findThings(text: string, knowledge: Knowledge): WrittenThings {
  const { table, literals } = beginningsOf(knowledge);
  const guids = new GuidReader();
  const phrases = new PhraseReader(literals);
  const reasons = new ReasonReader(knowledge);
  const sids = new SidReader();
  const symbols = new SymbolReader();
  scan(text, table, [guids, phrases, reasons, sids, symbols]);
  return {
    guids: guids.found,
    phrases: phrases.found,
    reasons: reasons.found,
    sids: sids.found,
    symbols: symbols.found,
  };
}

interface KnownBeginnings {
  readonly table: Dispatch;
  readonly literals: Literals<Known<'phrase'>>;
}

/** How all these things begin, gathered once for each knowledge base. */
const beginnings = new WeakMap<Knowledge, KnownBeginnings>();

function beginningsOf(knowledge: Knowledge): KnownBeginnings {
  const known = beginnings.get(knowledge);
  if (known) return known;
  const literals = phraseLiterals(knowledge.phrases);
  const table = dispatch([
    GUID_BEGINNINGS,
    literals.beginnings,
    reasonBeginnings(knowledge),
    SID_BEGINNINGS,
    SYMBOL_BEGINNINGS,
  ]);
  const made = { table, literals };
  beginnings.set(knowledge, made);
  return made;
}
