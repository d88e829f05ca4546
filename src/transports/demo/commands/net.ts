import { win32, type RunningService } from '../services';
import { lines, systemMessages, type Program, type Running } from './program';

const help = (number: number): string => lines('', `More help is available by typing NET HELPMSG ${number}.`, '');

/** `net.exe start` and `net.exe stop`. Exit code 0, or 2 for whatever went wrong. */
export const net: Program = async (words, running) => {
  const [verb = '', ...rest] = words.filter((word) => !/^\/(?:y|yes|n|no)$/i.test(word));
  const name = rest.join(' ');
  if (!/^(?:start|stop)$/i.test(verb)) return syntaxError(running);
  if (name === '') return verb.toLowerCase() === 'start' ? listStarted(running) : syntaxError(running);
  const service = running.machine.services.find(name);
  if (!service) {
    running.complain(lines('The service name is invalid.') + help(2185));
    return 2;
  }
  if (running.machine.spec.isFiltered) return systemError(running, win32.accessDenied);
  const isSure = words.some((word) => /^\/(?:y|yes)$/i.test(word));
  return verb.toLowerCase() === 'stop' ? stop(service, isSure, running) : start(service, running);
};

function syntaxError({ complain }: Running): number {
  complain(lines('The syntax of this command is:', '', 'NET', '    [ HELP | START | STOP ]', ''));
  return 1;
}

function listStarted({ machine, say }: Running): number {
  const names = machine.services.all
    .filter(({ state, spec }) => state === 'running' && !spec.isDriver)
    .map(({ spec }) => `   ${spec.displayName}`)
    .sort();
  say(lines('These Windows services are started:', '', ...names, '', 'The command completed successfully.', ''));
  return 0;
}

function systemError({ complain }: Running, error: number): number {
  complain(lines(`System error ${error} has occurred.`, '', systemMessages[error] ?? '', ''));
  return 2;
}

async function stop(service: RunningService, isSure: boolean, running: Running): Promise<number> {
  const { machine, say, complain } = running;
  const { name, displayName } = service.spec;
  if (service.state === 'stopped') {
    complain(lines(`The ${displayName} service is not started.`) + help(3521));
    return 2;
  }
  const dependents = machine.services.dependents(name);
  if (dependents.length && !isSure) {
    say(
      lines(
        `The following services are dependent on the ${displayName} service.`,
        `Stopping the ${displayName} service will also stop these services.`,
        '',
        ...dependents.map(({ spec }) => `   ${spec.displayName}`),
        '',
        'Do you want to continue this operation? (Y/N) [N]: ',
      ),
    );
    complain(lines('No valid response was provided.'));
    return 2;
  }
  for (const one of [...dependents, service]) if (!(await stopOne(one, running))) return 2;
  return 0;
}

/** How long `net.exe` waits for a service that gets on with it. */
const LONGEST = 30_000;

async function stopOne(service: RunningService, { machine, say, complain, signal }: Running): Promise<boolean> {
  const { name, displayName } = service.spec;
  // It may have stopped with another one.
  if (service.state === 'stopped') return true;
  const error = machine.services.requestStop(name);
  if (error === win32.cannotAcceptControl) {
    complain(lines('The service is starting or stopping.  Please try again later.') + help(2189));
    return false;
  }
  if (error !== win32.ok) {
    complain(lines(`The requested pause, continue, or stop is not valid for this service.`) + help(2191));
    return false;
  }
  say(`The ${displayName} service is stopping`);
  let waited = 0;
  for (; isPending(service) && waited < LONGEST; waited += 500) {
    say('.');
    await machine.wait(500, signal);
  }
  say('\r\n');
  const isDone = isIn('stopped', service);
  if (isDone) say(lines(`The ${displayName} service was stopped successfully.`, ''));
  else complain(lines(`The ${displayName} service could not be stopped.`, ''));
  return isDone;
}

const isIn = (state: RunningService['state'], service: RunningService): boolean => service.state === state;

const isPending = ({ state }: RunningService): boolean => state === 'stopPending' || state === 'startPending';

async function start(service: RunningService, running: Running): Promise<number> {
  const { machine, say, complain, signal } = running;
  const { name, displayName } = service.spec;
  if (isPending(service)) {
    complain(lines('The service is starting or stopping.  Please try again later.') + help(2189));
    return 2;
  }
  const error = machine.services.requestStart(name);
  if (error === win32.alreadyRunning) {
    complain(lines('The requested service has already been started.') + help(2182));
    return 2;
  }
  if (error !== win32.ok) return systemError(running, error);
  say(`The ${displayName} service is starting`);
  for (let waited = 0; isPending(service) && waited < LONGEST; waited += 500) {
    say('.');
    await machine.wait(500, signal);
  }
  say('\r\n');
  if (service.state === 'running') {
    say(lines(`The ${displayName} service was started successfully.`, ''));
    return 0;
  }
  complain(lines(`The ${displayName} service could not be started.`, ''));
  return systemError(running, service.exitCode);
}
