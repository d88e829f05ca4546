import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { explain } from '../../src/engine/explain/explain';
import { RecordFinder } from '../../src/engine/logs/records';
import { decode } from '../../src/engine/text/decode';
import { LineMap } from '../../src/engine/text/lineMap';
import { corpusFolder, knowledge, root } from './knowledge';

/** What a person thinks of one thing that we say about a real file. */
export interface Judgement {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** Id of the first answer. */
  readonly id: string;
  readonly verdict: 'right' | 'wrong' | 'undecided';
  /** About five words. */
  readonly reason: string;
}

/** One thing that we say about a file: a record's diagnosis, or an explanation. */
export interface Said {
  readonly file: string;
  readonly line: number;
  readonly id: string;
  readonly kind: string;
}

/** How far we get with the records of a file. */
export interface Coverage {
  readonly file: string;
  readonly records: number;
  /** Records whose source and id we could tell. */
  readonly recognised: number;
  readonly diagnosed: number;
  /** Why the others are left: `no fact: Disk 7`, `no source: 7000`. */
  readonly left: readonly string[];
}

const COLUMNS = 'file\tline\tid\tverdict\treason';

/** The key by which a judgement belongs to what was said; the kind does not matter, the place and the answer do. */
export const keyOf = ({ file, line, id }: Said | Judgement): string => `${file}\t${line}\t${id}`;

/** The files of one folder of the corpus, or null where this machine has none. */
export function corpusFiles(folder: string): readonly string[] | null {
  const corpus = corpusFolder();
  const from = corpus === null ? null : path.join(corpus, folder);
  return from !== null && existsSync(from) ? readdirSync(from).sort() : null;
}

export function readCorpusFile(folder: string, file: string): string {
  return decode(readFileSync(path.join(corpusFolder() ?? '', folder, file))).text;
}

/** Everything we say about a file, each answer once a line. */
export async function saidAbout(file: string, text: string): Promise<readonly Said[]> {
  const lines = new LineMap(text);
  const { diagnoses, explanations } = await explain(text, knowledge);
  const all = [
    ...diagnoses.map(({ start, answers: [first] }) => ({ start, id: first.id, kind: 'diagnosis' })),
    ...explanations.map(({ start, kind, answers: [first] }) => ({ start, id: first.id, kind })),
  ];
  const said = all.map(({ start, id, kind }) => ({ file, line: lines.position(start).line, id, kind }));
  const seen = new Set<string>();
  return said.filter((one) => !seen.has(keyOf(one)) && seen.add(keyOf(one))).sort((a, b) => a.line - b.line);
}

export async function coverageOf(file: string, text: string): Promise<Coverage> {
  const { records } = new RecordFinder(knowledge.eventTypes).find(text);
  const { diagnoses } = await explain(text, knowledge);
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

const fileOf = (name: string): string => path.join(root, 'test/judgements', `${name}.tsv`);

export function readJudgements(name: string): readonly Judgement[] {
  const [header, ...rows] = readFileSync(fileOf(name), 'utf8').trimEnd().split(/\r?\n/);
  if (header !== COLUMNS) throw new Error(`${name}.tsv begins with other columns than ${COLUMNS}`);
  return rows.map((row) => {
    const [file = '', line = '', id = '', verdict = '', reason = ''] = row.split('\t');
    if (verdict !== 'right' && verdict !== 'wrong' && verdict !== 'undecided')
      throw new Error(`${name}.tsv: "${verdict}" is no verdict: ${row}`);
    return { file, line: Number(line), id, verdict, reason };
  });
}

/** A judgement as a line of its file, for pasting what is still to be judged. */
export const judgementLine = ({ file, line, id }: Said): string => `${file}\t${line}\t${id}\tundecided\t`;
