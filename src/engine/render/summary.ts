import type { DiagnosisGroup, Occurrences, RecordSummary } from '../explain/summary';
import type { Verdict } from '../knowledge/fact';
import { plainText } from './escape';
import { withoutDoNot } from './hover';

const headings: readonly (readonly [Verdict | null, string, string])[] = [
  ['act', 'Needs action', 'need action'],
  ['look', 'Look closer', 'deserve a closer look'],
  [null, 'Known, without a verdict', 'known'],
  ['benign', 'Safe to ignore', 'safe to ignore'],
];

export const counted = (count: number): string => count.toLocaleString('en-US');

/**
 * The summary of a log's event records, to be read in an editor or a terminal: what needs action first, each cause once;
 * what is harmless takes one line. Lines are named as `line 12`, which an editor makes links of.
 *
 * @returns empty where the log has no record
 */
export function recordSummaryText({ records, groups, unknown }: RecordSummary): string {
  if (records === 0) return '';
  const parts = [`${counted(records)} event ${records === 1 ? 'record' : 'records'}: ${totals(groups, unknown)}.`];
  for (const [verdict, heading] of headings) {
    const own = groups.filter(({ answer }) => answer.verdict === verdict);
    if (own.length) parts.push(`## ${heading}`, own.map(verdict === 'benign' ? short : full).join('\n'));
  }
  if (unknown.length)
    parts.push(
      '## Not explained',
      unknown
        .slice(0, UNKNOWN_SHOWN)
        .map(
          (one) =>
            `- ${times(one)} ${plainText(one.source ?? 'unknown source', 80)} ${one.eventId ?? ''}: ${where(one)}`,
        )
        .concat(unknown.length > UNKNOWN_SHOWN ? [`- and ${counted(unknown.length - UNKNOWN_SHOWN)} other events`] : [])
        .join('\n'),
    );
  return `${parts.join('\n\n')}\n`;
}

const UNKNOWN_SHOWN = 30;

const sizeOf = (groups: readonly Occurrences[]): number => groups.reduce((so, { count }) => so + count, 0);

function totals(groups: readonly DiagnosisGroup[], unknown: readonly Occurrences[]): string {
  const parts = headings.flatMap(([verdict, , words]) => {
    const count = sizeOf(groups.filter(({ answer }) => answer.verdict === verdict));
    return count ? [`${counted(count)} ${words}`] : [];
  });
  const rest = sizeOf(unknown);
  return [...parts, ...(rest ? [`${counted(rest)} not known to us`] : [])].join(', ');
}

const times = ({ count }: Occurrences): string => `${counted(count)} ×`;

const short = (group: DiagnosisGroup): string => `- ${times(group)} ${group.title}: ${where(group)}`;

function full(group: DiagnosisGroup): string {
  const { answer } = group;
  const [check] = answer.checks ?? [];
  const [doNot] = answer.doNot ?? [];
  return [
    `- ${times(group)} ${group.title}`,
    `  ${where(group)}`,
    `  ${answer.meaning}`,
    ...(check ? [`  Check: ${check}`] : []),
    ...(answer.fix ? [`  Fix: ${answer.fix}`] : []),
    ...(doNot ? [`  Do not: ${withoutDoNot(doNot)}`] : []),
  ].join('\n');
}

/** When and where: `first 6:02:11, last 8:14:40; line 1, line 14 and 28 more`. */
function where({ count, first, last, lines }: Occurrences): string {
  const when =
    first === null
      ? ''
      : first === last
        ? `${plainText(first, 40)}; `
        : `first ${plainText(first, 40)}, last ${plainText(last ?? '', 40)}; `;
  const more = count > lines.length ? ` and ${counted(count - lines.length)} more` : '';
  return `${when}${lines.map((line) => `line ${line}`).join(', ')}${more}`;
}
