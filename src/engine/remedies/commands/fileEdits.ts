import type { TextEdit } from '../../config/edits';
import type { Command } from '../plan';
import { inPowershell } from './programs';
import { psLiteral } from './quoting';

/** A place of a text: what stands there, and what is to stand there instead. Neither is empty. */
export interface Replacement {
  readonly from: string;
  readonly to: string;
  /** Which of the places that read so, from 1 on. */
  readonly nth: number;
  /** How many there are. */
  readonly of: number;
}

/** A change of a file as a command, and the command that takes exactly this change back. */
export interface FileChange {
  readonly change: Command;
  readonly undo: Command;
}

/**
 * Changes single places of a text file on the server and leaves every other byte as it is: its encoding, its byte-order
 * mark, what somebody else has written elsewhere. Where a place does not read as it did, nothing is changed at all.
 *
 * `appcmd` cannot do this: it refuses a file that IIS refuses, and it gives no way back to the text that was there.
 *
 * @param path the full path on the server
 * @param text what the file says now
 * @param edits must not overlap
 */
export function changeFile(path: string, text: string, edits: readonly TextEdit[]): FileChange {
  const replacements = replacementsOf(text, edits);
  const after = [...replacements].reverse();
  return {
    change: command(path, replacements),
    undo: command(
      path,
      after.map(({ from, to, back }) => ({ from: to, to: from, ...back })),
    ),
  };
}

interface Placed extends Replacement {
  /** Where the new text stands among all that read like it, once this one is made. */
  readonly back: { readonly nth: number; readonly of: number };
}

/** From the end of the text to its beginning, each counted in the text as the ones before have left it. */
function replacementsOf(text: string, edits: readonly TextEdit[]): readonly Placed[] {
  let current = text;
  return [...edits]
    .sort((a, b) => b.start - a.start)
    .map((edit) => {
      const { start, from, to } = anchored(current, edit);
      const edited = current.slice(0, start) + to + current.slice(start + from.length);
      const placed = { from, to, ...counted(current, from, start), back: counted(edited, to, start) };
      current = edited;
      return placed;
    });
}

/** Takes in so much of what stands beside an edit that there is something to find before and after it. */
function anchored(text: string, { start, end, text: to }: TextEdit): { start: number; from: string; to: string } {
  const from = text.slice(start, end);
  if (from.trim() !== '' && to.trim() !== '') return { start, from, to };
  // Names of tags only: values of attributes may be secrets.
  const behind = /^\s*<\/?[\w.:-]+/.exec(text.slice(end, end + 500))?.[0];
  if (behind !== undefined) return { start, from: from + behind, to: to + behind };
  const before = /(?:<\/?[\w.:-]+|\/?>)\s*$/.exec(text.slice(Math.max(0, start - 500), start))?.[0];
  if (before !== undefined) return { start: start - before.length, from: before + from, to: before + to };
  throw new Error('A place in no tag and beside none.');
}

/** As `-csplit` of PowerShell counts them: one behind the other, without overlaps. */
function counted(text: string, part: string, at: number): { nth: number; of: number } {
  const before = text.slice(0, at).split(part).length - 1;
  return { nth: before + 1, of: text.split(part).length - 1 };
}

/** One character for each byte, so that all bytes come back as they were; places are compared in UTF-8. */
const BYTES = '[Text.Encoding]::GetEncoding(28591)';

function command(path: string, replacements: readonly Replacement[]): Command {
  const statements = replacements.flatMap(({ from, to, nth, of }) => [
    `$from = $bytes.GetString([Text.Encoding]::UTF8.GetBytes(${psText(from)}))`,
    `$to = $bytes.GetString([Text.Encoding]::UTF8.GetBytes(${psText(to)}))`,
    '$parts = $text -csplit [regex]::Escape($from)',
    `if ($parts.Length -ne ${of + 1}) { throw 'The place to change does not read as it did. Nothing was changed.' }`,
    `$text = ($parts[0..${nth - 1}] -join $from) + $to + ($parts[${nth}..${of}] -join $from)`,
  ]);
  return inPowershell([
    `$path = ${psLiteral(path)}`,
    `$bytes = ${BYTES}`,
    '$text = $bytes.GetString([IO.File]::ReadAllBytes($path))',
    ...statements,
    '[IO.File]::WriteAllBytes($path, $bytes.GetBytes($text))',
  ]);
}

const CONTROLS: Readonly<Record<string, string>> = { '\r': '`r', '\n': '`n', '\t': '`t' };

/** A text of several lines as an expression of one. Other control characters cannot stand in XML. */
function psText(text: string): string {
  const parts = text.split(/([\r\n\t]+)/).filter((one) => one !== '');
  const expression = parts.map((one) =>
    /^[\r\n\t]/.test(one) ? `"${one.replace(/[\r\n\t]/g, (sign) => CONTROLS[sign] ?? '')}"` : psLiteral(one),
  );
  return expression.length === 1 ? expression.join('') : `(${expression.join(' + ')})`;
}
