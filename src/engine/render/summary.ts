import type { Answer, Verdict } from '../knowledge/fact';
import type { DiagnosisGroup, Occurrences, RecordSummary } from '../explain/recordSummary';
import type { RequestGroup, RequestSummary } from '../explain/requestSummary';
import type { LogSummary } from '../explain/summary';
import { plainText } from './escape';
import { headlineText, withoutDoNot } from './hover';

const headings: readonly (readonly [Verdict | null, string, string])[] = [
  ['act', 'Needs action', 'need action'],
  ['look', 'Look closer', 'deserve a closer look'],
  [null, 'Known, without a verdict', 'known'],
  ['benign', 'Safe to ignore', 'safe to ignore'],
];

const figure = (count: number): string => count.toLocaleString('en-US');
const many = (count: number, what: string): string => `${figure(count)} ${what}${count === 1 ? '' : 's'}`;
const timesOf = ({ count }: { readonly count: number }): string => `${figure(count)} ×`;

/**
 * The summary of a log, to be read in an editor or a terminal: what needs action first, each cause once, with the first
 * check, the fix and what not to do; what is harmless takes one line. Places are named as `line 12`, which an editor
 * makes links of.
 *
 * @param title what was read: `system.log`
 */
export function summaryText({ records, requests }: LogSummary, title: string): string {
  const parts = [
    `# Summary of ${plainText(title, 120)}`,
    ...recordParts(records),
    ...(requests ? requestParts(requests) : []),
  ];
  if (parts.length === 1) parts.push('No event record and no request log in it, as far as we can tell.');
  return `${parts.join('\n\n')}\n`;
}

/** The same as data: `records` with groups and unknown events, `requests` null where the log has none. */
export const summaryJson = ({ records, requests }: LogSummary) => ({
  records: {
    ...records,
    groups: records.groups.map(({ title, answer, count, first, last, lines }) => ({
      ...{ id: answer.id, title, verdict: answer.verdict, count, first, last, lines },
      ...{ summary: answer.meaning, fix: answer.fix ?? null, doNot: answer.doNot ?? [] },
    })),
    unknown: records.unknown.map(({ source, eventId, count, first, last, lines }) => ({
      ...{ source, eventId, count, first, last, lines },
    })),
  },
  requests: requests && {
    ...requests,
    groups: requests.groups.map(({ answer, ...group }) => ({
      ...group,
      ...{ id: answer?.id ?? null, title: answer?.name ?? null, verdict: answer?.verdict ?? null },
      ...{ summary: answer?.meaning ?? null, fix: answer?.fix ?? null, doNot: answer?.doNot ?? [] },
    })),
  },
});

function recordParts({ records, groups, unknown }: RecordSummary): string[] {
  if (records === 0) return [];
  const sections = headings.flatMap(([verdict, heading]) => {
    const own = groups.filter(({ answer }) => answer.verdict === verdict);
    const line = verdict === 'benign' ? shortRecord : fullRecord;
    return own.length ? [`## ${heading}`, limited(own, line, 'causes')] : [];
  });
  const source = ({ source: name, eventId }: { source: string | null; eventId: number | null }): string =>
    `${plainText(name ?? 'unknown source', 80)} ${eventId ?? ''}`.trim();
  if (unknown.length)
    sections.push(
      '## Not explained',
      limited(unknown, (one) => `- ${timesOf(one)} ${source(one)}: ${places(one)}`, 'events'),
    );
  return [`${many(records, 'event record')}: ${totals(groups, unknown)}.`, ...sections];
}

const SHOWN = 30;

/** The first ones of a list, and how many more there are. */
function limited<T>(items: readonly T[], line: (item: T) => string, what: string): string {
  const lines = items.slice(0, SHOWN).map(line);
  if (items.length > SHOWN) lines.push(`- and ${figure(items.length - SHOWN)} other ${what}`);
  return lines.join('\n');
}

function totals(groups: readonly DiagnosisGroup[], unknown: readonly Occurrences[]): string {
  const size = (some: readonly Occurrences[]): number => some.reduce((sum, { count }) => sum + count, 0);
  const parts = headings.flatMap(([verdict, , words]) => {
    const count = size(groups.filter(({ answer }) => answer.verdict === verdict));
    return count ? [`${figure(count)} ${words}`] : [];
  });
  const rest = size(unknown);
  return [...parts, ...(rest ? [`${figure(rest)} not known to us`] : [])].join(', ');
}

const shortRecord = (group: DiagnosisGroup): string => `- ${timesOf(group)} ${group.title}: ${places(group)}`;

const fullRecord = (group: DiagnosisGroup): string =>
  [`- ${timesOf(group)} ${group.title}`, `  ${places(group)}`, ...advice(group.answer)].join('\n');

/** When and where: `first 6:02:11, last 8:14:40; line 1, line 14 and 28 more`. */
function places({ count, first, last, lines }: Occurrences): string {
  const [from, to] = [plainText(first ?? '', 40), plainText(last ?? '', 40)];
  const when = from === '' ? '' : from === to ? `${from}; ` : `first ${from}, last ${to}; `;
  const more = count > lines.length ? ` and ${figure(count - lines.length)} more` : '';
  return `${when}${lines.map((line) => `line ${line}`).join(', ')}${more}`;
}

function advice({ meaning, checks = [], fix, doNot = [] }: Answer): string[] {
  const [check] = checks;
  const [warning] = doNot;
  return [
    meaning,
    ...(check ? [`Check: ${check}`] : []),
    ...(fix ? [`Fix: ${fix}`] : []),
    ...(warning ? [`Do not: ${withoutDoNot(warning)}`] : []),
  ].map((line) => `  ${line}`);
}

function requestParts({ rows, first, last, isUtc, groups, slowest }: RequestSummary): string[] {
  const answered = groups.filter(({ answer }) => answer);
  const fine = groups.filter(({ answer }) => !answer);
  return [
    `${many(rows, 'request')} from ${plainText(first, 40)} to ${plainText(last, 40)} ${isUtc ? 'UTC' : 'in the time of the server'}, ${many(groups.length, 'different outcome')} (status, sub-status and Win32 status, or reason).`,
    ...(answered.length ? ['## Outcomes worth a look', limited(answered, fullRequest, 'outcomes')] : []),
    ...(fine.length
      ? [
          '## Nothing to say about',
          limited(fine, (one) => `- ${timesOf(one)} ${plainText(one.outcome, 60)}`, 'outcomes'),
        ]
      : []),
    ...(slowest.length
      ? [
          '## Slowest requests',
          slowest
            .map(
              ({ milliseconds, url, outcome, line }) =>
                `- ${figure(milliseconds)} ms ${plainText(url, 100)} (${plainText(outcome, 40)}), line ${line}`,
            )
            .join('\n'),
        ]
      : []),
  ];
}

function fullRequest(group: RequestGroup): string {
  const { answer, outcome, first, last, line, urls } = group;
  const when = first === last ? plainText(first, 40) : `first ${plainText(first, 40)}, last ${plainText(last, 40)}`;
  return [
    `- ${timesOf(group)} ${plainText(outcome, 60)}${answer ? `: ${headlineText(answer)}` : ''}`,
    `  ${when}; from line ${line} on`,
    ...(urls.length
      ? [`  ${urls.map(({ url, count }) => `${plainText(url, 80)} (${figure(count)})`).join(', ')}`]
      : []),
    ...(answer ? advice(answer) : []),
  ].join('\n');
}
