import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { explain } from '../../src/engine/explain/explain';
import type { Explained } from '../../src/engine/explain/explanation';
import { decode } from '../../src/engine/text/decode';
import { LineMap } from '../../src/engine/text/lineMap';
import { configRules } from '../../src/engine/rules/config/index.generated';
import { profiles, type Profile } from '../../src/engine/rules/rule';
import { checkCorpusConfig, corpusConfigs } from './corpusFindings';
import { corpusFolder, knowledge, root } from './knowledge';

/** One table of judgements, `test/judgements/<name>.tsv`, and the real files that it judges. */
export interface Table {
  readonly name: string;
  /** Folders of the corpus. Where there are several, a file is named with its folder: `apphost/server.config`. */
  readonly folders: readonly string[];
  /**
   * What is judged by itself, and with it what the column `line` holds:
   *
   * - `line`: an answer in each line that has it; `line` is that line, `12`;
   * - `file`: an answer once a file, for files that say the same thing hundreds of times; `line` is the first line and
   *   how often the answer is given, `12 x300`. An answer that is given more or less often than it was is judged anew.
   */
  readonly each: 'line' | 'file';
  /** Not what is explained is judged, but what the rules of a profile report, those of `without` left out. */
  readonly findings?: { readonly of: Profile; readonly without?: Profile };
}

export const TABLES: readonly Table[] = [
  { name: 'events', folders: ['events'], each: 'line' },
  { name: 'w3c', folders: ['w3c'], each: 'file' },
  { name: 'httperr', folders: ['httperr'], each: 'file' },
  { name: 'freb', folders: ['freb'], each: 'file' },
  { name: 'configs', folders: ['apphost', 'webconfig'], each: 'line', findings: { of: 'correctness' } },
  {
    name: 'configs-advice',
    folders: ['apphost', 'webconfig'],
    each: 'file',
    findings: { of: 'hardening', without: 'correctness' },
  },
  { name: 'configs-explained', folders: ['apphost', 'webconfig'], each: 'file' },
];

/** Where an answer is given in the corpus. */
export interface Said {
  readonly file: string;
  /** 1-based line, and how often in tables that judge by file: `12`, `12 x300`. */
  readonly line: string;
  /** Id of the first answer. */
  readonly id: string;
}

/** What a person thinks of it. */
export interface Judgement extends Said {
  readonly verdict: 'right' | 'wrong' | 'undecided';
  /** About five words. */
  readonly reason: string;
}

/** How far we get with the event records of a file. */
export interface Coverage {
  readonly file: string;
  readonly records: number;
  /** Records whose source and id we could tell. */
  readonly recognised: number;
  readonly diagnosed: number;
  /** Why the others are left: `no fact: Disk 7`, `no source: 7000`. */
  readonly left: readonly string[];
}

/** Everything that one table is held against. */
export interface Reading {
  readonly files: number;
  readonly said: readonly Said[];
  readonly coverage: readonly Coverage[];
}

const COLUMNS = 'file\tline\tid\tverdict\treason';

/** The key by which a judgement belongs to what was said. */
export const keyOf = ({ file, line, id }: Said): string => `${file}\t${line}\t${id}`;

/** Explains every file of a table, each read once; null where this machine has none of its folders. */
export async function readTable(table: Table): Promise<Reading | null> {
  return table.findings ? readFindings(table, table.findings) : readExplanations(table);
}

function readFindings({ each }: Table, { of, without }: NonNullable<Table['findings']>): Reading | null {
  const configs = corpusConfigs();
  if (!configs) return null;
  const left = profiles.slice(0, without ? profiles.indexOf(without) + 1 : 0);
  const isLeftOut = new Set(configRules.filter(({ profile }) => left.includes(profile)).map(({ id }) => id));
  const said = configs.flatMap((config) => {
    const findings = (checkCorpusConfig(config, of)?.findings ?? []).filter(({ rule }) => !isLeftOut.has(rule));
    return grouped(
      config.file,
      config.text,
      findings.map(({ start, rule }) => ({ start, id: rule })),
      each,
    );
  });
  return { files: configs.length, said, coverage: [] };
}

