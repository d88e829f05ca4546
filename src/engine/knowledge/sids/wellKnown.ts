import { defineFamily, type Fact, type NonEmpty, type Source } from '../fact';

const READ = '2026-11-21';
const wellKnown: NonEmpty<Source> = [
  {
    document: 'Microsoft Learn: Security identifiers',
    says: 'The identifiers that are the same on every Windows, with their names.',
    read: READ,
  },
];

/** SID, name, what it is; the same on every Windows. */
const WELL_KNOWN: readonly (readonly [string, string, string])[] = [
  ['S-1-0-0', 'Nobody', 'No principal at all.'],
  ['S-1-1-0', 'Everyone', 'All users. Content of a web site never needs rights for it.'],
  ['S-1-2-0', 'LOCAL', 'Users who are signed in at the machine itself.'],
  ['S-1-2-1', 'CONSOLE LOGON', 'The user at the console.'],
  ['S-1-3-0', 'CREATOR OWNER', 'Stands in inheritable permissions for whoever creates the object.'],
  ['S-1-3-1', 'CREATOR GROUP', 'Stands in inheritable permissions for the primary group of the creator.'],
  ['S-1-3-4', 'OWNER RIGHTS', 'Limits what the owner of an object may do.'],
  ['S-1-5-2', 'NETWORK', 'Whoever signed in over the network.'],
  ['S-1-5-3', 'BATCH', 'Whoever signed in as a batch job; the identities of application pools do.'],
  ['S-1-5-4', 'INTERACTIVE', 'Whoever is signed in interactively.'],
  ['S-1-5-6', 'SERVICE', 'Whoever signed in as a service; the virtual accounts of application pools do.'],
  [
    'S-1-5-7',
    'ANONYMOUS LOGON',
    'A connection without credentials. It is not the anonymous user of IIS, which is IUSR or the pool identity.',
  ],
  ['S-1-5-9', 'ENTERPRISE DOMAIN CONTROLLERS', 'All domain controllers of the forest.'],
  ['S-1-5-10', 'SELF', 'Stands for the object itself in its permissions.'],
  ['S-1-5-11', 'Authenticated Users', 'Everybody who signed in with credentials.'],
  ['S-1-5-12', 'RESTRICTED', 'Code that runs with a restricted token.'],
  ['S-1-5-13', 'TERMINAL SERVER USER', 'Whoever is signed in to a remote desktop server.'],
  ['S-1-5-14', 'REMOTE INTERACTIVE LOGON', 'Whoever is signed in by remote desktop.'],
  ['S-1-5-15', 'This Organization', 'Accounts of the same forest.'],
  [
    'S-1-5-17',
    'IUSR (NT AUTHORITY\\IUSR)',
    'The built-in anonymous user of IIS 7 and later; without a password and the same on every machine. It needs Read on the content, unless anonymous requests use the pool identity.',
  ],
  [
    'S-1-5-18',
    'SYSTEM (NT AUTHORITY\\SYSTEM)',
    'The operating system itself; WAS, W3SVC and inetinfo.exe run as it. As a pool identity it is a risk.',
  ],
  [
    'S-1-5-19',
    'LOCAL SERVICE (NT AUTHORITY)',
    'A built-in account with few rights and no name in the network; WMSVC runs as it. It is the most frequent user in DCOM 10016 noise.',
  ],
  [
    'S-1-5-20',
    'NETWORK SERVICE (NT AUTHORITY)',
    'A built-in account with few rights that is the computer in the network. The usual pool identity of IIS 6 and 7.0.',
  ],
  ['S-1-5-32-544', 'BUILTIN\\Administrators', 'The administrators of this machine.'],
  [
    'S-1-5-32-545',
    'BUILTIN\\Users',
    'The users of this machine; pool identities read content through it on default permissions.',
  ],
  ['S-1-5-32-546', 'BUILTIN\\Guests', 'The guests of this machine.'],
  ['S-1-5-32-547', 'BUILTIN\\Power Users', 'A group of old versions of Windows, kept for compatibility.'],
  ['S-1-5-32-551', 'BUILTIN\\Backup Operators', 'May read and restore all files for backups.'],
  ['S-1-5-32-555', 'BUILTIN\\Remote Desktop Users', 'May sign in by remote desktop.'],
  ['S-1-5-32-558', 'BUILTIN\\Performance Monitor Users', 'May read performance counters, also remotely.'],
  ['S-1-5-32-559', 'BUILTIN\\Performance Log Users', 'May schedule logging of performance counters and traces.'],
  [
    'S-1-5-32-562',
    'BUILTIN\\Distributed COM Users',
    'May launch and activate COM objects within the limits of this machine.',
  ],
  [
    'S-1-5-32-568',
    'BUILTIN\\IIS_IUSRS',
    'The group that every worker process of IIS 7 and later carries by itself; the place to grant Read on content for all pools. It replaces IIS_WPG.',
  ],
  ['S-1-5-32-573', 'BUILTIN\\Event Log Readers', 'May read event logs.'],
  ['S-1-5-32-580', 'BUILTIN\\Remote Management Users', 'May use WinRM and WMI remotely.'],
  ['S-1-5-64-10', 'NTLM Authentication', 'Whoever signed in by NTLM.'],
  ['S-1-5-64-14', 'SChannel Authentication', 'Whoever signed in with a client certificate.'],
  ['S-1-5-64-21', 'Digest Authentication', 'Whoever signed in by Digest.'],
  ['S-1-5-80-0', 'NT SERVICE\\ALL SERVICES', 'Every service of this machine.'],
  ['S-1-5-113', 'Local account', 'Any account of this machine rather than of a domain.'],
  ['S-1-5-114', 'Local administrator', 'Any account of this machine that is a member of its Administrators.'],
  ['S-1-15-2-1', 'ALL APPLICATION PACKAGES', 'Every app that runs in an app container.'],
  ['S-1-15-2-2', 'ALL RESTRICTED APPLICATION PACKAGES', 'Every app that runs in a restricted app container.'],
  ['S-1-16-4096', 'Low Mandatory Level', 'The integrity level of a program with few rights.'],
  [
    'S-1-16-8192',
    'Medium Mandatory Level',
    'The integrity level of a user, also of an administrator whose prompt is not elevated.',
  ],
  ['S-1-16-12288', 'High Mandatory Level', 'The integrity level of an elevated prompt.'],
  ['S-1-16-16384', 'System Mandatory Level', 'The integrity level of the operating system.'],
];

