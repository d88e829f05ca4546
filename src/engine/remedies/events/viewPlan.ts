import { deleteFile, fileExists, writeText } from '../commands/files';
import type { Plan } from '../plan';
import { planBase } from '../planBase';
import { queryOf, suppressingQuery, viewFile, type EventFilter } from './eventFilter';

const FOLDER = '%ProgramData%\\Microsoft\\Event Viewer\\Views';

export interface ViewPlan {
  readonly remedy: string;
  readonly server: string;
  /** `DCOM 10016, RuntimeBroker`: what is hidden. */
  readonly what: string;
  readonly verdict: string;
  readonly evidence: readonly string[];
  readonly filter: EventFilter;
}

/** Hides events that are noise in a custom view of Event Viewer. The log itself keeps them. */
export function viewPlan({ remedy, server, what, verdict, evidence, filter }: ViewPlan): Plan {
  const name = `System without ${what}`;
  // Signs that no file name has are left out of it.
  const file = `IIS Doctor - ${name.replace(/[^\w ,.{}-]/g, '')}.xml`;
  const path = `${FOLDER}\\${file}`;
  return {
    ...planBase(remedy, server),
    title: `Hide ${what} on ${server}`,
    verdict,
    evidence,
    steps: [
      {
        id: 'look',
        title: 'List the newest of these records',
        why: 'Look whether they are the ones that you mean, and whether something of yours failed in the same second.',
        command: queryOf(filter),
        stops: [],
      },
      {
        id: 'view',
        title: `Add the custom view "${name}" to Event Viewer`,
        why: 'It shows the System log without exactly these records. By hand: Event Viewer > Custom Views > Create Custom View > XML > Edit query manually.',
        command: writeText(FOLDER, file, viewFile(name, filter)),
        stops: [],
        check: fileExists(path, 'The view'),
        undo: { title: 'Delete the view', command: deleteFile(path) },
      },
    ],
    verification: [fileExists(path, 'The view')],
    leftovers: [
      'Close Event Viewer and open it again: the view stands under Custom Views.',
      `The query, for other tools: ${suppressingQuery(filter)}`,
    ],
  };
}
