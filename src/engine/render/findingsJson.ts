import { safeFix } from '../rules/safeEdits';
import { LineMap } from '../text/lineMap';
import type { CheckReport } from './checked';
import { rulePage } from './rulePage';

/** The findings as JSON, as the contract of the command line has it: lines and columns are 1-based, ends exclusive. */
export function findingsJson({ files, rules }: CheckReport): string {
  const used = new Set(files.flatMap(({ findings }) => findings.map(({ rule }) => rule)));
  const report = {
    files: files.map(({ path, text, findings }) => {
      const lines = new LineMap(text);
      return {
        path,
        findings: findings.map(({ rule, severity, start, end, message, fixes }) => {
          const [from, to] = [lines.position(start), lines.position(end)];
          const place = { line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
          return { rule, severity, ...place, message, fixable: safeFix(fixes) !== undefined };
        }),
      };
    }),
    rules: Object.fromEntries(
      [...rules.values()]
        .filter(({ id }) => used.has(id))
        .map((rule) => [
          rule.id,
          { title: rule.title, severity: rule.severity, profile: rule.profile, page: rulePage(rule) },
        ]),
    ),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
