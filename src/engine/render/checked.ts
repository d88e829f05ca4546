import type { Finding, RuleInfo } from '../rules/rule';

/** A configuration file that was checked: what every way of showing findings starts from. */
export interface CheckedFile {
  /** The path to be shown, with slashes, relative to where the program was started where it lies below that. */
  readonly path: string;
  readonly text: string;
  readonly findings: readonly Finding[];
  /** How many more findings there were than are listed, by rule. */
  readonly leftOut: ReadonlyMap<string, number>;
}

/** The outcome of a check. */
export interface CheckReport {
  readonly files: readonly CheckedFile[];
  /** All rules that may have reported something, by id. */
  readonly rules: ReadonlyMap<string, RuleInfo>;
}

export const sumOf = (counts: ReadonlyMap<string, number>): number =>
  [...counts.values()].reduce((sum, count) => sum + count, 0);
