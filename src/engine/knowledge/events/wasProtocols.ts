import { dataPattern, messagePattern } from '../eventPatterns';
import { defineFamily, type EventType, type Key, type Source } from '../fact';
import { WAS } from '../wasEvents';

const READ = '2026-11-21';
const availability: Source = {
  document: 'Microsoft Learn cc735292: IIS Protocol Adapter Availability',
  says: 'The events about listener adapters and listener channels, with their messages.',
  read: READ,
};
const configuration: Source = {
  document: 'Microsoft Learn cc735191: IIS Protocol Adapter Configuration',
  says: 'The events about the section listenerAdapters and enabledProtocols, with their messages.',
  read: READ,
};

const APPCMD = '%windir%\\system32\\inetsrv\\appcmd.exe';
const NO_HTTP_STOP =
  'Do not run `net stop http /y`, as an old page advises: WinRM, the print spooler and others go down and stay down.';

const event = (eventId: number, parameters: readonly string[], message?: string, anchor?: string): EventType => ({
  provider: WAS,
  eventId,
  parameters,
  ...(message && { message: messagePattern(message) }),
  ...(anchor && { anchor }),
});
const key = (eventId: number, ...codes: number[]): Key => {
  const [first, ...rest] = codes;
  return { kind: 'event', provider: WAS, eventId, ...(first && { context: dataPattern(first, ...rest) }) };
};

const channel = (data: string): string =>
  `Log Name: System\nSource: Microsoft-Windows-WAS\nEvent ID: 5139\nLevel: Warning\nDescription:\nA listener channel for protocol 'http' in worker process '28652' serving application pool 'DefaultAppPool' reported a listener channel failure.  The data field contains the error number.\n${data}`;

