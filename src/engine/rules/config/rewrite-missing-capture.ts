import { actionReferences, captures, INBOUND, OUTBOUND, enabledRules, type RewriteRule } from '../../config/rewrite';
import { isPlaceholder } from '../../config/placeholder';
import { saysTrue } from '../../config/values';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';

export default defineConfigRule({
  id: 'rewrite-missing-capture',
  severity: 'error',
  profile: 'correctness',
  title: 'A back-reference to a group that the rule does not capture',
  why: '`{R:1}` stands for the first group in brackets of the rule\'s pattern, `{C:1}` for one of its conditions; `{R:0}` and `{C:0}` for all that matched. With several conditions `{C:n}` counts in the last one only, unless `trackAllCaptures="true"` numbers the groups of all of them. A negated pattern captures nothing. A reference to a group that does not exist never holds the text that the rule is meant to carry over.',
  sources: [
    {
      document: 'URL Rewrite Module Configuration Reference',
      says: 'back-references count the groups of the pattern; conditions give those of the last one that matched; a wildcard captures each asterisk',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.webServer><rewrite><rules><rule name="a"><match url="^old$" /><action type="Rewrite" url="/new/{R:1}" /></rule></rules></rewrite></system.webServer>',
        at: '{R:1}',
      },
      {
        text: '<system.webServer><rewrite><rules><rule name="a"><match url=".*" /><action type="Redirect" url="https://{C:1}/{R:0}" /></rule></rules></rewrite></system.webServer>',
        at: '{C:1}',
      },
      {
        text: '<system.webServer><rewrite><rules><rule name="a"><match url=".*" /><conditions><add input="{HTTP_HOST}" pattern="^(.+)\\.shop\\.test$" /><add input="{HTTPS}" pattern="off" /></conditions><action type="Rewrite" url="/{C:1}/{R:0}" /></rule></rules></rewrite></system.webServer>',
        at: '{C:1}',
      },
      {
        file: 'applicationHost.config',
        text: '<location path="a"><system.webServer><rewrite><rules><rule name="a" patternSyntax="Wildcard"><match url="*.htm" /><action type="Rewrite" url="{R:2}.asp" /></rule></rules></rewrite></system.webServer></location>',
        at: '{R:2}',
      },
    ],
    good: [
      '<system.webServer><rewrite><rules><rule name="a"><match url="^a/(\\d+)/(?:b|c)/(.*)$" /><action type="Rewrite" url="/d/{R:1}/{R:2}?x={R:0}" /></rule></rules></rewrite></system.webServer>',
      '<system.webServer><rewrite><rules><rule name="a"><match url=".*" /><conditions trackAllCaptures="true"><add input="{HTTP_HOST}" pattern="^(.+)\\.shop\\.test$" /><add input="{QUERY_STRING}" pattern="id=(\\d+)" /></conditions><action type="Rewrite" url="/{C:1}/{C:2}" /></rule></rules></rewrite></system.webServer>',
      '<system.webServer><rewrite><rules><rule name="a"><match url=".*" /><conditions logicalGrouping="MatchAny"><add input="{HTTP_HOST}" pattern="^(.+)\\.a\\.test$" /><add input="{HTTP_HOST}" pattern="^(.+)\\.b\\.test$" /></conditions><action type="Rewrite" url="/{C:1}" /></rule></rules></rewrite></system.webServer>',
      '<system.webServer><rewrite><rules><rule name="a"><match url=".*" /><conditions><add input="{HTTP_HOST}" pattern="^(.+)\\.a\\.test$" /><add input="{REQUEST_FILENAME}" matchType="IsFile" negate="true" /></conditions><action type="Rewrite" url="/{C:1}" /></rule></rules></rewrite></system.webServer>',
      // The map gives the text that is captured.
      '<system.webServer><rewrite><rewriteMaps><rewriteMap name="M" /></rewriteMaps><rules><rule name="a"><match url=".*" /><conditions><add input="{M:{URL}}" pattern="(.+)" /></conditions><action type="Rewrite" url="{C:1}" /></rule></rules></rewrite></system.webServer>',
    ],
  },
  check({ sections, report }) {
    for (const path of [...INBOUND, OUTBOUND])
      for (const use of sections(path))
        for (const rule of enabledRules(use)) {
          const [byRule, byConditions] = [ofMatch(rule), ofConditions(rule, path === OUTBOUND)];
          for (const { name, argument, range } of actionReferences(rule)) {
            const known = name === 'R' ? byRule : name === 'C' ? byConditions : null;
            const wanted = /^\d$/.test(argument ?? '') ? Number(argument) : 0;
            if (!known || wanted === 0 || wanted <= known.count) continue;
            report({
              at: range,
              message: `${quoted(`{${name}:${argument}}`)} names a group that does not exist: ${known.because}.`,
            });
          }
        }
    return undefined;
  },
});

interface Captured {
  readonly count: number;
  /** Why there are no more. */
  readonly because: string;
}

const groups = (count: number): string =>
  count === 0 ? 'captures no group' : `captures ${count} group${count === 1 ? '' : 's'}`;

/** null: nobody can tell. */
function ofMatch({ match, syntax }: RewriteRule): Captured | null {
  if (!match?.pattern || isPlaceholder(match.pattern.value)) return null;
  if (match.isNegated) return { count: 0, because: 'the pattern of the rule is negated, so it captures nothing' };
  const count = captures(match.pattern.value, syntax);
  return count === null ? null : { count, because: `the pattern of the rule ${groups(count)}` };
}

function ofConditions({ conditions, conditionsElement, syntax }: RewriteRule, outbound: boolean): Captured | null {
  const counted = conditions
    .filter(({ isPattern, isNegated }) => isPattern && !isNegated)
    .map(({ pattern }) => (pattern && !isPlaceholder(pattern.value) ? captures(pattern.value, syntax) : null));
  if (counted.includes(null)) return null;
  const counts = counted.flatMap((one) => one ?? []);
  if (!counts.length) {
    const because = conditions.length ? 'no condition of the rule captures anything' : 'the rule has no conditions';
    return { count: 0, because };
  }
  const all = saysTrue(conditionsElement ?? undefined, 'trackAllCaptures', outbound);
  if (all) {
    const count = counts.reduce((sum, one) => sum + one, 0);
    return { count, because: `the conditions of the rule have ${count} in all` };
  }
  const most = Math.max(...counts);
  const any = /^matchany$/i.test(
    conditionsElement?.attributes.find(({ name }) => name === 'logicalGrouping')?.value ?? '',
  );
  const last = counts.at(-1) ?? 0;
  if (any || counts.length === 1 || last === most)
    return { count: most, because: most === 0 ? 'no condition of the rule has one' : `the condition ${groups(most)}` };
  return {
    count: last,
    because: `with several conditions only the last one counts, and it ${groups(last)}; trackAllCaptures="true" numbers those of all`,
  };
}
