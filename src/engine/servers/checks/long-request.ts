import type { ServerCheck } from '../serverCheck';

/** A page that takes longer than this waits for something. */
const LONG_MS = 60_000;

/** Requests that have been running for minutes: what they wait for is what hangs. */
const longRequest: ServerCheck = {
  id: 'long-request',
  find({ snapshot: { workers } }) {
    if (!workers?.requests.known) return [];
    const long = workers.requests.value.filter(({ elapsed }) => elapsed > LONG_MS);
    const pools = new Map<string, typeof long>();
    for (const request of long)
      pools.set(request.applicationPool, [...(pools.get(request.applicationPool) ?? []), request]);
    return [...pools].map(([pool, requests]) => {
      const [slowest] = [...requests].sort((a, b) => b.elapsed - a.elapsed);
      const { verb = '', url = '', elapsed = 0, module = '', stage = '' } = slowest ?? {};
      return {
        severity: 'warning',
        subject: { kind: 'pool', name: pool },
        title: `${requests.length === 1 ? 'A request' : `${requests.length} requests`} in application pool "${pool}" ${requests.length === 1 ? 'has' : 'have'} been running for over a minute`,
        detail: `The longest is ${verb} ${url}: ${Math.round(elapsed / 1000)} s, in ${module || 'a module that is not named'} (${stage || 'stage not named'}). Find out what it waits for, such as a database or another service, before you recycle the pool: recycling ends the request, not the cause.`,
      } as const;
    });
  },
};

export default longRequest;
