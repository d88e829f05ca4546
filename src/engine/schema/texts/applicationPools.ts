import { defineTexts } from '../texts';

const POOL = 'system.applicationHost/applicationPools/add';

export default defineTexts({
  'system.applicationHost/applicationPools':
    'The application pools: each runs its applications in worker processes of its own, under an identity of its own.',
  [POOL]:
    'An application pool. Its name is also the name of the account `IIS AppPool\\name` that its worker processes run as by default.',
  'system.applicationHost/applicationPools/applicationPoolDefaults':
    'What holds for every pool that does not say otherwise.',
  [`${POOL}@name`]:
    'Name of the pool, at most 64 characters. Applications refer to it, and permissions are given to `IIS AppPool\\name`.',
  [`${POOL}@queueLength`]:
    'How many requests HTTP.sys keeps for the pool while all its workers are busy. Beyond that clients get 503 and HTTPERR says `QueueFull`.',
  [`${POOL}@autoStart`]:
    'Whether the pool starts with WAS. `false` leaves it stopped after a restart: its sites answer 503.',
  [`${POOL}@enable32BitAppOnWin64`]:
    'Runs the worker processes as 32-bit ones. Needed for 32-bit native modules and COM components; native 64-bit modules then fail to load.',
  [`${POOL}@managedRuntimeVersion`]:
    'Which .NET Framework is loaded: `v4.0` for 4 and later, `v2.0` for 2.0 to 3.5, empty for none (ASP.NET Core, PHP, static files).',
  [`${POOL}@managedRuntimeLoader`]:
    'The DLL that loads .NET into the worker process. `webengine4.dll` on every current server.',
  [`${POOL}@managedPipelineMode`]:
    '`Integrated` lets .NET modules see every request; `Classic` sends only mapped requests to .NET, as IIS 6 did, for old applications.',
  [`${POOL}@enableConfigurationOverride`]:
    'Whether `web.config` files may delegate settings for applications in this pool.',
  [`${POOL}@CLRConfigFile`]: 'A file with settings for the .NET runtime of this pool, in place of `aspnet.config`.',
  [`${POOL}@passAnonymousToken`]:
    'Whether WAS hands the token of the anonymous user to the worker process at its start.',
  [`${POOL}@startMode`]:
    '`OnDemand` starts a worker process with the first request, `AlwaysRunning` with WAS. For warm starts also set `preloadEnabled` on the application.',
  [`${POOL}/processModel`]: 'Identity, life time and health checks of the worker processes.',
  [`${POOL}/processModel@identityType`]:
    'The account of the worker processes. `ApplicationPoolIdentity` gives every pool an account of its own; `LocalSystem` may do anything on the machine.',
  [`${POOL}/processModel@userName`]:
    'The account for `SpecificUser`, as `DOMAIN\\name`; a group managed service account ends with `$` and has no password.',
  [`${POOL}/processModel@password`]:
    'Password for `SpecificUser`. Set it with IIS Manager or appcmd, which encrypt it; typed here it stands in clear.',
  [`${POOL}/processModel@loadUserProfile`]:
    'Loads the profile of the identity. Code that uses DPAPI keys, certificates of the user or the temporary folder needs it.',
  [`${POOL}/processModel@setProfileEnvironment`]:
    'Whether environment variables such as `APPDATA` and `TEMP` come from that profile.',
  [`${POOL}/processModel@logonType`]:
    'How the identity is logged on: as a batch job or as a service. The account needs the right of that name.',
  [`${POOL}/processModel@manualGroupMembership`]:
    '`true` leaves the identity out of the group IIS_IUSRS; you give it its rights yourself.',
  [`${POOL}/processModel@idleTimeout`]:
    'After so long without a request a worker process ends, and the next visitor waits for a start. `00:00:00` never ends it.',
  [`${POOL}/processModel@idleTimeoutAction`]:
    '`Terminate` ends an idle worker process; `Suspend` keeps it on disk, so that it wakes up faster.',
  [`${POOL}/processModel@maxProcesses`]:
    'How many worker processes share the requests. More than 1 (a web garden) breaks sessions and caches that live in memory; 0 uses one a NUMA node.',
  [`${POOL}/processModel@shutdownTimeLimit`]:
    'How long a worker process may take to finish its requests when it is recycled. Then it is killed, and WAS logs 5013.',
  [`${POOL}/processModel@startupTimeLimit`]:
    'How long a worker process may take to start. Beyond that WAS gives up on it and logs 5012.',
  [`${POOL}/processModel@pingingEnabled`]:
    'Whether WAS asks the worker process now and then whether it still answers. Off, a hung process stays.',
  [`${POOL}/processModel@pingInterval`]: 'The time between two such questions.',
  [`${POOL}/processModel@pingResponseTime`]:
    'How long the worker process may take to answer before WAS replaces it and logs 5010. A debugger that holds it needs longer.',
  [`${POOL}/processModel@logEventOnProcessModel`]:
    'Which ends of a worker process are logged, for instance the one after an idle time.',
  [`${POOL}/recycling`]: 'When a worker process is replaced by a fresh one.',
  [`${POOL}/recycling@disallowOverlappingRotation`]:
    '`true` ends the old worker process before the new one starts: requests wait or fail in between. For code that cannot run twice at a time.',
  [`${POOL}/recycling@disallowRotationOnConfigChange`]:
    '`true` keeps worker processes running when their configuration changes; the change then waits for the next recycle.',
  [`${POOL}/recycling@logEventOnRecycle`]:
    'Which reasons for a recycle are written to the event log. Without them nobody can tell later why a pool was recycled.',
  [`${POOL}/recycling/periodicRestart`]: 'Limits after which a worker process is replaced.',
  [`${POOL}/recycling/periodicRestart@time`]:
    'Replaces the worker process after this time. The default of 29 hours comes at another time every day; a `schedule` is easier to explain.',
  [`${POOL}/recycling/periodicRestart@requests`]: 'Replaces the worker process after so many requests; 0 means never.',
  [`${POOL}/recycling/periodicRestart@memory`]:
    'Replaces the worker process when its virtual memory passes so many kilobytes; 0 means never. Rarely useful in 64-bit processes.',
  [`${POOL}/recycling/periodicRestart@privateMemory`]:
    'Replaces the worker process when its private memory passes so many kilobytes; 0 means never.',
  [`${POOL}/recycling/periodicRestart/schedule`]: 'Times of the day at which the worker process is replaced.',
  [`${POOL}/recycling/periodicRestart/schedule/add@value`]: 'A time of the day, local, as `hh:mm:ss` in whole minutes.',
  [`${POOL}/failure`]: 'What happens when worker processes fail again and again.',
  [`${POOL}/failure@rapidFailProtection`]:
    'Stops the pool after too many crashes in a row, so that its sites answer 503 and WAS logs 5002. Off, a crash loop goes on for ever.',
  [`${POOL}/failure@rapidFailProtectionInterval`]: 'The time in which the crashes are counted.',
  [`${POOL}/failure@rapidFailProtectionMaxCrashes`]: 'How many crashes in that time stop the pool.',
  [`${POOL}/failure@loadBalancerCapabilities`]:
    'What HTTP.sys does while the pool is stopped: `HttpLevel` answers 503, `TcpLevel` resets the connection so that a balancer notices.',
  [`${POOL}/failure@autoShutdownExe`]: 'A program that WAS runs when it stops the pool after crashes.',
  [`${POOL}/failure@autoShutdownParams`]: 'Arguments of that program.',
  [`${POOL}/failure@orphanWorkerProcess`]:
    '`true` leaves a failed worker process running for a look with a debugger instead of killing it.',
  [`${POOL}/failure@orphanActionExe`]:
    'A program that is run for a worker process that was left so, mostly to write a dump.',
  [`${POOL}/failure@orphanActionParams`]: 'Arguments of that program; `%1%` is the process id.',
  [`${POOL}/cpu`]: 'Limits on the processor time of the pool.',
  [`${POOL}/cpu@limit`]:
    'Processor time that the pool may take, in 1/1000 of a percent: 50000 is half of the machine. 0 means no limit.',
  [`${POOL}/cpu@action`]:
    'What happens above the limit: `NoAction` only logs, `KillW3wp` ends the worker process, `Throttle` slows it down.',
  [`${POOL}/cpu@resetInterval`]:
    'The time over which processor time is measured; a pool that was stopped starts again after it.',
  [`${POOL}/cpu@smpAffinitized`]: 'Binds the worker processes to the processors of the mask.',
  [`${POOL}/cpu@smpProcessorAffinityMask`]: 'The processors, one bit each, for the first 32.',
  [`${POOL}/cpu@smpProcessorAffinityMask2`]: 'The processors 33 to 64.',
  [`${POOL}/cpu@numaNodeAssignment`]: 'How worker processes are given to NUMA nodes.',
  [`${POOL}/cpu@numaNodeAffinityMode`]: '`Soft` lets threads leave the node when it is busy, `Hard` does not.',
  [`${POOL}/cpu@processorGroup`]: 'The processor group of the pool on machines with more than 64 processors.',
  [`${POOL}/environmentVariables`]: 'Environment variables of the worker processes of this pool.',
  [`${POOL}/environmentVariables/add@name`]: 'Name of an environment variable of the worker process.',
  [`${POOL}/environmentVariables/add@value`]: 'Its value. It is stored in clear.',
});
