import { messagePattern } from '../eventPatterns';
import { defineFamily, type EventType, type Key, type Source } from '../fact';

const READ = '2026-11-21';
/** The configuration system; its channels are `Microsoft-IIS-Configuration/Administrative` and `/Operational`. */
const PROVIDER = 'Microsoft-Windows-IIS-Configuration';

const manifest: Source = {
  document: 'Manifest of the provider Microsoft-Windows-IIS-Configuration',
  says: 'The event, its number, its level and the names of its insertions.',
  read: READ,
};
const audit: Source = {
  document: 'Public detection rules on event 29 of Microsoft-IIS-Configuration/Operational',
  says: 'A new module or logging that is switched off is rare on a production server and may be an attack.',
  read: READ,
};
const logMonitor: Source = {
  document: 'Documentation of Windows container LogMonitor: events of IIS configuration',
  says: 'Event 29 names each change that was committed, event 50 the end of the commit; the channel is off by default.',
  read: READ,
};
const http50019: Source = {
  document: 'Microsoft Support, KB 942055: HTTP error 500.19 when you open an IIS webpage',
  says: 'The same errors as a page shows them: file, line and reason.',
  read: READ,
};

const event = (eventId: number, parameters: readonly string[], message?: string, anchor?: string): EventType => ({
  provider: PROVIDER,
  eventId,
  parameters,
  ...(message && { message: messagePattern(message) }),
  ...(anchor && { anchor }),
});
const key = (eventId: number, context?: RegExp): Key => ({
  kind: 'event',
  provider: PROVIDER,
  eventId,
  ...(context && { context }),
});

const changed = (configuration: string): string =>
  `Log Name: Microsoft-IIS-Configuration/Operational\nSource: Microsoft-Windows-IIS-Configuration\nEvent ID: 29\nLevel: Verbose\nUser: CONTOSO\\anna\nDescription:\nChanges to '${configuration}' at 'MACHINE/WEBROOT/APPHOST' have successfully been committed.`;