/** WAS: listener adapters and the protocols of worker processes. */
export default defineFamily({
  eventTypes: [
    event(
      5136,
      ['ProtocolID'],
      'Windows Process Activation Service[ (WAS)|] was unable to register protocol {ProtocolID}',
      'was unable to register protocol',
    ),
    event(
      5137,
      ['AppPoolID', 'ProcessID', 'param3', 'ProtocolID'],
      'A worker process {ProcessID} serving application pool <AppPoolID> failed to start a listener channel for protocol {ProtocolID}',
      'failed to start a listener channel',
    ),
    event(
      5138,
      ['AppPoolID', 'ProcessID', 'param3', 'ProtocolID'],
      'A worker process {ProcessID} serving application pool <AppPoolID> failed to stop a listener channel for protocol {ProtocolID}',
      'failed to stop a listener channel',
    ),
    event(
      5139,
      ['AppPoolID', 'ProcessID', 'param3', 'ProtocolID'],
      'A listener channel for protocol {ProtocolID} in worker process {ProcessID} serving application pool <AppPoolID> reported a listener channel failure',
      'reported a listener channel failure',
    ),
    event(
      5140,
      ['ProtocolID'],
      'Windows Process Activation Service[ (WAS)|] disabled protocol {ProtocolID} because',
      'disabled protocol',
    ),
    event(
      5142,
      ['ProtocolID'],
      'Windows Process Activation Service[ (WAS)|] encountered an error trying to determine the correct security identifier (SID) for the listener adapter identity for protocol {ProtocolID}',
      'for the listener adapter identity',
    ),
    event(
      5143,
      ['SiteID'],
      'Windows Process Activation Service[ (WAS)|] did not process changes that affect supported protocols for site {SiteID}',
      'did not process changes that affect',
    ),
    event(5153, [], 'look up the built[-| ]in IIS_IUSRS group', 'look up the built'),
    event(
      5169,
      ['ListenerAdapter'],
      "The Windows Process Activation Service[ (WAS)|] couldn't process configuration information for listener adapter {ListenerAdapter}",
      'configuration information for listener adapter',
    ),
    event(
      5170,
      ['ListenerAdapter'],
      'The Windows Process Activation Service[ (WAS)|] failed to process configuration information to delete listener adapter {ListenerAdapter}',
    ),
    event(
      5171,
      ['ListenerAdapter'],
      'The Windows Process Activation Service[ (WAS)|] had an error setting the identity for listener adapter {ListenerAdapter}',
      'setting the identity for listener adapter',
    ),
    event(
      5178,
      ['ProtocolID'],
      'An attempt was made to register protocol {ProtocolID}, however protocol',
      'an attempt was made to register protocol',
    ),
    event(
      5181,
      [],
      'The protocol [\'|"|]HTTPS[\'|"|] is not allowed in the property',
      'is not allowed in the property',
    ),
    event(
      5187,
      ['ListenerAdapter'],
      'was unable to create a listener adapter with a blank name',
      'a listener adapter with a blank name',
    ),
  ],
  facts: [
    {
      id: 'was-5136',
      name: 'A protocol could not be registered',
      verdict: 'act',
      meaning:
        'The service that listens for a protocol (net.tcp, net.pipe, net.msmq or another) and WAS did not come together, so it may not know all pools and applications. HTTP is served by W3SVC itself.',
      checks: [
        'Which protocol does the text name, and does its service run: NetTcpActivator, NetPipeActivator, NetMsmqActivator, W3SVC?',
      ],
      fix: 'Restart that one service (for http: W3SVC), best at a quiet hour.',
      doNot: [NO_HTTP_STOP],
      keys: [key(5136)],
      sources: [availability],
      samples: [
        'Source: WAS\nEvent ID: 5136\nDescription:\nWindows Process Activation Service (WAS) was unable to register protocol net.tcp. The listener adapter for protocol net.tcp may not have received information about all application pools and applications for this protocol.',
      ],
      notSamples: [
        'Source: Microsoft-Windows-Security-Auditing\nEvent ID: 5136\nDescription:\nA directory service object was modified.',
      ],
    },
    {
      id: 'was-5137',
      name: 'A worker process did not open its channel in time',
      verdict: 'act',
      meaning:
        'A new worker process did not start listening for a protocol in the time it has. It hung while starting, or the machine was too busy; WAS replaces it, and it counts as a failure of the pool.',
      checks: [
        'Which protocol and pool? What is loaded at start: modules, profilers, antivirus; CPU of the machine at that time?',
      ],
      fix: 'Cure what is slow at the start of the process; for net.* protocols see that their WCF activation is installed and running.',
      doNot: ['Do not raise the limits of rapid-fail protection or switch it off to get rid of the 503.'],
      keys: [key(5137)],
      sources: [availability],
      samples: [
        "Source: WAS\nEvent ID: 5137\nDescription:\nA worker process '812' serving application pool 'Shop' failed to start a listener channel for protocol 'http' in the allotted time.",
      ],
      notSamples: ['Source: Microsoft-Windows-Security-Auditing\nEvent ID: 5137\nDescription:\nObject was created.'],
    },
    {
      id: 'was-5138',
      name: 'A worker process did not close its channel in time',
      verdict: 'look',
      meaning:
        'On a recycle or stop the old process still had requests and did not stop listening in its time. New requests go to the new process already. If it does not end either, 5013 follows and the requests are cut off.',
      checks: [
        'Does 5013 follow? How often: with every recycle means long or hung requests; once in a while is harmless.',
      ],
      fix: 'Find requests that run too long: `appcmd.exe list requests /elapsed:30000`; recycle at quiet hours.',
      doNot: ['Do not end w3wp.exe by hand to speed it up: what still runs in it is cut off.'],
      keys: [key(5138)],
      companions: [
        {
          provider: WAS,
          eventId: 5013,
          says: 'The process did not end either and was ended: the requests in it were cut off.',
        },
      ],
      sources: [availability],
      samples: [
        "Source: WAS\nEvent ID: 5138\nDescription:\nA worker process '3344' serving application pool 'Shop' failed to stop a listener channel for protocol 'http' in the allotted time. The data field contains the error number.",
        "A worker process '3344' serving application pool 'Shop' failed to stop a listener channel for protocol 'http' in the allotted time.",
      ],
      notSamples: ['Source: Microsoft-Windows-Security-Auditing\nEvent ID: 5138\nDescription:\nObject was undeleted.'],
    },
    {
      id: 'was-5139',
      name: 'A worker process came up without HTTP channel',
      verdict: 'act',
      meaning:
        'The process started but could not serve HTTP: mostly a native module did not load (W3SVC-WP 2280 or 2282 in the Application log), or its configuration could not be read. After a few tries the pool is stopped.',
      checks: [
        'W3SVC-WP 2280, 2282, 2293 or 2307 of that second in the Application log: which DLL or file?',
        'The data word: 7E000780 DLL missing, C1000780 wrong bitness, 05000780 no right to read it.',
      ],
      fix: 'Repair the module or file that the record of W3SVC-WP names, then start the pool.',
      steps: [
        'Application log, source IIS-W3SVC-WP, same second: note the DLL.',
        'Repair or reinstall the product that owns it, or give its module the right `preCondition`.',
        `Start the pool: \`${APPCMD} start apppool /apppool.name:"the pool"\``,
      ],
      doNot: [
        'Do not remove modules of IIS from applicationHost.config by trial: other sites and products need them.',
        'Do not switch the pool between 32 and 64 bit only to silence it.',
      ],
      keys: [key(5139)],
      companions: [
        {
          provider: 'Microsoft-Windows-IIS-W3SVC-WP',
          eventId: 2280,
          says: 'The 2280 names the module that could not be loaded: it is the cause, this record only the consequence.',
        },
        {
          provider: 'Microsoft-Windows-IIS-W3SVC-WP',
          eventId: 2282,
          says: 'The 2282 names the module of the wrong bitness: it is the cause, this record only the consequence.',
        },
        {
          provider: 'Microsoft-Windows-IIS-W3SVC-WP',
          eventId: 2293,
          says: 'The 2293 names the module that refused to register: it is the cause.',
        },
        {
          provider: WAS,
          eventId: 5002,
          says: 'Each new process failed the same way until the pool was stopped: cure it, then start the pool.',
        },
      ],
      sources: [availability],
      samples: [
        channel(''),
        "A listener channel for protocol 'http' in worker process '4711' serving application pool 'Shop' reported a listener channel failure.",
        '<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><System><Provider Name="Microsoft-Windows-WAS" EventSourceName="WAS"/><EventID Qualifiers="32768">5139</EventID></System><EventData><Data Name="AppPoolID">Shop</Data><Data Name="ProcessID">28652</Data><Data Name="param3">0</Data><Data Name="ProtocolID">http</Data><Binary>0D000780</Binary></EventData></Event>',
      ],
      notSamples: [
        'Source: Microsoft-Windows-Security-Auditing\nEvent ID: 5139\nDescription:\nObject was moved.',
        'The radio reported a channel failure.',
      ],
    },
    {
      id: 'was-5139-module',
      name: 'No HTTP channel: a native module did not load',
      verdict: 'act',
      meaning:
        'The data tells that a DLL could not be loaded: 7E missing or something it needs, C1 wrong bitness, 05 no right to read it. W3SVC-WP 2280 or 2282 of the same second in the Application log has its name.',
      checks: ['W3SVC-WP 2280 or 2282 of that second in the Application log: which DLL, whose product?'],
      fix: 'Repair or reinstall that product, correct the bitness of its module, or its right to be read; then start the pool.',
      doNot: [
        'Do not remove modules of IIS from applicationHost.config by trial: other sites and products need them.',
        'Do not switch the pool between 32 and 64 bit only to silence it.',
      ],
      keys: [key(5139, 0x8007007e, 0x800700c1, 0x80070005)],
      companions: [
        {
          provider: 'Microsoft-Windows-IIS-W3SVC-WP',
          eventId: 2280,
          says: 'The 2280 names the module that could not be loaded: it is the cause, this record only the consequence.',
        },
        {
          provider: 'Microsoft-Windows-IIS-W3SVC-WP',
          eventId: 2282,
          says: 'The 2282 names the module of the wrong bitness: it is the cause, this record only the consequence.',
        },
      ],
      sources: [
        availability,
        {
          document: 'Microsoft Q&A: 5139 and 2280 on an Exchange server',
          says: 'The 5139 had 05000780 as data, the 2280 of the Application log named the module with 05000000.',
          read: READ,
        },
      ],
      samples: [
        channel('0000: 7E 00 07 80'),
        channel('<Binary>05000780</Binary>'),
        channel('In Words\n0000: 800700C1'),
      ],
      notSamples: [channel('0000: 0D 00 07 80')],
    },
    {
      id: 'was-5140',
      name: 'A protocol was disabled after bad data',
      verdict: 'act',
      meaning:
        'WAS received data about a protocol that makes no sense and disabled that protocol until WAS is restarted. Mostly a foreign or damaged listener service.',
      checks: ['Which protocol does the text name, and which service or product listens for it?'],
      fix: 'Repair or update that listener, then restart WAS at a quiet hour, with all that depends on it.',
      doNot: [NO_HTTP_STOP],
      keys: [key(5140)],
      sources: [availability],
      samples: [
        'Source: WAS\nEvent ID: 5140\nDescription:\nWindows Process Activation Service (WAS) disabled protocol net.custom because WAS received bad data about the protocol.',
      ],
      notSamples: [
        'Source: Microsoft-Windows-Security-Auditing\nEvent ID: 5140\nDescription:\nA network share object was accessed.',
      ],
    },
    {
      id: 'was-5142',
      name: 'The identity of a listener adapter is unknown',
      verdict: 'act',
      meaning:
        'WAS could not find the SID of the account that is configured for a listener adapter, so that listener may not connect and its protocol is not served.',
      checks: ['`system.applicationHost/listenerAdapters` in applicationHost.config: the `identity` of that protocol.'],
      fix: 'Correct the identity (or restore the default entry), then restart the listener service and WAS at a quiet hour.',
      keys: [key(5142)],
      sources: [availability],
      samples: [
        'Source: WAS\nEvent ID: 5142\nDescription:\nWindows Process Activation Service (WAS) encountered an error trying to determine the correct security identifier (SID) for the listener adapter identity for protocol net.tcp.',
      ],
      notSamples: ['Source: Microsoft-Windows-Security-Auditing\nEvent ID: 5142\nDescription:\nA share was added.'],
    },
    {
      id: 'was-5143',
      name: 'Site stopped: its protocols could not be changed',
      verdict: 'act',
      meaning:
        'A change of the protocols of a site was not taken over, and WAS stopped the site, because it could not warrant that all its requests arrive.',
      checks: [
        '`enabledProtocols` of the applications and the bindings of that site: is each protocol one that is installed?',
      ],
      fix: 'Correct them, then `net stop WAS /y`, `net start W3SVC`, and start again what else ran before (NetTcpActivator and others).',
      doNot: [
        'Do not start only W3SVC after stopping WAS: other listeners that stopped with it stay down.',
        NO_HTTP_STOP,
      ],
      keys: [key(5143)],
      sources: [
        {
          document: 'Microsoft Learn cc735042: Event ID 5143, IIS Web Site Availability',
          says: 'Stop and start WAS, start W3SVC, and any other services that were stopped with WAS.',
          read: READ,
        },
      ],
      samples: [
        'Source: WAS\nEvent ID: 5143\nDescription:\nWindows Process Activation Service (WAS) did not process changes that affect supported protocols for site 3. The site will be stopped because the system is unable to guarantee that all messages intended for the site will be processed.',
      ],
      notSamples: ['Source: Microsoft-Windows-Security-Auditing\nEvent ID: 5143\nDescription:\nA share was modified.'],
    },
    {
      id: 'was-5153',
      name: 'The group IIS_IUSRS was not found',
      verdict: 'act',
      meaning:
        'WAS could not look up the built-in group IIS_IUSRS. Known on domain controllers that were promoted in a domain from before Windows Server 2008: the group was never created there.',
      checks: ['Is the server a domain controller, and does `S-1-5-32-568` (BUILTIN\\IIS_IUSRS) resolve to a name?'],
      fix: 'On the PDC emulator let the built-in accounts be created as the page of Microsoft on event 5153 describes; then restart WAS.',
      doNot: ['Do not create a group of that name by hand: it would have another SID.'],
      keys: [key(5153)],
      sources: [
        {
          document: 'Microsoft Learn cc735184: Event ID 5153, WAS_ERROR_MAPPING_IIS_IUSRS',
          says: 'On a new domain controller in an old domain the built-in group is missing; a script on the PDC emulator creates it.',
          read: READ,
        },
      ],
      samples: ['Source: Microsoft-Windows-WAS\nEvent ID: 5153\nLevel: Error'],
      notSamples: ['Source: Microsoft-Windows-Security-Auditing\nEvent ID: 5153\nLevel: Information'],
    },
    {
      id: 'was-listener-adapter-configuration',
      name: 'A listener adapter is configured wrongly',
      verdict: 'act',
      meaning:
        'WAS could not process an entry of `listenerAdapters`: its name is empty (5187), its identity is wrong (5171), or a change of it was not taken over (5169, 5170). That protocol is not served.',
      checks: [
        '`system.applicationHost/listenerAdapters` in applicationHost.config, and who changed it: `inetpub\\history`.',
      ],
      fix: 'Correct the entry, or restore the section from the last good copy; then restart WAS at a quiet hour.',
      keys: [key(5169), key(5170), key(5171), key(5187)],
      sources: [configuration],
      samples: [
        "Source: WAS\nEvent ID: 5171\nDescription:\nThe Windows Process Activation Service had an error setting the identity for listener adapter 'net.tcp'.",
        "Source: WAS\nEvent ID: 5169\nDescription:\nThe Windows Process Activation Service couldn't process configuration information for listener adapter 'net.tcp'.",
        "Windows Process Activation Service was unable to create a listener adapter with a blank name ''.",
      ],
      notSamples: ['Source: Microsoft-Windows-Security-Auditing\nEvent ID: 5169\nDescription:\nOther.'],
    },
    {
      id: 'was-5178',
      name: 'A protocol has a listener already',
      verdict: 'look',
      meaning:
        'A second listener wanted a protocol that another one serves. The first goes on; the second was refused. Mostly a listener service that was started twice or left running after an update.',
      checks: [
        'Which processes listen for that protocol: is an old instance of the service or a test program still there?',
      ],
      fix: 'End the listener that is not wanted.',
      keys: [key(5178)],
      sources: [configuration],
      samples: [
        "Source: WAS\nEvent ID: 5178\nDescription:\nAn attempt was made to register protocol 'net.tcp', however protocol 'net.tcp' is all ready being handled by another listener adapter.",
      ],
      notSamples: ['Source: Backup\nEvent ID: 5178\nDescription:\nOther.'],
    },
    {
      id: 'was-5181',
      name: '"https" does not belong into enabledProtocols',
      verdict: 'act',
      meaning:
        'The list `enabledProtocols` of an application contains "https". It has to say "http", which covers https; the binding of the site and its certificate decide about TLS.',
      checks: ['`enabledProtocols` of the applications and of `applicationDefaults` in applicationHost.config.'],
      fix: 'Replace `https` by `http` in `enabledProtocols`; https itself is a binding of the site.',
      keys: [key(5181)],
      sources: [configuration],
      samples: [
        'Source: WAS\nEvent ID: 5181\nDescription:\nThe protocol \'HTTPS\' is not allowed in the property "enabledProtocols". If you wish to enable HTTPS, you must specify HTTP as the protocol.',
      ],
      notSamples: ["The value 'HTTPS' is not allowed in the property scheme."],
    },
  ],
});
