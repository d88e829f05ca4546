import type { Snapshot } from '../../servers/snapshot';
import { poolIs, siteIs } from '../commands/checks';
import { controlPool, controlSite } from '../commands/programs';
import type { Plan, Refusal } from '../plan';
import { base } from './base';

/** The smallest restart of an application that there is. */
export function recyclePool({ server, pools, workers }: Snapshot, pool: string): Plan | Refusal {
  const known = pools?.pools.known ? pools.pools.value.find(({ name }) => name === pool) : undefined;
  if (!known) return { because: 'Choose the application pool that is to be recycled.' };
  const running = workers?.requests.known
    ? workers.requests.value.filter(({ applicationPool }) => applicationPool === pool).length
    : null;
  const evidence = running === null ? [] : [`Running requests in the pool: ${running}.`];
  // A stopped pool cannot be recycled; starting it is what is meant.
  if (known.state === 'stopped')
    return {
      ...base(server),
      title: `Start application pool "${pool}" on ${server}`,
      verdict: 'The pool is stopped, so there is nothing to recycle; it is started.',
      evidence,
      steps: [
        {
          id: 'start',
          title: `Start the application pool "${pool}"`,
          why: 'Its applications answer with 503 while it is stopped.',
          command: controlPool('start', pool),
          stops: [],
          check: poolIs(pool, 'Started'),
          // 1062: it is stopped already.
          undo: { title: `Stop the application pool "${pool}"`, command: controlPool('stop', pool), accepts: [1062] },
        },
      ],
      verification: [poolIs(pool, 'Started')],
      leftovers: ['Find out why it was stopped: the events of WAS around that time name the reason.'],
    };
  return {
    ...base(server),
    title: `Recycle application pool "${pool}" on ${server}`,
    verdict: 'A new worker process takes new requests while the old one finishes its own.',
    evidence,
    steps: [
      {
        id: 'recycle',
        title: `Recycle the application pool "${pool}"`,
        why: 'The smallest restart of an application that there is.',
        command: controlPool('recycle', pool),
        stops: [
          'The old worker process, once its requests have ended or the shutdown time limit is over; in-process sessions and caches are lost.',
        ],
        check: poolIs(pool, 'Started'),
      },
    ],
    verification: [poolIs(pool, 'Started')],
  };
}

/** A site gives up its bindings and takes them anew; worker processes run on. */
export function restartSite({ server, sites }: Snapshot, site: string): Plan | Refusal {
  const known = sites?.sites.known ? sites.sites.value.find(({ name }) => name === site) : undefined;
  if (!known) return { because: 'Choose the site that is to be restarted.' };
  const isStopped = known.state === 'stopped';
  const stop = { title: `Stop the site "${site}"`, command: controlSite('stop', site) };
  const start = { title: `Start the site "${site}"`, command: controlSite('start', site) };
  return {
    ...base(server),
    title: `${isStopped ? 'Start' : 'Restart'} site "${site}" on ${server}`,
    verdict: isStopped
      ? 'The site is stopped; it is started and takes its bindings.'
      : 'The site stops listening for a moment and takes its bindings anew. Worker processes run on.',
    undoesItself: !isStopped,
    steps: [
      ...(isStopped
        ? []
        : [
            {
              ...stop,
              id: 'stop',
              why: 'So that it gives up its bindings.',
              stops: [`${site} answers nobody until it is started again.`],
              check: siteIs(site, 'Stopped'),
              undo: { ...start, checks: [siteIs(site, 'Started')] },
            },
          ]),
      {
        ...start,
        id: 'start',
        why: 'It takes its bindings again; one that is taken says so here.',
        stops: [],
        check: siteIs(site, 'Started'),
        ...(isStopped && { undo: { ...stop, accepts: [1062] } }),
      },
    ],
    verification: [siteIs(site, 'Started')],
  };
}
