import { allRules, scopeOf, type RuleScope } from '../../engine/rules/catalogue';
import { profiles, type RuleInfo } from '../../engine/rules/rule';
import { rulePage } from '../../engine/render/rulePage';
import { closest } from '../../engine/text/closest';
import { ArgumentError } from '../argumentError';
import type { RuleArguments, RulesArguments } from './arguments';

const SCOPES: Readonly<Record<RuleScope, string>> = { configuration: 'config', scripts: 'scripts', both: 'both' };

/** `iis-doctor rules`: every rule, by profile, and what it is for. */
export function rulesText({ format }: RulesArguments): string {
  const rules = [...allRules.values()].sort(
    (a, b) => profiles.indexOf(a.profile) - profiles.indexOf(b.profile) || (a.id < b.id ? -1 : 1),
  );
  if (format === 'json')
    return `${JSON.stringify({ rules: Object.fromEntries(rules.map((rule) => [rule.id, described(rule)])) }, null, 2)}\n`;
  const width = Math.max(...rules.map(({ id }) => id.length));
  const blocks = profiles.flatMap((profile) => {
    const lines = rules
      .filter((rule) => rule.profile === profile)
      .map((rule) => {
        const { id, severity, title } = rule;
        return `  ${id.padEnd(width)}  ${severity.padEnd(11)}  ${SCOPES[scopeOf(rule)].padEnd(7)}  ${title}`;
      });
    return lines.length ? [[`${profile} (${lines.length})`, ...lines].join('\n')] : [];
  });
  return `${blocks.join('\n\n')}\n`;
}

const described = (rule: RuleInfo) => ({
  title: rule.title,
  severity: rule.severity,
  profile: rule.profile,
  for: scopeOf(rule),
  page: rulePage(rule),
});

/** `iis-doctor rule ID`: the page of a rule. Throws an {@link ArgumentError} for an unknown id. */
export function ruleText({ id }: RuleArguments): string {
  const rule = allRules.get(id);
  if (rule) return `${rulePage(rule)}\n`;
  const meant = closest(id, allRules.keys());
  throw new ArgumentError(
    `There is no rule "${id}"${meant === null ? '; "iis-doctor rules" lists them.' : `; did you mean ${meant}?`}`,
  );
}
