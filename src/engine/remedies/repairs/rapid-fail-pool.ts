import { noNewErrors, poolIs } from '../commands/checks';
import { controlPool } from '../commands/programs';
import { poolNames } from '../names';
import { planBase } from '../planBase';
import { evidenceOf, poolEvents } from '../pools/poolEvents';
import type { Remedy } from '../remedy';

const rapidFailPool: Remedy = {
  id: 'rapid-fail-pool',
  title: 'Start a pool that rapid-fail protection has stopped',
  purpose:
    'Says why the worker processes of the pool ended, starts it where that is over, and leads to the right repair where it is not.',
  versions: 'IIS 7 and later',
  rights: 'administrator on the server',
  doesNot: [
    'It does not repair the application: what crashed will crash again if nothing was changed.',
    'It does not change rapid-fail protection.',
  ],
  doNot: [
    'Do not switch rapid-fail protection off: a crash that repeats itself would take the processor and fill the event log.',
    'Do not restart the whole server for one pool.',
  ],
  sources: [
    {
      document: 'failure element of applicationPools (Microsoft Learn)',
      url: 'https://learn.microsoft.com/iis/configuration/system.applicationhost/applicationpools/add/failure',
      says: 'rapidFailProtection stops a pool after rapidFailProtectionMaxCrashes failures within rapidFailProtectionInterval',
      read: '2026-11-24',
    },
    {
      document: 'Collecting User-Mode Dumps (Microsoft Learn)',
      url: 'https://learn.microsoft.com/windows/win32/wer/collecting-user-mode-dumps',
      says: 'LocalDumps with DumpFolder and DumpType for one program',
      read: '2026-11-24',
    },
  ],
  parameters: [{ name: 'pool', label: 'Application pool', kind: 'choice', isRequired: true, options: poolNames }],
  needs: ['pools', 'events'],
  answers: ['was-5002', 'stopped-pool'],
  plan(snapshot, { pool = '' }) {
    const { server, pools, system } = snapshot;
    if (system && !system.administrator)
      return { because: `${system.account} is no administrator on ${server}, and only administrators start pools.` };
    const known = pools?.pools.known ? pools.pools.value.find(({ name }) => name === pool) : undefined;
    if (known?.state !== 'stopped')
      return {
        because: `The pool "${pool}" is not stopped, so there is nothing to start. Recycle it if it answers badly.`,
      };
    const identity = poolEvents(snapshot, pool, [5021, 5057]);
    const [newest] = poolEvents(snapshot, pool, [5002, 5021, 5057, 5059]);
    // Only the last reason counts: an identity that was repaired since has left its events as well.
    if (identity.length && newest && newest.eventId !== 5002)
      return {
        because: `The worker process of "${pool}" could not start because of its identity (${evidenceOf(newest)}) It would stop again at once. Use "Repair the identity of a pool".`,
      };
    const events = poolEvents(snapshot, pool, [5002, 5009, 5010, 5011, 5013, 5059]);
    return {
      ...planBase('rapid-fail-pool', server),
      title: `Start application pool "${pool}" on ${server}`,
      verdict: events.length
        ? 'Its worker processes failed so often that WAS stopped the pool; until it is started, its applications answer with 503.'
        : 'The pool is stopped, and the events that were read do not say why; somebody may have stopped it on purpose.',
      evidence: events.slice(0, 8).map(evidenceOf),
      steps: [
        {
          id: 'cause',
          title: 'Make sure that the cause is gone',
          why: 'Application log, same minutes: 1000 or 1026 name a crash, 2280 and 2307 a module or a configuration that could not be read. Unchanged, the pool will stop again.',
          command: null,
          stops: [],
        },
        {
          id: 'start',
          title: `Start the application pool "${pool}"`,
          why: 'Rapid-fail protection counts from zero again.',
          command: controlPool('start', pool),
          stops: [],
          check: poolIs(pool, 'Started'),
          undo: { title: `Stop the application pool "${pool}"`, command: controlPool('stop', pool), accepts: [1062] },
        },
      ],
      verification: [poolIs(pool, 'Started'), noNewErrors('Microsoft-Windows-WAS')],
      leftovers: [
        'Ask the applications of the pool for a page: only then does a worker process start.',
        'If it crashes again: create HKLM\\SOFTWARE\\Microsoft\\Windows\\Windows Error Reporting\\LocalDumps\\w3wp.exe with DumpFolder and DumpType 2, wait for the next crash, and give the dump to who wrote the application. Delete the key afterwards: dumps are large and hold what was in memory.',
      ],
    };
  },
};

export default rapidFailPool;
