import type { Snapshot } from '../../servers/snapshot';
import { isTaken } from '../configuration/changeStep';
import { configurationOf, type ReadConfiguration } from '../configuration/configurationOf';
import { planDuplicates, WINS } from '../configuration/duplicateEntries';
import { nameOf, problemsIn } from '../configuration/problems';
import { refusedIn } from '../configuration/refusedByIis';
import { loggedEvents } from '../events/loggedEvents';
import type { Plan, Refusal } from '../plan';
import { evidenceOf } from '../pools/poolEvents';
import { isRefusal, type Remedy } from '../remedy';
import { UNREADABLE } from '../refusals';
import { byHand, runbook } from '../runbook';

/** WAS 5189: it could not read the configuration. What it stumbled over decides what helps. */
const configurationError: Remedy = {
  id: 'configuration-error-5189',
  title: 'Repair a configuration that WAS cannot read',
  purpose:
    'WAS 5189, 5036 and their like: looks into applicationHost.config for what WAS stumbles over, and leads to the repair.',
  versions: 'IIS 7 and later',
  rights: 'administrator on the server',
  doesNot: [
    'It does not guess: where the file is in order, it leads to keys, to the temporary folder or to the history.',
  ],
  doNot: [
    'Do not restart WAS while the file is broken: as long as it runs, it goes on with what it has read before.',
    'Do not restore a backup before you know what is wrong: it takes back every change of every site.',
  ],
  sources: [
    {
      document: 'Event ID 5189, WAS (Microsoft Learn)',
      url: 'https://learn.microsoft.com/previous-versions/windows/it-pro/windows-server-2008-R2-and-2008/dd364058(v=ws.10)',
      says: 'WAS could not generate or read a configuration; the message and the data say why',
      read: '2026-11-24',
    },
  ],
  parameters: [],
  needs: ['system', 'sites', 'configuration', 'webConfigs', 'events'],
  answers: [
    'was-5036',
    'was-5172',
    'was-5172-not-well-formed',
    'was-5172-unknown-section',
    'was-5189',
    'was-5189-type-0',
  ],
  plan(snapshot) {
    const configuration = configurationOf(snapshot);
    if (!configuration) return { because: UNREADABLE, instead: [HISTORY] };
    return planFor(snapshot, configuration);
  },
};
export default configurationError;

const HISTORY = {
  remedy: 'configuration-history',
  values: {},
  says: 'Where the file is damaged beyond repair: the copies that IIS keeps.',
};

function planFor(snapshot: Snapshot, configuration: ReadConfiguration): Plan | Refusal {
  const file = configuration.applicationHost;
  const events = loggedEvents(snapshot, [5036, 5189]).filter(({ provider }) => provider.endsWith('WAS'));
  const refused = refusedIn(configuration, file);
  if (refused.length)
    return runbook({
      remedy: 'configuration-error-5189',
      title: `Mend applicationHost.config on ${snapshot.server}`,
      server: snapshot.server,
      verdict: 'IIS does not understand its own configuration; when WAS starts the next time, no site runs.',
      evidence: [
        ...refused.slice(0, 10).map(({ line, message }) => `${file.file}, line ${line}: ${message}`),
        ...events.slice(0, 3).map(evidenceOf),
      ],
      steps: [
        byHand('keep', `Copy ${file.file} to a safe place`, 'It is the way back, and shows what went wrong.'),
        ...refused
          .slice(0, 10)
          .map(({ line, message }, i) => byHand(`mend-${i + 1}`, `Mend line ${line}`, message.replace(/[.:]?$/, '.'))),
      ],
      verification: [isTaken('system.applicationHost/sites', '')],
      leads: [HISTORY],
    });
  if (problemsIn(file, 'duplicate').length) {
    const made = planDuplicates(snapshot, nameOf(file), WINS.each);
    return isRefusal(made) ? made : { ...made, remedy: 'configuration-error-5189' };
  }
  return {
    because: `${file.file} is in order, as far as it can be told. ${events.length ? 'If the event names inetpub\\temp\\appPools, WAS could not write the file of a pool there; if it speaks of a key set or of decryption, the keys are missing.' : 'The events that were read hold no 5189 or 5036 of WAS.'}`,
    instead: [
      { remedy: 'temp-app-pools-folder', values: {}, says: 'Where the event names inetpub\\temp\\appPools.' },
      { remedy: 'key-container', values: {}, says: 'Where a value cannot be decrypted.' },
      HISTORY,
    ],
  };
}
