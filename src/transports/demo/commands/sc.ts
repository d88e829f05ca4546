import type { StartType } from '../../../engine/probes/services';
import { win32, type RunningService } from '../services';
import { lines, systemMessages, type Program, type Running } from './program';

const STATES: Readonly<Record<RunningService['state'], string>> = {
  stopped: '1  STOPPED ',
  startPending: '2  START_PENDING ',
  stopPending: '3  STOP_PENDING ',
  running: '4  RUNNING ',
  continuePending: '5  CONTINUE_PENDING ',
  pausePending: '6  PAUSE_PENDING ',
  paused: '7  PAUSED ',
};

const START_TYPES: Readonly<Record<StartType, string>> = {
  boot: '0   BOOT_START',
  system: '1   SYSTEM_START',
  automatic: '2   AUTO_START',
  manual: '3   DEMAND_START',
  disabled: '4   DISABLED',
};

const WRITTEN: Readonly<Record<string, StartType>> = {
  boot: 'boot',
  system: 'system',
  auto: 'automatic',
  demand: 'manual',
  disabled: 'disabled',
};

/** `sc.exe`: query, queryex, qc, enumdepend, start, stop, config. The exit code is the Win32 error. */
export const sc: Program = (words, running) => {
  const [verb = '', name = '', ...rest] = words;
  switch (verb.toLowerCase()) {
    case 'query':
    case 'queryex':
      return query(
        verb.toLowerCase() === 'queryex',
        [name, ...rest].filter((word) => word !== ''),
        running,
      );
    case 'qc':
      return withService('OpenService', name, running, (service) => {
        running.say(configuration(service));
        return 0;
      });
    case 'enumdepend':
      return withService('EnumDependentServices', name, running, ({ spec }) => {
        const found = running.machine.services.dependents(spec.name, 'all');
        running.say(lines(`Enum: entriesRead  = ${found.length}`));
        for (const one of found) running.say(status(one, { withName: true, withProcess: false }));
        return 0;
      });
    case 'start':
      return control('StartService', name, running, () => running.machine.services.requestStart(name));
    case 'stop':
      return control('ControlService', name, running, () => running.machine.services.requestStop(name));
    case 'config':
      return change(name, rest, running);
    default:
      running.say(
        lines(
          `*** Unrecognized Command ***`,
          'DESCRIPTION:',
          '        SC is a command line program used for communicating with the',
          '        Service Control Manager and services.',
        ),
      );
      return 1639;
  }
};

function failed(what: string, error: number, { say }: Running): number {
  say(lines(`[SC] ${what} FAILED ${error}:`, '', systemMessages[error] ?? '', ''));
  return error;
}

function withService(what: string, name: string, running: Running, act: (service: RunningService) => number): number {
  const service = running.machine.services.get(name);
  return service ? act(service) : failed(what, win32.doesNotExist, running);
}

const control = (what: string, name: string, running: Running, act: () => number): number =>
  withService(what === 'StartService' ? 'StartService: OpenService' : 'OpenService', name, running, (service) => {
    if (running.machine.spec.isFiltered) return failed('OpenService', win32.accessDenied, running);
    const error = act();
    if (error !== win32.ok) return failed(what, error, running);
    running.say(status(service, { withName: false, withProcess: what === 'StartService' }));
    return 0;
  });

/** With options such as `type= service state= all` it lists; with a name it shows one, a driver too. */
function query(isExtended: boolean, words: readonly string[], running: Running): number {
  const joined = words.join(' ');
  const [first] = words;
  if (first !== undefined && !first.includes('='))
    return withService('EnumQueryServicesStatus:OpenService', first, running, (service) => {
      running.say(status(service, { withName: false, withProcess: isExtended }));
      return 0;
    });
  const wantsAll = /\bstate= ?all\b/i.test(joined);
  const wantsInactive = /\bstate= ?inactive\b/i.test(joined);
  const wantsDrivers = /\btype= ?(?:driver|all)\b/i.test(joined);
  for (const service of running.machine.services.all) {
    if (service.spec.isDriver && !wantsDrivers) continue;
    if (wantsAll || (service.state === 'stopped') === wantsInactive)
      running.say(status(service, { withName: true, withProcess: isExtended }));
  }
  return 0;
}

