import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { phraseLiterals, PhraseReader, unquoted } from '../../../../src/engine/explain/phrases';
import { reasonBeginnings, ReasonReader } from '../../../../src/engine/explain/reasons';
import { SID_BEGINNINGS, SidReader } from '../../../../src/engine/explain/sids';
import { SYMBOL_BEGINNINGS, SymbolReader } from '../../../../src/engine/explain/symbols';
import { findThings, type WrittenThings } from '../../../../src/engine/explain/things';
import { GUID_BEGINNINGS, GuidReader } from '../../../../src/engine/text/guid';
import { dispatch, scan, type Reader } from '../../../../src/engine/text/scan';
import { corpusFolder, knowledge } from '../../../kit/knowledge';
import { seeded } from '../../../kit/seeded';

const literals = phraseLiterals(knowledge.phrases);
const kinds = [
  GUID_BEGINNINGS,
  literals.beginnings,
  reasonBeginnings(knowledge),
  SID_BEGINNINGS,
  SYMBOL_BEGINNINGS,
] as const;

/** A reader that is asked in every line, however often the line stands there. */
const everywhere = (reader: Reader): Reader => ({
  read(text, at, lineEnd) {
    reader.read(text, at, lineEnd);
    return true;
  },
});

/** The same things without what is remembered of lines. */
function findEverywhere(text: string): WrittenThings {
  const table = dispatch(kinds);
  const nobody: Reader = { read: () => false };
  const [guids, phrases, reasons] = [new GuidReader(), new PhraseReader(literals), new ReasonReader(knowledge)];
  const [sids, symbols] = [new SidReader(), new SymbolReader()];
  scan(text, table, [everywhere(guids), nobody, everywhere(reasons), everywhere(sids), everywhere(symbols)]);
  scan(unquoted(text), table, [nobody, everywhere(phrases), nobody, nobody, nobody]);
  return {
    guids: guids.found,
    phrases: phrases.found,
    reasons: reasons.found,
    sids: sids.found,
    symbols: symbols.found,
  };
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'utf8').slice(0, 100_000));

describe('Things in lines that stand in a text more than once', () => {
  const samples = knowledge.facts.flatMap(({ samples = [], notSamples = [] }) => [...samples, ...notSamples]);
  const corpus = corpusFolder();
  const texts = [...samples, ...(corpus === null ? [] : filesIn(path.join(corpus, 'events')))];

  it('are the same as where every line is read by itself', () => {
    const random = seeded(20_261_125);
    const pick = <T>(all: readonly T[]): T | undefined => all[Math.floor(random() * all.length)];
    for (let n = 0; n < 60; n++) {
      const lines = Array.from({ length: 25 }, () => pick(texts) ?? '').flatMap((text) => text.split('\n'));
      // Every line stands behind and before many others, also torn ones.
      const mixed = Array.from({ length: 2_000 }, () => {
        const line = pick(lines) ?? '';
        return random() < 0.1 ? line.slice(0, Math.floor(random() * line.length)) : line;
      }).join(random() < 0.3 ? '\r\n' : '\n');
      for (const text of [lines.join('\n'), mixed, `${lines.join('\n')}\n${lines.join('\n> ')}`])
        assert.deepEqual(findThings(text, knowledge), findEverywhere(text));
    }
  });

  it('are torn by a line end in one place and by none in the next', () => {
    const text = ['{D63B10C5-BB46-4990-', 'A94F-E40B9D520160}', '{D63B10C5-BB46-4990-', 'nothing', '']
      .join('\n')
      .repeat(3);
    assert.deepEqual(
      findThings(text, knowledge).guids.map(({ guid }) => guid),
      Array.from({ length: 3 }, () => 'D63B10C5-BB46-4990-A94F-E40B9D520160'),
    );
  });
});
