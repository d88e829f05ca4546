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

/** Whole sentences for statuses that no fact speaks of, because nothing is wrong with them. */
const statusTexts: Readonly<Record<string, string>> = {
  100: 'An answer in between: the client may send the body of its request.',
  101: 'The connection goes on in another protocol, nearly always WebSocket. Its row is written only when the connection ends.',
  200: 'The request was answered.',
  201: 'The request made something new on the server.',
  202: 'The request was taken; the work for it is done later.',
  203: 'The request was answered, and a proxy on the way changed the answer.',
  204: 'The request was carried out; there is nothing to send back.',
  205: 'The request was carried out; the client should empty its form.',
  206: 'The client asked for a part of a file and got it, as players and resumed downloads do.',
  301: 'The client is sent to another address for good: by `httpRedirect`, a rewrite rule, or because the slash behind a folder was missing. Browsers remember it.',
  302: 'The client is sent to another address for now: by the application, as when a page asks for a logon, by `httpRedirect` or by a rewrite rule.',
  304: 'The client has this version already and keeps it; nothing was sent again.',
  307: 'The client is sent to another address for now and repeats the request there with the same method and body.',
  308: 'The client is sent to another address for good and repeats the request there with the same method and body.',
};

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
  const statuses = (read('http-status') as Entry[]).filter(trusted).map((entry): Entry => {
    const sentence = statusTexts[text(entry.code)];
    return sentence === undefined ? entry : { ...entry, usualCause: sentence, firstCheck: '' };
  });
  write('statuses', ['code', 'title', 'usualCause', 'firstCheck'], statuses);
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
