import { configRules } from './config/index.generated';
import type { RuleInfo } from './rule';
import { scriptRules } from './script/index.generated';
import { unusedSuppression } from './unusedSuppression';

/** Every rule that a check may report, by id. */
export const allRules: ReadonlyMap<string, RuleInfo> = new Map(
  [...configRules, ...scriptRules, unusedSuppression].map((rule) => [rule.id, rule]),
);

/** What a rule looks at. */
export type RuleScope = 'configuration' | 'scripts' | 'both';

const ofScripts: ReadonlySet<string> = new Set(scriptRules.map(({ id }) => id));

export const scopeOf = ({ id }: Pick<RuleInfo, 'id'>): RuleScope =>
  ofScripts.has(id) ? 'scripts' : id === unusedSuppression.id ? 'both' : 'configuration';
