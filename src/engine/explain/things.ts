import type { Knowledge, Known } from '../knowledge/knowledge';
import type { Literals } from '../text/literals';
import { GUID_BEGINNINGS, GuidReader, type WrittenGuid } from '../text/guid';
import { dispatch, scan, type Dispatch, type Reader } from '../text/scan';
import { phraseLiterals, PhraseReader, unquoted, type WrittenPhrase } from './phrases';
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
  const plain = unquoted(text);
  const isQuoted = plain !== text;
  scan(text, table, [guids, isQuoted ? NONE : phrases, reasons, sids, symbols]);
  if (isQuoted) scan(plain, table, [NONE, phrases, NONE, NONE, NONE]);
  return {
    guids: guids.found,
    phrases: phrases.found,
    reasons: reasons.found,
    sids: sids.found,
    symbols: symbols.found,
  };
}

/** Stands for a kind that is not looked for. */
const NONE: Reader = { read: () => false };

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
