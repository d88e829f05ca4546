import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './bundle';
import { guidRows, type Entry } from './guidRows';

const text = (value: unknown): string =>
  (typeof value === 'string' || typeof value === 'number' ? `${value}` : '').replace(/\s+/g, ' ').trim();

/** Entries that are partly guessed are not shown. */
const trusted = (entry: Entry): boolean => entry.confidence !== 'low';

/** The fact base calls a few event providers otherwise than our families do; rows are found by the names of ours. */
const providerNames: Readonly<Record<string, string>> = {
  LoadPerf: 'Microsoft-Windows-LoadPerf',
  Perflib: 'Microsoft-Windows-Perflib',
  SMSvcHost: 'SMSvcHost 4.0.0.0',
  'W3SVC (IIS 4/5)': 'Microsoft-Windows-IIS-W3SVC',
};

const codeKinds: Readonly<Record<string, string>> = { win32: 'Win32', hresult: 'HRESULT', ntstatus: 'NTSTATUS' };

/**
 * Writes the bulk tables behind the curated facts. Run by hand when the fact base has changed:
 * `tsx src/build/importTables.ts FOLDER`, where FOLDER holds its JSON files.
 */
function importTables(folder: string): void {
  const read = (name: string): unknown => JSON.parse(readFileSync(path.join(folder, `${name}.json`), 'utf8'));
  const { codes } = read('error-codes') as { codes: Entry[] };
  write(
    'codes',
    ['kind', 'hex', 'symbol', 'meaning', 'iis'],
    codes
      .filter(({ kind }) => text(kind) in codeKinds)
      .map((entry) => ({
        ...entry,
        kind: codeKinds[text(entry.kind)],
        hex: text(entry.hex).replace(/^0x/, '').toUpperCase().replace(/^/, '0x'),
      })),
  );
  const providers = (read('etw-providers') as Entry[]).map((entry): Entry => ({ ...entry, kind: 'etw-provider' }));
  const guids = [...(read('guids') as Entry[]), ...providers, ...(read('guids-bulk') as Entry[])].filter(trusted);
  write(
    'guids',
    ['guid', 'role', 'name', 'part', 'service', 'appId'],
    guidRows(guids).map((row) => ({ ...row })),
  );
  write(
    'events',
    ['provider', 'eventId', 'title', 'meaning', 'check'],
    (read('events') as Entry[]).filter(trusted).map((entry) => ({
      ...entry,
      provider: providerNames[text(entry.provider)] ?? entry.provider,
      check: Array.isArray(entry.check) ? text(entry.check[0]) : text(entry.check),
    })),
  );
  write('statuses', ['code', 'title', 'usualCause', 'firstCheck'], (read('http-status') as Entry[]).filter(trusted));
}

/** The documents that a note on sources names, without remarks on how it was made; short enough to be shown. */
const documentsOf = (note: string): string =>
  note
    .split('; ')
    .filter((piece) => !/\bseed\b|own words|general (?:IIS )?(?:knowledge|practice)|counts?:/i.test(piece))
    .join('; ')
    .slice(0, 160) || 'Microsoft documentation and Windows headers';

/** The last column is the number of the source; each source is named once, before the columns. */
function write(name: string, columns: readonly string[], entries: readonly Entry[]): void {
  const sources = new Map<string, number>();
  const rows: string[] = [];
  for (const entry of entries) {
    const source = documentsOf(text(entry.source));
    if (!sources.has(source)) sources.set(source, sources.size + 1);
    rows.push(
      [...columns.map((column) => text(entry[column]).replace(/ of seed \d+/g, '')), sources.get(source)].join('\t'),
    );
  }
  const named = [...sources].map(([source, number]) => `#${number}\t${source}`);
  const folder = path.join(root, 'src/engine/knowledge/tables');
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    path.join(folder, `${name}.tsv`),
    `${[...named, [...columns, 'source'].join('\t'), ...rows].join('\n')}\n`,
  );
  console.log(`${name}: ${rows.length} rows, ${sources.size} sources`);
}

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error('The folder of the fact base is missing: tsx src/build/importTables.ts FOLDER');
  process.exitCode = 2;
} else importTables(folder);
