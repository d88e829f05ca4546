import type { Answer, GuidRole, NonEmpty } from '../knowledge/fact';
import type { Knowledge } from '../knowledge/knowledge';
import type { Row } from '../knowledge/table';
import type { WrittenGuid } from '../text/guid';
import { callOf, type GuidCall } from './guidWords';
import { rowSources } from './tableAnswer';
import { isPlaceholder, lookUpCommands, unknownGuid } from './unknownGuid';

/**
 * Which GUIDs that we do not know deserve an answer: `all` = a person asks for this very one; `called` = where the
 * words around it or its place on a line of its own make it an identifier; `records` = only inside event records.
 */
export type UnknownGuids = 'all' | 'called' | 'records';

/**
 * What we know of a GUID: our facts, the one for the role that the text gives it first; else the table behind them;
 * else, if wanted, what the value itself tells.
 */
export async function answersForGuid(
  written: WrittenGuid,
  text: string,
  knowledge: Knowledge,
  { wanted, inRecord }: { wanted: UnknownGuids; inRecord: boolean },
): Promise<NonEmpty<Answer> | null> {
  const { guid } = written;
  const known = knowledge.guid(guid);
  const [only] = known;
  // The words around it are only read where they decide: reading them costs more than all the rest.
  if (known.length === 1 && only && !only.key.onlyInRole) return [only.fact];
  const call = callOf(text, written);
  const [first, ...rest] = known
    .filter(({ key }) => !key.onlyInRole || isRole(key.roles, call.role))
    .sort((a, b) => Number(isRole(b.key.roles, call.role)) - Number(isRole(a.key.roles, call.role)))
    .map(({ fact }) => fact);
  if (first) return [first, ...rest];
  if (call.madeFor === 'report') return [crashReport(guid)];
  if (call.madeFor === 'activity') return isPlaceholder(guid) ? null : [activity];
  const row = await knowledge.row('guids', guid);
  if (row) return [answerOfRow(row)];
  return isWanted(guid, call, wanted, inRecord) ? [unknownGuid(guid, call.role)] : null;
}

const isRole = (roles: readonly GuidRole[], role: GuidRole | null): boolean => role !== null && roles.includes(role);

function isWanted(guid: string, call: GuidCall, wanted: UnknownGuids, inRecord: boolean): boolean {
  if (wanted === 'all') return true;
  if (isPlaceholder(guid) || call.madeFor === 'own') return false;
  if (inRecord && (call.role !== null || call.apart)) return true;
  return wanted === 'called' && (call.role !== null || call.alone);
}

/** What a role of the table is in words. */
const KINDS: Readonly<Record<string, string>> = {
  CLSID: 'A COM class',
  AppID: 'A DCOM application (AppID)',
  'CLSID, AppID': 'A COM class and the DCOM application of the same number',
  IID: 'A COM interface',
  'type library': 'A type library',
  'ETW provider': 'An event provider',
};

/** A name out of the table, without a verdict; for what has none the way to look it up. */
function answerOfRow(row: Row): Answer {
  const { guid = '', role = '', name = '', part = '', service = '', appId = '' } = row;
  const nameless = name === '';
  const sentences = [
    `${KINDS[role] ?? 'An identifier'}${part ? ` of ${part}` : ''}${service ? `, hosted by the Windows service \`${service}\`` : ''}.`,
    ...(appId ? [`Its AppID is {${appId}}.`] : []),
    nameless ? 'It is registered on Windows machines, but without a name.' : 'We know the name only.',
  ];
  const checks = nameless
    ? lookUpCommands(guid, role === 'AppID' ? 'AppID' : 'CLSID')
    : service
      ? [`Does that service run? \`sc.exe query ${service}\``]
      : [];
  return {
    id: `guid-${guid.toLowerCase()}`,
    name: nameless ? `${role} without a name` : name.slice(0, 60),
    verdict: null,
    meaning: sentences.join(' '),
    checks,
    sources: rowSources(row),
  };
}

const crashReport = (guid: string): Answer => ({
  id: 'guid-crash-report',
  name: 'Id of one crash report',
  verdict: null,
  meaning:
    'Made for this one crash: Windows files its report under it, and the record 1001 of Windows Error Reporting with the same id belongs to the crash. It is nothing to look up.',
  checks: [
    `The report in PowerShell: \`Get-ChildItem $env:ProgramData\\Microsoft\\Windows\\WER -Recurse -Filter Report.wer | Select-String '${guid}' -List\``,
  ],
  sources: [],
});

const activity: Answer = {
  id: 'guid-activity',
  name: 'Id of one activity',
  verdict: null,
  meaning:
    'Joins the records of one activity, such as one request. It was made for that activity: search the logs for the same value, there is nothing else to look up.',
  sources: [],
};
