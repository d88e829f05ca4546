import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { explain } from '../../src/engine/explain/explain';
import type { Fact } from '../../src/engine/knowledge/fact';
import { HOVER_LIMIT, hoverMarkdown } from '../../src/engine/render/hover';
import { knowledge, root } from '../kit/knowledge';

const LIMITS = { name: 60, verdictText: 40, meaning: 260, fix: 200 } as const;
const FIRST_ITEM_LIMIT = 160;

async function factIdsIn(text: string): Promise<Set<string>> {
  const { explanations, diagnoses } = await explain(text, knowledge);
  return new Set([...explanations, ...diagnoses].map(({ answers: [first] }) => first.id));
}

/** Everything a fact says, as one list of sentences. */
const sentencesOf = (fact: Fact): string[] => [
  fact.name,
  fact.meaning,
  fact.fix ?? '',
  ...(fact.causes ?? []),
  ...(fact.checks ?? []),
  ...(fact.steps ?? []),
  ...(fact.doNot ?? []),
  ...(fact.more ?? []),
  ...fact.sources.map(({ says }) => says),
];

describe('the facts', () => {
  it('have ids of their own', () => {
    const ids = knowledge.facts.map(({ id }) => id);
    assert.deepEqual(
      ids.filter((id, i) => ids.indexOf(id) !== i),
      [],
    );
  });

  for (const fact of knowledge.facts)
    describe(fact.id, () => {
      it('is written within the limits', () => {
        assert.match(fact.id, /^[a-z0-9]+(-[a-z0-9]+)*$/);
        for (const [field, limit] of Object.entries(LIMITS))
          assert.ok((fact[field as keyof typeof LIMITS] ?? '').length <= limit, `${field} is over ${limit}`);
        for (const items of [fact.checks, fact.doNot])
          assert.ok((items?.[0] ?? '').length <= FIRST_ITEM_LIMIT, `a first item is over ${FIRST_ITEM_LIMIT}`);
        for (const sentence of sentencesOf(fact)) assert.equal((sentence.match(/`/g)?.length ?? 0) % 2, 0, sentence);
      });

      it('says all of it in its hover', () => {
        const hover = hoverMarkdown({ start: 0, end: 0, text: '', kind: 'name', answers: [fact] });
        assert.ok(hover.length <= HOVER_LIMIT);
        assert.ok(hover.includes('**Known from:**'), `the hover has no room for all lines`);
      });

      it('says what to do where something is wrong', () => {
        if (fact.verdict === 'act') assert.ok(fact.fix, 'needs action, but names no fix');
        if (fact.verdict === 'look') assert.ok(fact.checks?.length, 'look closer, but at what');
      });

      it('names a source, with the claim and the day it was read', () => {
        for (const source of fact.sources) {
          assert.match(source.read, /^20\d\d-[01]\d-[0-3]\d$/);
          assert.ok(source.document.length > 3 && source.says.length > 10);
          if (source.url) assert.match(source.url, /^https:\/\/[^\s]+$/);
        }
      });

      for (const sample of fact.samples)
        it(`is recognised in: ${sample.slice(0, 60)}`, async () => assert.ok((await factIdsIn(sample)).has(fact.id)));
      for (const sample of fact.notSamples)
        it(`is silent in: ${sample.slice(0, 60)}`, async () => assert.ok(!(await factIdsIn(sample)).has(fact.id)));
    });
});

describe('what is recognised', () => {
  it('has no two facts for the same thing under the same conditions', () => {
    const keys = knowledge.facts.flatMap(({ keys }) =>
      keys.map((key) => JSON.stringify(key, (_, value: unknown) => (value instanceof RegExp ? value.source : value))),
    );
    assert.deepEqual(
      keys.filter((key, i) => keys.indexOf(key) !== i),
      [],
    );
  });

  it('names only providers and parameters that are declared', () => {
    for (const fact of knowledge.facts)
      for (const key of fact.keys) {
        if (key.kind !== 'event') continue;
        assert.equal(knowledge.provider(key.provider)?.name, key.provider, `${fact.id}: ${key.provider}`);
        const parameters = knowledge.eventType(key.provider, key.eventId)?.parameters ?? [];
        for (const name of Object.keys(key.where ?? {})) assert.ok(parameters.includes(name), `${fact.id}: ${name}`);
      }
  });

  it('names the providers of the table of events as the families do', () => {
    const table = readFileSync(path.join(root, 'src/engine/knowledge/tables/events.tsv'), 'utf8');
    for (const [provider = ''] of table.split('\n').map((row) => row.split('\t'))) {
      const known = knowledge.provider(provider);
      if (known) assert.equal(provider, known.name, 'a row is found by the name that its provider has with us');
    }
  });

  it('gives every message only parameters of its event', () => {
    for (const { eventId, message, parameters } of knowledge.eventTypes)
      for (const [, name = ''] of message?.source.matchAll(/\(\?<([A-Za-z]\w*)>/g) ?? [])
        assert.ok(parameters.includes(name), `${eventId}: ${name}`);
  });

  it('gives phrases sticky patterns and lower-case anchors', () => {
    for (const { fact, key } of knowledge.phrases) {
      assert.match(key.pattern.flags, /^i?y$/, fact.id);
      for (const anchor of key.anchors) assert.equal(anchor, anchor.toLowerCase(), fact.id);
    }
  });

  it('takes no pattern long on its worst case', () => {
    const worst = [' ', '\t', 'a', '{', '-', '"', '\\', 'A ', '0', 'net stop ', 'iisreset /', 'SID ('].map((piece) =>
      piece.repeat(20_000),
    );
    const patterns = [
      ...knowledge.phrases.map(({ key }) => [key.pattern, key.anchors[0]] as const),
      ...knowledge.eventTypes.flatMap(({ message, anchor }) => (message ? [[message, anchor ?? ''] as const] : [])),
    ];
    for (const [pattern, beginning] of patterns)
      for (const tail of worst) {
        pattern.lastIndex = 0;
        const started = performance.now();
        pattern.test(`${beginning} ${tail}`);
        assert.ok(performance.now() - started < 1_000, `${pattern.source} on ${JSON.stringify(tail.slice(0, 8))}`);
      }
  });
});
