import type { Script } from '../scripts/command';
import type { ScriptKind } from '../scripts/kind';
import { LineMap } from '../text/lineMap';
import { limitFindings, type Findings } from './limit';
import type { Finding, Report } from './rule';
import { severityOf, type RuleChoice } from './ruleChoice';
import type { ScriptRule } from './scriptRule';
import { readSuppressions, suppress } from './suppressions';
import { unusedSuppressionFindings } from './unusedSuppression';

export interface ScriptCheck {
  readonly rules: readonly ScriptRule[];
  readonly choice: RuleChoice;
}

/**
 * Checks a document with scripts in it.
 *
 * @returns the findings in the order of the text, those that comments silence left out, never more than a few hundred
 */
export function checkScript(kind: ScriptKind, script: Script, { rules, choice }: ScriptCheck): Findings {
  const found: Finding[] = [];
  const { text, commands, comments } = script;
  for (const rule of rules) {
    const severity = severityOf(rule, choice);
    if (!severity) continue;
    const report = ({ at, message, fixes = [], related = [], severity: own }: Report): void => {
      const chosen = severity === rule.severity ? (own ?? severity) : severity;
      found.push({ rule: rule.id, severity: chosen, start: at.start, end: at.end, message, fixes, related });
    };
    rule.check({ script, kind, commands, report });
  }
  const lines = new LineMap(text);
  const { findings, unused } = suppress(found, readSuppressions(text, comments, lines), lines);
  return limitFindings([...findings, ...unusedSuppressionFindings(text, unused, rules, choice)]);
}
