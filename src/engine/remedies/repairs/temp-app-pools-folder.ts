import type { Command, Refusal, Plan, Step } from '../plan';
import { evidenceOf } from '../pools/poolEvents';
import { loggedEvents } from '../events/loggedEvents';
import { restartServices } from '../restart/services';
import type { Remedy } from '../remedy';

const FOLDER = '%SystemDrive%\\inetpub\\temp\\appPools';

/** Where the new name is taken, nothing is done: WAS has made its folder anew then. */
const rename = (from: string, to: string): Command => {
  const folder = '%SystemDrive%\\inetpub\\temp';
  const line = `if not exist "${folder}\\${to}" ren "${folder}\\${from}" "${to}"`;
  return { powershell: `cmd.exe /c '${line}'`, cmd: line };
};

const tempAppPoolsFolder: Remedy = {
  id: 'temp-app-pools-folder',
  title: 'Renew the folder of pool configurations',
  purpose:
    'For WAS 5188, 5189 and 5191 that name inetpub\\temp\\appPools: puts the folder aside while WAS is stopped, so that WAS makes it anew.',
  versions: 'IIS 7 and later',
  rights: 'administrator on the server',
  doesNot: [
    'It deletes nothing: the old folder stays beside the new one.',
    'It does not repair applicationHost.config: where WAS cannot read that, it says so in 5189 with another text.',
  ],
  doNot: [
    'Do not delete files of the folder while WAS runs: pools then start without configuration.',
    'Do not make the folder a link to another drive: WAS refuses links there.',
    'Do not give Everyone or all pools rights on it: each pool reads only its own file.',
  ],
  sources: [
    {
      document: 'Microsoft Support, KB 4050891',
      says: 'Web sites answer with 503 and WAS logs 5189 after an update made links in inetpub\\temp\\appPools; the folder is emptied with WAS stopped',
      read: '2026-11-24',
    },
    {
      document: 'TechNet: Event ID 5188, 5189, 5191 - WAS application pool configuration',
      url: 'https://learn.microsoft.com/previous-versions/windows/it-pro/windows-server-2008-R2-and-2008/dd364058(v=ws.10)',
      says: 'WAS writes one configuration file for each pool there; rights of the folder keep it from doing so',
      read: '2026-11-24',
    },
  ],
  parameters: [],
  needs: ['system', 'services', 'sites', 'pools', 'workers', 'events'],
  answers: ['was-5188', 'was-5189', 'was-5191'],
  plan(snapshot): Plan | Refusal {
    const restart = restartServices(snapshot, 'WAS');
    if ('because' in restart) return restart;
    if (!restart.runs) return { because: 'There is no WAS on this server, and no such folder before IIS 7.' };
    const { server } = snapshot;
    const aside = `appPools-${new Date(snapshot.at).toISOString().replace(/\D/g, '').slice(0, 14)}`;
    const at = restart.steps.findIndex(({ id }) => id === 'start-w3svc');
    const step: Step = {
      id: 'aside',
      title: `Put the folder aside as ${aside}`,
      why: 'Its links or wrong rights go with it; WAS makes folder and files anew when it starts.',
      command: rename('appPools', aside),
      stops: [],
      undo: { title: 'Put the folder back, unless WAS has made a new one', command: rename(aside, 'appPools') },
    };
    return {
      ...restart,
      remedy: 'temp-app-pools-folder',
      title: `Renew inetpub\\temp\\appPools on ${server}`,
      verdict: `WAS could not write the configuration of a pool into ${FOLDER}. ${restart.verdict}`,
      evidence: [...loggedEvents(snapshot, [5188, 5189, 5191]).slice(0, 5).map(evidenceOf), ...restart.evidence],
      steps: [...restart.steps.slice(0, at), step, ...restart.steps.slice(at)],
      leftovers: [...restart.leftovers, `Delete the folder ${aside} beside it once every pool runs.`],
    };
  },
};

export default tempAppPoolsFolder;
