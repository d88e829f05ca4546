import { applicationPathOf } from '../applicationPath';
import type { EventGroup, ServerEvent } from '../eventGroups';
import type { ServerCheck } from '../serverCheck';

/** WAS: disabled after failures, disabled for its identity, identity or logon refused, batch logon right missing. */
const REASONS = [5002, 5059, 5057, 5021, 5022, 5067];

/** A stopped application pool, with the events that say why and the account that it runs as. */
const stoppedPool: ServerCheck = {
  id: 'stopped-pool',
  find({ snapshot: { pools, sites }, configuration, eventsAbout, groups }) {
    if (!pools?.pools.known) return [];
    const stopped = pools.pools.value.filter(({ state }) => state === 'stopped');
    return stopped.flatMap(({ name }) => {
      const settings = configuration?.pools.get(name.toLowerCase());
      const reasons = eventsAbout(REASONS, name);
      const users = sites?.applications.known
        ? sites.applications.value.filter((one) => one.applicationPool.toLowerCase() === name.toLowerCase())
        : [];
      const isUsed = users.length > 0;
      // Stopped by hand and meant to stay so: nothing to report.
      if (settings?.text('autoStart') === 'false' && !reasons.length) return [];
      if (!isUsed && !reasons.length) return [];
      const [newest] = reasons;
      const group = newest && groups.find(({ events }) => events.includes(newest));
      const process = settings?.element('processModel');
      const identity = process?.text('identityType') ?? '';
      const account = identity === 'SpecificUser' ? (process?.text('userName') ?? '') : identity;
      const before = newest ? causesBefore(newest, name, groups) : [];
      const detail = [
        isUsed
          ? `Requests to ${list(users.map(applicationPathOf))} are answered with 503.`
          : 'No application uses it at present.',
        group && newest
          ? `The event log says why: ${group.title}${newest.time === null ? '' : `, at ${newest.time}`}. ${group.answer?.meaning ?? ''}`
          : 'The events that were read do not say why; it may have been stopped by hand.',
        before.length ? `Just before it: ${before.map(({ title }) => title).join('; ')}.` : '',
        account === '' ? '' : `It runs as ${account}.`,
        group?.answer?.fix ?? 'Start it, request a page of it and look at the events of the next minute.',
      ];
      return [
        {
          severity: isUsed ? 'error' : 'warning',
          subject: { kind: 'pool', name },
          title: `Application pool "${name}" is stopped`,
          detail: detail.filter(Boolean).join(' ').trim(),
          facts: [group, ...before].flatMap((one) => one?.answer?.id ?? []),
        },
      ];
    });
  },
};

const BEFORE_MS = 15 * 60_000;
/** They name the process or nothing, never the pool. */
const OF_PROCESSES = /^(?:application error|\.net runtime|windows error reporting)$/i;

/** What was logged of the pool, or of crashing processes, in the minutes before it was stopped. */
function causesBefore(stop: ServerEvent, pool: string, groups: readonly EventGroup[]): readonly EventGroup[] {
  const end = stop.utcMs;
  if (end === null) return [];
  return groups.filter(
    ({ answer, events }) =>
      answer?.verdict === 'act' &&
      events.some(
        (event) =>
          event !== stop &&
          event.utcMs !== null &&
          event.utcMs <= end &&
          event.utcMs > end - BEFORE_MS &&
          (event.values.includes(pool) || OF_PROCESSES.test(event.source ?? '')),
      ) &&
      !events.includes(stop),
  );
}

export default stoppedPool;

const SHOWN = 3;

const list = (names: readonly string[]): string =>
  names.length > SHOWN ? `${names.slice(0, SHOWN).join(', ')} and ${names.length - SHOWN} more` : names.join(', ');
