import { unpackGuids } from './packedGuids';

/** A row of a bulk table, its cells by column name. */
export type Row = Readonly<Record<string, string>>;

/** The first line of a table whose other lines are its columns: equal things stand together, so that it packs well. */
export const BY_COLUMN = '#columns';

/** Begins the name of a column whose cells are packed GUIDs without anything between them. */
export const PACKED = '*';

/**
 * Reads a table, as it is kept or as it ships. As it is kept, it is tab-separated text: lines `#<number>` name the
 * sources that the column `source` refers to by number; the first other line names the columns. As it ships, it begins
 * with {@link BY_COLUMN}, and each of its other lines is a column: its name, then its cells.
 *
 * @returns the rows by their keys, the first of several with the same key; a row's `source` is the source's text
 */
export function readTable(text: string, keysOf: (row: Row) => readonly string[]): ReadonlyMap<string, Row> {
  const sources = new Map<string, string>();
  const lines: string[] = [];
  for (const line of text.split(/\r?\n/)) {
    const [number = '', source = ''] = line.startsWith('#') ? line.split('\t') : [];
    if (number !== '') sources.set(number.slice(1), source);
    else if (line !== '') lines.push(line);
  }
  const columns = text.startsWith(BY_COLUMN) ? readColumns(lines) : turned(lines);
  const rows = new Map<string, Row>();
  const count = columns[0]?.cells.length ?? 0;
  for (let at = 0; at < count; at++) {
    const row: Record<string, string> = {};
    for (const { name, cells } of columns) {
      const cell = cells[at] ?? '';
      row[name] = name === 'source' ? (sources.get(cell) ?? '') : cell;
    }
    for (const key of keysOf(row)) if (key !== '' && !rows.has(key)) rows.set(key, row);
  }
  return rows;
}

interface Column {
  readonly name: string;
  readonly cells: readonly string[];
}

const readColumns = (lines: readonly string[]): Column[] =>
  lines.map((line) => {
    const [name = '', ...cells] = line.split('\t');
    return name.startsWith(PACKED)
      ? { name: name.slice(PACKED.length), cells: unpackGuids(cells[0] ?? '') }
      : { name, cells };
  });

/** The columns of lines that are rows, the first of which names the columns. */
function turned(lines: readonly string[]): Column[] {
  const [names = [], ...rows] = lines.map((line) => line.split('\t'));
  return names.map((name, column) => ({ name, cells: rows.map((cells) => cells[column] ?? '') }));
}
