import { markdownBlock, markdownCode, markdownText } from '../../engine/render/escape';
import type { RepairEntry } from './repairLog';

const RUNS_SHOWN = 100;
const TEXT_LIMIT = 4_000;

/**
 * Reads the lines of a repair log. A line that cannot be read, such as one that a crash has torn, is left out.
 *
 * @returns the entries in their order, and how many lines were left out
 */
export function readRepairLog(text: string): { readonly entries: readonly RepairEntry[]; readonly torn: number } {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const entries = lines.flatMap((line) => readEntry(line) ?? []);
  return { entries, torn: lines.length - entries.length };
}

function readEntry(line: string): RepairEntry | null {
  try {
    const value = JSON.parse(line) as Partial<Record<keyof RepairEntry, unknown>> | null;
    const isText = (['at', 'run', 'server', 'user', 'plan', 'what', 'title', 'result'] as const).every(
      (key) => typeof value?.[key] === 'string',
    );
    return isText ? (value as RepairEntry) : null;
  } catch {
    return null;
  }
}

/** What was done on servers, as a page of Markdown: the newest run first, each with its commands and what they printed. */
export function repairLogPage(text: string): string {
  const { entries, torn } = readRepairLog(text);
  const runs = runsOf(entries).reverse();
  const parts = [
    '# Repairs',
    runs.length
      ? 'What IIS Doctor has run on servers, the newest first. Times are in UTC, by the clock of this machine. Secrets are masked.'
      : 'Nothing has been run on a server yet.',
    ...runs.slice(0, RUNS_SHOWN).flatMap(runPage),
    ...(runs.length > RUNS_SHOWN
      ? [`${runs.length - RUNS_SHOWN} older runs are in the file; export it to see them.`]
      : []),
    ...(torn ? [`${torn} lines of the file could not be read and are left out here.`] : []),
  ];
  return `${parts.join('\n\n')}\n`;
}

function runsOf(entries: readonly RepairEntry[]): (readonly RepairEntry[])[] {
  const runs = new Map<string, RepairEntry[]>();
  for (const entry of entries) {
    const known = runs.get(entry.run);
    if (known) known.push(entry);
    else runs.set(entry.run, [entry]);
  }
  return [...runs.values()];
}

function runPage(entries: readonly RepairEntry[]): readonly string[] {
  const [first] = entries;
  if (!first) return [];
  const last = entries.findLast(({ what }) => what === 'ended');
  return [
    `## ${markdownText(first.plan)}`,
    `${time(first.at)} on ${markdownCode(first.server)}${first.user === '' ? '' : ` as ${markdownCode(first.user)}`}: **${markdownText(last?.result ?? 'not ended')}**`,
    ...entries.filter(({ what }) => what !== 'started' && what !== 'ended').map(entryPage),
  ];
}

const names: Readonly<Record<RepairEntry['what'], string>> = {
  started: 'Started',
  copy: 'Copy kept of',
  precheck: 'Checked before',
  step: 'Step',
  check: 'Checked',
  verification: 'Checked afterwards',
  undo: 'Undone',
  ended: 'Ended',
};

function entryPage({ at, what, title, result, command, exitCode, output }: RepairEntry): string {
  const said = [
    ...(command === undefined ? [] : [`> ${command.replaceAll('\n', '\n> ')}`]),
    ...(output === undefined || output.trim() === '' ? [] : [output.trim()]),
    ...(exitCode === undefined ? [] : [`exit code ${exitCode}`]),
  ].join('\n');
  const line = `- ${time(at)} ${names[what]}: ${markdownText(title)} · **${markdownText(result)}**`;
  if (said === '') return line;
  return `${line}\n\n${indented(markdownBlock(said, TEXT_LIMIT))}`;
}

const indented = (block: string): string => block.replace(/^/gm, '  ');
const time = (at: string): string => markdownText(at.slice(0, 19).replace('T', ' '));
