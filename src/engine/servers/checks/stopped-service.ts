import type { Service } from '../../probes/services';
import type { ServerCheck } from '../serverCheck';

/** What each service of IIS is needed for, as the end of a sentence. */
const NEEDED: ReadonlyMap<string, string> = new Map([
  ['was', 'no application pool runs and every request is answered with 503 or refused'],
  ['w3svc', 'no site is served'],
  ['http', 'nothing on this server answers HTTP, remote management included'],
  ['apphostsvc', 'no history of the configuration is kept, and names of application pools do not resolve to accounts'],
]);

/** A service of IIS that does not run though it starts by itself, is disabled, or hangs half way. */
const stoppedService: ServerCheck = {
  id: 'stopped-service',
  find({ snapshot: { services } }) {
    if (!services?.services.known) return [];
    const all = services.services.value;
    const named = (name: string): Service | undefined => all.find((one) => one.name.toLowerCase() === name);
    const down = [...NEEDED].flatMap(([name, then]) => {
      const service = named(name);
      if (!service || service.state === 'running') return [];
      // HTTP starts when it is first needed.
      if (name === 'http' && service.startType === 'manual' && named('w3svc')?.state !== 'running') return [];
      return [finding(service, `As long as it does not run, ${then}.`)];
    });
    const was = named('was');
    const left = all.filter(
      ({ state, startType, dependsOn }) =>
        state === 'stopped' &&
        startType === 'automatic' &&
        was?.state === 'running' &&
        dependsOn.some((one) => one.toLowerCase() === 'was'),
    );
    return [
      ...down,
      ...left
        .filter(({ name }) => !NEEDED.has(name.toLowerCase()))
        .map((service) =>
          finding(
            service,
            'It depends on WAS and starts by itself, so it ran before: stopping WAS takes it down, and starting W3SVC does not bring it back.',
          ),
        ),
    ];
  },
};

export default stoppedService;

const STATES: Readonly<Record<Service['state'], string>> = {
  stopped: 'is stopped',
  startPending: 'has been starting',
  stopPending: 'has been stopping',
  running: 'runs',
  continuePending: 'is resuming',
  pausePending: 'is pausing',
  paused: 'is paused',
};

function finding({ name, displayName, state, startType, processId, exitCode }: Service, then: string) {
  const isPending = state.endsWith('Pending');
  const next = isPending
    ? `It takes no commands while it is half way (0x80070425). Wait; if it stays so, its process is ${processId || 'not known'}.`
    : startType === 'disabled'
      ? 'It is disabled: find out who disabled it and why before you set its start type back.'
      : exitCode !== 0 && exitCode !== 1077
        ? `It ended with error ${exitCode}. Look at the events of the Service Control Manager.`
        : `Start it: net start ${name}.`;
  return {
    severity: NEEDED.has(name.toLowerCase()) && name.toLowerCase() !== 'apphostsvc' ? 'error' : 'warning',
    subject: { kind: 'service', name },
    title: `Service ${displayName || name} (${name}) ${STATES[state]}`,
    detail: `${then} ${next}`,
  } as const;
}
