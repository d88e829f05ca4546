import type { TextEdit } from '../config/edits';
import type { Script, Shell } from '../scripts/command';
import { lineAt } from '../text/lines';
import type { Finding } from './rule';

const MARKS: Readonly<Record<Shell, string>> = { batch: 'rem', powershell: '#', pwsh: '#', sh: '#', vbscript: "'" };

/**
 * The edit that puts a suppression on the line above a finding, in the language of the command.
 *
 * @returns null where no comment can stand: within a string or a folded text
 */
export function scriptSuppressionEdit(
  { text, commands }: Script,
  { rule, start }: Pick<Finding, 'rule' | 'start'>,
): TextEdit | null {
  const command = commands.find((one) => one.start <= start && start < one.end);
  if (!command?.host.canBreak) return null;
  const at = lineAt(text, command.start).start;
  const comment = `${MARKS[command.shell]} iis-doctor-disable-next-line ${rule}: because ...`;
  return { start: at, end: at, text: `${command.indentation}${comment}${command.lineEnd}` };
}
