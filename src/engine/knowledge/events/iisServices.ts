import { defineFamily, type NonEmpty, type Source } from '../fact';

const PROVIDER = 'Service Control Manager';
const WAS_PROVIDER = 'Microsoft-Windows-WAS';
const READ = '2026-11-21';

const restart: Source = {
  document: 'Microsoft Support, KB 969864, and TechNet on WAS: how IIS is restarted as a whole',
  says: '`net stop WAS /y`, then `net start W3SVC`, then every other service that was stopped with WAS; not iisreset.',
  read: READ,
};
const configuration: Source = {
  document: 'TechNet: IIS Windows Process Activation Service availability (events of WAS)',
  says: 'WAS does not start while applicationHost.config cannot be read; its own events name file, line and error.',
  read: READ,
};
const keys: Source = {
  document: 'MSDN blog: IIS and encrypted configuration after a clone or copy',
  says: 'Stored passwords are encrypted with key containers of the machine; without them WAS cannot read its configuration.',
  read: READ,
};
const recovery: Source = {
  document: 'Documentation of IIS 6.0: recovery of the IIS Admin service',
  says: 'When inetinfo.exe ends unexpectedly the recovery program of IISADMIN, iisreset, starts the services again.',
  read: READ,
};
const manifest: Source = {
  document: 'Manifest of the provider Service Control Manager',
  says: 'The events, their numbers and the order of their insertions.',
  read: READ,
};

// Display name and name of each; texts of IIS 4 and 5 do not say "service" twice, which cuts it off the display name.
const CORE: NonEmpty<string> = [
  'World Wide Web Publishing Service',
  'World Wide Web Publishing',
  'W3SVC',
  'Windows Process Activation Service',
  'Windows Process Activation',
  'WAS',
];
const HELPERS: NonEmpty<string> = ['Application Host Helper Service', 'Application Host Helper', 'AppHostSvc'];
const ADMIN: NonEmpty<string> = ['IIS Admin Service', 'IIS Admin', 'IISADMIN'];
const FTP: NonEmpty<string> = [
  'Microsoft FTP Service',
  'Microsoft FTP',
  'FTPSVC',
  'FTP Publishing Service',
  'FTP Publishing',
  'MSFTPSVC',
];
const ALL: NonEmpty<string> = [
  ...CORE,
  ...HELPERS,
  ...ADMIN,
  'W3C Logging Service',
  'W3C Logging',
  'W3LOGSVC',
  'Web Management Service',
  'Web Management',
  'WMSVC',
  ...FTP,
];
const ADAPTERS: NonEmpty<string> = [
  'Net.Tcp Listener Adapter',
  'NetTcpActivator',
  'Net.Pipe Listener Adapter',
  'NetPipeActivator',
  'Net.Msmq Listener Adapter',
  'NetMsmqActivator',
];

const record = (eventId: number, text: string): string =>
  `Log Name: System\nSource: Service Control Manager\nEvent ID: ${eventId}\nLevel: Error\nDescription:\n${text}`;

