import { site } from '../build';
import type { MetabaseKey } from '../key';
import { integer, isPlainText } from '../values';

/** Which fields a W3C log has; the names and bits are those of the configuration. */
export const LOG_FIELDS = {
  Date: 1,
  Time: 2,
  ClientIP: 4,
  UserName: 8,
  SiteName: 16,
  ComputerName: 32,
  ServerIP: 64,
  Method: 128,
  UriStem: 256,
  UriQuery: 512,
  HttpStatus: 1_024,
  Win32Status: 2_048,
  BytesSent: 4_096,
  BytesRecv: 8_192,
  TimeTaken: 16_384,
  ServerPort: 32_768,
  UserAgent: 65_536,
  Cookie: 131_072,
  Referer: 262_144,
  ProtocolVersion: 524_288,
  Host: 1_048_576,
  HttpSubStatus: 2_097_152,
};

const FORMATS: Readonly<Record<string, string>> = {
  '{ff160663-de82-11cf-bc0a-00aa006111e0}': 'W3C',
  '{ff160657-de82-11cf-bc0a-00aa006111e0}': 'IIS',
  '{ff16065f-de82-11cf-bc0a-00aa006111e0}': 'NCSA',
};

const format: MetabaseKey = {
  name: 'LogPluginClsid',
  meaning: 'The class of the log module, which decides the format of the log.',
  at: ['server', 'site'],
  successor: ({ at, site: name }, values) => {
    const on = at === 'site' ? ({ of: 'site', site: name } as const) : ({ of: 'siteDefaults' } as const);
    if (!values) return { steps: [{ do: 'show', on, attribute: 'logFile.logFormat' }] };
    const known = FORMATS[(values[0] ?? '').toLowerCase()];
    return {
      steps: [{ do: 'set', on, attribute: 'logFile.logFormat', value: { kind: 'text', text: known ?? 'Custom' } }],
      ...(known === undefined && {
        note: 'Other classes are named by logFile.customLogPluginClsid; ODBC logging has a section of its own.',
      }),
    };
  },
};

const command: MetabaseKey = {
  name: 'ServerCommand',
  meaning: 'Starts (1), stops (2), pauses (3) or continues (4) the site.',
  at: ['site'],
  successor: ({ site: name }, values) => {
    const number = integer(values?.[0] ?? '');
    const verb = number === 2 ? 'stop' : 'start';
    const cmdlet = number === 2 ? 'Stop' : 'Start';
    if (!values)
      return {
        steps: [
          {
            do: 'run',
            appcmd: `list site "${name}" /text:state`,
            webAdministration: `(Get-WebsiteState -Name '${name}').Value`,
            iisAdministration: `(Get-IISSite -Name '${name}').State`,
          },
        ],
      };
    return {
      steps: [
        {
          do: 'run',
          appcmd: `${verb} site "${name}"`,
          webAdministration: `${cmdlet}-Website -Name '${name}'`,
          iisAdministration: `${cmdlet}-IISSite -Name '${name}'`,
        },
      ],
      ...((number === 3 || number === 4) && { note: 'A site can no longer be paused, only stopped and started.' }),
    };
  },
};

const comment: MetabaseKey = {
  name: 'ServerComment',
  meaning: 'The name of the site.',
  at: ['site'],
  successor: ({ site: name }, values) => {
    if (!values) return { steps: [{ do: 'show', on: { of: 'site', site: name }, attribute: 'name' }] };
    const text = values.length === 1 && values[0] && isPlainText(values[0]) ? values[0] : 'NEW';
    return {
      steps: [
        {
          do: 'run',
          appcmd: `set site "${name}" /name:"${text}"`,
          webAdministration: `Rename-Item 'IIS:\\Sites\\${name}' -NewName '${text}'`,
          iisAdministration: `$m = Get-IISServerManager; $m.Sites['${name}'].Name = '${text}'; $m.CommitChanges()`,
        },
      ],
    };
  },
};

/** Keys of a site, or of the defaults of all. */
export const siteKeys: readonly MetabaseKey[] = [
  comment,
  site('ServerAutoStart', 'serverAutoStart', 'boolean', 'Whether the site starts with the service.'),
  site('ConnectionTimeout', 'limits.connectionTimeout', 'seconds', 'Seconds until an idle connection is closed.'),
  site('MaxConnections', 'limits.maxConnections', 'integer', 'How many connections the site takes at once.'),
  site('MaxBandwidth', 'limits.maxBandwidth', 'integer', 'Bytes a second that the site may send.'),
  site('LogType', 'logFile.enabled', 'boolean', 'Whether requests are logged.'),
  site('LogFileDirectory', 'logFile.directory', 'text', 'The folder of the logs of the site.'),
  site(
    'LogFilePeriod',
    'logFile.period',
    { one: { 0: 'MaxSize', 1: 'Daily', 2: 'Weekly', 3: 'Monthly', 4: 'Hourly' } },
    'When a new log begins.',
  ),
  site('LogFileTruncateSize', 'logFile.truncateSize', 'integer', 'Bytes until a new log begins.'),
  site('LogFileLocaltimeRollover', 'logFile.localTimeRollover', 'boolean', 'Whether a new log begins by local time.'),
  site('LogExtFileFlags', 'logFile.logExtFileFlags', { bits: LOG_FIELDS }, 'The fields of the log, by bits.'),
  format,
  command,
];
