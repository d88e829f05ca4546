import type { GuidRole } from '../knowledge/fact';
import type { WrittenGuid } from '../text/guid';
import { lineAt } from '../text/lines';

/** What the text around a GUID says of it. */
export interface GuidCall {
  /** What it identifies; null where the words do not say. */
  readonly role: GuidRole | null;
  /** What it was made for where it is no identifier to look up: one crash report, one activity, or somebody's own thing. */
  readonly madeFor: 'report' | 'activity' | 'own' | null;
  /** Nothing else stands on its line. */
  readonly alone: boolean;
  /** false: it is a part of a path, an address or a longer name. */
  readonly apart: boolean;
}

/** What stands between a label and its value: `: `, `=`, `">`, ` is `, line ends, words of languages without letters of ours. */
const BETWEEN = '(?:\\s{1,4}(?:is|of|ist|est|es))?[^A-Za-z0-9]{0,40}$';
const label = (names: string): RegExp => new RegExp(`(?<![A-Za-z])(?:${names})${BETWEEN}`, 'i');

const REPORT = label(
  '(?:Integrator ?)?Report ?Id(?:entifier)?|Berichts-ID|ID de rapport|Id\\.? de informe|ID segnalazione',
);
const ACTIVITY = label(
  '(?:Related ?)?Activity ?Id|Correlation ?Id|Context ?Id|Aktivit.ts-ID|Korrelations-ID|ID d.activit.|ID de corr.lation|Id\\.? de (?:actividad|correlaci.n)',
);
/** Ids of programs, installers, machines and people. */
const OWN = label(
  [
    'UserIdentity|(?:User|Tenant|Client|Object|Subscription|Device|Machine|Volume|Disk|Adapter|Interface)[ _-]?(?:(?:Gu)?id|Identifier)',
    '(?:Request|Trace|Session|Operation|Transaction|Invocation|Runspace|Instance|Host|Pipeline|Execution|Connection|Message|Conversation|Job|Process|Task|Rule|Policy|Scan|Detection)[ _-]?(?:(?:Gu)?id|Identifier)',
    'Logon ?GUID|x-[a-z-]{2,30}-id|(?:Product|Upgrade|Package) ?Code|Project(?:TypeGuids?|Guid)?|SharedGUID|SolutionGuid|uu?id|SetupClass|ResumeKey|ADEL|Policies|Volume|MVID',
  ].join('|'),
);

/** Names of programs and of event data: `ProcessGuid`, `ruleId`, `scan_id`. */
const OWN_NAME = new RegExp(
  `(?:[a-z]|(?:Name="|<)(?=Id|Guid))(?:Id|ID|Guid|GUID|Identifier|_id|_guid|_uuid)${BETWEEN}`,
);

const ROLES: readonly (readonly [RegExp, GuidRole])[] = [
  [label('EventGuid'), 'trace event class'],
  [label('Provider ?Guid|ProviderId|provider_guid|Publishers'), 'ETW provider'],
  [new RegExp(`\\bProvider\\b[^<>{}]{0,80}\\bGuid${BETWEEN}`, 'i'), 'ETW provider'],
  [/<add\s{1,8}name="[^"<>]{0,80}"\s{1,8}guid="$/i, 'ETW provider'],
  [label('R?E?F?IID|interface ?id'), 'IID'],
  [/\bInterface\\$/i, 'IID'],
  [label('TypeLib|type library|LIBID'), 'type library'],
  [label('CLSID|CSLID|class ?id|Klassen-ID|ID de classe|Id\\.? de clase|ID da classe'), 'CLSID'],
  // The server {…} did not register; in order to run the server: {…}
  [/(?<![A-Za-z])(?:server|serveur|servidor|сервер|服务器|伺服器|サーバー)[^A-Za-z0-9|]{0,40}$/i, 'CLSID'],
  [label('COM\\+[ -](?:application|Anwendung)|SCM'), 'COM+ application'],
  [label('Processid'), 'AppID'],
];

const APPLICATION = new RegExp(
  `(?:(?<![A-Za-z])(?:App ?-?ID|application ?-?id|Anwendungs-ID|ID applicazione|ID do aplicativo|ID d.\\s?l?.?application|Id(?:\\.|entificador)? de (?:la )?aplicaci.n)|アプリケーション ?ID|应用程序 ?ID|應用程式識別碼)${BETWEEN}`,
  'i',
);
/** What stands around an application id of a certificate binding, as netsh takes and prints it. */
const BINDING = /sslcert|certhash|Certificate (?:Hash|Store)|IP:port|Hostname:port|certstorename|Zertifikath|ipport=/i;

/** Reads the words around a GUID. Looks at 160 characters on either side, and at its line. */
export function callOf(text: string, { start, end }: WrittenGuid): GuidCall {
  // A backslash before the brace belongs to what is written, but also to a registry path.
  const before = text.slice(Math.max(0, start - 160), start) + (text[start] === '\\' ? '\\' : '');
  return {
    ...meaningOf(text, before, { start, end }),
    alone: isAlone(text, start, end),
    apart: isApart(text, start, end),
  };
}

function meaningOf(
  text: string,
  before: string,
  { start, end }: { start: number; end: number },
): Pick<GuidCall, 'role' | 'madeFor'> {
  if (REPORT.test(before)) return { role: null, madeFor: 'report' };
  if (ACTIVITY.test(before)) return { role: null, madeFor: 'activity' };
  if (APPLICATION.test(before)) {
    const around = text.slice(Math.max(0, start - 300), end + 200);
    if (BINDING.test(around)) return { role: 'HTTP.sys application', madeFor: null };
    // Application ids of cloud services look the same, but nobody writes them in braces.
    return /[{%]/.test(text.slice(start, start + 2))
      ? { role: 'AppID', madeFor: null }
      : { role: null, madeFor: 'own' };
  }
  const role = ROLES.find(([words]) => words.test(before))?.[1] ?? null;
  return { role, madeFor: role === null && (OWN.test(before) || OWN_NAME.test(before)) ? 'own' : null };
}

function isAlone(text: string, start: number, end: number): boolean {
  const line = lineAt(text, start);
  const wordless = /^[^\p{L}\p{N}]{0,40}$/u;
  return wordless.test(text.slice(line.start, start)) && wordless.test(text.slice(end, Math.max(end, line.end)));
}

const isApart = (text: string, start: number, end: number): boolean =>
  !/[\w\\/#!@%]/.test(text[start - 1] ?? '') && !/[\w\\/#@%]/.test(text[end] ?? '');
