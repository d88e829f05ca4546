import type { Plan } from '../../engine/remedies/plan';
import type { CommandPart } from '../../protocol/wizard';

/** The text of a command, or of a file, of a plan; null where there is none: a page can only name what the plan contains. */
export function commandIn({ prechecks, steps, verification, files }: Plan, { of, index }: CommandPart): string | null {
  switch (of) {
    case 'precheck':
      return prechecks[index]?.command.powershell ?? null;
    case 'step':
      return steps[index]?.command?.powershell ?? null;
    case 'stepCheck':
      return steps[index]?.check?.command.powershell ?? null;
    case 'undo':
      return steps[index]?.undo?.command.powershell ?? null;
    case 'verification':
      return verification[index]?.command.powershell ?? null;
    case 'file':
      return files?.[index]?.text ?? null;
  }
}