/** The configuration system of IIS: errors of files, and who changed what. */
export default defineFamily({
  providers: [{ name: PROVIDER, label: 'IIS-Configuration', aliases: ['Microsoft Windows IIS Configuration'] }],
  eventTypes: [
    event(10, ['HRESULT', 'PhysicalPath', 'Type', 'Message', 'LineNumber', 'PreviousLine', 'ErrorLine', 'NextLine']),
    event(
      12,
      ['PhysicalPath', 'FileConfigPath', 'EffectiveLocationPath', 'SectionPath'],
      'Unable to find schema for config section {SectionPath}',
      'unable to find schema for config section',
    ),
    event(
      29,
      [
        'PhysicalPath',
        'ConfigPath',
        'EffectiveLocationPath',
        'Configuration',
        'EditOperationType',
        'OldValue',
        'NewValue',
      ],
      'Changes to <Configuration> at <EffectiveLocationPath> have successfully been committed',
      'have successfully been committed',
    ),
    event(
      50,
      ['ConfigPath'],
      'Changes have successfully been committed to {ConfigPath}',
      'have successfully been committed',
    ),
  ],
  facts: [
    {
      id: 'iisconfiguration-10',
      name: 'The configuration system met an error',
      verdict: 'act',
      meaning:
        'A configuration file could not be read as it stands. The record has the reason, the file, the line and its neighbours: the quickest way to see why a page answers 500.19 or a tool fails.',
      checks: ['File, line and message of the record; which request or tool ran in that second?'],
      fix: 'Correct that line, or install the feature whose section nobody knows.',
      doNot: ['Do not look for file locks when the text speaks of one (0x80070021): it is a locked section.'],
      keys: [key(10)],
      sources: [manifest, http50019],
      samples: [
        'Log Name: Microsoft-IIS-Configuration/Administrative\nSource: Microsoft-Windows-IIS-Configuration\nEvent ID: 10\nLevel: Error',
        '<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><System><Provider Name="Microsoft-Windows-IIS-Configuration"/><EventID>10</EventID></System><EventData><Data Name="HRESULT">0x8007000D</Data><Data Name="PhysicalPath">\\\\?\\C:\\sites\\shop\\web.config</Data><Data Name="Message">Configuration file is not well-formed XML</Data><Data Name="LineNumber">12</Data></EventData></Event>',
      ],
      notSamples: ['Source: Microsoft-Windows-Kernel-Power\nEvent ID: 10\nDescription:\nOther.'],
    },
    {
      id: 'iisconfiguration-12',
      name: 'A section that no schema declares',
      verdict: 'act',
      meaning:
        'A file uses a section for which no schema is installed: the feature or product that brings it is not there, or the name is misspelt. In a page the same is 500.19 with 0x8007000D.',
      checks: [
        'Which section, in which file? `rewrite` is URL Rewrite, `aspNetCore` the Hosting Bundle, `webFarms` ARR.',
      ],
      fix: 'Install what owns the section (after IIS), or correct its name.',
      doNot: ['Do not delete the section to silence it: the application relies on it.'],
      keys: [key(12)],
      sources: [manifest, http50019],
      samples: [
        "Source: IIS-Configuration\nEvent ID: 12\nDescription:\nUnable to find schema for config section 'system.webServer/rewrite'. This section will be ignored.",
        "Unable to find schema for config section 'system.webServer/aspNetCore'.",
      ],
      notSamples: [
        'Unable to find schema for table users.',
        'Source: Microsoft-Windows-UserModePowerService\nEvent ID: 12',
      ],
    },
    {
      id: 'iisconfiguration-29',
      name: 'A setting of IIS was changed',
      verdict: 'benign',
      verdictText: 'who changed what',
      meaning:
        'The audit trail of the configuration: each setting that was written, with old and new value; the account is in the header of the record. IIS Manager, appcmd, PowerShell and setups all leave it.',
      checks: ['Who and what: account, path and new value. Does it belong to a change that you know of?'],
      fix: 'Nothing. The last good state before it is in `inetpub\\history`.',
      more: [
        'The channel is off by default: `wevtutil.exe sl Microsoft-IIS-Configuration/Operational /e:true` switches it on. Worth it on every production server.',
      ],
      keys: [key(29)],
      companions: [
        {
          provider: 'Microsoft-Windows-WAS',
          eventId: 5080,
          says: 'The change concerned the pool, so its processes were replaced: expected.',
        },
      ],
      sources: [logMonitor, manifest],
      samples: [
        changed('/system.applicationHost/applicationPools/add[@name="Shop"]/recycling/periodicRestart/@time'),
        "Changes to '/system.webServer/directoryBrowse/@enabled' at 'MACHINE/WEBROOT/APPHOST/Shop' have successfully been committed.",
      ],
      notSamples: [
        'Source: Microsoft-Windows-Kernel-Boot\nEvent ID: 29\nDescription:\nOther.',
        'All changes to the branch have successfully been committed.',
        changed('/system.webServer/globalModules/add[@name="Audit"]/@image'),
      ],
    },
    {
      id: 'iisconfiguration-29-module',
      name: 'A module, filter or handler of IIS was changed',
      verdict: 'look',
      verdictText: 'known change?',
      meaning:
        'Modules, ISAPI filters and handlers see every request of a site or of the server. Setups of products add them; on a running production server that is rare, and attackers use it to stay.',
      checks: [
        'Was a product installed or a deployment made just then? If not: which DLL or type, from where, signed by whom?',
      ],
      fix: 'Unknown: save the DLL and the logs, then take the entry out with `appcmd.exe uninstall module` and treat the server as attacked.',
      doNot: ['Do not delete the file before it was saved: it is the evidence.'],
      keys: [key(29, /system\.webServer\/(?:globalModules|modules|isapiFilters|handlers)\b/i)],
      sources: [audit, logMonitor],
      samples: [
        changed('/system.webServer/globalModules/add[@name="Audit"]/@image'),
        changed('/system.webServer/modules/add[@name="Audit"]'),
      ],
      notSamples: [changed('/system.webServer/defaultDocument/files/add[@value="a.htm"]')],
    },
    {
      id: 'iisconfiguration-29-logging',
      name: 'Logging of IIS was changed',
      verdict: 'look',
      verdictText: 'known change?',
      meaning:
        'A setting of the request logs was changed: switched off (`dontLog`), moved, or its fields cut. It may be housekeeping; it is also what an intruder does first.',
      checks: ['Who changed it, old and new value, and is there a reason for it in your change log?'],
      fix: 'No reason? Switch logging on again and look what else that account did at that time.',
      keys: [key(29, /system\.webServer\/httpLogging\b|\/logFile\b|system\.applicationHost\/log\b/i)],
      sources: [audit, logMonitor],
      samples: [
        changed('/system.webServer/httpLogging/@dontLog'),
        changed('/system.applicationHost/sites/site[@name="Shop"]/logFile/@enabled'),
      ],
      notSamples: [changed('/system.webServer/directoryBrowse/@enabled')],
    },
    {
      id: 'iisconfiguration-50',
      name: 'Changes of the configuration were written',
      verdict: 'benign',
      meaning:
        'The end of a commit: the changes that the records 29 before it name are now in the file. Nothing is to be done; IIS takes them over by itself.',
      checks: ['The records 29 of the same second tell what was changed, and by whom.'],
      fix: 'Nothing.',
      doNot: ['Do not run iisreset to make changes take effect: they are in force already.'],
      keys: [key(50)],
      sources: [logMonitor, manifest],
      samples: [
        "Source: Microsoft-Windows-IIS-Configuration\nEvent ID: 50\nLevel: Information\nDescription:\nChanges have successfully been committed to 'MACHINE/WEBROOT/APPHOST'.",
        "Changes have successfully been committed to 'MACHINE/WEBROOT/APPHOST/Shop'.",
      ],
      notSamples: ['Changes have been committed to the repository.', 'Source: Time-Service\nEvent ID: 50'],
    },
    {
      id: 'iisconfiguration-trace',
      name: 'Trace of the configuration system',
      verdict: 'benign',
      verdictText: 'noise',
      meaning:
        'A step of the daily work of the configuration system: a file opened or parsed (13, 15), the cache filled or emptied (3, 7 to 9), a watch on a folder started or ended (17 to 19).',
      checks: ['Nothing. Errors have numbers of their own: 10 and 12 (and others of level Error).'],
      fix: 'Nothing; filter them away, or switch off the analytic and debug channels when the search is over.',
      keys: [key(3), key(7), key(8), key(9), key(13), key(15), key(17), key(18), key(19)],
      sources: [manifest],
      samples: [
        'Log Name: Microsoft-IIS-Configuration/Analytic\nSource: Microsoft-Windows-IIS-Configuration\nEvent ID: 13\nLevel: Verbose',
        'Source: IIS-Configuration\nEvent ID: 7\nLevel: Verbose',
      ],
      notSamples: ['Source: disk\nEvent ID: 7\nDescription:\nThe device has a bad block.'],
    },
    {
      id: 'iisconfiguration-14',
      name: 'Shared configuration is in force',
      verdict: 'benign',
      meaning:
        'This server reads applicationHost.config from the place that redirection.config names, mostly a share. Edits of the local file have no effect, and the server depends on that share at every start.',
      checks: ['Is it meant? `%windir%\\system32\\inetsrv\\config\\redirection.config` has path and account.'],
      fix: 'Nothing. Edit the file on the share, or switch shared configuration off in IIS Manager first.',
      keys: [key(14)],
      sources: [manifest],
      samples: ['Source: Microsoft-Windows-IIS-Configuration\nEvent ID: 14\nLevel: Information'],
      notSamples: ['Source: volsnap\nEvent ID: 14\nDescription:\nOther.'],
    },
  ],
});
