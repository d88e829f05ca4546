import { add, pool } from '../build';
import type { MetabaseKey } from '../key';
import type { Target } from '../key';
import { integer } from '../values';

const IDENTITIES = {
  0: 'LocalSystem',
  1: 'LocalService',
  2: 'NetworkService',
  3: 'SpecificUser',
  4: 'ApplicationPoolIdentity',
};
const RECYCLES = {
  Time: 1,
  Requests: 2,
  Schedule: 4,
  Memory: 8,
  IsapiUnhealthy: 16,
  OnDemand: 32,
  ConfigChange: 64,
  PrivateMemory: 128,
};

const schedule: MetabaseKey = {
  name: 'PeriodicRestartSchedule',
  meaning: 'Times of day at which the pool is recycled.',
  at: ['pools', 'pool'],
  successor: ({ at, pool: name }, values) => {
    const on: Target = at === 'pool' ? { of: 'pool', pool: name } : { of: 'poolDefaults' };
    const collection = 'recycling.periodicRestart.schedule';
    if (!values) return { steps: [{ do: 'show', on, attribute: collection }] };
    const times = values.map((time) => /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(time));
    return {
      steps: times.map((time) =>
        add(on, collection, { value: time ? `${(time[1] ?? '').padStart(2, '0')}:${time[2] ?? ''}:00` : 'HH:MM:00' }),
      ),
      note: 'adsutil replaces the whole list, this adds to it.',
    };
  },
};

const command: MetabaseKey = {
  name: 'AppPoolCommand',
  meaning: 'Starts (1) or stops (2) the pool.',
  at: ['pool'],
  successor: ({ pool: name }, values) => {
    if (!values)
      return {
        steps: [
          {
            do: 'run',
            appcmd: `list apppool "${name}" /text:state`,
            webAdministration: `Get-WebAppPoolState -Name '${name}'`,
            iisAdministration: `(Get-IISAppPool -Name '${name}').State`,
          },
        ],
      };
    const isStop = integer(values[0] ?? '') === 2;
    return {
      steps: [
        {
          do: 'run',
          appcmd: `${isStop ? 'stop' : 'start'} apppool "${name}"`,
          webAdministration: `${isStop ? 'Stop' : 'Start'}-WebAppPool -Name '${name}'`,
          iisAdministration: `(Get-IISAppPool -Name '${name}').${isStop ? 'Stop' : 'Start'}()`,
        },
      ],
    };
  },
};

/** Keys of an application pool, or of the defaults of all. */
export const poolKeys: readonly MetabaseKey[] = [
  pool('IdleTimeout', 'processModel.idleTimeout', 'minutes', 'Minutes without a request until the process ends.'),
  pool('MaxProcesses', 'processModel.maxProcesses', 'integer', 'How many worker processes share the pool.'),
  pool('PingingEnabled', 'processModel.pingingEnabled', 'boolean', 'Whether WAS asks the process for signs of life.'),
  pool('PingInterval', 'processModel.pingInterval', 'seconds', 'Seconds between two of these questions.'),
  pool('PingResponseTime', 'processModel.pingResponseTime', 'seconds', 'Seconds until the answer must come.'),
  pool('StartupTimeLimit', 'processModel.startupTimeLimit', 'seconds', 'Seconds in which the process must start.'),
  pool('ShutdownTimeLimit', 'processModel.shutdownTimeLimit', 'seconds', 'Seconds in which the process must end.'),
  pool(
    'AppPoolIdentityType',
    'processModel.identityType',
    { one: IDENTITIES },
    'The kind of account that the pool runs as.',
  ),
  pool('WAMUserName', 'processModel.userName', 'text', 'The account of a pool whose identity is SpecificUser.'),
  pool('WAMUserPass', 'processModel.password', 'secret', 'The password of that account.'),
  pool('PeriodicRestartTime', 'recycling.periodicRestart.time', 'minutes', 'Minutes from one recycling to the next.'),
  pool('PeriodicRestartRequests', 'recycling.periodicRestart.requests', 'integer', 'Requests until a recycling.'),
  pool(
    'PeriodicRestartMemory',
    'recycling.periodicRestart.memory',
    'integer',
    'Virtual memory in KB until a recycling.',
  ),
  pool(
    'PeriodicRestartPrivateMemory',
    'recycling.periodicRestart.privateMemory',
    'integer',
    'Private memory in KB until a recycling.',
  ),
  schedule,
  pool(
    'LogEventOnRecycle',
    'recycling.logEventOnRecycle',
    { bits: RECYCLES },
    'Which recyclings are written to the event log.',
  ),
  pool(
    'DisallowOverlappingRotation',
    'recycling.disallowOverlappingRotation',
    'boolean',
    'Whether the old process must end before the new one starts.',
  ),
  pool(
    'DisallowRotationOnConfigChange',
    'recycling.disallowRotationOnConfigChange',
    'boolean',
    'Whether a changed configuration recycles the pool no more.',
  ),
  pool('RapidFailProtection', 'failure.rapidFailProtection', 'boolean', 'Whether repeated crashes stop the pool.'),
  pool(
    'RapidFailProtectionInterval',
    'failure.rapidFailProtectionInterval',
    'minutes',
    'Minutes in which crashes are counted.',
  ),
  pool('RapidFailProtectionMaxCrashes', 'failure.rapidFailProtectionMaxCrashes', 'integer', 'Crashes until it stops.'),
  pool(
    'OrphanWorkerProcess',
    'failure.orphanWorkerProcess',
    'boolean',
    'Whether a failed process is kept for a look at it.',
  ),
  pool('OrphanActionExe', 'failure.orphanActionExe', 'text', 'The program that is run for a kept process.'),
  pool('OrphanActionParams', 'failure.orphanActionParams', 'text', 'The parameters of that program.'),
  pool(
    'AutoShutdownAppPoolExe',
    'failure.autoShutdownExe',
    'text',
    'The program that is run when crashes stop the pool.',
  ),
  pool('AutoShutdownAppPoolParams', 'failure.autoShutdownParams', 'text', 'The parameters of that program.'),
  pool(
    'LoadBalancerCapabilities',
    'failure.loadBalancerCapabilities',
    { one: { 1: 'TcpLevel', 2: 'HttpLevel' } },
    'How a stopped pool answers: by a reset connection or by 503.',
  ),
  pool('CPULimit', 'cpu.limit', 'integer', 'Share of the processor, in thousandths of a percent.'),
  pool('CPUResetInterval', 'cpu.resetInterval', 'minutes', 'Minutes over which that share is measured.'),
  pool('CPUAction', 'cpu.action', { one: { 0: 'NoAction', 1: 'KillW3wp' } }, 'What happens above that share.'),
  pool('SMPAffinitized', 'cpu.smpAffinitized', 'boolean', 'Whether the processes keep to certain processors.'),
  pool('SMPProcessorAffinityMask', 'cpu.smpProcessorAffinityMask', 'integer', 'Which processors these are, by bits.'),
  pool('AppPoolQueueLength', 'queueLength', 'integer', 'Requests that HTTP.sys keeps waiting for the pool.'),
  pool('AppPoolAutoStart', 'autoStart', 'boolean', 'Whether the pool starts with the service.'),
  pool(
    'Enable32BitAppOnWin64',
    'enable32BitAppOnWin64',
    'boolean',
    'Whether processes are 32-bit ones; on IIS 6 this held for the whole server.',
  ),
  command,
];
