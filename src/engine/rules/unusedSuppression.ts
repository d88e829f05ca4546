import { closest } from '../text/closest';
import type { Finding, RuleInfo } from './rule';
import { quoted } from './quoted';
import { severityOf, type RuleChoice } from './ruleChoice';
import type { Suppressed } from './suppressions';

/** The one rule that looks at the findings of the others, so it has no file of its own among them. */
export const unusedSuppression: RuleInfo = {
  id: 'unused-suppression',
  severity: 'warning',
  profile: 'correctness',
  title: 'A suppression silences nothing',
  why: 'The comment names a rule that reports nothing there: the fault was mended, the comment stands on the wrong line, or the name is misspelt. Left in place it would hide the next fault.',
  sources: [],
  examples: {
    bad: [
      '<!-- iis-doctor-disable-next-line unknown-section: was needed once -->\n<system.webServer><directoryBrowse enabled="false" /></system.webServer>',
      '<!-- iis-doctor-disable-file no-such-rule -->',
      '<!-- iis-doctor-disable-line -->',
    ],
    good: ['<system.webServer><!-- nothing to silence --></system.webServer>'],
  },
};

/** A file with more misspelt suppressions was not written by a person; what each of them meant takes time to find out. */
const MOST_NEAR_MISSES = 100;

/** The findings for suppressions that silenced nothing. A rule that is not wanted may well stay silent. */
export function unusedSuppressionFindings(
  text: string,
  unused: Suppressed['unused'],
  rules: readonly RuleInfo[],
  choice: RuleChoice,
): Finding[] {
  const severity = severityOf(unusedSuppression, choice);
  if (!severity) return [];
  return unused.flatMap(({ suppression, rule }, i): Finding[] => {
    const known = rules.find(({ id }) => id === rule);
    if (known && !severityOf(known, choice)) return [];
    const at = rule === null ? -1 : text.slice(suppression.start, suppression.end).indexOf(rule);
    const range =
      rule === null || at < 0
        ? { start: suppression.start, end: suppression.end }
        : { start: suppression.start + at, end: suppression.start + at + rule.length };
    const message = known || rule === null ? silent(rule) : unknown(rule, i < MOST_NEAR_MISSES ? rules : []);
    return [{ rule: unusedSuppression.id, severity, ...range, message, fixes: [], related: [] }];
  });
}

const silent = (rule: string | null): string =>
  rule === null
    ? 'This suppression names no rule, so it silences nothing. Write the id of a rule behind it.'
    : `Rule ${rule} reports nothing here. Remove this suppression, or it hides the next fault.`;

function unknown(rule: string, rules: readonly RuleInfo[]): string {
  const meant = closest(
    rule,
    rules.map(({ id }) => id),
  );
  return `There is no rule ${quoted(rule)}${meant ? `; did you mean ${meant}?` : '. "iis-doctor rules" lists them.'}`;
}
