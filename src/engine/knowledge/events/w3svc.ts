import { dataPattern, messagePattern } from '../eventPatterns';
import { defineFamily, type Companion, type Key, type NonEmpty, type Source } from '../fact';
import { W3SVC } from '../wasEvents';

const READ = '2026-11-21';
const iis6Events: Source = {
  document: 'Microsoft Learn cc737524: WWW Service-Related Events (IIS 6.0)',
  says: 'The URL prefix of a site could not be registered and the site was stopped; the data has the error number.',
  read: READ,
};
const availability: Source = {
  document: 'Microsoft Learn cc735151: IIS Application Pool Availability',
  says: 'The events of W3SVC about application pools and HTTP.sys, with their messages.',
  read: READ,
};
const alerts: Source = {
  document: 'IIS management pack of Microsoft: alert rules for W3SVC',
  says: 'What the event stands for and that it deserves an alert.',
  read: READ,
};
const bindings: Source = {
  document: 'Microsoft Support and practice: a site does not start because its port is taken or not on this machine',
  says: 'The codes when a URL is not registered, and how to find who holds the port or which address is stale.',
  read: READ,
};

const NO_UNLOCKER = 'Do not use tools that "unlock files": the text speaks of a file, but it is a port.';
const NO_HTTP_STOP =
  'Do not run `net stop http`: WinRM, the print spooler and all other users of HTTP.sys go down with it.';

const notRegistered = (reason: string): RegExp =>
  messagePattern(
    `[Cannot register|[World Wide Web Publishing Service[ (WWW Service)|]|WWW Service] did not register] the URL prefix {UrlPrefix} for site {SiteID}. ${reason}`,
  );

/** Both events by which W3SVC tells that HTTP.sys refused a URL, where the data shows one of the codes. */
const refusedWith = (...codes: NonEmpty<number>): NonEmpty<Key> => {
  const context = dataPattern(...codes);
  return [
    { kind: 'event', provider: W3SVC, eventId: 1004, context },
    { kind: 'event', provider: W3SVC, eventId: 1007, context },
  ];
};
const bindFailure: NonEmpty<Companion> = [
  {
    provider: 'Microsoft-Windows-HttpEvent',
    eventId: 15005,
    says: 'HTTP.sys says the same from its side and names the address: see whether it is taken or not on this machine.',
  },
];
const refused = (eventId: number, data: string): string =>
  `Log Name: System\nSource: Microsoft-Windows-IIS-W3SVC\nEvent ID: ${eventId}\nDescription:\nThe World Wide Web Publishing Service (WWW Service) did not register the URL prefix http://*:80/ for site 1.${
    eventId === 1007 ? ' The necessary network binding may already be in use.' : ''
  } The site has been disabled. The data field contains the error number.\n${data}`;
const findOwner: string[] = [
  '`netstat.exe -ano` for the port: the last column is the process; 4 stands for HTTP.sys itself.',
  'It is HTTP.sys: `netsh.exe http show servicestate` lists who registered which URL.',
  '`netsh.exe http show iplisten`: if there is any entry, all sites work on the listed addresses only.',
  '`netsh.exe int ipv4 show excludedportrange protocol=tcp`: Hyper-V and others reserve ranges of ports.',
  'Stop or move the other program, or change the binding, then start the site.',
];

/**
 * The WWW service. Windows Server 2003 split it: IIS 7 and later kept the numbers of what is still its own, and gave the
 * rest to WAS, 4000 higher. IIS 4 and 5 used numbers below 1000. So one provider holds all three without a clash; what
 * belongs to WAS today stands in the families of WAS.
 */
