import { dataPattern, messagePattern } from '../eventPatterns';
import { defineFamily, type EventType, type Key, type NonEmpty, type Source } from '../fact';
import { keysOfBoth, typesOfBoth, WAS } from '../wasEvents';

const READ = '2026-11-21';
const poolConfiguration: Source = {
  document: 'Microsoft Learn cc735211: IIS Application Pool Configuration',
  says: 'Names and properties of pools that WAS does not accept, with the message of each event.',
  read: READ,
};
const manifest: Source = {
  document: 'Manifest of the provider Microsoft-Windows-WAS',
  says: 'The event, its number and the names of its insertions.',
  read: READ,
};
const sharedConfiguration: Source = {
  document: 'Microsoft Support, KB 2565028: IIS does not start after shared configuration is enabled again',
  says: '5005 and 5189 with error type 0 and 0x8007000D: the exported file on the share is damaged; clear the share, export anew.',
  read: READ,
};
const upgrade: Source = {
  document: 'Microsoft Support, KB 4050891: HTTP error 503 and WAS event 5189 after an upgrade of Windows',
  says: 'Symbolic links are left below inetpub\\temp\\appPools; delete the folder while WAS is stopped.',
  read: READ,
};
const wellFormed: Source = {
  document: 'Blog of Robert McMurray: restoring applicationHost.config from its history',
  says: 'WAS 5172 names file and line of a file that is not well-formed; the last good copy is in inetpub\\history.',
  read: READ,
};
const helperService: Source = {
  document: 'Microsoft Learn dd364058 and dd349280: Application Host Helper Service Availability',
  says: 'The folder for temporary pool files must exist, be local, and be readable for SYSTEM, Administrators and IIS_IUSRS.',
  read: READ,
};
const hanselman: Source = {
  document: 'Scott Hanselman: WAS is stopping because it encountered an error',
  says: 'A missing folder inetpub\\temp\\apppools kept WAS from starting; creating it was the cure.',
  read: READ,
};
const copiedKeys: Source = {
  document: 'Microsoft Support, KB 977754: 0x80090016, and practice with copied applicationHost.config',
  says: 'Passwords are encrypted with keys of one machine; on another one they cannot be decrypted.',
  read: READ,
};

const APPCMD = '%windir%\\system32\\inetsrv\\appcmd.exe';
const NO_NEIGHBOUR = 'Do not copy applicationHost.config from another server: its passwords cannot be decrypted here.';
const NO_REINSTALL = 'Do not reinstall IIS: the configuration of all sites would be lost with it.';
const KEEP_HISTORY =
  'Do not try edit after edit: `inetpub\\history` keeps only the last ten states, and the good one is soon gone.';
const NO_NEW_KEYS =
  'Do not run `iissetup.exe /install SharedLibraries` or recreate key containers: stored passwords become unreadable.';
const NO_RMDIR = 'Do not delete `inetpub\\temp\\appPools` for it: that helps with error type 5 only.';

const restoreSteps: string[] = [
  'Save the present state: copy `%windir%\\system32\\inetsrv\\config` to another folder.',
  `See where it breaks: \`${APPCMD} list config\` names file and line, or prints all of it when the file is sound.`,
  'Shared configuration? Then `redirection.config` in that folder tells where the real file is.',
  'Compare with the newest folders `%SystemDrive%\\inetpub\\history\\CFGHISTORY_*`, and correct the line, or:',
  `\`${APPCMD} restore backup "CFGHISTORY_0000000012"\` with the name of the last good folder.`,
  '`net start W3SVC`, then what also depended on WAS and ran before (NetTcpActivator, NetPipeActivator, NetMsmqActivator).',
  'Leave `inetsrv\\config` and `inetpub\\history` out of the virus scanner, so that no half-written file is locked.',
];
const appPoolsSteps: string[] = [
  'See whether there are links: `dir /AL %SystemDrive%\\inetpub\\temp\\appPools`',
  '`net stop WAS /y`',
  '`rmdir /s /q %SystemDrive%\\inetpub\\temp\\appPools`',
  '`net start W3SVC`, then what also depended on WAS and ran before (NetTcpActivator, NetPipeActivator, NetMsmqActivator).',
];

const event = (eventId: number, parameters: readonly string[], message?: string, anchor?: string): EventType => ({
  provider: WAS,
  eventId,
  parameters,
  ...(message && { message: messagePattern(message) }),
  ...(anchor && { anchor }),
});
const key = (eventId: number, condition: Pick<Extract<Key, { kind: 'event' }>, 'where' | 'context'> = {}): Key => ({
  kind: 'event',
  provider: WAS,
  eventId,
  ...condition,
});
/** Both events by which WAS names a line of a configuration file, where its text says something. */
const fileError = (context: RegExp): NonEmpty<Key> => [key(5172, { context }), key(5173, { context })];

