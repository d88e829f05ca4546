import { rulePage } from '../../engine/render/rulePage';
import { allRules } from '../../engine/rules/catalogue';
import type { RulePageParams, RulePageResult } from '../../protocol/languageServer';

/** The page of a rule; null where there is none of that name. */
export function rulePageRequest({ rule: id }: RulePageParams): RulePageResult {
  const rule = allRules.get(id);
  return rule ? { title: rule.title, markdown: rulePage(rule) } : null;
}