export default defineFamily({
  providers: [{ name: W3SVC, label: 'W3SVC', aliases: ['IIS-W3SVC', 'Microsoft Windows IIS W3SVC'] }],
  eventTypes: [
    {
      provider: W3SVC,
      eventId: 36,
      parameters: ['application', 'error'],
      message:
        /server\s+failed\s+to\s+load\s+application\s+'(?<application>[^'\r\n]{1,300})'\.?\s+The\s+error\s+was\s+'(?<error>[^']{1,500})'/i,
      anchor: 'server failed to load application',
    },
    {
      provider: W3SVC,
      eventId: 113,
      parameters: ['instance'],
      message: messagePattern('Instance {instance} has invalid binding descriptor'),
      anchor: 'has invalid binding descriptor',
    },
    {
      provider: W3SVC,
      eventId: 115,
      parameters: ['instance'],
      message: messagePattern('Service could not bind instance {instance}'),
      anchor: 'service could not bind instance',
    },
    {
      provider: W3SVC,
      eventId: 1003,
      parameters: ['UrlPrefix', 'SiteID'],
      message: notRegistered('The URL [may|might] be invalid'),
      anchor: 'register the url prefix',
    },
    {
      provider: W3SVC,
      eventId: 1004,
      parameters: ['UrlPrefix', 'SiteID'],
      message: notRegistered('The site has been [disabled|deactivated]'),
      anchor: 'register the url prefix',
    },
    {
      provider: W3SVC,
      eventId: 1007,
      parameters: ['UrlPrefix', 'SiteID'],
      message: notRegistered('The necessary network binding [may|might] already be in use'),
      anchor: 'register the url prefix',
    },
    {
      provider: W3SVC,
      eventId: 1005,
      parameters: [],
      message: messagePattern('[World Wide Web Publishing Service|WWW service] is exiting [due to|because] an error'),
      anchor: 'is exiting',
    },
    {
      provider: W3SVC,
      eventId: 1026,
      parameters: ['AppPoolID'],
      message: messagePattern(
        'encountered an error when it tried to secure the handle of application pool {AppPoolID}',
      ),
      anchor: 'to secure the handle of application pool',
    },
    {
      provider: W3SVC,
      eventId: 1027,
      parameters: ['AppPoolID'],
      message: messagePattern(
        'Application pool <AppPoolID> has been disabled. The HTTP.sys request to enable the application pool failed',
      ),
      anchor: 'the http.sys request to enable',
    },
  ],
  facts: [
    {
      id: 'w3svc-36',
      name: 'An IIS 5 application could not be loaded',
      verdict: 'act',
      meaning:
        'The process that hosts an application of Medium or High protection did not start. With "the configured identity is incorrect" it is IWAM: mostly its password, else its right to log on; a DCOM 10004 beside it tells which.',
      checks: ['Does the application answer in Low (In Process) protection? Then `dllhost.exe` cannot be started.'],
      fix: 'By the quoted error. Identity incorrect: one IWAM password in account and `WAMUserPass`, then `synciwam.vbs -v`. Access denied: the default NTFS rights of the Windows folders.',
      doNot: ['Do not leave the application in Low protection: it then runs as SYSTEM inside inetinfo.exe.'],
      keys: [{ kind: 'event', provider: W3SVC, eventId: 36 }],
      sources: [
        {
          document: 'Windows IT Pro, IIS Informant: the server did not register with DCOM',
          says: 'An entry of W3SVC accompanies the DCOM timeout; both come from the IWAM password.',
          read: '2026-11-21',
        },
      ],
      samples: [
        "Event Source: W3SVC\nEvent ID: 36\nDescription:\nThe server failed to load application '/LM/W3SVC/3/Root'. The error was 'General access denied error'.",
        "Event ID: 36  Source: W3SVC  The server failed to load application '/LM/W3SVC/1/Root/shop'. The error was 'The server process could not be started because the configured identity is incorrect.'",
      ],
      notSamples: ['Source: Disk\nEvent ID: 36\nDescription:\nA volume is nearly full.'],
    },
    {
      id: 'w3svc-115',
      name: 'IIS 4/5: a site could not bind its address',
      verdict: 'act',
      meaning:
        'A site (its number is the "instance") could not take its address, mostly its SSL port. Data 34000000 (52, duplicate name) means that another site has the same address and port.',
      checks: ['Which other site, service or program has that IP address and port? Compare the bindings of all sites.'],
      fix: 'Give each SSL site its own IP address or port, or stop the program that holds it; then start the site.',
      doNot: [
        'Do not give two SSL sites one address with different host names: before IIS 8 (SNI) only one certificate fits there.',
      ],
      keys: [{ kind: 'event', provider: W3SVC, eventId: 115 }],
      sources: [
        {
          document: 'Microsoft Support, KB 284984: event 115 when you connect to a web site by HTTPS',
          says: 'The instance of the event is the site; 115 is its SSL part, 113 its normal binding, the data is the error.',
          read: READ,
        },
      ],
      samples: [
        'Event Type: Error\nEvent Source: W3SVC\nEvent ID: 115\nDescription: The service could not bind instance 1. The data is the error code.\nData: 0000: 34 00 00 00 4...',
        'Event ID: 115\nDescription: Service could not bind instance 3. The data is the error code.',
      ],
      notSamples: ['Source: Disk\nEvent ID: 115\nDescription:\nOther.', 'The socket could not bind instance 1.'],
    },
    {
      id: 'w3svc-113',
      name: 'IIS 4/5: a binding of a site is invalid',
      verdict: 'act',
      meaning:
        'A binding of the site (its number is the "instance") in the metabase cannot be used, so the site does not answer there: a wrong form, an address that is not on the machine, or one that another site has.',
      checks: [
        '`ServerBindings` and `SecureBindings` of that site: each is `address:port:host name`, with both colons.',
      ],
      fix: 'Correct the binding in the properties of the site, or with adsutil, then start the site.',
      keys: [{ kind: 'event', provider: W3SVC, eventId: 113 }],
      companions: [
        {
          provider: W3SVC,
          eventId: 115,
          says: 'With both, no binding of the site works: correct the one that the 113 shows first.',
        },
      ],
      sources: [
        {
          document: 'Microsoft Support, KB 248497 and 284984: events 113 and 115 of W3SVC',
          says: '113 complains of an invalid binding of the named instance, 115 that the instance could not be bound.',
          read: READ,
        },
      ],
      samples: [
        'Event ID: 113\nSource: W3SVC\nType: Warning\nDescription: Instance 1 has invalid binding descriptor 10.0.0.9:80',
      ],
      notSamples: ['Source: Disk\nEvent ID: 113\nDescription:\nOther.'],
    },
    {
      id: 'w3svc-1003',
      name: 'Site stopped: a binding is no valid URL',
      verdict: 'act',
      meaning:
        'A binding of the site cannot be written as a URL of HTTP.sys, so the site was not started: a host name with a character that is not allowed, a blank, a port out of range.',
      checks: ['The URL prefix in the text, character by character; a pasted host name may hold an invisible sign.'],
      fix: 'Correct the binding and start the site.',
      keys: [{ kind: 'event', provider: W3SVC, eventId: 1003 }],
      sources: [iis6Events],
      samples: [
        "Event Source: W3SVC\nEvent ID: 1003\nDescription:\nCannot register the URL prefix 'http://shop_1.example.com:80:shop/' for site '3'. The URL may be invalid. The site has been deactivated.",
        'The World Wide Web Publishing Service (WWW Service) did not register the URL prefix http://x^y:80/ for site 3. The URL may be invalid. The site has been disabled.',
      ],
      notSamples: ['Source: Disk\nEvent ID: 1003\nDescription:\nOther.', refused(1004, '')],
    },
    {
      id: 'w3svc-1004',
      name: 'Site stopped: its URL was not registered',
      verdict: 'act',
      meaning:
        'HTTP.sys refused the URL of a binding, so the site was not started. The data has the reason: 20000780 port taken, B7000780 URL taken, 05000780 reserved for another account, BE040780 address not on this machine.',
      checks: [
        'The data word; then `netstat.exe -ano`, `netsh.exe http show servicestate`, `show iplisten`, `show urlacl`.',
      ],
      fix: 'Free the port or correct the binding, the listen list or the reservation; then start the site.',
      steps: findOwner,
      doNot: [NO_UNLOCKER, NO_HTTP_STOP],
      keys: [{ kind: 'event', provider: W3SVC, eventId: 1004 }],
      companions: bindFailure,
      sources: [iis6Events, bindings],
      samples: [
        refused(1004, ''),
        "Event Source: W3SVC\nEvent ID: 1004\nDescription:\nCannot register the URL prefix 'http://*:8080/' for site '2'. The site has been deactivated. The data field contains the error number.",
        'WWW Service did not register the URL prefix http://*:80/ for site 1. The site has been disabled.',
      ],
      notSamples: [
        'Source: Application Error\nEvent ID: 1004\nDescription:\nOther.',
        refused(1004, '0000: 20 00 07 80'),
        refused(1007, ''),
      ],
    },
    {
      id: 'w3svc-1007',
      name: 'Site stopped: its address and port are taken',
      verdict: 'act',
      meaning:
        'HTTP.sys could not give the site its URL: another program holds the port, or another site that runs has the very same binding. The site was not started; the others go on.',
      checks: [
        '`netstat.exe -ano` for the port (process 4 is HTTP.sys); then the bindings of the other sites on that port.',
      ],
      fix: 'Stop the other program or the other site, or change the binding; then start the site.',
      steps: findOwner,
      doNot: [NO_UNLOCKER, NO_HTTP_STOP],
      keys: [{ kind: 'event', provider: W3SVC, eventId: 1007 }],
      companions: bindFailure,
      sources: [iis6Events, bindings],
      samples: [
        refused(1007, ''),
        "Event Source: W3SVC\nEvent ID: 1007\nDescription:\nCannot register the URL prefix 'http://*:24051/' for site '42'. The\nnecessary network binding may already be in use. The site has been\ndeactivated.",
      ],
      notSamples: [
        'Source: DHCP\nEvent ID: 1007\nDescription:\nOther.',
        refused(1004, ''),
        refused(1007, '0000: b7 00 07 80'),
      ],
    },
    {
      id: 'w3svc-port-in-use',
      name: 'Site stopped: another program holds its port (20000780)',
      verdict: 'act',
      meaning:
        'The data is 0x80070020, "file in use". Here it is the TCP port: a program that does not use HTTP.sys (Apache, nginx, Docker, a proxy, a database tool) listens on the port of the binding.',
      checks: ['`netstat.exe -ano` for the port: which process, and which service is that: `tasklist.exe /svc`?'],
      fix: 'Stop or move that program, or give the site another port; then start the site.',
      steps: findOwner,
      doNot: [NO_UNLOCKER, NO_HTTP_STOP],
      keys: refusedWith(0x80070020),
      companions: bindFailure,
      sources: [bindings, iis6Events],
      samples: [refused(1004, '0000: 20 00 07 80'), refused(1007, 'In Words\n0000: 80070020')],
      notSamples: [refused(1004, '0000: b7 00 07 80')],
    },
    {
      id: 'w3svc-url-taken',
      name: 'Site stopped: its URL is registered already (B7000780)',
      verdict: 'act',
      meaning:
        'The data is 0x800700B7, "already exists": another running site has the same address, port and host name, or another program registered that URL in HTTP.sys, such as WSUS, Reporting Services or AD FS.',
      checks: ['The same binding at another site? Else `netsh.exe http show servicestate`: who registered that URL?'],
      fix: 'Change or remove one of the two bindings, or the URL of the other program; then start the site.',
      doNot: [NO_HTTP_STOP, 'Do not delete sites to get rid of it: one binding is enough.'],
      keys: refusedWith(0x800700b7),
      sources: [bindings, iis6Events],
      samples: [refused(1007, 'Data:\n0000: b7 00 07 80'), refused(1004, '<Binary>B7000780</Binary>')],
      notSamples: [refused(1007, '0000: 20 00 07 80')],
    },
    {
      id: 'w3svc-url-reserved',
      name: 'Site stopped: its URL is reserved for another (05000780)',
      verdict: 'act',
      meaning:
        'The data is 0x80070005, access denied: somebody reserved that URL in HTTP.sys for another account, mostly the setup of another product or a developer with `netsh http add urlacl`.',
      checks: ['`netsh.exe http show urlacl`: which reservation covers the URL prefix, and for whom?'],
      fix: 'Remove the reservation if nobody needs it (`netsh.exe http delete urlacl url=…`), or give the site another binding.',
      doNot: ['Do not delete reservations that you cannot assign: remote management and other products need theirs.'],
      keys: refusedWith(0x80070005),
      sources: [bindings, iis6Events],
      samples: [refused(1004, '0000: 05 00 07 80')],
      notSamples: [refused(1004, '0000: 20 00 07 80')],
    },
    {
      id: 'w3svc-address-not-here',
      name: 'Site stopped: the address is not on this machine',
      verdict: 'act',
      meaning:
        'The data is 0x800704BE, "the format of the network name is invalid": the binding or the listen list of HTTP.sys names an IP address that this machine no longer has, mostly after a move or a new network card.',
      checks: ['`ipconfig.exe` against `netsh.exe http show iplisten` and the addresses in the bindings.'],
      fix: 'Remove the stale entry (`netsh.exe http delete iplisten ipaddress=…`) or correct the binding; then start the site.',
      doNot: [
        'Do not add all addresses to the listen list: an empty list means all of them, and needs no care.',
        NO_HTTP_STOP,
      ],
      keys: refusedWith(0x800704be),
      companions: bindFailure,
      sources: [bindings],
      samples: [refused(1004, '0000: be 04 07 80')],
      notSamples: [refused(1004, '0000: be 05 07 80')],
    },
    {
      id: 'w3svc-1005',
      name: 'IIS 6: the WWW service ended because of an error',
      verdict: 'act',
      meaning:
        'On Windows Server 2003 the WWW service could not start or go on; no site answers. The data has the reason; mostly the metabase could not be read or IISADMIN did not start. On IIS 7 and later see WAS 5005.',
      checks: ['The data word, and the records of IISADMIN and the Service Control Manager just before it.'],
      fix: 'Bring IISADMIN up first: restore MetaBase.xml from its history if it is damaged; then `net start W3SVC`.',
      doNot: ['Do not reinstall IIS: that makes a new, empty metabase.'],
      keys: [{ kind: 'event', provider: W3SVC, eventId: 1005 }],
      sources: [iis6Events],
      samples: [
        'Event Source: W3SVC\nEvent ID: 1005\nDescription:\nThe World Wide Web Publishing Service is exiting due to an error. The data field contains the error number.',
      ],
      notSamples: ['The script is exiting due to an error.', 'Source: Disk\nEvent ID: 1005\nDescription:\nOther.'],
    },
    {
      id: 'w3svc-1026',
      name: 'The request queue of a pool could not be secured',
      verdict: 'act',
      meaning:
        'W3SVC could not give the identity of the pool its rights on the request queue, mostly because that account cannot be resolved to a SID: misspelt, deleted, or its domain was not reachable.',
      checks: ['Does the identity of the pool exist, and does the domain answer: `nltest.exe /dsgetdc:the.domain`?'],
      fix: 'Enter the identity of the pool again, as the event asks for; then start the pool.',
      doNot: ['Do not switch the pool to LocalSystem.'],
      keys: [{ kind: 'event', provider: W3SVC, eventId: 1026 }],
      sources: [availability],
      samples: [
        'Source: Microsoft-Windows-IIS-W3SVC\nEvent ID: 1026\nDescription:\nThe World Wide Web Publishing Service (WWW Service) encountered an error when it tried to secure the handle of application pool Shop from HTTP.sys.',
      ],
      notSamples: ['Source: .NET Runtime\nEvent ID: 1026\nDescription:\nApplication: w3wp.exe'],
    },
    {
      id: 'w3svc-1027',
      name: 'Pool stopped: HTTP.sys did not enable its queue',
      verdict: 'act',
      meaning:
        'HTTP.sys refused to switch on the request queue of the pool, so W3SVC stopped the pool; its sites answer 503. The data has the reason.',
      checks: ['The data word; is it one pool or all, and does `sc.exe query http` say RUNNING?'],
      fix: 'Start the pool again. If it comes back, restart W3SVC; if HTTP.sys itself is ill, only a reboot at a quiet hour helps.',
      doNot: [NO_HTTP_STOP],
      keys: [{ kind: 'event', provider: W3SVC, eventId: 1027 }],
      sources: [availability],
      samples: [
        'Source: IIS-W3SVC\nEvent ID: 1027\nDescription:\nApplication pool Shop has been disabled. The HTTP.sys request to enable the application pool failed. The data contains the error number.',
      ],
      notSamples: ['Source: Defrag\nEvent ID: 1027\nDescription:\nOther.'],
    },
    {
      id: 'w3svc-http-driver',
      name: 'W3SVC cannot reach HTTP.sys',
      verdict: 'act',
      verdictText: 'no site works',
      meaning:
        'The HTTP driver did not start or its control channel did not open, so W3SVC cannot start and no site answers. Mostly the driver was disabled, or a stop of it never came to its end.',
      checks: [
        '`sc.exe query http` for the state, `sc.exe qc http` for the start type: 3 (DEMAND_START) is right, 4 is disabled.',
      ],
      fix: 'Set the driver back with `sc.exe config http start= demand` and start W3SVC; if it hangs in STOP_PENDING, only a reboot frees it.',
      doNot: [
        'Do not disable the HTTP driver "because nothing uses it": IIS, WinRM and others cannot start without it.',
        NO_HTTP_STOP,
      ],
      keys: [
        { kind: 'event', provider: W3SVC, eventId: 1037 },
        { kind: 'event', provider: W3SVC, eventId: 1173 },
      ],
      sources: [alerts],
      samples: [
        'Source: Microsoft-Windows-IIS-W3SVC\nEvent ID: 1173\nLevel: Error',
        '<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><System><Provider Name="Microsoft-Windows-IIS-W3SVC" EventSourceName="W3SVC"/><EventID Qualifiers="49152">1037</EventID></System><EventData><Binary>22040780</Binary></EventData></Event>',
      ],
      notSamples: ['Source: Microsoft-Windows-IIS-W3SVC\nEvent ID: 1174\nLevel: Error'],
    },
    {
      id: 'w3svc-1133',
      name: 'Two kinds of central logging at once',
      verdict: 'look',
      meaning:
        'Central binary and central W3C logging are both switched on, but a server can only do one of them. Requests are answered; what is logged may not be what you expect.',
      checks: [
        '`appcmd.exe list config /section:system.applicationHost/log`: `centralLogFileMode` and both `enabled`.',
      ],
      fix: 'Choose one in the section `system.applicationHost/log` and switch the other off.',
      keys: [{ kind: 'event', provider: W3SVC, eventId: 1133 }],
      sources: [alerts],
      samples: ['Source: Microsoft-Windows-IIS-W3SVC\nEvent ID: 1133\nLevel: Warning'],
      notSamples: ['Source: Backup\nEvent ID: 1133\nLevel: Warning'],
    },
  ],
});
