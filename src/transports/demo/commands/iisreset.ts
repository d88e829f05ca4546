import { isUnknownSwitch } from '../../../engine/scripts/iisresetSwitches';
import { eventKinds } from '../eventKinds';
import type { RunningService } from '../services';
import { lines, type Program, type Running } from './program';

/** What it stops and starts, in the order of starting. */
const SERVICES = ['WAS', 'W3SVC'] as const;
const DENIED = lines(
  '',
  'Access denied, you must be an administrator of the remote computer to use this',
  'command. Either have your user account added to the administrator local group of',
  'the remote computer or to the domain administrator global group.',
);

/** `iisreset.exe`. Services that depend on WAS go down with it and stay down. */
export const iisreset: Program = async (words, running) => {
  const { machine, say } = running;
  const options = words.map((word) => word.slice(1).toLowerCase());
  if (words.some((word) => isUnknownSwitch({ value: word, isLiteral: true })) || options.includes('?')) {
    say(
      lines('', 'IISRESET.EXE (c) Microsoft Corp. All rights reserved.', '', 'Usage:', 'iisreset [computername]', ''),
    );
    return 0;
  }
  const remote = words.find((word) => !/^[-/]/.test(word));
  if (remote !== undefined && remote.toLowerCase() !== machine.spec.name.toLowerCase()) {
    say(lines('', 'The RPC server is unavailable.', ' (2147944122, 800706ba)'));
    return 1722;
  }
  if (options.includes('status')) return showStatus(running);
  if (machine.spec.isFiltered) return denied(running);
  if (options.includes('enable') || options.includes('disable')) {
    machine.isResetEnabled = options.includes('enable');
    say(lines('', `Restarting of Internet services is now ${machine.isResetEnabled ? 'enabled' : 'disabled'}`));
    return 0;
  }
  if (!machine.isResetEnabled) return denied(running);
  if (options.includes('start')) return (await start(running, 'started')) ? 0 : 1;
  if (options.includes('stop')) return (await stop(running)) ? 0 : 1;
  return (await stop(running)) && (await start(running, 'restarted')) ? 0 : 1;
};

function denied({ say }: Running): number {
  say(DENIED);
  return 5;
}

function showStatus({ machine, say }: Running): number {
  for (const name of SERVICES) {
    const service = machine.services.get(name);
    if (!service) continue;
    const state = service.state.replace('Pending', ' pending');
    const shown = state.charAt(0).toUpperCase() + state.slice(1);
    say(lines(`Status for ${service.spec.displayName} ( ${name} ) : ${shown}`));
  }
  return 0;
}

async function stop(running: Running): Promise<boolean> {
  const { machine, say } = running;
  say(lines('', 'Attempting stop...'));
  machine.log(eventKinds.restartStop, [`CONTOSO\\webops`], '00000000');
  const was = machine.services.get('WAS');
  for (const service of [...machine.services.dependents('WAS'), ...(was ? [was] : [])]) {
    if (service.state === 'running') machine.services.requestStop(service.spec.name);
    if (!(await settled(service, 'stopped', running))) {
      say(
        lines(
          'Stop attempt failed.',
          'The service cannot accept control messages at this time. (2147943461, 80070425)',
        ),
      );
      return false;
    }
  }
  say(lines('Internet services successfully stopped'));
  return true;
}

async function start(running: Running, done: string): Promise<boolean> {
  const { machine, say } = running;
  say(lines('Attempting start...'));
  machine.log(eventKinds.restartStart, [`CONTOSO\\webops`], '00000000');
  machine.services.requestStart('W3SVC');
  const service = machine.services.get('W3SVC');
  if (service && (await settled(service, 'running', running))) {
    say(lines(`Internet services successfully ${done}`));
    return true;
  }
  say(
    lines(
      'Start attempt failed.',
      `The service did not respond to the start or control request in a timely fashion. (2147943453, 8007041d)`,
    ),
  );
  return false;
}

async function settled(
  service: RunningService,
  state: RunningService['state'],
  { machine, signal }: Running,
): Promise<boolean> {
  for (let waited = 0; service.state !== state && service.state.endsWith('Pending') && waited < 20_000; waited += 250)
    await machine.wait(250, signal);
  return service.state === state;
}
