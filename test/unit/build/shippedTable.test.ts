import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { shippedTable } from '../../../src/build/shippedTable';
import { families } from '../../../src/engine/knowledge/families.generated';
import { Knowledge, tableKeys, type TableName } from '../../../src/engine/knowledge/knowledge';
import { packGuids, unpackGuids } from '../../../src/engine/knowledge/packedGuids';
import { readTable, type Row } from '../../../src/engine/knowledge/table';
import { explain } from '../../../src/engine/explain/explain';
import { knowledge, root } from '../../kit/knowledge';

const names = Object.keys(tableKeys) as TableName[];
const kept = (name: TableName): string =>
  readFileSync(path.join(root, 'src/engine/knowledge/tables', `${name}.tsv`), 'utf8');
const shipped = new Map(names.map((name) => [`${name}.tsv`, shippedTable(name, kept(name), knowledge)]));
const withShipped = new Knowledge(families, (file) => Promise.resolve(shipped.get(file) ?? ''));

/** Texts that ask for a row by each of its keys. */
const askedBy: Readonly<Record<TableName, (row: Row) => string[]>> = {
  codes: ({ hex = '', symbol = '' }) => [`HRESULT: ${hex}`, `${Number(hex)} (${hex})`, `failed with ${symbol}`],
  events: ({ provider = '', eventId = '' }) => [`Source: ${provider}\nEvent ID: ${eventId}\nLevel: Error\n`],
  guids: ({ guid = '' }) => [`CLSID {${guid}}`],
  statuses: ({ code = '' }) => [`HTTP Error ${code}`],
};

describe('the tables as they ship', () => {
  for (const name of names)
    it(`answer like those that are kept: ${name}`, async () => {
      const rows = [...new Set(readTable(kept(name), tableKeys[name]).values())];
      // Of the many GUIDs those that facts know as well, and every tenth.
      const tried = rows.filter(
        ({ guid = '' }, at) => name !== 'guids' || at % 10 === 0 || knowledge.guid(guid).length,
      );
      assert.ok(tried.length > 100);
      for (const text of tried.flatMap(askedBy[name]))
        assert.deepEqual(await explain(text, withShipped), await explain(text, knowledge), text);
    });

  for (const name of names)
    it(`hold the rows as they are kept: ${name}`, () => {
      const whole = readTable(kept(name), tableKeys[name]);
      const rows = readTable(shipped.get(`${name}.tsv`) ?? '', tableKeys[name]);
      for (const [key, row] of rows) assert.deepEqual(row, whole.get(key));
      assert.ok(rows.size > 50 && rows.size <= whole.size);
    });
});

describe('packed GUIDs', () => {
  it('come out as they went in', () => {
    const guids = [
      '00000000-0000-0000-0000-000000000000',
      'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF',
      '01234567-89AB-CDEF-FEDC-BA9876543210',
      ...readTable(kept('guids'), tableKeys.guids).keys(),
    ].filter((guid) => guid.length === 36);
    assert.deepEqual(unpackGuids(packGuids(guids)), guids);
  });

  it('are none where there are none', () => assert.deepEqual(unpackGuids(''), []));
});
