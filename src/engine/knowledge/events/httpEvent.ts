import { messagePattern } from '../eventPatterns';
import { defineFamily, type Companion, type EventType, type Key, type NonEmpty, type Source } from '../fact';

const READ = '2026-11-21';
/** HTTP.sys, the driver that listens for IIS and others; on Windows Server 2003 the source is called HTTP. */
const PROVIDER = 'Microsoft-Windows-HttpEvent';

const messages: Source = {
  document: 'Event messages of HTTP.sys, as collected by the winevt-kb project',
  says: 'The message of each event of the HTTP driver.',
  read: READ,
};
const logging: Source = {
  document: 'Microsoft: Troubleshooting Logging Problems (IIS 6.0), events 15000 to 15006',
  says: 'Directory, rights of the computer account, free space and owner decide whether HTTP.sys can log.',
  read: READ,
};
const listenList: Source = {
  document: 'Microsoft and practice: the IP listen list of HTTP.sys',
  says: 'A stale address in the list keeps sites from being bound; the list limits all users of HTTP.sys.',
  read: READ,
};
const lostBindings: Source = {
  document: 'Microsoft, IIS Support Blog: SSL bindings are randomly getting deleted (KB 2025598)',
  says: 'Entries 5506 and 5511 in customMetadata are applied again by IIS 6 tools and wipe the binding of HTTP.sys.',
  read: READ,
};
const certificates: Source = {
  document: 'Microsoft Support articles on certificates of IIS and HTTP.sys',
  says: 'The binding names a certificate that is not in the store, or whose private key cannot be opened.',
  read: READ,
};

const NO_HTTP_STOP =
  'Do not run `net stop http`: WinRM, the print spooler and all other users of HTTP.sys go down with it.';
const NO_EVERYONE = 'Do not grant Everyone rights on MachineKeys: HTTP.sys reads the key as SYSTEM.';

const event = (eventId: number, parameters: readonly string[], message: string, anchor?: string): EventType => ({
  provider: PROVIDER,
  eventId,
  parameters: ['DeviceObject', ...parameters],
  message: messagePattern(message),
  ...(anchor && { anchor }),
});
const key = (eventId: number, condition: Pick<Extract<Key, { kind: 'event' }>, 'where' | 'context'> = {}): Key => ({
  kind: 'event',
  provider: PROVIDER,
  eventId,
  ...condition,
});

/*
 * The data of the driver's events is a longer block in which the status stands somewhere behind other words, so that
 * these patterns must not ask what stands before or behind.
 */
const ADDRESS_TAKEN = /43\s?00\s?00\s?C0|C0000043|0A\s?02\s?00\s?C0|C000020A/i;
const ADDRESS_NOT_HERE = /41\s?01\s?00\s?C0|C0000141/i;
const NO_PRIVATE_KEY = /0D\s?03\s?09\s?80|8009030D|16\s?00\s?09\s?80|80090016/i;
const NO_CERTIFICATE = /25\s?02\s?00\s?C0|C0000225|34\s?00\s?00\s?C0|C0000034|04\s?20\s?09\s?80|80092004/i;

const siteStopped: NonEmpty<Companion> = [
  {
    provider: 'Microsoft-Windows-IIS-W3SVC',
    eventId: 1004,
    says: 'The site of that address was stopped for it: free the address, then start the site.',
  },
  {
    provider: 'Microsoft-Windows-IIS-W3SVC',
    eventId: 1007,
    says: 'The site of that address was stopped for it: free the address, then start the site.',
  },
];
const rebindSteps: string[] = [
  '`netsh.exe http show sslcert`: note certificate hash, application ID, store and options of the endpoint.',
  '`certutil.exe -store my`: is there a certificate with that hash, and does it name a key container? If not, that is it.',
  'Import the PFX into Local Computer > Personal, or mend the link to its key: `certutil.exe -repairstore my <thumbprint>`',
  'Choose the certificate in the https binding of the site in IIS Manager; products of their own (AD FS, WMSVC, Exchange) with their own tools.',
  'Copy thumbprints by typing them: from the certificate window an invisible sign comes along.',
];
const bindSteps: string[] = [
  '`netstat.exe -ano` for the port: the last column is the process; 4 stands for HTTP.sys itself.',
  '`netsh.exe http show iplisten`: if there is any entry, all users of HTTP.sys work on the listed addresses only.',
  '`ipconfig.exe`: is the address of the record on this machine at all?',
  'Remove a stale entry: `netsh.exe http delete iplisten ipaddress=10.0.0.9`, or stop the program that holds the port.',
  'Start the site: `%windir%\\system32\\inetsrv\\appcmd.exe start site /site.name:"the site"`',
];

