import type { Snapshot } from '../../servers/snapshot';
import { loggedEvents, type LoggedEvent } from '../events/loggedEvents';

/** What WAS says of why a pool's worker processes end or do not start. */
const MEANINGS: Readonly<Record<number, string>> = {
  5002: 'rapid-fail protection has stopped the pool',
  5009: 'a worker process ended unexpectedly',
  5010: 'a worker process did not answer a ping',
  5011: 'a worker process broke off its connection to WAS',
  5013: 'a worker process did not end in time',
  5021: 'the identity of the pool is invalid',
  5057: 'the pool was disabled because its identity is invalid',
  5059: 'the pool was disabled because its worker process could not start',
};

/** Events about one pool that say why, newest first. */
export const poolEvents = (snapshot: Snapshot, pool: string, ids: readonly number[]): readonly LoggedEvent[] =>
  loggedEvents(snapshot, ids).filter(
    ({ provider, values }) =>
      provider.endsWith('WAS') && values.some((value) => value.toLowerCase() === pool.toLowerCase()),
  );

export const evidenceOf = ({ eventId, time }: LoggedEvent): string =>
  `WAS ${eventId} at ${time}: ${MEANINGS[eventId] ?? 'see its text'}.`;
