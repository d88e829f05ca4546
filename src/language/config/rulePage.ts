import { rulePage } from '../../engine/render/rulePage';
import { configRules } from '../../engine/rules/config/index.generated';
import { unusedSuppression } from '../../engine/rules/unusedSuppression';
import type { RulePageParams, RulePageResult } from '../../protocol/languageServer';

/** The page of a rule; null where there is none of that name. */
export function rulePageRequest({ rule: id }: RulePageParams): RulePageResult {
  const rule = [...configRules, unusedSuppression].find((one) => one.id === id);
  return rule ? { title: rule.title, markdown: rulePage(rule) } : null;
}
