import { defineFamily, type EventType, type Source } from '../fact';

const PROVIDER = 'Service Control Manager';
const READ = '2026-11-21';

const manifest: Source = {
  document: 'Manifest of the provider Service Control Manager',
  says: 'The events, their numbers and the order of their insertions.',
  read: READ,
};
const winerror: Source = {
  document: 'Windows header file winerror.h',
  says: 'The numbers behind %% and their sentences.',
  read: READ,
};
const serviceEvents: Source = {
  document: 'TechNet: Basic Service Operations (events of the Service Control Manager)',
  says: 'What each event means and how the service, its account or its dependency is repaired.',
  read: READ,
};

/** The name of a service: no sentence ends in it, though a paste may have wrapped it. */
const SERVICE = String.raw`(?<service>[^\s](?:[^.\r\n]|\.(?=\S)|\r?\n[ \t>]{0,12}(?=[^\s>])){0,80}?)`;
/** The error behind the colon: an insertion such as %%1053, or its sentence; some pastes lack it. */
const ERROR = String.raw`(?::?\s+(?<error>%%-?\d{1,10}|[^\s%][^\r\n]{0,240}))?`;

const event = (eventId: number, parameters: string[], message: string, anchor: string): EventType => ({
  provider: PROVIDER,
  eventId,
  parameters,
  message: new RegExp(message, 'i'),
  anchor,
});

/** The error of this very record, in its sentence or in its event data. */
const withError = (number: number, sentence: string): RegExp =>
  new RegExp(
    String.raw`following\s+error:?\s+(?:%%${number}\b|${sentence})|<Data[^>]{0,40}>\s*(?:%%)?${number}\s*</Data>`,
    'i',
  );

const record = (eventId: number, text: string): string =>
  `Log Name: System\nSource: Service Control Manager\nEvent ID: ${eventId}\nLevel: Error\nDescription:\n${text}`;

