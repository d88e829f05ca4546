import type { Source } from '../knowledge/fact';

/** How a value of the metabase is written in today's configuration. */
export type ValueKind = 'boolean' | 'integer' | 'minutes' | 'seconds' | 'text';

/** A key of the metabase that has one equivalent, or none. */
export interface MetabaseKey {
  readonly name: string;
  readonly of: 'pool' | 'site' | 'service';
  readonly meaning: string;
  /** The attribute below the pool or the site; null: there is none, and `instead` says what to do. */
  readonly attribute: string | null;
  readonly value: ValueKind;
  readonly instead?: string;
}

export const metabaseSource: Source = {
  document: 'IIS configuration reference: the IIS 6.0 metabase property of each attribute',
  says: 'Names the attribute that took over from a metabase property',
  read: '2026-11-24',
};

const pool = (name: string, attribute: string, value: ValueKind, meaning: string): MetabaseKey => ({
  name,
  of: 'pool',
  attribute,
  value,
  meaning,
});
const site = (name: string, attribute: string, value: ValueKind, meaning: string): MetabaseKey => ({
  ...pool(name, attribute, value, meaning),
  of: 'site',
});
const gone = (name: string, meaning: string, instead: string): MetabaseKey => ({
  name,
  of: 'service',
  attribute: null,
  value: 'text',
  meaning,
  instead,
});
const NO_IWAM = 'IIS 7 and later have no such account: the identity of the application pool took its place.';

/** Only keys whose translation is the same everywhere; about all others nothing is claimed. */
export const metabaseKeys: readonly MetabaseKey[] = [
  pool('IdleTimeout', 'processModel.idleTimeout', 'minutes', 'Minutes without a request until the process ends.'),
  pool('MaxProcesses', 'processModel.maxProcesses', 'integer', 'How many worker processes share the pool.'),
  pool('PingingEnabled', 'processModel.pingingEnabled', 'boolean', 'Whether WAS asks the process for signs of life.'),
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
  pool('RapidFailProtection', 'failure.rapidFailProtection', 'boolean', 'Whether repeated crashes stop the pool.'),
  pool('RapidFailProtectionMaxCrashes', 'failure.rapidFailProtectionMaxCrashes', 'integer', 'Crashes until it stops.'),
  pool('AppPoolQueueLength', 'queueLength', 'integer', 'Requests that HTTP.sys keeps waiting for the pool.'),
  pool('AppPoolAutoStart', 'autoStart', 'boolean', 'Whether the pool starts with the service.'),
  site('ServerAutoStart', 'serverAutoStart', 'boolean', 'Whether the site starts with the service.'),
  site('ConnectionTimeout', 'limits.connectionTimeout', 'seconds', 'Seconds until an idle connection is closed.'),
  site('MaxConnections', 'limits.maxConnections', 'integer', 'How many connections the site takes at once.'),
  site('LogFileDirectory', 'logFile.directory', 'text', 'The folder of the logs of the site.'),
  gone('WAMUserName', 'The account of out-of-process applications of IIS 5.', NO_IWAM),
  gone('WAMUserPass', 'The password of the account of out-of-process applications of IIS 5.', NO_IWAM),
  gone('AnonymousPasswordSync', 'Let IIS 5 keep the anonymous password itself.', 'It was removed; leave it out.'),
  gone('IIs5IsolationModeEnabled', 'Made IIS 6 run applications as IIS 5 did.', 'It was removed; leave it out.'),
];
