import type { CodeKind } from '../engine/knowledge/fact';
import type { Knowledge, TableName } from '../engine/knowledge/knowledge';
import { packGuids } from '../engine/knowledge/packedGuids';
import { BY_COLUMN, PACKED } from '../engine/knowledge/table';

type Cells = ReadonlyMap<string, string>;

/** Whether a row is ever looked up: where a curated fact always answers, none is. */
const isReached: Readonly<Record<TableName, (row: Cells, knowledge: Knowledge) => boolean>> = {
  codes: (row, knowledge) => {
    const kind = row.get('kind') as CodeKind;
    const symbol = row.get('symbol') ?? '';
    return !knowledge.code(kind, Number(row.get('hex'))).length || (symbol !== '' && !knowledge.symbol(symbol).length);
  },
  events: (row, knowledge) =>
    knowledge
      .event(row.get('provider') ?? '', Number(row.get('eventId')))
      .every(({ key }) => key.where !== undefined || key.context !== undefined),
  guids: (row, knowledge) => {
    const guid = row.get('guid') ?? '';
    return GUID.test(guid) && knowledge.guid(guid).every(({ key }) => key.onlyInRole === true);
  },
  statuses: () => true,
};

const GUID = /^[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}$/;

/**
 * A table as it ships: by columns, without the rows that nothing ever looks up. `readTable` reads it.
 *
 * @param text the table as it is kept
 * @param knowledge the curated facts before it
 */
export function shippedTable(name: TableName, text: string, knowledge: Knowledge): string {
  const lines = text.split(/\r?\n/).filter((line) => line !== '');
  const sources = lines.filter((line) => line.startsWith('#'));
  const [columns = [], ...rows] = lines.filter((line) => !line.startsWith('#')).map((line) => line.split('\t'));
  const reached = rows.filter((cells) =>
    isReached[name](new Map(columns.map((column, at) => [column, cells[at] ?? ''])), knowledge),
  );
  const written = columns.map((column, at) => {
    const cells = reached.map((row) => row[at] ?? '');
    return column === 'guid' ? `${PACKED}${column}\t${packGuids(cells)}` : [column, ...cells].join('\t');
  });
  return `${[BY_COLUMN, ...sources, ...written].join('\n')}\n`;
}
