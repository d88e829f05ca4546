import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { checkScript } from '../../src/engine/rules/checkScript';
import type { Profile } from '../../src/engine/rules/rule';
import { scriptRules } from '../../src/engine/rules/script/index.generated';
import { findCommands } from '../../src/engine/scripts/findCommands';
import { scriptKind } from '../../src/engine/scripts/kind';
import { decode } from '../../src/engine/text/decode';
import { LineMap } from '../../src/engine/text/lineMap';
import { root } from './knowledge';

/** A finding in a real script; a script without one has a row with `-` for line and rule. */
export interface Told {
  /** The name of the file in the folder of scripts. */
  readonly file: string;
  /** 1-based; `12 x2` where the rule reports twice in that line. */
  readonly line: string;
  readonly rule: string;
}

export interface ScriptJudgement extends Told {
  /** `owner/repository/path@commit` that the script is from; its name decides what kind of script it is. */
  readonly origin: string;
  readonly verdict: 'right' | 'wrong';
  /** About five words. */
  readonly reason: string;
}

const COLUMNS = 'file\torigin\tline\trule\tverdict\treason';

/** The folder of real scripts, which are not committed; null where this machine has none. */
export function scriptsFolder(): string | null {
  const folder = process.env.IIS_DOCTOR_SCRIPTS ?? path.join(root, '../shared/corpus/scripts');
  return existsSync(folder) ? folder : null;
}

export function readScriptJudgements(text: string): readonly ScriptJudgement[] {
  const [header, ...rows] = text.trimEnd().split(/\r?\n/);
  if (header !== COLUMNS) throw new Error(`the table begins with other columns than ${COLUMNS}`);
  return rows.map((row) => {
    const [file = '', origin = '', line = '', rule = '', verdict = '', reason = ''] = row.split('\t');
    if ((verdict !== 'right' && verdict !== 'wrong') || reason === '')
      throw new Error(`not judged, or without a reason: ${row}`);
    return { file, origin, line, rule, verdict, reason };
  });
}

export const scriptJudgements = (): readonly ScriptJudgement[] =>
  readScriptJudgements(readFileSync(path.join(root, 'test/judgements/scripts.tsv'), 'utf8'));

/** What the rules of a profile report in one script. */
export function toldIn(file: string, origin: string, text: string, profile: Profile): readonly Told[] {
  const kind = scriptKind(origin.replace(/@[\da-f]{7,40}$/, ''), text);
  const findings = kind
    ? checkScript(kind, findCommands(kind, text), { rules: scriptRules, choice: { profile } }).findings
    : [];
  const lines = new LineMap(text);
  const counts = new Map<string, number>();
  for (const { rule, start } of findings) {
    const key = `${lines.position(start).line}\t${rule}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  if (!counts.size) return [{ file, line: '-', rule: '-' }];
  return [...counts].map(([key, count]) => {
    const [line = '', rule = ''] = key.split('\t');
    return { file, line: count > 1 ? `${line} x${count}` : line, rule };
  });
}

/** The scripts of a folder by their names, decoded. */
export const scriptsIn = (folder: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(folder)
      .sort()
      .map((file) => [file, decode(readFileSync(path.join(folder, file))).text]),
  );

/** What is told and judged by nobody, judged wrong, or no longer told although it was right; each as a row's beginning. */
export interface Disagreement {
  readonly open: readonly string[];
  readonly wrong: readonly string[];
  readonly lost: readonly string[];
}

const keyOf = ({ file, line, rule }: Told): string => `${file}\t${line}\t${rule}`;

/** Holds what is told against the judgements of the files that were read. */
export function disagreement(told: readonly Told[], judgements: readonly ScriptJudgement[]): Disagreement {
  const files = new Set(told.map(({ file }) => file));
  const here = judgements.filter(({ file }) => files.has(file));
  const verdicts = new Map(here.map((one) => [keyOf(one), one.verdict]));
  const said = new Set(told.map(keyOf));
  return {
    open: [...said].filter((key) => !verdicts.has(key)),
    wrong: [...said].filter((key) => verdicts.get(key) === 'wrong'),
    lost: here.filter((one) => one.verdict === 'right' && !said.has(keyOf(one))).map(keyOf),
  };
}