const bind = (data: string): string =>
  `Log Name: System\nSource: Microsoft-Windows-HttpEvent\nEvent ID: 15005\nLevel: Error\nDescription:\nUnable to bind to the underlying transport for [::]:80. The IP Listen-Only list may contain a reference to an interface which may not exist on this machine.  The data field contains the error number.\n${data}`;
const tls = (endpoint: string, data: string): string =>
  `Log Name: System\nSource: Microsoft-Windows-HttpEvent\nEvent ID: 15021\nLevel: Error\nDescription:\nAn error occurred while using SSL configuration for endpoint ${endpoint}.  The error status code is contained within the returned data.\n${data}`;

/** HTTP.sys: addresses, certificates, reservations and log files. */
export default defineFamily({
  providers: [{ name: PROVIDER, label: 'HttpEvent', aliases: ['HTTP', 'Microsoft Windows HttpEvent', 'HTTP.sys'] }],
  eventTypes: [
    event(
      15000,
      ['LogFile'],
      'Unable to create log file <LogFile>. Make sure that the logging directory',
      'unable to create log file',
    ),
    event(
      15001,
      ['SiteId'],
      'Unable to create the log file for site {SiteId}',
      'unable to create the log file for site',
    ),
    event(
      15002,
      ['LogFile', 'SiteId'],
      'Unable to write to the log file <LogFile> for site {SiteId}',
      'unable to write to the log file',
    ),
    event(15003, [], 'Unable to create the centralized binary log file'),
    event(15004, ['LogFile'], 'Unable to write to the centralized binary log file {LogFile}'),
    event(
      15005,
      ['Address'],
      'Unable to bind to the underlying transport for {Address}',
      'unable to bind to the underlying transport',
    ),
    event(
      15006,
      ['Directory'],
      'Owner of the log file or directory <Directory> is invalid',
      'owner of the log file or directory',
    ),
    event(
      15007,
      ['Url'],
      'Reservation for namespace identified by URL prefix {Url} was successfully added',
      'reservation for namespace identified',
    ),
    event(
      15008,
      ['Url'],
      'Reservation for namespace identified by URL prefix {Url} was successfully deleted',
      'reservation for namespace identified',
    ),
    event(15011, [], 'Unable to create the error log file'),
    event(15012, [], 'Unable to write to the error log file'),
    event(
      15014,
      ['Address'],
      'Unable to convert IP Listen-Only list entry {Address}',
      'unable to convert ip listen-only list entry',
    ),
    event(15015, [], 'Unable to convert all entries on IP Listen-Only list', 'unable to convert all entries on ip'),
    event(
      15016,
      ['SecurityPackage'],
      'Unable to initialize the security package {SecurityPackage} for server side authentication',
      'unable to initialize the security package',
    ),
    event(15017, [], 'Unable to create the centralized W3C log file'),
    event(15018, ['LogFile'], 'Unable to write to the centralized W3C log file {LogFile}'),
    event(
      15019,
      ['Host'],
      'The host {Host} has gone down as a result of the change in the IP Listen-Only list',
      'has gone down as a result of the change',
    ),
    event(
      15020,
      ['Host'],
      'The host {Host} has come up as a result of the change in the IP Listen-Only list',
      'has come up as a result of the change',
    ),
    event(
      15021,
      ['Endpoint'],
      'An error [occurred|occured] while using SSL configuration for [endpoint|socket address] {Endpoint}',
      'while using ssl configuration for',
    ),
    event(
      15300,
      ['Endpoint'],
      'SSL Certificate Settings deleted for [endpoint|Port][ |]: {Endpoint}',
      'ssl certificate settings deleted for',
    ),
    event(
      15301,
      ['Endpoint'],
      'SSL Certificate Settings created by an admin process for [endpoint|Port][ |]: {Endpoint}',
      'ssl certificate settings created by',
    ),
  ],
  facts: [
    {
      id: 'httpevent-log-not-created',
      name: 'HTTP.sys cannot create a log file',
      verdict: 'act',
      meaning:
        'HTTP.sys could not create a log: of a site (15000, 15001), the central one (15003, 15017) or HTTPERR (15011). Requests are answered, but nothing is logged, which is noticed only when the log is needed.',
      checks: [
        'Does the log folder exist, on a drive that is there? On a share: may the computer account write there?',
      ],
      fix: 'Correct the folder in the log settings (HTTPERR: `ErrorLoggingDir` of the HTTP driver), or give SYSTEM the right to write.',
      doNot: ['Do not give the pool identity rights there: SYSTEM writes the logs, not the worker process.'],
      keys: [key(15000), key(15001), key(15003), key(15017), key(15011)],
      sources: [logging, messages],
      samples: [
        'Source: Microsoft-Windows-HttpEvent\nEvent ID: 15001\nDescription:\nUnable to create the log file for site W3SVC3. Make sure that the logging directory for the site is correct and this computer has write access to that directory.',
        'Source: HTTP\nEvent ID: 15000\nDescription:\nUnable to create log file \\Device\\HarddiskVolume2\\logs\\u_ex.log. Make sure that the logging directory is correct and this computer has write access to that directory.',
      ],
      notSamples: ['Unable to create log file for the job.', 'Source: Backup\nEvent ID: 15000\nDescription:\nOther.'],
    },
    {
      id: 'httpevent-log-not-written',
      name: 'HTTP.sys cannot write its log: is the disk full?',
      verdict: 'act',
      meaning:
        'A log that was open can no longer be written: of a site (15002), central (15004, 15018) or HTTPERR (15012). The disk is full or the share is gone. Requests are answered but not logged; other things on that disk fail soon.',
      checks: ['Free space on that drive, and what filled it: old logs, dumps, traces?'],
      fix: 'Make room, let old logs be deleted by a scheduled task, and keep logs off the system drive.',
      doNot: ['Do not delete the newest log of a site: it is open, and it is the one you need.'],
      keys: [key(15002), key(15004), key(15018), key(15012)],
      sources: [logging, messages],
      samples: [
        'Source: HTTP\nEvent ID: 15002\nDescription:\nUnable to write to the log file D:\\logs\\u_ex1.log for site W3SVC1. Disk may be full. If this is a network path, make sure that network connectivity is not broken.',
      ],
      notSamples: [
        'Unable to write to the log file of the agent.',
        'Source: Backup\nEvent ID: 15002\nDescription:\nOther.',
      ],
    },
    {
      id: 'httpevent-15005',
      name: 'HTTP.sys cannot bind to an address',
      verdict: 'act',
      meaning:
        'HTTP.sys could not listen on the named address: another program holds the port, or the listen list names an address that this machine does not have. The site of that binding does not start (W3SVC 1004 or 1007).',
      checks: [
        '`netstat.exe -ano` for the port, `netsh.exe http show iplisten`, and `ipconfig.exe`: is that address here?',
      ],
      fix: 'Stop the other program, or remove the stale address from the listen list; then start the site.',
      steps: bindSteps,
      doNot: [
        NO_HTTP_STOP,
        'Do not add all addresses to the listen list: an empty list means all of them, and needs no care.',
      ],
      keys: [key(15005)],
      companions: siteStopped,
      sources: [messages, listenList],
      samples: [
        bind(''),
        'Unable to bind to the underlying transport for 192.168.33.1:443. The IP Listen-Only list may contain a reference to an interface which may not exist on this machine.',
        'Event ID: 15005\nSource: HTTP\nDescription:\nUnable to bind to the underlying transport for 0.0.0.0:80.',
      ],
      notSamples: [
        'Unable to bind to the underlying socket.',
        bind('0000: 43 00 00 c0'),
        'Source: Backup\nEvent ID: 15005\nDescription:\nOther.',
      ],
    },
    {
      id: 'httpevent-15005-taken',
      name: 'HTTP.sys: another program holds the port',
      verdict: 'act',
      meaning:
        'The data is 0xC0000043 or 0xC000020A: the address and port are in use by a program that does not work through HTTP.sys, such as Apache, nginx, a proxy, Docker or a database tool.',
      checks: ['`netstat.exe -ano` for the port: which process, and which service is that: `tasklist.exe /svc`?'],
      fix: 'Stop or move that program, or give the site another port; then start the site.',
      steps: bindSteps,
      doNot: [NO_HTTP_STOP, 'Do not use tools that "unlock files": it is a port, not a file.'],
      keys: [key(15005, { context: ADDRESS_TAKEN })],
      companions: siteStopped,
      sources: [messages, listenList],
      samples: [bind('0000: 43 00 00 c0'), bind('<Binary>000004000200300000000000 9D3A00C0 00000000430000C0</Binary>')],
      notSamples: [bind('0000: 41 01 00 C0')],
    },
    {
      id: 'httpevent-15005-not-here',
      name: 'HTTP.sys: the address is not on this machine',
      verdict: 'act',
      meaning:
        'The data is 0xC0000141, invalid address: the listen list or a binding names an address that no interface here has, mostly after a move, a clone, or before the network or VPN was up.',
      checks: [
        '`netsh.exe http show iplisten` against `ipconfig.exe`. Only in the first minute after a boot? Then the address came later.',
      ],
      fix: 'Remove the stale entry (`netsh.exe http delete iplisten ipaddress=…`) or correct the binding; then start the site.',
      steps: bindSteps,
      doNot: [
        'Do not add all addresses to the listen list: an empty list means all of them, and needs no care.',
        NO_HTTP_STOP,
      ],
      keys: [key(15005, { context: ADDRESS_NOT_HERE })],
      companions: siteStopped,
      sources: [messages, listenList],
      samples: [bind('0000: 41 01 00 c0')],
      notSamples: [bind('0000: 43 00 00 c0')],
    },
    {
      id: 'httpevent-15006',
      name: 'The log folder belongs to somebody else',
      verdict: 'act',
      meaning:
        'HTTP.sys writes logs only where SYSTEM or Administrators own folder and file, so that nobody can slip one in. Somebody created the named one before, so nothing is logged there.',
      checks: ['Owner of the folder and of its files: `dir /q` in the log folder.'],
      fix: 'Make Administrators the owner of folder and files, or move the folder away and let HTTP.sys create it.',
      doNot: ['Do not grant Everyone rights instead: it is the owner that counts.'],
      keys: [key(15006)],
      sources: [logging, messages],
      samples: [
        'Source: Microsoft-Windows-HttpEvent\nEvent ID: 15006\nDescription:\nOwner of the log file or directory D:\\logs\\W3SVC1 is invalid. This could be because another user has already created the log file or the directory.',
      ],
      notSamples: ['Owner of the mailbox is invalid.', 'Source: Backup\nEvent ID: 15006\nDescription:\nOther.'],
    },
    {
      id: 'httpevent-reservation-changed',
      name: 'A URL reservation was added or deleted',
      verdict: 'benign',
      meaning:
        'A program or `netsh http add urlacl` reserved a URL for an account (15007), or gave it up (15008). Setups and services do that; at every start of some services it comes again.',
      checks: ['Only when a site does not start with "access denied": does that URL cover its binding?'],
      fix: 'Nothing.',
      doNot: ['Do not delete reservations that you cannot assign: remote management and other products need theirs.'],
      keys: [key(15007), key(15008)],
      sources: [messages],
      samples: [
        'Source: Microsoft-Windows-HttpEvent\nEvent ID: 15007\nLevel: Information\nDescription:\nReservation for namespace identified by URL prefix http://+:8080/ was successfully added.',
        'Reservation for namespace identified by URL prefix https://+:443/adfs/ was successfully deleted.',
      ],
      notSamples: ['The reservation was successfully added.', 'Source: Backup\nEvent ID: 15007\nDescription:\nOther.'],
    },
    {
      id: 'httpevent-listen-list-invalid',
      name: 'The IP listen list has an unreadable entry',
      verdict: 'act',
      meaning:
        'An entry of the listen list of HTTP.sys is no IP address (15014); when none is, HTTP.sys listens on all addresses (15015), also on those that were meant to stay closed.',
      checks: ['`netsh.exe http show iplisten`: which entries are there, and are they wanted at all?'],
      fix: 'Delete the wrong entry (`netsh.exe http delete iplisten ipaddress=…`) and add it again rightly, or leave the list empty.',
      doNot: [NO_HTTP_STOP],
      keys: [key(15014), key(15015)],
      sources: [messages, listenList],
      samples: [
        'Source: HttpEvent\nEvent ID: 15014\nDescription:\nUnable to convert IP Listen-Only list entry 10.0.0.x.  The data field contains the error number.',
        'Unable to convert all entries on IP Listen-Only list.  Driver will listen on all available interfaces.',
      ],
      notSamples: ['Unable to convert all entries on the list.'],
    },
    {
      id: 'httpevent-listen-list-changed',
      name: 'An address came or went with the IP listen list',
      verdict: 'look',
      meaning:
        'Somebody changed the listen list of HTTP.sys: the named address is no longer served (15019) or is served now (15020). It concerns all sites and all other users of HTTP.sys.',
      checks: ['Was it meant? An entry limits every site to the listed addresses: `netsh.exe http show iplisten`.'],
      fix: 'If sites are gone since then: delete the entry again with `netsh.exe http delete iplisten ipaddress=…`.',
      doNot: ['Do not use the listen list to limit one site: bindings do that.'],
      keys: [key(15019), key(15020)],
      sources: [messages, listenList],
      samples: [
        'Source: HttpEvent\nEvent ID: 15019\nDescription:\nThe host 10.0.0.9:80 has gone down as a result of the change in the IP Listen-Only list.',
      ],
      notSamples: ['The host 10.0.0.9 has gone down as a result of the storm.'],
    },
    {
      id: 'httpevent-15016',
      name: 'HTTP.sys could not use a security package',
      verdict: 'look',
      verdictText: 'harmless once at boot',
      meaning:
        'The named package (Kerberos, NTLM, Negotiate, Digest) was not ready when HTTP.sys asked for it. Once at a boot that is expected: the driver was quicker. Later it means that this kind of Windows authentication fails.',
      checks: ['At the time of a boot, and does Windows authentication work since? Then nothing is to be done.'],
      fix: 'Nothing at boot. Later: see what a policy or a hardening did to that package, and LSA records of that time.',
      keys: [key(15016)],
      sources: [messages],
      samples: [
        'Source: Microsoft-Windows-HttpEvent\nEvent ID: 15016\nDescription:\nUnable to initialize the security package Kerberos for server side authentication.  The data field contains the error number.',
      ],
      notSamples: ['Could not initialize the security package.', 'Source: Backup\nEvent ID: 15016'],
    },
    {
      id: 'httpevent-15021',
      name: 'An https endpoint has no usable certificate',
      verdict: 'act',
      meaning:
        'HTTP.sys has a certificate noted for that address, but cannot use it: it was deleted or renewed without binding the new one, or its private key cannot be opened. Clients see a broken connection, not an error page.',
      checks: [
        '`netsh.exe http show sslcert`: is the hash of that endpoint still in the store, `certutil.exe -store my`?',
      ],
      fix: 'Bind the present certificate again: in the https binding of the site, or with the tool of the product that owns the endpoint.',
      steps: rebindSteps,
      doNot: [
        'Do not delete the binding of an endpoint that belongs to another product (Exchange 444, AD FS, WMSVC 8172).',
        NO_EVERYONE,
      ],
      keys: [key(15021)],
      companions: [
        {
          provider: PROVIDER,
          eventId: 15300,
          says: 'Just before, the binding was deleted: find who did that, then bind the certificate again.',
        },
        {
          provider: 'Schannel',
          eventId: 36870,
          says: 'Schannel says it as well: the private key of the certificate cannot be opened.',
        },
      ],
      sources: [certificates, messages],
      samples: [
        tls('10.0.0.5:443', ''),
        'An error occurred while using SSL configuration for endpoint [::]:443.  The error status code is contained within the returned data.',
        'An error occured while using SSL configuration for socket address 0.0.0.0:443.',
        'Event ID: 15021, Source: HttpEvent, An error occurred while using SSL configuration for endpoint adfs.example.com:443.',
      ],
      notSamples: [
        'Using SSL configuration for endpoint 10.0.0.5.',
        'Source: Backup\nEvent ID: 15021\nDescription:\nOther.',
      ],
    },
    {
      id: 'httpevent-15021-private-key',
      name: 'The private key of an https endpoint is unusable',
      verdict: 'act',
      meaning:
        'The data is 0x8009030D or 0x80090016: the certificate is there, but its private key is missing or cannot be opened by SYSTEM. Mostly it was imported without key, or into a user store and moved from there.',
      checks: ['`certutil.exe -store my <thumbprint>`: does it name a key container and pass the signature test?'],
      fix: '`certutil.exe -repairstore my <thumbprint>`, or delete it and import the PFX into the Personal store of the computer; bind it again.',
      steps: rebindSteps,
      doNot: [NO_EVERYONE, 'Do not give the pool identity rights on the key: HTTP.sys reads it, not the pool.'],
      keys: [key(15021, { context: NO_PRIVATE_KEY })],
      companions: [
        {
          provider: 'Schannel',
          eventId: 36870,
          says: 'Schannel says it as well: the private key of the certificate cannot be opened.',
        },
      ],
      sources: [certificates, messages],
      samples: [tls('0.0.0.0:443', '0000: 0D 03 09 80')],
      notSamples: [tls('0.0.0.0:443', '0000: 25 02 00 C0')],
    },
    {
      id: 'httpevent-15021-not-in-store',
      name: 'The certificate of an https endpoint is gone',
      verdict: 'act',
      meaning:
        'The data (0xC0000225, 0xC0000034 or 0x80092004) says "not found": the hash that is noted for the endpoint is not in the certificate store any more, mostly after a renewal in which the old one was deleted.',
      checks: [
        '`netsh.exe http show sslcert`: is that hash listed by `certutil.exe -store my`, or in the store WebHosting?',
      ],
      fix: 'Bind the present certificate in the https binding of the site; for other products use their own tools.',
      steps: rebindSteps,
      doNot: ['Do not import the expired certificate again only to satisfy the binding.', NO_EVERYONE],
      keys: [key(15021, { context: NO_CERTIFICATE })],
      sources: [certificates, messages],
      samples: [tls('0.0.0.0:443', '0000: 25 02 00 C0'), tls('0.0.0.0:443', 'In Words\n0000: C0000225')],
      notSamples: [tls('0.0.0.0:443', '0000: 0D 03 09 80')],
    },
    {
      id: 'httpevent-15021-exchange',
      name: 'Exchange Back End: its certificate is not bound',
      verdict: 'act',
      meaning:
        'Port 444 is the Exchange Back End. Its certificate was deleted or replaced, so front end and back end no longer talk: OWA, the admin center and the management shell stay blank or fail.',
      checks: [
        'The https binding of the site "Exchange Back End" on port 444: is the certificate "Microsoft Exchange" chosen?',
      ],
      fix: 'Choose the certificate "Microsoft Exchange" in the binding of "Exchange Back End" on port 444; no restart is needed.',
      doNot: [
        'Do not delete the binding on 444, and do not put the public certificate there without need.',
        'Do not recreate the virtual directories: they are not the cause.',
      ],
      keys: [
        key(15021, { where: { Endpoint: ['0.0.0.0:444', '[::]:444'] } }),
        key(15021, { where: { Endpoint: ['0.0.0.0:444', '[::]:444'] }, context: NO_CERTIFICATE }),
      ],
      sources: [
        {
          document: 'Practice of Exchange administrators on event 15021 for 0.0.0.0:444',
          says: 'Blank OWA and EAC pages: the back-end site has lost its certificate; choosing "Microsoft Exchange" again cures it.',
          read: READ,
        },
        messages,
      ],
      samples: [
        tls('0.0.0.0:444', ''),
        'System log contains next errors\n```Event ID 15021 Source HttpEvent: An error occurred while using SSL configuration for endpoint 0.0.0.0:444. The error status code is contained within the returned data```',
      ],
      notSamples: [tls('0.0.0.0:443', '')],
    },
    {
      id: 'httpevent-15300',
      name: 'The certificate binding of an endpoint was deleted',
      verdict: 'look',
      meaning:
        'Somebody or something took the certificate from that address. With a 15301 right behind it that is a normal renewal. Without one, https is down there. When it recurs, leftovers of IIS 6 in applicationHost.config are at work.',
      causes: [
        'A renewal or a change of the binding by an administrator or an ACME tool',
        '`customMetadata` in applicationHost.config with the properties 5506 and 5511, applied again by adsutil or another IIS 6 tool',
        'A product that manages bindings of its own: AD FS, a proxy, a cluster',
      ],
      checks: [
        'Does a 15301 for the same endpoint follow? `netsh.exe http show sslcert` shows what is bound now.',
        'Recurring: does applicationHost.config have `<customMetadata>` keys `LM/W3SVC/<site>` with the property 5506?',
      ],
      fix: 'Bind the certificate again. If it recurs, take properties 5506 and 5511 out of `customMetadata` (save the file first).',
      steps: [
        'Choose the certificate in the https binding of the site again.',
        'Recurring: save `applicationHost.config`, then remove the lines with id 5506 and 5511 below `customMetadata`, key `LM/W3SVC/<site>`.',
        'Find what still uses the IIS 6 interfaces: adsutil.vbs, old setups and monitoring; each of their writes applies the leftovers again.',
      ],
      doNot: ['Do not only bind it again each week, and do not restart IIS for it: the leftovers strike again.'],
      keys: [key(15300)],
      companions: [
        {
          provider: PROVIDER,
          eventId: 15301,
          says: 'Deleted and created again at once: a normal change of the certificate.',
        },
        {
          provider: PROVIDER,
          eventId: 15021,
          says: 'Since the binding is gone, https fails there: bind the certificate again.',
        },
      ],
      sources: [lostBindings, messages],
      samples: [
        'Source:          Microsoft-Windows-HttpEvent\nDate:              3/31/2010 2:43:28 PM\nEvent ID:         15300\nLevel:             Warning\nDescription:\nSSL Certificate Settings deleted for Port : 10.0.0.5:443 .',
        'SSL Certificate Settings deleted for endpoint : 0.0.0.0:443 .',
      ],
      notSamples: ['SSL certificate settings were deleted.', 'Source: Backup\nEvent ID: 15300\nDescription:\nOther.'],
    },
    {
      id: 'httpevent-15301',
      name: 'A certificate was bound to an endpoint',
      verdict: 'benign',
      meaning:
        'An administrator or a program with administrator rights bound a certificate to that address, in IIS Manager, with `netsh` or an ACME tool. With a 15300 just before it: a renewal.',
      checks: ['Only when nobody knows of it: which certificate does `netsh.exe http show sslcert` show now?'],
      fix: 'Nothing.',
      keys: [key(15301)],
      companions: [
        {
          provider: PROVIDER,
          eventId: 15300,
          says: 'Deleted and created again at once: a normal change of the certificate.',
        },
      ],
      sources: [messages],
      samples: [
        'Source: Microsoft-Windows-HttpEvent\nEvent ID: 15301\nDescription:\nSSL Certificate Settings created by an admin process for endpoint : 0.0.0.0:443 .',
        'SSL Certificate Settings created by an admin process for Port : 10.0.0.5:443 .',
      ],
      notSamples: ['SSL certificate settings were created by a user.'],
    },
  ],
});