/** The services of IIS, as the Service Control Manager speaks of them. */
export default defineFamily({
  // Where several facts fit equally well the first one speaks.
  facts: [
    {
      id: 'scm-7000-iis',
      name: 'A service of IIS did not start',
      verdict: 'act',
      meaning:
        'W3SVC serves the sites, WAS the pools, AppHostSvc the configuration history, WMSVC remote management, FTPSVC FTP. The error behind the text says why this one did not start; 1058 is disabled, 1068 a dependency.',
      checks: ['The error, and the WAS, W3SVC and HttpEvent records of the same second. `sc.exe qc <service>`'],
      fix: 'Repair what they name, then `net start W3SVC`, which brings WAS and HTTP with it. 1058: set the start type back to automatic.',
      doNot: ['Do not change the account of W3SVC or WAS: both run as LocalSystem.', 'Do not reinstall IIS for it.'],
      companions: [
        {
          provider: WAS_PROVIDER,
          eventId: 5172,
          says: 'The configuration file cannot be read: file and line stand there.',
        },
        { provider: PROVIDER, eventId: 7001, says: 'A service below it failed: repair that one first.' },
      ],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 7000, where: { service: ALL } }],
      sources: [configuration, manifest],
      samples: [
        record(
          7000,
          'The World Wide Web Publishing Service service failed to start due to the following error:\nThe service cannot be started, either because it is disabled or because it has no enabled devices associated with it.',
        ),
        'The World Wide Web\nPublishing Service service failed to start due to the following error: %%1058',
        '<Event><System><Provider Name="Service Control Manager"/><EventID Qualifiers="49152">7000</EventID></System><EventData><Data Name="param1">Windows Process Activation Service</Data><Data Name="param2">%%13</Data></EventData></Event>',
      ],
      notSamples: ['The Report Agent service failed to start due to the following error: %%1058'],
    },
    {
      id: 'scm-7001-iis',
      name: 'IIS waits for a service that failed',
      verdict: 'act',
      meaning:
        'W3SVC needs WAS and the HTTP driver (on IIS 5 and 6: IIS Admin). The second service in the text is the one that failed; no site is served until it runs.',
      checks: ['The second service: `sc.exe query WAS`, `sc.exe query HTTP`, and its own records of that second.'],
      fix: 'Repair the second service. HTTP disabled by hardening: `sc.exe config HTTP start= demand`. Then `net start W3SVC`.',
      doNot: ['Do not remove the dependency, and do not run `iisreset` again and again.'],
      companions: [
        {
          provider: PROVIDER,
          eventId: 7023,
          says: 'Says with which error the service below ended: that is the cause.',
        },
        { provider: PROVIDER, eventId: 7000, says: 'Says why the service below did not start: that is the cause.' },
      ],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 7001, where: { service: CORE } }],
      sources: [configuration, manifest],
      samples: [
        record(
          7001,
          'The World Wide Web Publishing Service service depends on the Windows Process Activation Service service which failed to start because of the following error:\nThe data is invalid.',
        ),
        'The World Wide Web Publishing Service service depends on the HTTP Service service which failed to start because of the following error: %%1058',
        'The World Wide Web Publishing Service depends on the IIS Admin\n  Service service which failed to start because of the following error:\n  The dependency service does not exist or has been marked for deletion.',
      ],
      notSamples: [
        'The Print Helper service depends on the Print Spooler service which failed to start because of the following error: %%1058',
        'The FTP Publishing Service depends on the IIS Admin Service service which failed to start because of the following error: %%1058',
      ],
    },
    {
      id: 'scm-7001-listener-adapter',
      name: 'A listener adapter of WCF waits for a service',
      verdict: 'look',
      meaning:
        'The adapter brings net.tcp, net.pipe or net.msmq requests to WAS, and the service named second did not run. Only WCF applications with such bindings need it; HTTP sites do not.',
      checks: [
        'Do you host WCF with `net.tcp`, `net.pipe` or `net.msmq` (`enabledProtocols`)? If not, it is no matter.',
      ],
      fix: 'If you do: repair the second service (WAS, Net.Tcp Port Sharing, Message Queuing), then start the adapter.',
      doNot: ['Do not install or enable Message Queuing only to silence the record.'],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 7001, where: { service: ADAPTERS } }],
      sources: [restart, manifest],
      samples: [
        record(
          7001,
          'The Net.Tcp Listener Adapter service depends on the Net.Tcp Port Sharing Service service which failed to start because of the following error:\nThe service cannot be started, either because it is disabled or because it has no enabled devices associated with it.',
        ),
      ],
      notSamples: [
        'The World Wide Web Publishing Service service depends on the HTTP Service service which failed to start because of the following error: %%1058',
      ],
    },
    {
      id: 'scm-7011-iis',
      name: 'A service of IIS does not answer Windows',
      verdict: 'look',
      meaning:
        'WAS or W3SVC did not answer a command in time: it waits for a worker process that does not end, for configuration on a share, or the computer is starved. `iisreset` then fails with 0x80070425.',
      checks: [
        '`sc.exe queryex WAS`: is it pending? Which requests hold on: `%windir%\\system32\\inetsrv\\appcmd.exe list requests /elapsed:30000`',
      ],
      fix: 'Let it finish. If it does not, take a dump of the w3wp.exe that holds on, then end that one worker process.',
      doNot: ['Do not kill the svchost.exe of WAS, and do not run `iisreset` again and again.'],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 7011, where: { service: ALL } }],
      sources: [restart, manifest],
      samples: [
        record(
          7011,
          'A timeout (30000 milliseconds) was reached while waiting for a transaction response from the W3SVC service.',
        ),
        'A timeout (30000 milliseconds) was reached while waiting for a transaction response from the WAS service.',
      ],
      notSamples: [
        'A timeout (30000 milliseconds) was reached while waiting for a transaction response from the Netman service.',
      ],
    },
    {
      id: 'scm-7023-iis-keys',
      name: 'IIS cannot decrypt its configuration',
      verdict: 'act',
      meaning:
        'WAS or W3SVC ended because a key container (iisWasKey or iisConfigurationKey) is missing, not readable, or is not the one with which the passwords in applicationHost.config were encrypted.',
      checks: [
        'Was applicationHost.config copied from another server, the server cloned, or were rights on MachineKeys changed?',
      ],
      fix: "Restore this machine's own applicationHost.config from `%SystemDrive%\\inetpub\\history`, or enter the stored passwords anew.",
      doNot: [
        'Do not recreate the key containers and do not copy the file between servers: stored passwords become unreadable.',
        'Do not grant Everyone on MachineKeys.',
      ],
      companions: [
        { provider: WAS_PROVIDER, eventId: 5189, says: 'A pool configuration could not be made, for the same reason.' },
      ],
      keys: [
        {
          kind: 'event',
          provider: PROVIDER,
          eventId: 7023,
          where: { service: CORE },
          context:
            /following\s+error:?\s+(?:%%-?(?:2146893802|2146893818|2148073494|2148073478)|Keyset\s+does\s+not\s+exist|Invalid\s+Signature)|<Data[^>]{0,40}>%%-?(?:2146893802|2146893818|2148073494|2148073478)</i,
        },
      ],
      sources: [keys, configuration],
      samples: [
        record(
          7023,
          'The Windows Process Activation Service service terminated with the following error:\nKeyset does not exist',
        ),
        'The Windows Process Activation Service service terminated with the following error: %%-2146893802',
      ],
      notSamples: ['The Windows Process Activation Service service terminated with the following error: %%13'],
    },
    {
      id: 'scm-7023-iis-config',
      name: 'IIS cannot read its configuration',
      verdict: 'act',
      meaning:
        '"The data is invalid" (13): applicationHost.config, or a file it points to, is damaged, mostly not well-formed after an edit or a full disk. No site runs until it is whole again.',
      checks: ['The WAS 5172 or IIS-Configuration record of the same second: file and line. Is the system disk full?'],
      fix: 'Correct that line, or restore the newest good copy from `%SystemDrive%\\inetpub\\history`; then `net start W3SVC`.',
      steps: [
        'Save the damaged file first: `copy %windir%\\system32\\inetsrv\\config\\applicationHost.config C:\\applicationHost.damaged.config`',
        'See which copies there are: `dir /o-d %SystemDrive%\\inetpub\\history`',
        'Compare the newest one from before the trouble with the damaged file, and take over the part that broke, or the whole file.',
        '`net start W3SVC`, then start what else depends on WAS and ran before.',
      ],
      doNot: ['Do not copy the file from another server, and do not reinstall IIS.'],
      companions: [{ provider: WAS_PROVIDER, eventId: 5172, says: 'Names the file and the line that cannot be read.' }],
      keys: [
        {
          kind: 'event',
          provider: PROVIDER,
          eventId: 7023,
          where: { service: CORE },
          context: /following\s+error:?\s+(?:%%13\b|The\s+data\s+is\s+invalid)|<Data[^>]{0,40}>%%13</i,
        },
      ],
      sources: [configuration, restart],
      samples: [
        record(
          7023,
          'The Windows Process Activation Service service terminated with the following error:\nThe data is invalid.',
        ),
        '<Event><System><Provider Name="Service Control Manager"/><EventID>7023</EventID></System><EventData><Data Name="param1">Windows Process Activation Service</Data><Data Name="param2">%%13</Data></EventData></Event>',
      ],
      notSamples: ['The Report Agent service terminated with the following error: %%13'],
    },
    {
      id: 'scm-7023-iis',
      name: 'The web service of IIS ended with an error',
      verdict: 'act',
      meaning:
        'WAS or W3SVC gave up and said why. 2 or 3: a file or folder of IIS is missing, such as `inetpub\\temp\\appPools`. 5: SYSTEM lacks a right there. No site runs until it is repaired.',
      checks: ['The WAS records of the same second: they name the file, folder or section.'],
      fix: 'Restore the file, folder or right they name, then `net start W3SVC`.',
      doNot: ['Do not reinstall IIS, and do not grant Everyone on its folders.'],
      companions: [
        {
          provider: WAS_PROVIDER,
          eventId: 5005,
          says: 'WAS says with which error it stops; its data field holds the code.',
        },
        {
          provider: WAS_PROVIDER,
          eventId: 5172,
          says: 'The configuration file cannot be read: file and line stand there.',
        },
      ],
      keys: [
        { kind: 'event', provider: PROVIDER, eventId: 7023, where: { service: CORE } },
        { kind: 'event', provider: PROVIDER, eventId: 7024, where: { service: CORE } },
      ],
      sources: [configuration, manifest],
      samples: [
        record(
          7023,
          'The Windows Process Activation Service service terminated with the following error:\nThe system cannot find the file specified.',
        ),
        'The World Wide Web Publishing Service service terminated with service-specific error 2147942403 (0x80070003).',
      ],
      notSamples: [
        'The Report Agent service terminated with the following error: %%2',
        'The FTP Publishing Service service terminated with the following error: %%122',
      ],
    },
    {
      id: 'scm-7023-ftp',
      name: 'The FTP service ended with an error',
      verdict: 'act',
      meaning:
        'FTP sites do not answer until it is cured; web sites are not concerned, unless IIS Admin of IIS 6 and earlier ended too. The error behind the text says why, often a port or address that cannot be bound.',
      checks: [
        'The records of FTPSVC or MSFTPSVC at that second. Who has the port? `netstat.exe -ano -p tcp | findstr.exe ":21 "`',
      ],
      fix: 'Repair what the error names, then start the service: `net start FTPSVC` (IIS 6 and earlier: `net start MSFTPSVC`).',
      doNot: ['Do not restart the web sites for it.'],
      keys: [
        { kind: 'event', provider: PROVIDER, eventId: 7023, where: { service: FTP } },
        { kind: 'event', provider: PROVIDER, eventId: 7024, where: { service: FTP } },
      ],
      sources: [
        {
          document: 'Microsoft Learn and TechNet pages on the services of IIS',
          says: 'FTPSVC depends neither on W3SVC nor on WAS; the FTP service of IIS 6 depends on IISADMIN.',
          read: READ,
        },
        manifest,
      ],
      samples: [
        'The FTP Publishing Service service terminated with the following error: %%122',
        record(
          7023,
          'The Microsoft FTP Service service terminated with the following error:\nAn attempt was made to access a socket in a way forbidden by its access permissions.',
        ),
      ],
      notSamples: ['The World Wide Web Publishing Service service terminated with the following error: %%122'],
    },
    {
      id: 'scm-7031-iisadmin',
      name: 'IIS Admin Service (inetinfo.exe) ended unexpectedly',
      verdict: 'act',
      meaning:
        'On IIS 5 and 6 inetinfo.exe carries the metabase, on IIS 5 also applications of Low protection; all of IIS restarts with it. On IIS 7 and later only the IIS 6 compatibility and SMTP are in it.',
      checks: [
        'An Application Error 1000 (or Dr. Watson) for inetinfo.exe: which module? On IIS 5: which ISAPI filters run in it?',
      ],
      fix: 'Update or leave out the module the crash names; on IIS 5 take the application out of Low protection.',
      doNot: ['Do not switch the recovery program off: without it IIS 5 and 6 stay down.'],
      companions: [
        {
          provider: 'Application Error',
          eventId: 1000,
          says: 'The crash of inetinfo.exe: module and code stand there.',
        },
      ],
      keys: [
        { kind: 'event', provider: PROVIDER, eventId: 7031, where: { service: ADMIN } },
        { kind: 'event', provider: PROVIDER, eventId: 7034, where: { service: ADMIN } },
      ],
      sources: [recovery, manifest],
      samples: [
        record(
          7031,
          'The IIS Admin Service service terminated unexpectedly.  It has done this 1 time(s).  The following corrective action will be taken in 1 milliseconds: Run the configured recovery program.',
        ),
        'The IIS Admin Service service terminated unexpectedly.  It has done this 2 time(s).',
      ],
      notSamples: ['The Report Agent service terminated unexpectedly.  It has done this 2 time(s).'],
    },
    {
      id: 'scm-7031-iis',
      name: 'A service of IIS ended unexpectedly',
      verdict: 'act',
      meaning:
        'The svchost.exe of WAS and W3SVC (or of the helper named) ended without being told to: it crashed, or somebody killed it, such as a forced restart. With WAS every site goes down.',
      checks: [
        'An Application Error 1000 for svchost.exe at that second? None: a script, a person or a product ended it.',
      ],
      fix: 'Crash: install updates, take a dump. Then `net start W3SVC`, and start what else depends on WAS and ran before.',
      doNot: ['Do not restart IIS by killing svchost.exe or with plain `iisreset`: both look like this afterwards.'],
      companions: [
        {
          provider: 'Application Error',
          eventId: 1000,
          says: 'If it names svchost.exe: the crash itself, with module and code.',
        },
      ],
      keys: [
        { kind: 'event', provider: PROVIDER, eventId: 7031, where: { service: ALL } },
        { kind: 'event', provider: PROVIDER, eventId: 7034, where: { service: ALL } },
      ],
      sources: [restart, manifest],
      samples: [
        record(
          7031,
          'The World Wide Web Publishing Service service terminated unexpectedly.  It has done this 1 time(s).  The following corrective action will be taken in 60000 milliseconds: Restart the service.',
        ),
        'The Windows Process Activation Service service terminated unexpectedly.  It has done this 1 time(s).',
      ],
      notSamples: ['The Report Agent service terminated unexpectedly.  It has done this 1 time(s).'],
    },
    {
      id: 'scm-7036-iis-stopped',
      name: 'A service of IIS was stopped',
      verdict: 'look',
      meaning:
        'In a restart a "running" follows within seconds. If it does not, sites (W3SVC), pools (WAS) or remote management (WMSVC) are down since this time.',
      checks: ['Is there a later "entered the running state" for it? If not: who stopped it, and what depends on it?'],
      fix: 'Planned: nothing. Else `net start W3SVC`, and start NetTcpActivator and its relatives if they ran before.',
      doNot: ['Do not stop HTTP to restart sites: WinRM and others go down with it.'],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 7036, where: { service: ALL, state: ['stopped'] } }],
      sources: [restart, manifest],
      samples: [
        record(7036, 'The World Wide Web Publishing Service service entered the stopped state.'),
        'The Windows Process Activation Service service entered the stopped state.',
      ],
      notSamples: ['The World Wide Web Publishing Service service entered the running state.'],
    },
    {
      id: 'scm-7040-iis-disabled',
      name: 'A service of IIS was disabled',
      verdict: 'look',
      meaning:
        'Somebody, a hardening script or a policy disabled a service of IIS. It still runs until the next restart; after that sites, pools or management stay down.',
      checks: [
        'Was it meant, and by whom? The record does not name the account; the Security log (4657) may, if audited.',
      ],
      fix: 'Not meant: `sc.exe config W3SVC start= auto` (WAS: `start= demand`), and correct the script or policy.',
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 7040, where: { service: ALL, to: ['disabled'] } }],
      sources: [manifest, configuration],
      samples: [
        record(
          7040,
          'The start type of the World Wide Web Publishing Service service was changed from auto start to disabled.',
        ),
        '<Event><System><Provider Name="Service Control Manager"/><EventID>7040</EventID></System><EventData><Data Name="param1">World Wide Web Publishing Service</Data><Data Name="param2">auto start</Data><Data Name="param3">disabled</Data><Data Name="param4">W3SVC</Data></EventData></Event>',
      ],
      notSamples: [
        'The start type of the World Wide Web Publishing Service service was changed from demand start to auto start.',
      ],
    },
  ],
});