const wellKnownFact = ([sid, name, meaning]: readonly [string, string, string]): Fact => ({
  id: `sid-${sid.toLowerCase()}`,
  name,
  verdict: null,
  meaning,
  keys: [{ kind: 'sid', sid }],
  sources: wellKnown,
  samples: [`SID (${sid})`],
  notSamples: [`SID (${sid}-7)`],
});

/** Accounts by their security identifiers. */
export default defineFamily({
  facts: [
    ...WELL_KNOWN.map(wellKnownFact),
    {
      id: 'sid-application-pool',
      name: 'Identity of an application pool',
      verdict: null,
      meaning:
        'The virtual account of an application pool, `IIS AppPool\\<name>`. The number is computed from the name of the pool, so it is the same on every server that has a pool of that name.',
      checks: [
        'Which pool: `%windir%\\system32\\inetsrv\\appcmd.exe list apppool /text:*` prints every applicationPoolSid.',
      ],
      keys: [{ kind: 'sid', sid: 'S-1-5-82-' }],
      sources: [
        {
          document: 'Microsoft Learn: Application Pool Identities',
          says: 'Every application pool has a virtual account of its own, named after the pool.',
          read: READ,
        },
      ],
      samples: ['S-1-5-82-3006700770-424185619-1745488364-794895919-4004696415'],
      notSamples: ['S-1-5-83-1-2'],
    },
    {
      id: 'sid-service',
      name: 'Identity of a service',
      verdict: null,
      meaning:
        'The account of a Windows service, `NT SERVICE\\<name>`. The number is computed from the name of the service, so it is the same on every machine.',
      checks: ['Which service: `sc.exe showsid <name>` computes the number for a name you suspect.'],
      keys: [{ kind: 'sid', sid: 'S-1-5-80-' }],
      sources: wellKnown,
      samples: ['S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464'],
      notSamples: ['S-1-5-80-0'],
    },
    {
      id: 'sid-domain-or-local',
      name: 'Account of a domain or of this machine',
      verdict: null,
      meaning:
        'A user, group or computer: the middle numbers are its domain or machine, the last one the account. 500 is the built-in administrator, 501 the guest, 1000 and up are ordinary accounts.',
      checks: [
        "Who it is: `(New-Object Security.Principal.SecurityIdentifier 'the SID').Translate([Security.Principal.NTAccount])`",
      ],
      doNot: ['Do not delete or replace permissions because a SID has no name: its domain may only be out of reach.'],
      keys: [{ kind: 'sid', sid: 'S-1-5-21-' }],
      sources: wellKnown,
      samples: ['SID (S-1-5-21-397955417-626881126-188441444-1105)', 'SID {S-1-5-21-...'],
      notSamples: ['S-1-5-22-1'],
    },
    {
      id: 'sid-app-container',
      name: 'App container',
      verdict: null,
      meaning:
        'The container of a store app. Its numbers are computed from the name of the package, so they are the same on every machine.',
      keys: [{ kind: 'sid', sid: 'S-1-15-2-' }],
      sources: wellKnown,
      samples: ['S-1-15-2-155514346-2573954481-755741238-1654018636-1233331829-3075935687-2861478708'],
      notSamples: ['S-1-15-3-1'],
    },
    {
      id: 'sid-builtin',
      name: 'Built-in group of this machine',
      verdict: null,
      meaning: 'A group that Windows sets up itself; the last number says which.',
      checks: [
        "Its name: `(New-Object Security.Principal.SecurityIdentifier 'the SID').Translate([Security.Principal.NTAccount])`",
      ],
      keys: [{ kind: 'sid', sid: 'S-1-5-32-' }],
      sources: wellKnown,
      samples: ['S-1-5-32-599'],
      notSamples: ['S-1-5-33'],
    },
  ],
});