function status(
  { spec, state, processId, exitCode }: RunningService,
  { withName, withProcess }: { readonly withName: boolean; readonly withProcess: boolean },
): string {
  const canStop = state === 'running' && !spec.cannotStop;
  const type = spec.isDriver
    ? '1  KERNEL_DRIVER  '
    : spec.host
      ? '20  WIN32_SHARE_PROCESS  '
      : '10  WIN32_OWN_PROCESS  ';
  const isPending = state.endsWith('Pending');
  return lines(
    '',
    `SERVICE_NAME: ${spec.name}`,
    ...(withName ? [`DISPLAY_NAME: ${spec.displayName}`] : []),
    `        TYPE               : ${type}`,
    `        STATE              : ${STATES[state]}`,
    `                                (${canStop ? 'STOPPABLE' : 'NOT_STOPPABLE'}, NOT_PAUSABLE, ${canStop && !spec.isDriver ? 'ACCEPTS_SHUTDOWN' : 'IGNORES_SHUTDOWN'})`,
    `        WIN32_EXIT_CODE    : ${exitCode}  (0x${exitCode.toString(16)})`,
    '        SERVICE_EXIT_CODE  : 0  (0x0)',
    `        CHECKPOINT         : ${isPending ? '0x1' : '0x0'}`,
    `        WAIT_HINT          : ${isPending ? '0x4e20' : '0x0'}`,
    ...(withProcess ? [`        PID                : ${processId}`, '        FLAGS              : '] : []),
  );
}

const configuration = ({ spec, start, account, dependsOn }: RunningService): string => {
  const [first = '', ...others] = dependsOn;
  return lines(
    '[SC] QueryServiceConfig SUCCESS',
    '',
    `SERVICE_NAME: ${spec.name}`,
    `        TYPE               : ${spec.isDriver ? '1  KERNEL_DRIVER ' : spec.host ? '20  WIN32_SHARE_PROCESS ' : '10  WIN32_OWN_PROCESS '}`,
    `        START_TYPE         : ${START_TYPES[start]}`,
    '        ERROR_CONTROL      : 1   NORMAL',
    `        BINARY_PATH_NAME   : ${binaryOf({ spec })}`,
    '        LOAD_ORDER_GROUP   : ',
    '        TAG                : 0',
    `        DISPLAY_NAME       : ${spec.displayName}`,
    `        DEPENDENCIES       : ${first}`,
    ...others.map((other) => `                           : ${other}`),
    `        SERVICE_START_NAME : ${account}`,
  );
};

const binaryOf = ({ spec }: Pick<RunningService, 'spec'>): string => {
  if (spec.isDriver) return `system32\\drivers\\${spec.name}.sys`;
  return spec.host ? `C:\\Windows\\system32\\svchost.exe -k ${spec.host}` : `C:\\Windows\\system32\\${spec.name}.exe`;
};

/** `sc config W3SVC start= auto`; the value may also stand in the same word. */
const change = (name: string, words: readonly string[], running: Running): number =>
  withService('OpenService', name, running, (service) => {
    if (running.machine.spec.isFiltered) return failed('OpenService', win32.accessDenied, running);
    const joined = words.join(' ').replace(/= /g, '=');
    const options = joined.split(' ').map((word) => word.split('='));
    for (const [option = '', value = ''] of options) {
      const start = WRITTEN[value.toLowerCase()];
      if (option.toLowerCase() === 'start' && start) service.start = start;
      else if (option.toLowerCase() === 'depend' && value !== '')
        // A single slash stands for none.
        service.dependsOn = value.split('/').filter((one) => one !== '');
      else if (option.toLowerCase() === 'obj' && value !== '') service.account = value;
      else if (option.toLowerCase() !== 'password') {
        running.say(
          lines(
            'DESCRIPTION:',
            '        Modifies a service entry in the registry and Service Database.',
            'USAGE:',
            '        sc <server> config [service name] <option1> <option2>...',
          ),
        );
        return 1639;
      }
    }
    running.say(lines('[SC] ChangeServiceConfig SUCCESS'));
    return 0;
  });
