import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Key } from '../../src/engine/knowledge/fact';
import type { TableName } from '../../src/engine/knowledge/knowledge';
import { readTable } from '../../src/engine/knowledge/table';
import { knowledge, root } from '../kit/knowledge';

type Kind = 'guids' | 'statuses' | 'events' | 'codes' | 'sids';

/** How a key of each kind is counted: once for each thing it recognises, however many facts know something of it. */
const thing: Readonly<Record<Kind, (key: Key) => string | null>> = {
  guids: (key) => (key.kind === 'guid' ? key.guid : null),
  statuses: (key) => (key.kind === 'status' ? `${key.status}.${key.substatus ?? ''}` : null),
  events: (key) => (key.kind === 'event' ? `${key.provider}/${key.eventId}` : null),
  codes: (key) => (key.kind === 'code' ? `${key.code}/${key.value}` : null),
  sids: (key) => (key.kind === 'sid' ? key.sid : null),
};

/**
 * The least that has to be known by hand, with its source; only ever raised.
 */
const MINIMA: Readonly<Record<Kind, number>> = { guids: 180, statuses: 120, events: 310, codes: 380, sids: 120 };

const TABLES = { codes: 500, events: 380, guids: 10_000, statuses: 150 } as const satisfies Record<TableName, number>;

const knownByHand = (kind: Kind): number =>
  new Set(knowledge.facts.flatMap(({ keys }) => keys.flatMap((key) => thing[kind](key) ?? []))).size;

/** Rows of a table, each counted once, however many keys find it. */
function rowsOf(table: TableName): number {
  const text = readFileSync(path.join(root, 'src/engine/knowledge/tables', `${table}.tsv`), 'utf8');
  return readTable(text, (row) => [JSON.stringify(row)]).size;
}

describe('what is known', () => {
  for (const kind of Object.keys(MINIMA) as Kind[])
    it(`by hand, ${kind}: ${knownByHand(kind)}`, () => assert.ok(knownByHand(kind) >= MINIMA[kind]));

  for (const [table, least] of Object.entries(TABLES))
    it(`by name, table ${table}: ${rowsOf(table as TableName)} rows`, () =>
      assert.ok(rowsOf(table as TableName) >= least));
});
