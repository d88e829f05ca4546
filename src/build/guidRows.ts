/** One entry of the fact base, as far as the table of GUIDs needs it. */
export type Entry = Readonly<Record<string, unknown>>;

/** A row of the table: names only, verdicts stand in the curated facts. */
export interface GuidRow {
  readonly guid: string;
  readonly role: string;
  /** Empty for what Windows registers without a name. */
  readonly name: string;
  /** What it is a part of. */
  readonly part: string;
  /** Key name of the Windows service that hosts it. */
  readonly service: string;
  /** Of a class: its AppID, where that is another GUID. */
  readonly appId: string;
  readonly source: string;
}

const ROLES: Readonly<Record<string, string>> = {
  clsid: 'CLSID',
  appid: 'AppID',
  iid: 'IID',
  interface: 'IID',
  tlb: 'type library',
  'etw-provider': 'ETW provider',
  'freb-provider': 'ETW provider',
};

const text = (value: unknown): string => (typeof value === 'string' ? value : '').replace(/\s+/g, ' ').trim();
const firstOf = (value: unknown): string => text(Array.isArray(value) ? (value as unknown[])[0] : value);

/**
 * The rows of the table of GUIDs, each GUID once: an entry with a name before one without. Classes without a name take
 * that of their service or of their AppID; the AppIDs that only they mention get rows of their own.
 *
 * @param entries the lists of the fact base, those that know most first
 */
export function guidRows(entries: readonly Entry[]): GuidRow[] {
  const rows = new Map<string, GuidRow>();
  const nameless: Entry[] = [];
  for (const entry of entries) {
    if (!text(entry.name)) nameless.push(entry);
    else if (!/^I?Dummy|^_$/.test(text(entry.name))) addRow(rows, namedRow(entry));
  }
  for (const entry of nameless) addRow(rows, namelessRow(entry, rows));
  for (const entry of nameless) {
    const appId = firstOf(entry.appid).toUpperCase();
    if (appId !== '') addRow(rows, applicationRow(appId, firstOf(entry.service), text(entry.source)));
  }
  return [...rows.values()];
}

function addRow(rows: Map<string, GuidRow>, row: GuidRow): void {
  if (!rows.has(row.guid)) rows.set(row.guid, row);
}

const EQUAL = /,? ?\(?(?:CLSID equals AppID|AppID has the same value)[^)]*\)?/;

function namedRow(entry: Entry): GuidRow {
  const name = text(entry.name);
  const service = /^Windows service (.+)$/.exec(text(entry.component))?.[1] ?? firstOf(entry.service);
  const hosted = /^(COM class hosted by|AppID of) service /.exec(name)?.[1];
  const role = ROLES[text(entry.kind)] ?? 'GUID';
  return {
    guid: text(entry.guid).toUpperCase(),
    role: role === 'CLSID' && EQUAL.test(name) ? 'CLSID, AppID' : role,
    name: hosted
      ? `${hosted.startsWith('COM') ? 'Class' : 'Application'} of service ${service}`
      : shorter(name.replace(EQUAL, '')),
    part: service || role === 'ETW provider' ? '' : text(entry.component),
    service,
    appId: '',
    source: sourceName(text(entry.source)),
  };
}

/** Without the role, which stands in a column of its own, and without a remark where that is too long for a headline. */
const shorter = (name: string): string => {
  const plain = name.replace(/ (?:AppID|\(AppID\))$/, '');
  return (plain.length > 60 ? plain.replace(/ \([^()]*\)?$/, '') : plain).trim();
};

function namelessRow(entry: Entry, rows: ReadonlyMap<string, GuidRow>): GuidRow {
  const guid = text(entry.guid).toUpperCase();
  const appId = firstOf(entry.appid).toUpperCase();
  const application = rows.get(appId);
  const service = firstOf(entry.service) || (application?.service ?? '');
  const owner = service ? `service ${service}` : application?.name;
  return {
    guid,
    role: guid === appId ? 'CLSID, AppID' : 'CLSID',
    name: owner ? `Class of ${owner}` : '',
    part: '',
    service,
    appId: guid === appId ? '' : appId,
    source: sourceName(text(entry.source)),
  };
}

const applicationRow = (appId: string, service: string, source: string): GuidRow => ({
  guid: appId,
  role: 'AppID',
  name: service ? `Application of service ${service}` : '',
  part: '',
  service,
  appId: '',
  source: sourceName(source),
});

/** The documents by the names under which a person finds them. */
const DOCUMENTS: readonly (readonly [RegExp, string | ((match: RegExpExecArray) => string)])[] = [
  [/win32metadata\S*?([\w.]+\.h)\b/, ([, header = '']) => `Windows SDK header ${header}`],
  [/ohpe\/juicy-potato/, 'Registry listings of COM classes of Windows (ohpe/juicy-potato)'],
  [/etw-providers-docs/, 'Lists and manifests of the event providers of Windows (repnz/etw-providers-docs)'],
  [/^computed: \.NET EventSource/, 'Computed from the name of the .NET event source'],
  [/microsoft\/perfview/, 'Trace parsers of PerfView (microsoft/perfview)'],
  [/microsoft\/referencesource/, 'Reference source of the .NET Framework (microsoft/referencesource)'],
  [/iis-docs/, 'Samples of traceProviderDefinitions (MicrosoftDocs/iis-docs)'],
  [/SupportArticles-docs/, 'Microsoft Support, KB 4022522: DCOM event ID 10016 is logged in Windows'],
  [/EtwStream/, 'Well-known event sources (EtwStream)'],
];

/** The documents that a note on sources names, each once; notes that name none are only called public. */
function sourceName(note: string): string {
  const found = note.split('; ').flatMap((piece) => {
    for (const [pattern, name] of DOCUMENTS) {
      const match = pattern.exec(piece);
      if (match) return [typeof name === 'string' ? name : name(match)];
    }
    return [];
  });
  return [...new Set(found)].join('; ') || 'Public listings of GUIDs';
}
