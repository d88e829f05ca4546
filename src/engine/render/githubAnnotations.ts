import type { Severity } from '../rules/rule';
import { LineMap } from '../text/lineMap';
import { sumOf, type CheckReport } from './checked';
import { plainText } from './escape';

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', information: 'notice' };

/** The findings as workflow commands of GitHub Actions, which shows them beside the lines of a pull request. */
export function githubAnnotations({ files, rules }: CheckReport): string {
  const commands = files.flatMap(({ path, text, findings, leftOut }) => {
    const lines = new LineMap(text);
    const found = findings.map(({ rule, severity, start, end, message }) => {
      const [from, to] = [lines.position(start), lines.position(end)];
      return command(COMMANDS[severity], message, {
        file: path,
        line: from.line,
        endLine: to.line,
        col: from.column,
        // GitHub takes columns only for a place within one line.
        ...(from.line === to.line && { endColumn: to.column }),
        title: `${rule}: ${rules.get(rule)?.title ?? rule}`,
      });
    });
    const more = sumOf(leftOut);
    return more ? [...found, command('notice', `${more} more findings are left out.`, { file: path })] : found;
  });
  return commands.map((one) => `${one}\n`).join('');
}

function command(name: string, message: string, properties: Readonly<Record<string, string | number>>): string {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${property(String(value))}`);
  return `::${name} ${list.join(',')}::${data(plainText(message, 600))}`;
}

/** As the runner of GitHub reads it back. */
const data = (text: string): string => text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
const property = (text: string): string => data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
