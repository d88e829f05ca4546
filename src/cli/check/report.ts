import path from 'node:path';
import { version } from '../../../package.json';
import type { CheckReport } from '../../engine/render/checked';
import { plainLine } from '../../engine/render/escape';
import { findingsJson } from '../../engine/render/findingsJson';
import { findingsText } from '../../engine/render/findingsText';
import { githubAnnotations } from '../../engine/render/githubAnnotations';
import { sarif } from '../../engine/render/sarif';
import { InputError } from '../input';
import { Output } from '../output';
import { tellProblem } from '../tell';
import type { CheckArguments } from './arguments';
import type { Disk } from './disk';
import { shownPath } from './targets';

export interface Printed {
  readonly command: CheckArguments;
  readonly disk: Disk;
  readonly cwd: string;
  readonly report: CheckReport;
  /** Of a dry run; they stand instead of the findings. */
  readonly diffs: readonly string[];
  readonly notes: readonly string[];
  /** What could not be checked, a sentence each. */
  readonly problems: readonly string[];
}

/** Prints the outcome: the report to where it was wished, and what is not part of it to standard error. */
export async function printReport(printed: Printed): Promise<void> {
  const { command, disk, cwd, notes, problems } = printed;
  const { output } = command;
  const text = reportText(printed);
  if (output === undefined) {
    const standard = new Output();
    await standard.print(text);
    await standard.flush();
  } else {
    const file = path.resolve(cwd, output);
    await disk.promises.writeFile(file, text).catch((error: unknown) => {
      throw new InputError(`"${shownPath(file, cwd)}" could not be written.`, { cause: error });
    });
  }
  // In a report that programs read there is no place for them.
  if (command.format !== 'text' || command.dryRun) for (const note of notes) tellProblem(note);
  for (const problem of problems) tellProblem(problem);
}

function reportText({ command, report, diffs, notes, problems }: Printed): string {
  const isTerminal = command.output === undefined && process.stdout.isTTY;
  switch (command.format) {
    case 'json':
      return findingsJson(report);
    case 'sarif':
      return sarif(report, { version, problems });
    case 'github':
      return githubAnnotations(report);
    case 'text':
      if (command.dryRun) return isTerminal ? diffs.map(shownDiff).join('') : diffs.join('');
      if (!report.files.length) return '';
      return findingsText(report, { colours: isTerminal && coloursWanted(), notes });
  }
}

/** A file that goes through a program keeps every byte; on a terminal its signs must not deceive. */
const shownDiff = (diff: string): string => diff.split('\n').map(plainDiffLine).join('\n');
const plainDiffLine = (line: string): string => plainLine(line.replace(/\r$/, ''));

const coloursWanted = (): boolean => !process.env.NO_COLOR && process.env.TERM !== 'dumb';