async function readExplanations({ folders, each }: Table): Promise<Reading | null> {
  const corpus = corpusFolder();
  const here = corpus === null ? [] : folders.filter((folder) => existsSync(path.join(corpus, folder)));
  if (corpus === null || !here.length) return null;
  const said: Said[] = [];
  const coverage: Coverage[] = [];
  for (const folder of here)
    for (const name of readdirSync(path.join(corpus, folder)).sort()) {
      const { text } = decode(readFileSync(path.join(corpus, folder, name)));
      const explained = await explain(text, knowledge);
      const file = folders.length > 1 ? `${folder}/${name}` : name;
      said.push(...saidIn(file, text, explained, each));
      coverage.push(coverageOf(file, explained));
    }
  return { files: coverage.length, said, coverage };
}

const saidIn = (file: string, text: string, { diagnoses, explanations }: Explained, each: Table['each']): Said[] =>
  grouped(
    file,
    text,
    [...diagnoses, ...explanations]
      .sort((a, b) => a.start - b.start)
      .map(({ start, answers: [{ id }] }) => ({ start, id })),
    each,
  );

function grouped(
  file: string,
  text: string,
  all: readonly { readonly start: number; readonly id: string }[],
  each: Table['each'],
): Said[] {
  const lines = new LineMap(text);
  const groups = new Map<string, { readonly id: string; readonly line: number; count: number }>();
  for (const { start, id } of all) {
    const { line } = lines.position(start);
    const key = each === 'file' ? id : `${line} ${id}`;
    const group = groups.get(key);
    if (group) group.count++;
    else groups.set(key, { id, line, count: 1 });
  }
  return [...groups.values()].map(({ id, line, count }) => ({
    file,
    line: each === 'file' ? `${line} x${count}` : `${line}`,
    id,
  }));
}

function coverageOf(file: string, { records, diagnoses }: Explained): Coverage {
  const diagnosed = new Set(diagnoses.map(({ start }) => start));
  const open = records.filter(({ start }) => !diagnosed.has(start));
  return {
    file,
    records: records.length,
    recognised: records.filter(({ provider, eventId }) => provider !== null && eventId !== null).length,
    diagnosed: diagnosed.size,
    left: open.map(({ provider, eventId }) =>
      provider === null ? `no source: ${eventId ?? 'no id'}` : `no fact: ${provider} ${eventId ?? 'no id'}`,
    ),
  };
}

/** The sum of several files, told like one of them: `93 files, 126 records, 118 recognised, …`. */
export function summed(coverage: readonly Coverage[]): string {
  const sum = (field: 'records' | 'recognised' | 'diagnosed'): number =>
    coverage.reduce((total, one) => total + one[field], 0);
  const left = coverage.reduce((total, one) => total + one.left.length, 0);
  return `${coverage.length} files, ${sum('records')} records, ${sum('recognised')} recognised, ${sum('diagnosed')} diagnosed, ${left} left`;
}

export function readJudgements({ name }: Table): readonly Judgement[] {
  const text = readFileSync(path.join(root, 'test/judgements', `${name}.tsv`), 'utf8');
  const [header, ...rows] = text.trimEnd().split(/\r?\n/);
  if (header !== COLUMNS) throw new Error(`${name}.tsv begins with other columns than ${COLUMNS}`);
  return rows.map((row) => {
    const [file = '', line = '', id = '', verdict = '', reason = ''] = row.split('\t');
    if (verdict !== 'right' && verdict !== 'wrong' && verdict !== 'undecided')
      throw new Error(`${name}.tsv: "${verdict}" is no verdict: ${row}`);
    return { file, line, id, verdict, reason };
  });
}

/** What is still to be judged, as a line of its table. */
export const judgementLine = ({ file, line, id }: Said): string => `${file}\t${line}\t${id}\tundecided\t`;
