import { messagePattern } from '../eventPatterns';
import { defineFamily, type EventType, type Key, type Source } from '../fact';

const READ = '2026-11-21';
/** The Application Host Helper Service: it keeps the history of the configuration and maps names of pools to SIDs. */
const PROVIDER = 'Microsoft-Windows-IIS-APPHOSTSVC';

const history: Source = {
  document: 'Microsoft Learn cc735032: IIS Application Host History Configuration',
  says: 'The service saves applicationHost.config every two minutes when it changed, ten times by default, into inetpub\\history.',
  read: READ,
};
const mapping: Source = {
  document: 'Microsoft Learn cc735091: IIS Application Host SID Mapping',
  says: 'The service maps the names of application pools to SIDs; commit the change again or restart the service.',
  read: READ,
};

const NO_NEIGHBOUR = 'Do not copy applicationHost.config from another server: its passwords cannot be decrypted here.';
const SITES_GO_ON = 'Do not run iisreset for it: this service has nothing to do with requests, and the sites go on.';

const event = (eventId: number, parameters: readonly string[], message: string, anchor: string): EventType => ({
  provider: PROVIDER,
  eventId,
  parameters,
  message: messagePattern(message),
  anchor,
});
const key = (eventId: number, context?: RegExp): Key => ({
  kind: 'event',
  provider: PROVIDER,
  eventId,
  ...(context && { context }),
});

const header = (eventId: number): string =>
  `Log Name: System\nSource: Microsoft-Windows-IIS-APPHOSTSVC\nEvent ID: ${eventId}\nDescription:\nThe Application Host Helper Service encountered an error `;