/** Windows services that do not start, end, or change. Those of IIS have a family of their own. */
export default defineFamily({
  providers: [
    {
      name: PROVIDER,
      label: 'Service Control Manager',
      aliases: [
        ...['Microsoft-Windows-Service Control Manager', 'Service Control Manager Eventlog Provider'],
        // Windows NT 4 has the kind of the event behind the source.
        'Service Control Manager Error',
        // Windows never translates the name; articles do.
        ...['Dienststeuerungs-Manager', 'Gestionnaire de contrôle des services', 'Gestionnaire de contrôle de service'],
        ...['Administrador de control de servicios', 'Gestione controllo servizi', 'Gestor de Controlo de Serviços'],
        ...['Gerenciador de Controle de Serviços', 'Диспетчер управления службами', '服务控制管理器'],
        ...['サービス コントロール マネージャー', 'サービス コントロール マネージャ'],
      ],
    },
  ],
  eventTypes: [
    event(
      7000,
      ['service', 'error'],
      String.raw`The\s+${SERVICE}\s+service\s+failed\s+to\s+start\s+due\s+to\s+the\s+following\s+error${ERROR}`,
      'service failed to start due to the following error',
    ),
    event(
      7001,
      ['service', 'dependency', 'error'],
      String.raw`The\s+${SERVICE}\s+service\s+depends\s+on\s+the\s+(?<dependency>[^\s](?:[^.\r\n]|\.(?=\S)|\r?\n[ \t>]{0,12}(?=[^\s>])){0,80}?)\s+service\s+which\s+failed\s+to\s+start\s+because\s+of\s+the\s+following\s+error${ERROR}`,
      'service which failed to start because of the following error',
    ),
    event(
      7003,
      ['service', 'dependency'],
      String.raw`The\s+${SERVICE}\s+service\s+depends\s+(?:on\s+)?the\s+following\s+(?:nonexistent\s+)?service:?\s+(?<dependency>[^\s.](?:[^.\r\n]|\.(?=\S)){0,80})`,
      'depends on the following',
    ),
    event(
      7009,
      ['ms', 'service'],
      String.raw`(?:A\s+timeout\s+was\s+reached|Timeout)\s+\((?<ms>\d{1,9})\s+milliseconds\)\s+(?:while\s+)?waiting\s+for\s+the\s+${SERVICE}\s+service\s+to\s+connect`,
      'service to connect',
    ),
    event(
      7011,
      ['ms', 'service'],
      String.raw`(?:A\s+)?timeout\s+\((?<ms>\d{1,9})\s+milliseconds\)\s+(?:was\s+reached\s+while\s+)?waiting\s+for\s+a\s+transaction\s+response\s+from\s+the\s+${SERVICE}\s+service`,
      'a transaction response from the',
    ),
    event(7022, ['service'], String.raw`The\s+${SERVICE}\s+service\s+hung\s+on\s+starting`, 'service hung on starting'),
    event(
      7023,
      ['service', 'error'],
      String.raw`The\s+${SERVICE}\s+service\s+terminated\s+with\s+the\s+following\s+error${ERROR}`,
      'service terminated with the following error',
    ),
    event(
      7024,
      ['service', 'error'],
      String.raw`The\s+${SERVICE}\s+service\s+terminated\s+with\s+(?:the\s+following\s+)?service-specific\s+error${ERROR}`,
      'service-specific error',
    ),
    event(
      7031,
      ['service', 'count', 'ms', 'action', 'actionText'],
      String.raw`The\s+${SERVICE}\s+service\s+terminated\s+unexpectedly\.\s+It\s+has\s+done\s+this\s+(?<count>\d{1,9})\s+time\(s\)\.\s+The\s+following\s+corrective\s+action\s+will\s+be\s+taken\s+in\s+(?<ms>\d{1,12})\s+milliseconds:\s+(?<actionText>[^\r\n.]{1,80})`,
      'service terminated unexpectedly',
    ),
    event(
      7034,
      ['service', 'count'],
      String.raw`The\s+${SERVICE}\s+service\s+terminated\s+unexpectedly\.(?:\s+It\s+has\s+done\s+this\s+(?<count>\d{1,9})\s+time)?`,
      'service terminated unexpectedly',
    ),
    event(
      7035,
      ['service', 'control'],
      String.raw`The\s+${SERVICE}\s+service\s+was\s+successfully\s+sent\s+an?\s+(?<control>\w{1,20})\s+control`,
      'service was successfully sent',
    ),
    event(
      7036,
      ['service', 'state'],
      String.raw`The\s+${SERVICE}\s+service\s+entered\s+the\s+(?<state>\w{1,20})\s+state`,
      'service entered the',
    ),
    event(
      7041,
      ['service', 'account'],
      String.raw`The\s+${SERVICE}\s+service\s+was\s+unable\s+to\s+log\s+on\s+as\s+(?<account>\S{1,160})\s+with\s+the\s+currently\s+configured\s+password\s+due\s+to\s+the\s+following\s+error:\s+(?:%%1385|Logon\s+failure:\s+the\s+user\s+has\s+not\s+been\s+granted\s+the\s+requested\s+logon\s+type)`,
      'service was unable to log on as',
    ),
    event(
      7038,
      ['service', 'account', 'error'],
      String.raw`The\s+${SERVICE}\s+service\s+was\s+unable\s+to\s+log\s+on\s+as\s+(?<account>\S{1,160})\s+with\s+the\s+currently\s+configured\s+password\s+due\s+to\s+the\s+following\s+error${ERROR}`,
      'service was unable to log on as',
    ),
    event(
      7040,
      ['service', 'from', 'to', 'shortName'],
      String.raw`The\s+start\s+type\s+of\s+the\s+${SERVICE}\s+service\s+was\s+changed\s+from\s+(?<from>[^\s][^\r\n]{0,30}?)\s+to\s+(?<to>[^\s.][^\r\n.]{0,30})`,
      'the start type of the',
    ),
    event(
      7045,
      ['ServiceName', 'ImagePath', 'ServiceType', 'StartType', 'AccountName'],
      String.raw`A\s+service\s+was\s+installed\s+in\s+the\s+system\.(?:\s+Service\s+Name:\s+(?<ServiceName>[^\s][^\r\n]{0,119}?)\s+Service\s+File\s+Name:\s+(?<ImagePath>[^\s][^\r\n]{0,299}))?`,
      'a service was installed in the system',
    ),
  ],
  // Where several facts fit equally well the first one speaks.
  facts: [
    {
      id: 'scm-7000',
      name: 'A service did not start',
      verdict: 'look',
      meaning:
        'The service named could not be started; the error behind it says why. 2 and 3: file or path missing. 5: access denied. 1053: no answer in time. 1058: disabled. 1069: its account cannot log on.',
      checks: [
        'Does the web server need it? Its settings: `sc.exe qc <service>`; records of the service itself at that second.',
      ],
      fix: 'Follow the error: restore the file, correct the account, or repair what the service waits for.',
      doNot: ['Do not switch the service to LocalSystem to get it running.'],
      companions: [
        { provider: PROVIDER, eventId: 7009, says: 'It was started, but did not answer within the time: error 1053.' },
        {
          provider: PROVIDER,
          eventId: 7038,
          says: 'Its account could not log on: error 1069; the reason stands there.',
        },
        { provider: PROVIDER, eventId: 7041, says: 'Its account lost the right to log on as a service.' },
      ],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 7000 }],
      sources: [serviceEvents, winerror],
      samples: [
        record(
          7000,
          'The Report Agent service failed to start due to the following error:\nThe system cannot find the file specified.',
        ),
        'The Microsoft Exchange Active Directory Topology service failed to start due to the following error:\n\nThe system cannot find the path specified.',
        '<Event><System><Provider Name="Service Control Manager" EventSourceName="Service Control Manager"/><EventID Qualifiers="49152">7000</EventID></System><EventData><Data Name="param1">Report Agent</Data><Data Name="param2">%%2</Data></EventData></Event>',
      ],
      notSamples: ['The job failed to start due to the following error: 2'],
    },
    {
      id: 'scm-7000-timeout',
      name: 'A service did not answer in time at its start',
      verdict: 'look',
      meaning:
        'Error 1053: the process was started, but did not report to Windows within 30 seconds. It crashed at once, waits for something (certificate checks, network, database), or the computer was overloaded at boot.',
      checks: [
        'Does it start by hand now (`net start`)? Then boot was too busy. Does a crash (1000, 1026) stand beside it?',
      ],
      fix: 'Crash: repair it. Boot load: set the service to delayed start. .NET without internet: see why signature checks wait.',
      doNot: ['Do not raise `ServicesPipeTimeout` for the whole computer before you know what the service waits for.'],
      companions: [
        { provider: PROVIDER, eventId: 7009, says: 'The same timeout, with the number of milliseconds.' },
        {
          provider: '.NET Runtime',
          eventId: 1026,
          says: 'If it names the program of the service: it crashed, and this is why.',
        },
      ],
      keys: [
        {
          kind: 'event',
          provider: PROVIDER,
          eventId: 7000,
          context: withError(
            1053,
            String.raw`The\s+service\s+did\s+not\s+respond\s+to\s+the\s+start\s+or\s+control\s+request`,
          ),
        },
      ],
      sources: [winerror, serviceEvents],
      samples: [
        record(
          7000,
          'The Report Agent service failed to start due to the following error:\nThe service did not respond to the start or control request in a timely fashion.',
        ),
        'The Report Agent service failed to start due to the following error:\n%%1053',
        '<Event><System><Provider Name="Service Control Manager"/><EventID>7000</EventID></System><EventData><Data Name="param1">Report Agent</Data><Data Name="param2">%%1053</Data></EventData></Event>',
      ],
      notSamples: ['The Report Agent service failed to start due to the following error:\n%%2'],
    },
    {
      id: 'scm-7000-logon',
      name: 'A service did not start: logon failure',
      verdict: 'act',
      meaning:
        'Error 1069: the account of the service could not log on. Its password was changed elsewhere, the account is locked or expired, or it lost the right to log on as a service.',
      checks: ['The 7038 (password) or 7041 (right) of the same second: it names the account and the reason.'],
      fix: 'Enter the password again in `services.msc`, or give the right back; better a group managed service account.',
      doNot: [
        'Do not switch the service to LocalSystem.',
        'Do not try passwords: each try counts against the lock-out.',
      ],
      companions: [
        { provider: PROVIDER, eventId: 7038, says: 'Names the account and why its logon failed.' },
        { provider: PROVIDER, eventId: 7041, says: 'The account lost the right "Log on as a service".' },
      ],
      keys: [
        {
          kind: 'event',
          provider: PROVIDER,
          eventId: 7000,
          context: withError(1069, String.raw`The\s+service\s+did\s+not\s+start\s+due\s+to\s+a\s+logon\s+failure`),
        },
      ],
      sources: [winerror, serviceEvents],
      samples: [
        record(
          7000,
          'The Report Agent service failed to start due to the following error:\nThe service did not start due to a logon failure.',
        ),
      ],
      notSamples: ['The Report Agent service failed to start due to the following error:\n%%1053'],
    },
    {
      id: 'scm-7001',
      name: 'A service waits for another one that failed',
      verdict: 'look',
      meaning:
        'The first service named did not start because the second one, which it needs, had failed. Only the second one has to be repaired.',
      checks: ['The records of the second service: 7000, 7023 or its own. What depends on what: `sc.exe qc <service>`'],
      fix: 'Repair the second service, start it, then start the first.',
      doNot: ['Do not remove the dependency: the service would start and fail later.'],
      companions: [
        { provider: PROVIDER, eventId: 7000, says: 'Why the service below it did not start: that is the cause.' },
        { provider: PROVIDER, eventId: 7023, says: 'Why the service below it ended: that is the cause.' },
      ],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 7001 }],
      sources: [serviceEvents, manifest],
      samples: [
        record(
          7001,
          'The Print Helper service depends on the Print Spooler service which failed to start because of the following error:\nThe service cannot be started, either because it is disabled or because it has no enabled devices associated with it.',
        ),
        'The Print Helper service depends on the Print Spooler service which failed to start because of the following error: %%1058',
      ],
      notSamples: ['The shop depends on the payment service which failed.'],
    },
    {
      id: 'scm-7003',
      name: 'A service needs one that does not exist',
      verdict: 'act',
      meaning:
        'The service depends on another one that is not installed: a feature was removed, a product was uninstalled in part, or somebody wrote a wrong name into the dependencies.',
      checks: [
        '`sc.exe qc <service>`: which names stand under DEPENDENCIES, and which of them does `sc.exe query` not know?',
      ],
      fix: 'Install the missing feature or product again. Only a wrong name: write the full right list with `sc.exe config <service> depend=`.',
      doNot: ['Do not empty the list of dependencies: it replaces the whole list, and the start order is lost.'],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 7003 }],
      sources: [serviceEvents, manifest],
      samples: [
        record(
          7003,
          'The Report Agent service depends on the following service: MSSQL$OLD. This service might not be installed.',
        ),
        'The Report Agent service depends on the following nonexistent service: OldFilter',
      ],
      notSamples: ['The page depends on the following service: payment'],
    },
    {
      id: 'scm-7009',
      name: 'A service did not report in time',
      verdict: 'look',
      meaning:
        'The process of a service was started and did not report to Windows within the time in the text (30 seconds unless set). The 7000 beside it, with error 1053, is the same failure.',
      checks: [
        'At boot or at any time? Does the service start by hand, and does a crash (1000, 1026) stand beside it?',
      ],
      fix: 'Crash: repair it. Boot load: set the service to delayed start.',
      doNot: ['Do not raise `ServicesPipeTimeout` before you know what the service waits for.'],
      companions: [{ provider: PROVIDER, eventId: 7000, says: 'The same failure, with error 1053.' }],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 7009 }],
      sources: [serviceEvents, manifest],
      samples: [
        record(
          7009,
          'A timeout was reached (30000 milliseconds) while waiting for the Report Agent service to connect.',
        ),
        'Timeout (30000 milliseconds) waiting for the Report Agent service to connect.',
      ],
      notSamples: ['A timeout was reached while waiting for the service to connect to the database.'],
    },
    {
      id: 'scm-7011',
      name: 'A running service did not answer Windows',
      verdict: 'look',
      meaning:
        'A service that runs did not answer a command within the time in the text: it was busy, hanging, or the whole computer was short of memory or disk. One record under load is no matter.',
      checks: [
        'One service or many at that minute? Many: memory, disk, virtual machine paused. One: is it still hanging?',
      ],
      fix: 'Many: find what starved the computer. One that hangs: take a dump of its process, then restart that service.',
      doNot: ['Do not raise `ServicesPipeTimeout`: the service would hang longer before anybody notices.'],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 7011 }],
      sources: [serviceEvents, manifest],
      samples: [
        record(
          7011,
          'A timeout (30000 milliseconds) was reached while waiting for a transaction response from the Netman service.',
        ),
        'A timeout (30000 milliseconds) was reached while waiting for a transaction response from the ShellHWDetection service.',
      ],
      notSamples: ['We got no transaction response from the bank.'],
    },
    {
      id: 'scm-7022',
      name: 'A service hangs while it starts',
      verdict: 'look',
      meaning:
        'The service said that it is starting and then made no more progress. It waits: for a disk or share, a database, the network, or another service.',
      checks: [
        '`sc.exe queryex <service>`: START_PENDING, and does the check point move? What does it need that may be missing?',
      ],
      fix: 'Provide what it waits for. If it still hangs, take a dump of its process before you end it.',
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 7022 }],
      sources: [serviceEvents, manifest],
      samples: [
        record(7022, 'The Report Agent service hung on starting.'),
        'The Report Agent service hung on starting.',
      ],
      notSamples: ['The report hung on starting.'],
    },
    {
      id: 'scm-7023',
      name: 'A service ended with an error',
      verdict: 'look',
      meaning:
        'The service ended itself and gave the error behind the text. A number behind %% is a Win32 error, a large negative one an HRESULT.',
      checks: ['The error (hover over it), and the records of the service itself at the same second.'],
      fix: 'Repair what the error names, then start the service.',
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 7023 }],
      sources: [serviceEvents, winerror],
      samples: [
        record(
          7023,
          'The Report Agent service terminated with the following error:\nThe specified module could not be found.',
        ),
        'The Report Agent service terminated with the following error: %%126',
      ],
      notSamples: ['The report terminated with the following error: 126'],
    },
    {
      id: 'scm-7024',
      name: 'A service ended with an error of its own',
      verdict: 'look',
      meaning:
        'The service ended itself with a number that has its own meaning in that service. A large or negative number is often an HRESULT in decimal.',
      checks: [
        'The number (hover over it, or look it up in the manual of the product), and the records of the service itself.',
      ],
      fix: 'Repair what the records of the service name, then start it.',
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 7024 }],
      sources: [serviceEvents, manifest],
      samples: [
        record(
          7024,
          'The Report Agent service terminated with the following service-specific error:\nThe system cannot find the file specified.',
        ),
        'The Report Agent service terminated with service-specific error 2148081668 (0x80090004).',
      ],
      notSamples: ['It failed with a service-specific error.'],
    },
    {
      id: 'scm-7031',
      name: 'A service ended unexpectedly and is restarted',
      verdict: 'look',
      meaning:
        'The process of the service ended without being told to, and Windows does what its Recovery tab says. Either it crashed, or somebody ended the process.',
      checks: [
        'An Application Error 1000 of that second: which program and module? None: somebody or something ended it.',
      ],
      fix: 'Crash: repair or update what the 1000 names. Else find who ends the process.',
      companions: [
        {
          provider: 'Application Error',
          eventId: 1000,
          says: 'The crash of the process of this service: module and code stand there.',
        },
      ],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 7031 }],
      sources: [serviceEvents, manifest],
      samples: [
        record(
          7031,
          'The Report Agent service terminated unexpectedly.  It has done this 2 time(s).  The following corrective action will be taken in 60000 milliseconds: Restart the service.',
        ),
        'The Report Agent service terminated unexpectedly. It has done this 1 time(s). The following corrective action will be taken in 0 milliseconds: Run the configured recovery program.',
      ],
      notSamples: ['The Report Agent service terminated unexpectedly.  It has done this 1 time(s).'],
    },
    {
      id: 'scm-7034',
      name: 'A service ended unexpectedly',
      verdict: 'look',
      meaning:
        'The process of the service ended without being told to, and nothing is set to restart it. Either it crashed, or somebody ended the process.',
      checks: [
        'An Application Error 1000 of that second: which program and module? None: somebody or something ended it.',
      ],
      fix: 'Crash: repair or update what the 1000 names, then start the service; set a restart on its Recovery tab.',
      companions: [
        {
          provider: 'Application Error',
          eventId: 1000,
          says: 'The crash of the process of this service: module and code stand there.',
        },
      ],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 7034 }],
      sources: [serviceEvents, manifest],
      samples: [
        record(7034, 'The Report Agent service terminated unexpectedly.  It has done this 1 time(s).'),
        'The Report Agent service terminated unexpectedly.  It has done this 3 time(s).',
      ],
      notSamples: ['The service level agreement terminated unexpectedly.'],
    },
    {
      id: 'scm-7035',
      name: 'A service was told to start or stop',
      verdict: 'benign',
      meaning:
        'Windows Server 2003 and earlier note which account sent a command to a service. Useful for the question who restarted it; no sign of a fault.',
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 7035 }],
      sources: [manifest],
      samples: [
        record(7035, 'The Print Spooler service was successfully sent a start control.'),
        'The Print Spooler service was successfully sent a stop control.',
      ],
      notSamples: ['The mail was successfully sent.'],
    },
    {
      id: 'scm-7036',
      name: 'A service started or stopped',
      verdict: 'benign',
      verdictText: 'a timeline, no fault',
      meaning:
        'Windows notes each change to running or stopped. Around a restart these records show which services went down with it and which came back.',
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 7036 }],
      sources: [manifest],
      samples: [
        record(7036, 'The Windows Error Reporting Service service entered the running state.'),
        'The Print Spooler service entered the stopped state.',
      ],
      notSamples: ['The patient entered the critical state.'],
    },
    {
      id: 'scm-7038',
      name: 'The account of a service could not log on',
      verdict: 'act',
      meaning:
        'Windows tried to start the service under the account named and the logon failed, for the reason behind the text: wrong password, account locked, expired or disabled, or no domain controller.',
      checks: ['The reason in the text; was the password of that account changed lately, and where else is it used?'],
      fix: 'Enter the new password in `services.msc` (tab Log On); better a group managed service account.',
      doNot: [
        'Do not switch the service to LocalSystem or to an administrator.',
        'Do not put the password on a command line of `sc.exe config`: it stays in histories and logs.',
      ],
      companions: [
        { provider: PROVIDER, eventId: 7000, says: 'The consequence: the service did not start, error 1069.' },
      ],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 7038 }],
      sources: [serviceEvents, winerror],
      samples: [
        record(
          7038,
          'The ReportAgent service was unable to log on as CONTOSO\\svc-report with the currently configured password due to the following error:\nThe user name or password is incorrect.',
        ),
        'The ReportAgent service was unable to log on as CONTOSO\\svc-report with the currently configured password due to the following error:\nThe referenced account is currently locked out and may not be logged on to.',
      ],
      notSamples: ['The user was unable to log on as guest.'],
    },
    {
      id: 'scm-7041',
      name: 'A service account lacks "Log on as a service"',
      verdict: 'act',
      meaning:
        'Name and password are right, but the account may not log on as a service on this computer. Typically a group policy that sets this right replaced the list that a setup had written.',
      checks: [
        'Which policy sets it: `gpresult.exe /scope computer /v`, User Rights Assignment, "Log on as a service".',
      ],
      fix: 'Add the account in the policy that sets the right, run `gpupdate.exe`, start the service.',
      doNot: [
        'Do not add it only to the local policy: the group policy takes it away again.',
        'Do not make it an administrator.',
      ],
      companions: [
        { provider: PROVIDER, eventId: 7000, says: 'The consequence: the service did not start, error 1069.' },
      ],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 7041 }],
      sources: [serviceEvents, winerror],
      samples: [
        record(
          7041,
          'The ReportAgent service was unable to log on as CONTOSO\\svc-report with the currently configured password due to the following error:\nLogon failure: the user has not been granted the requested logon type at this computer.',
        ),
        'The ReportAgent service was unable to log on as CONTOSO\\svc-report with the currently configured password due to the following error: %%1385',
      ],
      notSamples: [
        'The ReportAgent service was unable to log on as CONTOSO\\svc-report with the currently configured password due to the following error:\nThe user name or password is incorrect.',
      ],
    },
    {
      id: 'scm-7040',
      name: 'The start type of a service was changed',
      verdict: 'benign',
      meaning:
        'Somebody or a program changed how a service is started. BITS and the installer do so to themselves all day. The record does not say who did it.',
      checks: ['Only for a service that you miss: from what to what, and which change or policy ran at that minute?'],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 7040 }],
      sources: [manifest],
      samples: [
        record(
          7040,
          'The start type of the Background Intelligent Transfer Service service was changed from auto start to demand start.',
        ),
        'The start type of the Background Intelligent Transfer Service service was changed from demand start to auto start.',
      ],
      notSamples: ['The start type of the race was changed.'],
    },
    {
      id: 'scm-7045',
      name: 'A service was installed',
      verdict: 'look',
      meaning:
        'A new service or driver. After a setup, an update or an agent roll-out it is expected; on a web server an unknown one deserves a question, because intruders settle in this way.',
      checks: [
        'Service file name and account in the text: a known product in its usual folder? Was something installed then?',
      ],
      fix: 'Unknown: `sc.exe qc <service>`, check the signature of its file and who was signed in at that minute.',
      doNot: ['Do not just delete it: keep file, time and account as evidence first.'],
      keys: [{ kind: 'event', provider: PROVIDER, eventId: 7045 }],
      sources: [manifest],
      samples: [
        record(
          7045,
          'A service was installed in the system.\n\nService Name:  Report Agent\nService File Name:  C:\\Program Files\\Contoso\\agent.exe\nService Type:  user mode service\nService Start Type:  auto start\nService Account:  LocalSystem',
        ),
        'A service was installed in the system.',
      ],
      notSamples: ['A service was installed on the system of the customer.'],
    },
  ],
});