const header = (eventId: number): string =>
  `Log Name: System\nSource: Microsoft-Windows-WAS\nEvent ID: ${eventId}\nDescription:\n`;
const stopping = `${header(5005)}Windows Process Activation Service (WAS) is stopping because it encountered an error. The data field contains the error number.`;
const notGenerated = (pool: string, type: string): string =>
  `${header(5189)}The Windows Process Activation Service failed to generate an application pool config file for application pool ${pool}. The error type is ${type}.\nTo resolve this issue, please ensure that the applicationhost.config file is correct and recommit the last configuration changes made. The data field contains the error number.`;
const unreadable = (error: string): string =>
  `${header(5172)}The Windows Process Activation Service encountered an error trying to read configuration data from file '\\\\?\\C:\\Windows\\system32\\inetsrv\\config\\applicationHost.config', line number '308'.  The error message is: '${error}\n'.  The data field contains the error number.`;

/** WAS: configuration that cannot be read, written or accepted. */
export default defineFamily({
  eventTypes: [
    event(
      5005,
      [],
      'Windows Process Activation Service[ (WAS)|] is stopping because it encountered an error',
      'is stopping because it encountered',
    ),
    event(
      5036,
      [],
      'The configuration manager for [the |]Windows Process Activation Service[ (WAS)|] did not initialize',
      'the configuration manager for',
    ),
    ...typesOfBoth(
      5041,
      ['param1', 'param2', 'Property', 'Value', 'RangeLow', 'RangeHigh', 'DefaultValue'],
      'The <param1> <param2> failed range validation for property {Property}. The configured value <Value> is outside of the range {RangeLow} to {RangeHigh}. The value will default to {DefaultValue}',
      'failed range validation for property',
    ),
    ...typesOfBoth(
      5050,
      ['AppPoolID', 'NameLength', 'MaxLength'],
      'The application pool id <AppPoolID> exceeds length limits',
      'exceeds length limits',
    ),
    ...typesOfBoth(
      5051,
      [],
      'An application pool id was defined as a zero length string',
      'was defined as a zero length string',
    ),
    ...typesOfBoth(
      5053,
      [],
      'The %service% received a change notification, but was unable to process it correctly',
      'received a change notification',
    ),
    event(
      5172,
      ['File', 'LineNumber', 'Error'],
      'The Windows Process Activation Service[ (WAS)|] encountered an error trying to read configuration data from file <File>, line number {LineNumber}[. The error message is: <Error>. The data|]',
      'trying to read configuration data',
    ),
    event(
      5173,
      ['ConfigSection', 'File', 'LineNumber', 'Error'],
      'The Windows Process Activation Service[ (WAS)|] encountered an error trying to read configuration data for config section <ConfigSection> from file <File>, line number {LineNumber}[. The error message is: <Error>. The data|]',
      'trying to read configuration data',
    ),
    event(5174, ['param1', 'param2', 'Property', 'Value', 'DefaultValue']),
    event(5179, ['ConfigNode', 'Property', 'Value', 'DefaultValue']),
    event(5180, ['ConfigNode', 'Property', 'Value', 'DefaultValue', 'ValidValues']),
    event(
      5188,
      [],
      'The directory specified for the temporary application pool config files is either missing or is not accessible',
      'the directory specified for the temporary',
    ),
    event(
      5189,
      ['AppPoolID', 'ErrorType'],
      'The Windows Process Activation Service[ (WAS)|] failed to generate an application pool config file for application pool <AppPoolID>. The error type is {ErrorType}',
      'failed to generate an application pool',
    ),
    event(
      5191,
      [],
      'The directory specified for the temporary application pool config files is a UNC path',
      'the directory specified for the temporary',
    ),
    event(
      5203,
      ['AppPoolID', 'ProcessID'],
      'A process serving application pool <AppPoolID> reported a failure trying to read configuration during startup[. The process id was {ProcessID}|]',
      'reported a failure trying to read',
    ),
    event(
      5215,
      [],
      'Windows Process Activation Service[ (WAS)|] failed to execute initialization for offline setup',
      'initialization for offline setup',
    ),
  ],
  facts: [
    {
      id: 'was-5005',
      name: 'WAS could not start or go on',
      verdict: 'act',
      verdictText: 'no site works',
      meaning:
        'The Windows Process Activation Service ended because of an error, and W3SVC cannot run without it. What failed stands just before it: 5172, 5036, 5188, 5189 or 5215; the data has the code.',
      checks: [
        'The record before it, and the data word: 0D000780 invalid configuration, 02000780 or 03000780 something is missing.',
        `Is the configuration sound? \`${APPCMD} list config\``,
      ],
      fix: 'Cure what the record before it names, mostly applicationHost.config, then `net start W3SVC`.',
      steps: restoreSteps,
      doNot: [NO_REINSTALL, NO_NEIGHBOUR, KEEP_HISTORY],
      more: ['Service Control Manager 7023 (WAS) and 7001 (W3SVC depends on it) follow and only repeat the error.'],
      keys: [key(5005)],
      companions: [
        {
          provider: WAS,
          eventId: 5172,
          says: 'The 5172 names the file and the line that keep WAS from starting.',
        },
        {
          provider: WAS,
          eventId: 5036,
          says: 'WAS stopped because it could not load its configuration.',
        },
        {
          provider: WAS,
          eventId: 5188,
          says: 'WAS stopped because the folder for the temporary files of the pools is missing.',
        },
        {
          provider: WAS,
          eventId: 5189,
          says: 'WAS stopped because it could not write the files of the pools; the error type in the 5189 tells which cure.',
        },
        {
          provider: WAS,
          eventId: 5215,
          says: 'WAS stopped in a set-up step that is left from an upgrade; see the 5215.',
        },
      ],
      sources: [sharedConfiguration, hanselman],
      samples: [
        stopping,
        'System event log: "Windows Process Activation Service (WAS) is stopping because it encountered an error."',
        '<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><System><Provider Name="Microsoft-Windows-WAS" EventSourceName="WAS"/><EventID Qualifiers="49152">5005</EventID></System><EventData><Binary>57000780</Binary></EventData></Event>',
      ],
      notSamples: [
        'The spooler is stopping because it encountered an error.',
        `${stopping}\n0000: 0D 00 07 80`,
        'Source: Backup\nEvent ID: 5005\nDescription:\nOther.',
      ],
    },
    {
      id: 'was-5005-invalid-configuration',
      name: 'WAS stopped: the configuration is invalid (0D000780)',
      verdict: 'act',
      verdictText: 'no site works',
      meaning:
        'The data is 0x8007000D: applicationHost.config is not well-formed, was cut off, or has a section that nothing declares. All sites are down until it can be read again.',
      checks: [
        `\`${APPCMD} list config\` names file and line, as does the 5172 beside it. With shared configuration: the file on the share.`,
      ],
      fix: 'Correct that line, or restore the newest good copy from `inetpub\\history`; then `net start W3SVC`.',
      steps: restoreSteps,
      doNot: [NO_NEIGHBOUR, NO_REINSTALL, KEEP_HISTORY],
      keys: [key(5005, { context: dataPattern(0x8007000d) }), key(5036, { context: dataPattern(0x8007000d) })],
      companions: [
        {
          provider: WAS,
          eventId: 5172,
          says: 'The 5172 names the file and the line.',
        },
        {
          provider: WAS,
          eventId: 5189,
          says: 'With error type 0 beside it: the damaged file of a shared configuration. Clear the share and export anew.',
        },
      ],
      sources: [sharedConfiguration, wellFormed],
      samples: [
        `${stopping}\n0000: 0D 00 07 80`,
        '<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><System><Provider Name="Microsoft-Windows-WAS" EventSourceName="WAS"/><EventID Qualifiers="49152">5005</EventID></System><EventData><Binary>0D000780</Binary></EventData></Event>',
      ],
      notSamples: [`${stopping}\n0000: 02 00 07 80`],
    },
    {
      id: 'was-5005-missing',
      name: 'WAS stopped: a file or folder is missing (02, 03)',
      verdict: 'act',
      verdictText: 'no site works',
      meaning:
        'The data is 0x80070002 or 0x80070003: something that WAS needs is not there, such as the folder `inetpub\\temp\\appPools`, a schema file, or the share that redirection.config points to.',
      checks: [
        'Do `%SystemDrive%\\inetpub\\temp\\appPools` and `inetsrv\\config\\schema` exist? Is 5188 beside it? Is the share of redirection.config there?',
      ],
      fix: 'Create the missing folder again (SYSTEM and Administrators full, IIS_IUSRS read), or bring back the file or share; then `net start W3SVC`.',
      doNot: [NO_REINSTALL, 'Do not let clean-up tools or scripts empty `inetpub\\temp`.'],
      keys: [key(5005, { context: dataPattern(0x80070002, 0x80070003) })],
      companions: [
        {
          provider: WAS,
          eventId: 5188,
          says: 'It is the folder for the temporary files of the pools that is missing.',
        },
      ],
      sources: [hanselman, helperService],
      samples: [`${stopping}\n0000: 02 00 07 80`, `${stopping}\nIn Words\n0000: 80070003`],
      notSamples: [`${stopping}\n0000: 0D 00 07 80`],
    },
    {
      id: 'was-5036',
      name: 'WAS could not load its configuration',
      verdict: 'act',
      verdictText: 'no site works',
      meaning:
        'The part of WAS that reads applicationHost.config did not start, so WAS stops (5005). The file is damaged or not readable, a schema file is missing, or the share of a shared configuration does not answer.',
      checks: [
        `\`${APPCMD} list config\` names file and line; is the share of redirection.config there, and its account valid?`,
      ],
      fix: 'Correct the file at that line or restore it from `inetpub\\history`; bring the share back; then `net start W3SVC`.',
      steps: restoreSteps,
      doNot: [NO_NEIGHBOUR, NO_REINSTALL],
      keys: [key(5036)],
      companions: [
        {
          provider: WAS,
          eventId: 5172,
          says: 'The 5172 names the file and the line.',
        },
        {
          provider: WAS,
          eventId: 5005,
          says: 'WAS stopped because of it, and with it every site.',
        },
      ],
      sources: [
        {
          document: 'IIS management pack of Microsoft: alert rules for WAS',
          says: 'The configuration manager of WAS did not initialise.',
          read: READ,
        },
        wellFormed,
      ],
      samples: [
        `${header(5036)}The configuration manager for Windows Process Activation Service (WAS) did not initialize. The data field contains the error number.`,
        'The configuration manager for Windows Process\nActivation Service (WAS) did not initialize.',
      ],
      notSamples: ['The configuration manager for printers did not initialize.'],
    },
    {
      id: 'was-5041',
      name: 'A setting is out of its range; the default is used',
      verdict: 'look',
      meaning:
        'The named property of a pool or site has a number outside of what is allowed. WAS ignores it and works with the default that the record names, so the setting has no effect.',
      checks: ['Object, property, value, range and default in the text: which unit does the property have?'],
      fix: 'Set a value within the range that the record names.',
      keys: keysOfBoth(5041),
      sources: [poolConfiguration],
      samples: [
        `${header(5041)}The 'Application Pool' 'Shop' failed range validation for property 'QueueLength'. The configured value '5' is outside of the range '10' to '65535'. The value will default to '1000'.`,
      ],
      notSamples: ['The form failed range validation for property age.'],
    },
    {
      id: 'was-5050',
      name: 'Pool ignored: its name is too long',
      verdict: 'act',
      meaning:
        'The name of a pool is longer than the record allows, so WAS ignores the pool; its applications answer 503.',
      checks: ['The name and the limit in the text; a script may have put a path or a GUID into it.'],
      fix: 'Create the pool with a shorter name, assign its applications to it and delete the old one.',
      keys: keysOfBoth(5050),
      sources: [poolConfiguration],
      samples: [
        `${header(5050)}The application pool id 'a very long name' exceeds length limits. It is '300' characters and cannot be more than '256' characters. The application pool will therefore be ignored.`,
      ],
      notSamples: ['The header exceeds length limits.'],
    },
    {
      id: 'was-5051',
      name: 'Pool ignored: it has no name',
      verdict: 'act',
      meaning:
        'A pool in applicationHost.config has an empty name, mostly from a script with an empty variable, so WAS ignores it. It has nothing to do with identities, as one circulating article has it: that is 5021.',
      checks: [
        '`system.applicationHost/applicationPools` in applicationHost.config: an `<add name="">`, and which script wrote it?',
      ],
      fix: 'Remove that entry and let the script stop when its variable is empty.',
      doNot: ['Do not change identities or passwords because of this number.'],
      keys: keysOfBoth(5051),
      sources: [poolConfiguration],
      samples: [
        `${header(5051)}An application pool id was defined as a zero length string. An application pool id must not be a zero length string. The application pool will therefore be ignored.`,
      ],
      notSamples: [
        '* `Warning` - Event ID 5051\n\nThe identity of application pool Shop is invalid. The user name or password that is specified for the identity may be incorrect.',
      ],
    },
    {
      id: 'was-5053',
      name: 'A change of the configuration was not taken over',
      verdict: 'act',
      meaning:
        'WAS was told that the configuration changed but could not read or apply it. It goes on with the old state, so what runs and what the file says differ. The file is half-written, invalid, or its share is away.',
      checks: [
        `\`${APPCMD} list config\`: is the file sound now? With shared configuration: does the share answer, also under load?`,
        'Is 5172 beside it? It names file and line.',
      ],
      fix: 'Make the file sound, then save any small change of it: that makes WAS read it anew. If that fails, restart WAS at a quiet hour.',
      doNot: ['Do not restart WAS while the file is broken: then it does not start at all.'],
      keys: keysOfBoth(5053),
      companions: [
        {
          provider: WAS,
          eventId: 5172,
          says: 'The 5172 names the file and the line that WAS could not read.',
        },
      ],
      sources: [
        {
          document: 'IIS management pack of Microsoft: rule for event 5053',
          says: 'WAS reads no further changes; where a change has to take effect at once, stop and start WAS.',
          read: READ,
        },
      ],
      samples: [
        `${header(5053)}The Windows Process Activation Service received a change notification, but was unable to process it correctly. The data field contains the error number.`,
      ],
      notSamples: ['The cluster received a change notification, but was unable to process it correctly.'],
    },
    {
      id: 'was-5172',
      name: 'A configuration file cannot be read; line named',
      verdict: 'act',
      meaning:
        'WAS stumbled over the named file at the named line, mostly applicationHost.config. The text has the reason. At its start WAS stops for it (5005); later it goes on with the old state (5053).',
      checks: [
        'File, line and error message in the text; line 0 means the file as a whole: missing, locked or no right to read it.',
      ],
      fix: 'Correct that line, or restore the newest good copy from `inetpub\\history`; then start WAS and W3SVC if they stopped.',
      steps: restoreSteps,
      doNot: [NO_NEIGHBOUR, NO_REINSTALL, KEEP_HISTORY],
      keys: [key(5172), key(5173)],
      companions: [
        {
          provider: WAS,
          eventId: 5005,
          says: 'WAS stopped because of this line, and with it every site.',
        },
        {
          provider: WAS,
          eventId: 5036,
          says: 'WAS could not load its configuration because of this line.',
        },
        {
          provider: 'Microsoft-Windows-IIS-APPHOSTSVC',
          eventId: 9007,
          says: 'The Application Host Helper Service fails at the same line; until it is corrected no history is kept.',
        },
      ],
      sources: [wellFormed, manifest],
      samples: [
        unreadable('Cannot read configuration file due to insufficient permissions'),
        'The Windows Process Activation Service encountered an error trying to read configuration data for config section \u2018system.applicationHost/webLimits\u2019 from file \u2018\\\\?\\C:\\x\\applicationHost.config\u2019, line number \u20180\u2019. The error message is: \u2018Cannot read configuration file\u2019. The data field contains the error number.',
        '<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><System><Provider Name="Microsoft-Windows-WAS"/><EventID Qualifiers="49152">5172</EventID></System><EventData><Data Name="File">\\\\?\\C:\\x.config</Data><Data Name="LineNumber">7</Data><Data Name="Error">Cannot read configuration file</Data></EventData></Event>',
      ],
      notSamples: [
        "The worker process for application pool 'Shop' encountered an error 'Cannot read configuration file\n' trying to read configuration data from file 'x', line number '0'.",
        unreadable('Configuration file is not well-formed XML'),
      ],
    },
    {
      id: 'was-5172-not-well-formed',
      name: 'A configuration file is no well-formed XML',
      verdict: 'act',
      meaning:
        'The named file breaks the rules of XML at the named line: a tag without end, a bare `&` or `<` in a value, text behind the last tag, or the file was cut off while it was written. Nothing of it is read.',
      checks: [
        'The line, and the one before it. Does the file end with `</configuration>`, or in the middle of a word (cut off)?',
      ],
      fix: 'Correct the line. If the file was cut off, restore the newest good copy from `inetpub\\history`.',
      steps: restoreSteps,
      doNot: [NO_NEIGHBOUR, KEEP_HISTORY, NO_REINSTALL],
      keys: fileError(/not\s+well-?formed/i),
      companions: [
        {
          provider: WAS,
          eventId: 5005,
          says: 'WAS stopped because of this line, and with it every site.',
        },
      ],
      sources: [wellFormed, manifest],
      samples: [unreadable('Configuration file is not well-formed XML')],
      notSamples: [unreadable('Cannot read configuration file')],
    },
    {
      id: 'was-5172-unknown-section',
      name: 'The configuration has something nobody declares',
      verdict: 'act',
      meaning:
        'The named line holds a section, element or attribute that no schema here knows. A feature or product that brought it was removed or never installed on this server, or the name is misspelt.',
      checks: [
        'What is at that line, and to which feature does it belong (URL Rewrite, ARR, ASP.NET Core, an authentication)?',
      ],
      fix: 'Install the feature or product that owns it, or take the entry and its declaration in `configSections` out together.',
      doNot: [
        'Do not copy schema files from another server: they promise features whose modules are not there.',
        NO_NEIGHBOUR,
      ],
      keys: fileError(
        /Unrecognized\s+(?:element|attribute|section)|missing\s+a\s+section\s+declaration|Unknown\s+section/i,
      ),
      sources: [
        {
          document: 'Microsoft Support, KB 942055: HTTP error 500.19 when you open an IIS webpage',
          says: 'The same messages in a page: a section of a module that is not installed, or a misspelt name.',
          read: READ,
        },
        manifest,
      ],
      samples: [
        unreadable("Unrecognized element 'webFarms'"),
        unreadable(
          "The configuration section 'system.webServer/rewrite' cannot be read because it is missing a section declaration",
        ),
      ],
      notSamples: [unreadable('Configuration file is not well-formed XML')],
    },
    {
      id: 'was-5172-duplicate',
      name: 'The configuration has an entry twice',
      verdict: 'act',
      meaning:
        'Two entries of a collection have the same key: two sites with one name or id, a binding twice, two pools with one name. Mostly two scripts, or a script that ran twice, wrote it.',
      checks: ['The message names the collection and the key; look for it further up in the same file.'],
      fix: 'Remove or rename one of the two entries, then start WAS and W3SVC if they stopped.',
      doNot: ['Do not `<clear/>` the collection: the other entries are needed.', NO_NEIGHBOUR],
      keys: fileError(/Cannot\s+add\s+duplicate\s+collection\s+entry/i),
      sources: [
        {
          document: 'Microsoft Support, KB 942055: HTTP error 500.19 when you open an IIS webpage',
          says: 'A duplicate entry is reported with type and key; remove one of the two.',
          read: READ,
        },
        manifest,
      ],
      samples: [
        unreadable(
          "Cannot add duplicate collection entry of type 'site' with unique key attribute 'name' set to 'Shop'",
        ),
      ],
      notSamples: [unreadable('Cannot read configuration file')],
    },
    {
      id: 'was-5172-decrypt',
      name: 'A password in the configuration cannot be decrypted',
      verdict: 'act',
      meaning:
        'The named line holds a value that was encrypted with a key which this machine does not have or may not read. Mostly applicationHost.config was copied from another server, or the machine was cloned.',
      checks: ['Where does the file come from? Were permissions on `MachineKeys` changed?'],
      fix: 'Enter that password again on this machine, or restore its own applicationHost.config from `inetpub\\history`.',
      doNot: [NO_NEW_KEYS, 'Do not grant Everyone rights on MachineKeys.'],
      keys: fileError(/Failed\s+to\s+decrypt\s+attribute|Keyset\s+does\s+not\s+exist/i),
      sources: [copiedKeys, manifest],
      samples: [unreadable("Failed to decrypt attribute 'password' because the keyset does not exist")],
      notSamples: [unreadable('Cannot read configuration file')],
    },
    {
      id: 'was-invalid-setting',
      name: 'A setting is invalid; the default is used',
      verdict: 'look',
      meaning:
        'A property in the configuration has a value that is not allowed. WAS works with the default that the record names instead; the rest of the configuration is in force.',
      checks: [
        'Object, property, value and default in the record: a typing error, or a value of another version of IIS?',
      ],
      fix: 'Set an allowed value, or remove the attribute if the default is right.',
      keys: [key(5174), key(5179), key(5180)],
      sources: [manifest],
      samples: [
        'Source: Microsoft-Windows-WAS\nEvent ID: 5174\nLevel: Warning',
        '<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><System><Provider Name="Microsoft-Windows-WAS"/><EventID>5180</EventID></System><EventData><Data Name="ConfigNode">applicationPoolDefaults</Data><Data Name="Property">startMode</Data><Data Name="Value">Allways</Data><Data Name="DefaultValue">OnDemand</Data></EventData></Event>',
      ],
      notSamples: ['Source: Microsoft-Windows-WAS\nEvent ID: 5176\nLevel: Warning'],
    },
    {
      id: 'was-5188',
      name: 'The folder for temporary pool files is missing',
      verdict: 'act',
      verdictText: 'no site works',
      meaning:
        'WAS writes a configuration of its own for every pool into `inetpub\\temp\\appPools`. That folder is gone or may not be used, so WAS stops (5005) and all sites are down.',
      checks: [
        'Does `%SystemDrive%\\inetpub\\temp\\appPools` exist, on the drive that `ConfigIsolationPath` names (registry, WAS\\Parameters)?',
      ],
      fix: 'Create the folder (SYSTEM and Administrators full, IIS_IUSRS read), then `net start W3SVC`.',
      steps: [
        '`reg.exe query HKLM\\SYSTEM\\CurrentControlSet\\Services\\WAS\\Parameters /v ConfigIsolationPath` tells which folder is meant.',
        'Create that folder, with full control for SYSTEM and Administrators and read for IIS_IUSRS.',
        '`net start W3SVC`',
      ],
      doNot: [NO_REINSTALL, 'Do not let clean-up tools or scripts empty `inetpub\\temp`.'],
      keys: [key(5188)],
      companions: [
        {
          provider: WAS,
          eventId: 5005,
          says: 'WAS stopped because of the missing folder, and with it every site.',
        },
      ],
      sources: [helperService, hanselman],
      samples: [
        `${header(5188)}The directory specified for the temporary application pool config files is either missing or is not accessible by the Windows Process Activation Service.`,
        'The directory specified for the temporary application pool config files is either missing or is not accessible by the Windows Process Activation Service. Please specify an existing directory.',
      ],
      notSamples: ['The directory specified for the temporary files is missing.'],
    },
    {
      id: 'was-5189',
      name: 'WAS could not write the file of a pool',
      verdict: 'act',
      meaning:
        'WAS writes a configuration of its own for every pool and could not do so. The error type and the data decide what helps: type 5 are mostly links left by an upgrade, type 0 a configuration that cannot be read.',
      checks: ['Error type and data word in the record; is it one pool or "*", and what was changed last?'],
      fix: 'Type 5: see to `inetpub\\temp\\appPools`. Type 0: make the configuration readable. Any type: `appcmd.exe list config` must run without error.',
      steps: restoreSteps,
      doNot: [
        'Do not delete `inetpub\\temp\\appPools` whatever the error type: it helps with type 5 only.',
        NO_NEIGHBOUR,
      ],
      keys: [key(5189)],
      companions: [
        {
          provider: WAS,
          eventId: 5005,
          says: 'WAS stopped because of it, and with it every site.',
        },
        {
          provider: 'Microsoft-Windows-IIS-W3SVC-WP',
          eventId: 2307,
          says: 'The worker process then found no configuration for itself.',
        },
      ],
      sources: [
        {
          document: 'Microsoft Learn dd364180: Event ID 5189, Application Host Helper Service Availability',
          says: 'Test applicationHost.config with appcmd list config and correct or restore it.',
          read: READ,
        },
        upgrade,
        sharedConfiguration,
      ],
      samples: [notGenerated("'Shop'", "'2'")],
      notSamples: [notGenerated("'Shop'", "'5'"), 'The tool failed to generate an application pool report.'],
    },
    {
      id: 'was-5189-type-5',
      name: 'Pool files are blocked by links of an upgrade (type 5)',
      verdict: 'act',
      meaning:
        'Error type 5 after an upgrade of Windows: the upgrade left symbolic links below `inetpub\\temp\\appPools` that lead nowhere, so WAS cannot write the files of the pools. Their sites answer 503.',
      checks: [
        '`dir /AL %SystemDrive%\\inetpub\\temp\\appPools` lists links? None: who took the rights of SYSTEM on that folder?',
      ],
      fix: '`net stop WAS /y`, `rmdir /s /q %SystemDrive%\\inetpub\\temp\\appPools`, `net start W3SVC`; WAS makes the folder anew.',
      steps: appPoolsSteps,
      doNot: [
        'Do not delete the folder while WAS runs: running pools lose their configuration.',
        'Do not reinstall IIS or create pools of other names.',
      ],
      keys: [key(5189, { where: { ErrorType: ['5'] } })],
      companions: [
        {
          provider: 'Microsoft-Windows-IIS-W3SVC-WP',
          eventId: 2307,
          says: 'The worker process was given no configuration file ("EMPTY"): the same links, the same cure.',
        },
        {
          provider: WAS,
          eventId: 5002,
          says: 'The pools were stopped because of it: start them when the folder is in order.',
        },
        {
          provider: 'Microsoft-Windows-IIS-APPHOSTSVC',
          eventId: 9009,
          says: 'The history folder was touched by the same upgrade; its warning is of no consequence.',
        },
      ],
      sources: [upgrade],
      samples: [
        notGenerated("'DefaultAppPool'", "'5'"),
        'Error 5189 \u2013 WAS\nThe Windows Process Activation Service failed to generate an application pool config file for application pool \u2018DefaultAppPool\u2019. The error type is \u20185\u2019. To resolve this issue, please ensure that the applicationhost.config file is correct.',
        '<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><System><Provider Name="Microsoft-Windows-WAS"/><EventID Qualifiers="49152">5189</EventID></System><EventData><Data Name="AppPoolID">Shop</Data><Data Name="ErrorType">5</Data><Binary>05000780</Binary></EventData></Event>',
      ],
      notSamples: [notGenerated('"*"', '"0"')],
    },
    {
      id: 'was-5189-type-0',
      name: 'Pool files not written: configuration invalid (type 0)',
      verdict: 'act',
      meaning:
        'Error type 0: the configuration itself cannot be read, so no file of a pool can be made from it; "*" means all of them. Known after a shared configuration was enabled again and exported over the old files.',
      checks: [`\`${APPCMD} list config\`: which error? With shared configuration: is the file on the share whole?`],
      fix: 'Shared: delete the old files on the share, then export again. Else correct the file or restore it from `inetpub\\history`.',
      steps: restoreSteps,
      doNot: [NO_RMDIR, NO_NEIGHBOUR, NO_REINSTALL],
      keys: [key(5189, { where: { ErrorType: ['0'] } })],
      companions: [
        {
          provider: WAS,
          eventId: 5005,
          says: 'WAS stopped with 0D000780: the exported file of the shared configuration is damaged.',
        },
      ],
      sources: [sharedConfiguration],
      samples: [
        notGenerated('"*"', '"0"'),
        '<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><System><Provider Name="Microsoft-Windows-WAS"/><EventID Qualifiers="49152">5189</EventID></System><EventData><Data Name="AppPoolID">*</Data><Data Name="ErrorType">0</Data><Binary>0D000780</Binary></EventData></Event>',
      ],
      notSamples: [notGenerated("'Shop'", "'5'")],
    },
    {
      id: 'was-5189-decrypt',
      name: 'Pool files not written: undecryptable password',
      verdict: 'act',
      meaning:
        'The data is 0x80090016 (key set does not exist) or 0x80090005 (bad data): a password in applicationHost.config was encrypted with keys of another machine, so WAS cannot write the file of the pool.',
      checks: ['Was applicationHost.config copied from another server, or the machine cloned or restored?'],
      fix: 'Enter the passwords again on this machine, or restore its own applicationHost.config from `inetpub\\history`.',
      doNot: [NO_NEW_KEYS, NO_RMDIR],
      keys: [
        key(5189, { context: dataPattern(0x80090016, 0x80090005) }),
        // Knows more than the error type alone.
        key(5189, { where: { ErrorType: ['0'] }, context: dataPattern(0x80090016, 0x80090005) }),
      ],
      sources: [copiedKeys],
      samples: [
        `${notGenerated("'Shop'", "'3'")}\n0000: 16 00 09 80`,
        `${notGenerated("'Shop'", "'0'")}\n0000: 05 00 09 80`,
      ],
      notSamples: [`${notGenerated("'Shop'", "'3'")}\n0000: 16 00 07 80`],
    },
    {
      id: 'was-5191',
      name: 'The folder for pool files is on a share',
      verdict: 'act',
      verdictText: 'no site works',
      meaning:
        'The registry value `ConfigIsolationPath` points to a UNC path. WAS accepts only a local folder for the files of the pools, and stops.',
      checks: ['`reg.exe query HKLM\\SYSTEM\\CurrentControlSet\\Services\\WAS\\Parameters /v ConfigIsolationPath`'],
      fix: 'Set the value to a local folder, by default `%SystemDrive%\\inetpub\\temp\\appPools`, then `net start W3SVC`.',
      keys: [key(5191)],
      sources: [helperService],
      samples: [
        `${header(5191)}The directory specified for the temporary application pool config files is a UNC path, which is not allowed. Please specify an existing local directory instead.`,
      ],
      notSamples: ['The directory specified for the temporary files is a UNC path.'],
    },
    {
      id: 'was-5203',
      name: 'A worker process could not read its configuration',
      verdict: 'act',
      meaning:
        'The process told WAS at its start that it cannot read the configuration. Which file and why stands in the Application log (W3SVC-WP 2307 or 2297). If it goes on, the pool is stopped (5002).',
      checks: [
        'W3SVC-WP 2307 or 2297 of that second in the Application log: which file, which error? Is 5189 beside it?',
      ],
      fix: 'Correct the file or the right to read it that the 2307 names, then start the pool.',
      doNot: ['Do not only recycle or recreate the pool: the next process reads the same file.'],
      keys: [key(5203)],
      companions: [
        {
          provider: 'Microsoft-Windows-IIS-W3SVC-WP',
          eventId: 2307,
          says: 'The 2307 has the file and the reason.',
        },
        {
          provider: WAS,
          eventId: 5189,
          says: 'WAS could not write the file that the process then missed: cure the 5189 first.',
        },
      ],
      sources: [manifest, upgrade],
      samples: [
        `${header(5203)}A process serving application pool 'Shop' reported a failure trying to read configuration during startup. The process id was '6240'. Please check the Application Event Log for further event messages logged by the worker process on the specific error.`,
        'A process serving application pool \u201aPleskControlPanel\u2019 reported a failure trying to read configuration during startup.\n> The process id was \u201985448\u2032.',
      ],
      notSamples: ["A process serving application pool 'Shop' reported a failure. The process id was '77'."],
    },
    {
      id: 'was-5215',
      name: 'WAS fails in a set-up step left from an upgrade',
      verdict: 'act',
      verdictText: 'no site works',
      meaning:
        'WAS could not finish a step of setup that was left to its first start, and stops (5005). The data tells why: 50000780 was a leftover `applicationHost.config.tmp`, 0D000780 a configuration that cannot be read.',
      checks: [
        'The data word; is there an `applicationHost.config.tmp` in `inetsrv\\config`? The end of `%windir%\\iis.log`.',
      ],
      fix: 'Save the folder `inetsrv\\config`, move the leftover .tmp file out of it, make applicationHost.config readable, then `net start W3SVC`.',
      steps: restoreSteps,
      doNot: [NO_NEW_KEYS, NO_REINSTALL],
      keys: [key(5215)],
      companions: [
        {
          provider: WAS,
          eventId: 5005,
          says: 'WAS stopped because of it, and with it every site.',
        },
      ],
      sources: [
        {
          document: 'Server Fault question 891302: Windows Process Activation Service failing',
          says: 'With 50000780 a leftover applicationHost.config.tmp was in the way; then 0D000780 pointed to the configuration.',
          read: READ,
        },
        manifest,
      ],
      samples: [
        'WAS 5215: The Windows Process Activation Service (WAS) failed to execute initialization for offline setup. The data field contains the error number. [Data field: 50000780]',
        `${header(5215)}The Windows Process Activation Service (WAS) failed to execute initialization for offline setup. The data field contains the error number.`,
      ],
      notSamples: ['The agent failed to execute initialization for offline setup of printers.'],
    },
  ],
});