/** AppHostSvc: history of the configuration and accounts of application pools. */
export default defineFamily({
  providers: [
    {
      name: PROVIDER,
      label: 'AppHostSvc',
      aliases: ['IIS-APPHOSTSVC', 'Microsoft Windows IIS APPHOSTSVC', 'Application Host Helper Service'],
    },
  ],
  eventTypes: [
    event(9000, [], 'encountered an error while reading the data for SID mapping', 'reading the data for sid mapping'),
    event(
      9001,
      ['ApplicationPoolName'],
      'encountered an error while adding the mapping for the application pool name <ApplicationPoolName> to its SID',
      'while adding the mapping for the',
    ),
    event(
      9002,
      [],
      'encountered an error while mapping the application pool names to their respective SIDs',
      'while mapping the application pool names',
    ),
    event(
      9003,
      ['ApplicationPoolName'],
      'encountered an error while removing the mapping for the application pool name <ApplicationPoolName> to its SID',
      'while removing the mapping for the',
    ),
    event(
      9006,
      [],
      'encountered an error trying to process the configuration data for config history',
      'configuration data for config history',
    ),
    event(
      9007,
      ['File', 'LineNumber', 'Error'],
      'The Application Host Helper Service encountered an error trying to read configuration data from file <File>, line number {LineNumber}[. The error message is: <Error>. The|]',
      'the application host helper service',
    ),
    event(
      9009,
      ['Path'],
      'encountered an error trying to delete the history directory <Path>. The directory will be skipped',
      'trying to delete the history directory',
    ),
    event(
      9010,
      ['Path'],
      'encountered an error trying to access the root history directory <Path>. The directory',
      'trying to access the root history directory',
    ),
    event(
      9011,
      [],
      'The directory specified for the root history directory is a UNC path',
      'for the root history directory is a unc',
    ),
  ],
  facts: [
    {
      id: 'apphostsvc-sid-mapping',
      name: 'Names of pools could not be mapped to accounts',
      verdict: 'act',
      meaning:
        'The service that gives every pool its account `IIS AppPool\\<pool>` could not read or map names of pools. Permissions for such an account may then not take effect or not be settable.',
      checks: [
        'Can the name be resolved: `icacls.exe` on a folder shows `IIS APPPOOL\\<pool>` instead of S-1-5-82-…? Is the configuration sound?',
      ],
      fix: 'Make applicationHost.config readable, then `net stop AppHostSvc` and `net start AppHostSvc`; sites go on meanwhile.',
      doNot: [SITES_GO_ON, 'Do not grant Everyone in place of the account of the pool.'],
      keys: [key(9000), key(9001), key(9002), key(9004), key(9005)],
      sources: [mapping],
      samples: [
        `${header(9000)}while reading the data for SID mapping. Please ensure that the application pool name data is correct in the configuration file.`,
        `${header(9001)}while adding the mapping for the application pool name 'Shop' to its SID.`,
        'Source: AppHostSvc\nEvent ID: 9005\nLevel: Error',
      ],
      notSamples: ['The gateway encountered an error while reading the data.', 'Source: MSExchange\nEvent ID: 9000'],
    },
    {
      id: 'apphostsvc-9003',
      name: 'The account of a deleted pool was not removed',
      verdict: 'benign',
      meaning:
        'A pool was deleted, and the name of its account could not be taken back in Windows. It is a leftover; nothing depends on it.',
      checks: ['Nothing, unless it comes for pools that still exist.'],
      fix: 'Nothing.',
      keys: [key(9003)],
      sources: [mapping],
      samples: [`${header(9003)}while removing the mapping for the application pool name 'Old' to its SID.`],
      notSamples: ['Source: MSExchange\nEvent ID: 9003'],
    },
    {
      id: 'apphostsvc-9006',
      name: 'The settings of the configuration history are invalid',
      verdict: 'act',
      meaning:
        'The section `configHistory` in applicationHost.config cannot be processed, so the history is switched off. Sites go on, but from now on no copies are kept that a bad edit could be undone with.',
      checks: [
        '`appcmd.exe list config /section:system.applicationHost/configHistory`: path, `maxHistories`, `period`.',
      ],
      fix: 'Correct the section: a local path, `maxHistories` and `period` as in the default; the service goes on by itself.',
      doNot: [SITES_GO_ON],
      keys: [key(9006)],
      sources: [history],
      samples: [
        `${header(9006)}trying to process the configuration data for config history. The feature will be disabled.`,
      ],
      notSamples: ['The tool failed to process the configuration data.'],
    },
    {
      id: 'apphostsvc-9007',
      name: 'The configuration cannot be read; line named',
      verdict: 'act',
      meaning:
        'The service stumbled over the named line of applicationHost.config and keeps no history until it is right. Sites that run may go on for now; the next start of WAS fails at that very line.',
      checks: [
        'File, line and error in the text; `%windir%\\system32\\inetsrv\\appcmd.exe list config` shows the same.',
      ],
      fix: 'Correct that line, or restore the newest good copy from `inetpub\\history`, before anybody restarts WAS or the server.',
      doNot: [
        'Do not restart WAS, IIS or the server before the line is right: then all sites stay down.',
        NO_NEIGHBOUR,
      ],
      keys: [key(9007), key(9008)],
      companions: [
        {
          provider: 'Microsoft-Windows-WAS',
          eventId: 5172,
          says: 'WAS fails at the same line: correct it once, both are gone.',
        },
      ],
      sources: [history],
      samples: [
        `${header(9007)}trying to read configuration data from file '\\\\?\\C:\\Windows\\system32\\inetsrv\\config\\applicationHost.config', line number '308'. The error message is: 'Configuration file is not well-formed XML'. The feature will be disabled.`,
      ],
      notSamples: [
        "The Windows Process Activation Service encountered an error trying to read configuration data from file 'x', line number '7'.",
      ],
    },
    {
      id: 'apphostsvc-9009',
      name: 'An old history folder could not be deleted',
      verdict: 'benign',
      meaning:
        'The service keeps only the newest states in `inetpub\\history` and could not delete the oldest folder, because a file is open or its permissions were changed. It skips it; the history goes on.',
      checks: [
        'Does it come for the same folder again and again? Then its permissions, or a window that stands in it.',
      ],
      fix: 'Nothing; or delete that one folder by hand.',
      keys: [key(9009)],
      sources: [
        {
          document: 'Microsoft Learn dd364232: Event ID 9009, IIS Application Host History Configuration',
          says: 'The directory is skipped and ignored; it may still be deleted when the service restarts.',
          read: READ,
        },
        history,
      ],
      samples: [
        `${header(9009)}trying to delete the history directory 'C:\\inetpub\\history\\CFGHISTORY_0000000012'. The directory will be skipped and ignored.`,
        'Warning 9009 \u2013 IIS-APPHOSTSVC\nThe Application Host Helper Service encountered an error trying to delete the history directory \u2018C:\\inetpub\\history\\CFGHISTORY_0000000012\u2019. The directory will be skipped and ignored.',
      ],
      notSamples: ['Source: Desktop Window Manager\nEvent ID: 9009\nDescription:\nThe manager has exited.'],
    },
    {
      id: 'apphostsvc-9010',
      name: 'The folder of the configuration history is missing',
      verdict: 'act',
      meaning:
        'The service cannot use the folder for the history (default `%SystemDrive%\\inetpub\\history`): it is gone, its drive is, or its permissions are wrong. Sites go on, but no copies of the configuration are kept.',
      checks: ['Does the folder of the text exist, and may SYSTEM and Administrators write there?'],
      fix: 'Create it again with full control for SYSTEM and Administrators; the service takes up the history by itself.',
      doNot: [SITES_GO_ON, 'Do not leave it like this: the history is what saves you after the next bad edit.'],
      keys: [key(9010)],
      sources: [
        {
          document: 'Microsoft Learn dd349193: Event ID 9010, IIS Application Host History Configuration',
          says: 'The directory must exist and Administrators must be able to read and write it.',
          read: READ,
        },
        history,
      ],
      samples: [
        `${header(9010)}trying to access the root history directory 'D:\\inetpub\\history'. The directory either doesn't exist or the permissions on it don't allow the history service to access it.`,
      ],
      notSamples: ['Source: MSExchange\nEvent ID: 9010\nDescription:\nOther.'],
    },
    {
      id: 'apphostsvc-9011',
      name: 'The configuration history is on a share',
      verdict: 'act',
      meaning:
        'The `path` of `configHistory` is a UNC path, which is not allowed, so the history is switched off. Sites go on, but no copies of the configuration are kept.',
      checks: ['`appcmd.exe list config /section:system.applicationHost/configHistory`: the attribute `path`.'],
      fix: 'Set `path` to a local folder, by default `%SystemDrive%\\inetpub\\history`; copy it to the share by a task if you want it there.',
      keys: [key(9011)],
      sources: [history],
      samples: [
        'Source: IIS-APPHOSTSVC\nEvent ID: 9011\nDescription:\nThe directory specified for the root history directory is a UNC path, which is not allowed. The feature will be disabled.',
      ],
      notSamples: ['The directory specified for the archive is a UNC path.'],
    },
  ],
});
