import type { Finding } from './rule';

/**
 * Findings that a project has decided to live with. Each is known by its file, its rule and the text of its line, and
 * counted, so that lines may move; neither offsets nor messages are kept.
 */
export interface Baseline {
  /** By file: relative to the baseline, with slashes. */
  readonly files: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/** A file's findings with its text. */
export interface CheckedText {
  /** As a baseline names it. */
  readonly file: string;
  readonly text: string;
  readonly findings: readonly Finding[];
}

const VERSION = 1;
/** Longer lines are told apart well enough by their beginning. */
const LONGEST_LINE = 300;

/** The text of a baseline file that holds all these findings, in a fixed order, so that changes of it can be read. */
export function writeBaseline(checked: readonly CheckedText[]): string {
  const files = [...checked]
    .sort((a, b) => (a.file < b.file ? -1 : 1))
    .flatMap((one) => {
      const counts = [...countsOf(one)].sort(([a], [b]) => (a < b ? -1 : 1));
      const entries = counts.map(([key, count]) => {
        const [rule, line] = partsOf(key);
        return { rule, line, count };
      });
      return entries.length ? [[one.file, entries] as const] : [];
    });
  return `${JSON.stringify({ version: VERSION, files: Object.fromEntries(files) }, null, 2)}\n`;
}

/** Reads a baseline file; null where the text is none. */
export function readBaseline(text: string): Baseline | null {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isRecord(data) || data.version !== VERSION || !isRecord(data.files)) return null;
  const files = new Map<string, ReadonlyMap<string, number>>();
  for (const [file, entries] of Object.entries(data.files)) {
    if (!Array.isArray(entries)) return null;
    const counts = new Map<string, number>();
    for (const entry of entries as unknown[]) {
      if (!isRecord(entry)) return null;
      const { rule, line, count } = entry;
      if (typeof rule !== 'string' || typeof line !== 'string' || typeof count !== 'number') return null;
      counts.set(keyOf(rule, line), count);
    }
    files.set(file, counts);
  }
  return { files };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a baseline does to the findings of a file. */
export interface AgainstBaseline {
  /** Those that it does not hold. */
  readonly findings: readonly Finding[];
  /** How many it holds. */
  readonly known: number;
  /** How many of its entries for this file no longer stand for anything. */
  readonly stale: number;
}

/** Takes out the findings that a baseline holds; of several alike as many as it counts, the first ones. */
export function against({ files }: Baseline, { file, text, findings }: CheckedText): AgainstBaseline {
  const left = new Map(files.get(file));
  const fresh = findings.filter((finding) => {
    const key = keyOf(finding.rule, lineOf(text, finding.start));
    const count = left.get(key) ?? 0;
    if (count > 0) left.set(key, count - 1);
    return count <= 0;
  });
  const stale = [...left.values()].reduce((sum, count) => sum + Math.max(count, 0), 0);
  return { findings: fresh, known: findings.length - fresh.length, stale };
}

function countsOf({ text, findings }: CheckedText): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { rule, start } of findings) {
    const key = keyOf(rule, lineOf(text, start));
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

const keyOf = (rule: string, line: string): string => `${rule}\n${line}`;
const partsOf = (key: string): readonly [string, string] => {
  const end = key.indexOf('\n');
  return [key.slice(0, end), key.slice(end + 1)];
};

/** The line in which something begins, its blanks made even: indentation and line ends may change. */
export function lineOf(text: string, offset: number): string {
  const before = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1));
  const start = Math.max(before + 1, offset - LONGEST_LINE);
  const end = text.slice(offset, offset + LONGEST_LINE).search(/[\r\n]/);
  return text
    .slice(start, end < 0 ? offset + LONGEST_LINE : offset + end)
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST_LINE);
}
