import type { Command, Script } from '../scripts/command';
import type { ScriptKind } from '../scripts/kind';
import type { Report, RuleInfo } from './rule';

/** A rule for scripts: one file in `rules/script/`, which is found there by its name. */
export interface ScriptRule extends RuleInfo {
  readonly check: (context: ScriptContext) => void;
}

/** What a rule sees. */
export interface ScriptContext {
  readonly script: Script;
  readonly kind: ScriptKind;
  /** In the order of the text. */
  readonly commands: readonly Command[];
  readonly report: (report: Report) => void;
}

/** Only gives the literal its type. */
export const defineScriptRule = (rule: ScriptRule): ScriptRule => rule;
