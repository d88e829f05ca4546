import type { Machine } from '../machine';
import { win32, type RunningService } from '../services';
import type { CmdletUse } from './cmdlet';
import { lines, type Running } from './program';

/** Services that a cmdlet names; those that do not exist are told. */
function named({ parameter, positional }: CmdletUse, { machine, complain }: Running): RunningService[] | null {
  const byDisplayName = parameter('DisplayName');
  const names = byDisplayName ?? parameter('Name') ?? positional;
  if (names.length === 0) return null;
  const all = names.map((name) => (byDisplayName ? machine.services.find(name) : machine.services.get(name)));
  const found = all.filter((one) => one !== undefined);
  for (const [i, name] of names.entries())
    if (!all[i]) complain(lines(`Cannot find any service with service name '${name}'.`));
  return found.length ? found : null;
}

const titled = ({ spec }: RunningService): string => `'${spec.displayName} (${spec.name})'`;

async function settled(service: RunningService, machine: Machine, signal?: AbortSignal): Promise<void> {
  for (let waited = 0; service.state.endsWith('Pending') && waited < 120_000; waited += 250)
    await machine.wait(250, signal);
}

async function stopWithDependents(
  service: RunningService,
  isForced: boolean,
  running: Running,
): Promise<string[] | null> {
  const { machine, complain, signal } = running;
  if (service.state === 'stopped') return [];
  if (machine.spec.isFiltered) {
    complain(
      lines(
        `Service ${titled(service)} cannot be stopped due to the following error: Cannot open ${service.spec.name} service on computer '.'.`,
      ),
    );
    return null;
  }
  const dependents = machine.services.dependents(service.spec.name);
  if (dependents.length && !isForced) {
    complain(
      lines(
        `Cannot stop service ${titled(service)} because it has dependent services. It can only be stopped if the Force flag is set.`,
      ),
    );
    return null;
  }
  const stopped: string[] = [];
  for (const one of [...dependents, service]) {
    if (one.state === 'stopped') continue;
    const error = machine.services.requestStop(one.spec.name);
    await settled(one, machine, signal);
    if (error !== win32.ok) {
      complain(
        lines(
          `Service ${titled(one)} cannot be stopped due to the following error: Cannot stop ${one.spec.name} service on computer '.'.`,
        ),
      );
      return null;
    }
    stopped.push(one.spec.name);
  }
  return stopped;
}

async function startOne(service: RunningService, { machine, complain, signal }: Running): Promise<boolean> {
  if (service.state === 'running') return true;
  const error = machine.spec.isFiltered ? win32.accessDenied : machine.services.requestStart(service.spec.name);
  await settled(service, machine, signal);
  if (error === win32.ok && machine.services.isRunning(service.spec.name)) return true;
  const why = machine.spec.isFiltered ? 'Cannot open' : 'Cannot start';
  complain(
    lines(
      `Service ${titled(service)} cannot be started due to the following error: ${why} ${service.spec.name} service on computer '.'.`,
    ),
  );
  return false;
}

/** Whether all went well. */
export async function stopService(use: CmdletUse, running: Running): Promise<boolean> {
  const services = named(use, running);
  let isDone = services !== null;
  for (const one of services ?? [])
    isDone = (await stopWithDependents(one, use.has('Force'), running)) !== null && isDone;
  return isDone;
}

export async function startService(use: CmdletUse, running: Running): Promise<boolean> {
  const services = named(use, running);
  let isDone = services !== null;
  for (const one of services ?? []) isDone = (await startOne(one, running)) && isDone;
  return isDone;
}

/** Starts again whatever it has stopped, the dependents too. */
export async function restartService(use: CmdletUse, running: Running): Promise<boolean> {
  const services = named(use, running);
  let isDone = services !== null;
  for (const service of services ?? []) {
    const stopped = await stopWithDependents(service, use.has('Force'), running);
    if (stopped === null) isDone = false;
    else
      for (const name of [service.spec.name, ...stopped]) {
        const one = running.machine.services.get(name);
        if (one) isDone = (await startOne(one, running)) && isDone;
      }
  }
  return isDone;
}

export function getService(use: CmdletUse, running: Running): boolean {
  const isNamed = use.positional.length > 0 || [use.parameter('Name'), use.parameter('DisplayName')].some(Boolean);
  const services = isNamed ? named(use, running) : running.machine.services.all.filter(({ spec }) => !spec.isDriver);
  const rows = (services ?? []).map(({ state, spec }) => {
    const shown = state.charAt(0).toUpperCase() + state.slice(1);
    return `${shown.padEnd(9)}${spec.name.padEnd(19)}${spec.displayName}`;
  });
  if (rows.length)
    running.say(
      lines('', `Status   ${'Name'.padEnd(19)}DisplayName`, `------   ${'----'.padEnd(19)}-----------`, ...rows, ''),
    );
  return services !== null;
}
