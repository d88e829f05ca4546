import { dataPattern, messagePattern } from '../eventPatterns';
import { defineFamily, type Companion, type Key, type NonEmpty, type Source } from '../fact';
import { keysOfBoth, W3SVC, WAS } from '../wasEvents';

const READ = '2026-11-21';
const availability: Source = {
  document: 'Microsoft Learn cc735151: IIS Application Pool Availability',
  says: 'The identity may have a wrong password or no batch logon right; once a right is granted the identity has to be set again before WAS tries anew.',
  read: READ,
};
const iis6Events: Source = {
  document: 'Microsoft Learn cc786887: WWW Service Events (IIS 6.0)',
  says: 'The same messages under the source W3SVC, with numbers 4000 lower.',
  read: READ,
};
const headers: Source = {
  document: 'Windows header file winerror.h',
  says: 'The value and the name of the code that the data of the event shows.',
  read: READ,
};
const identities: Source = {
  document: 'IIS documentation: application pool identities',
  says: 'A pool runs by default under its own virtual account, which has no password and needs no user right to be granted.',
  read: READ,
};

const APPCMD = '%windir%\\system32\\inetsrv\\appcmd.exe';
const LOCAL_SYSTEM =
  'Do not switch the pool to LocalSystem and do not add the account to Administrators: its password or right is what is wrong.';
const ONLY_RECYCLE = 'Do not only recycle, run iisreset or restart the server: the same logon fails again.';
const AS_A_SERVICE = 'Do not grant "Log on as a service" for it: worker processes log on as a batch job.';

/** Password and start, without the password on a command line. */
const passwordSteps: string[] = [
  'In an elevated PowerShell: `Import-Module WebAdministration` and `$c = Get-Credential DOMAIN\\user`',
  "`Set-ItemProperty 'IIS:\\AppPools\\the pool' -Name processModel -Value @{identityType='SpecificUser'; userName=$c.UserName; password=$c.GetNetworkCredential().Password}`",
  `Start the pool: \`${APPCMD} start apppool /apppool.name:"the pool"\`, ask for a page and see that no 5021 comes back.`,
  'The same account in other pools, tasks or servers needs the new password as well.',
];

/** The three events by which WAS tells that an identity cannot log on, under one condition. */
const identityKeys = (...codes: NonEmpty<number>): NonEmpty<Key> => {
  const condition = { context: dataPattern(...codes) };
  return [...keysOfBoth(5021, condition), ...keysOfBoth(5057, condition), ...keysOfBoth(5059, condition)];
};

const identityCompanions: NonEmpty<Companion> = [
  {
    provider: WAS,
    eventId: 5021,
    says: 'WAS warned first: the identity could not be logged on even before the first request came.',
  },
  {
    provider: WAS,
    eventId: 5057,
    says: 'The pool was stopped because its identity cannot log on; a pool stays stopped until somebody starts it.',
  },
  {
    provider: WAS,
    eventId: 5059,
    says: 'No worker process could be started with that identity, so the pool was stopped and its sites answer 503.',
  },
];

const sampleOf = (eventId: number, message: string, data: string): string =>
  `Log Name: System\nSource: Microsoft-Windows-WAS\nEvent ID: ${eventId}\nDescription:\n${message}\nThe data field contains the error number.\n${data}`;
const INVALID =
  'Application pool Shop has been disabled. Windows Process Activation Service (WAS) did not create a worker process to serve the application pool because the application pool identity is invalid.';
const NOT_STARTED =
  'Application pool Shop has been disabled. Windows Process Activation Service (WAS) encountered a failure when it started a worker process to serve the application pool.';
const xmlOf = (eventId: number, binary: string): string =>
  `<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><System><Provider Name="Microsoft-Windows-WAS" EventSourceName="WAS"/><EventID Qualifiers="49152">${eventId}</EventID></System><EventData><Data Name="AppPoolID">Shop</Data><Binary>${binary}</Binary></EventData></Event>`;

/** WAS: pools whose identity cannot log on. */
export default defineFamily({
  eventTypes: [
    {
      provider: WAS,
      eventId: 5021,
      parameters: ['AppPoolID'],
      message: messagePattern('The identity of application pool <AppPoolID> is invalid.'),
      anchor: 'the identity of application pool',
    },
    {
      provider: WAS,
      eventId: 5057,
      parameters: ['AppPoolID'],
      message: messagePattern(
        'Application pool <AppPoolID> has been disabled. Windows Process Activation Service[ (WAS)|] [did not|could not] create a worker process to serve the application pool because the application pool identity is invalid',
      ),
      anchor: 'because the application pool identity',
    },
    {
      provider: WAS,
      eventId: 5059,
      parameters: ['AppPoolID'],
      message: messagePattern(
        'Application pool <AppPoolID> has been disabled. Windows Process Activation Service[ (WAS)|] encountered a failure when it started a worker process',
      ),
      anchor: 'encountered a failure when it started',
    },
    {
      provider: W3SVC,
      eventId: 1021,
      parameters: ['AppPoolID'],
      message: messagePattern('The identity of application pool, <AppPoolID> is invalid.'),
      anchor: 'the identity of application pool',
    },
    {
      provider: W3SVC,
      eventId: 1057,
      parameters: ['AppPoolID'],
      message: messagePattern('The identity of application pool <AppPoolID> is invalid, so the'),
      anchor: 'the identity of application pool',
    },
    {
      provider: W3SVC,
      eventId: 1059,
      parameters: ['AppPoolID'],
      message: messagePattern(
        'A failure was encountered while launching the process serving application pool <AppPoolID>. The application pool has been disabled',
      ),
      anchor: 'while launching the process serving',
    },
  ],
  facts: [
    {
      id: 'was-5021',
      name: 'The identity of a pool cannot log on',
      verdict: 'act',
      meaning:
        'The account under which the pool runs could not be logged on: wrong or expired password, locked account, or no right "Log on as a batch job". Still a warning: with the first request the pool is stopped (5057).',
      causes: [
        'The password was changed in the directory, not in the pool',
        'The account is locked, disabled or expired',
        'A policy took the right "Log on as a batch job" from IIS_IUSRS or from the account',
        'No domain controller could be reached, for example early after a boot',
      ],
      checks: [
        'The data word: 2E050780 wrong password, 69050780 no batch right, 75070780 locked out, 32050780 password expired.',
        'The Security log: 4625 of that second has account and reason.',
      ],
      fix: 'Correct the account, then enter the identity again in the pool (only then WAS tries anew) and start the pool.',
      steps: passwordSteps,
      doNot: [LOCAL_SYSTEM, ONLY_RECYCLE, AS_A_SERVICE],
      more: [
        'Better for the long run: ApplicationPoolIdentity, or a group managed service account (`DOMAIN\\account$`, empty password). Neither has a password that somebody can forget to change.',
        'One circulating article shows this text with the number 5051. 5051 is something else: a pool without a name.',
      ],
      keys: keysOfBoth(5021),
      companions: [
        {
          provider: WAS,
          eventId: 5057,
          says: 'The first request came before it was corrected: the pool is stopped now and has to be started afterwards.',
        },
        {
          provider: WAS,
          eventId: 5059,
          says: 'The start of a worker process failed for the same reason; correct the identity, then start the pool.',
        },
      ],
      sources: [availability, iis6Events],
      samples: [
        'Log Name: System\nSource: Microsoft-Windows-WAS\nEvent ID: 5021\nDescription:\nThe identity of application pool Central\nAdministration v4 is invalid. The user name or password that is specified for\nthe identity may be incorrect, or the user may not have batch logon rights.',
        "Event Source: W3SVC\nEvent ID: 1021\nDescription:\nThe identity of application pool, 'Shop' is invalid. If it remains invalid when the first request for the application pool is processed, the application pool will be disabled.",
        'We got "The identity of application pool Shop is invalid. The user name or password that is specified for the identity may be incorrect".',
      ],
      notSamples: [
        'Source: MsiInstaller\nEvent ID: 1021\nDescription:\nProduct update.',
        'Assigning the identity of application pools is described in chapter 3.',
        sampleOf(5021, 'The identity of application pool Shop is invalid.', '0000: 2E 05 07 80'),
      ],
    },
    {
      id: 'was-5057',
      name: 'Pool stopped: its identity cannot log on',
      verdict: 'act',
      verdictText: 'its sites answer 503',
      meaning:
        'A request came, but the identity of the pool could not be logged on, so WAS created no worker process and stopped the pool. It stays stopped, also after the account is right again, until somebody starts it.',
      checks: [
        'The data word: 2E050780 wrong password, 69050780 no batch right, 75070780 locked out, 32050780 password expired.',
        'The Security log: 4625 of that second has account and reason.',
      ],
      fix: 'Correct password or right, enter the identity again in the pool, then start the pool.',
      steps: passwordSteps,
      doNot: [LOCAL_SYSTEM, ONLY_RECYCLE, AS_A_SERVICE],
      keys: keysOfBoth(5057),
      companions: [
        {
          provider: WAS,
          eventId: 5021,
          says: 'WAS warned of the identity before; both come from the same logon that fails.',
        },
        {
          provider: WAS,
          eventId: 5059,
          says: 'The pair 5059 and 5057 means: no worker process, because the identity cannot log on. Correct the identity, not the server.',
        },
      ],
      sources: [availability, iis6Events],
      samples: [
        '* `Warning` - Event ID 5057\n\n```text\nApplication pool Shop has been disabled. Windows Process Activation Service (WAS) did not create a worker process to serve the application pool because the application pool identity is invalid.\n```',
        "Source: WAS\nEvent ID: 5057\nDescription:\napplication pool 'Web shop' has been disabled. Windows Process Activation Service (WAS) did not create a\nworker process to serve the application pool because the application pool identity is invalid.",
        "Event Source: W3SVC\nEvent ID: 1057\nDescription:\nThe identity of application pool 'Shop' is invalid, so the World Wide Web Publishing Service can not create a worker process to serve the application pool. Therefore, the application pool has been disabled.",
      ],
      notSamples: [
        'Source: AD FS\nEvent ID: 5057\nDescription:\nThe identity is invalid.',
        NOT_STARTED,
        xmlOf(5057, '69050780'),
      ],
    },
    {
      id: 'was-5059',
      name: 'Pool stopped: no worker process could be started',
      verdict: 'act',
      verdictText: 'its sites answer 503',
      meaning:
        'WAS failed to start a worker process and stopped the pool. Most often its identity cannot log on; 5021 and 5057 then stand beside it. Else its password cannot be decrypted, memory is used up, or a module keeps the process from starting.',
      checks: [
        'The data word, and 5021 or 5057 beside it (identity); W3SVC-WP 2280 or 2282 in the Application log (module).',
        'Was applicationHost.config copied from another machine? Then the data is 16000980 or 05000980: the password cannot be decrypted.',
      ],
      fix: 'Correct what the data and the neighbours name, mostly the identity, then start the pool.',
      steps: passwordSteps,
      doNot: [LOCAL_SYSTEM, ONLY_RECYCLE, 'Do not reinstall IIS for it.'],
      keys: keysOfBoth(5059),
      companions: [
        {
          provider: WAS,
          eventId: 5057,
          says: 'The pair 5059 and 5057 means: no worker process, because the identity cannot log on. Correct the identity, not the server.',
        },
        {
          provider: WAS,
          eventId: 5021,
          says: 'WAS warned of the identity before; both come from the same logon that fails.',
        },
        {
          provider: 'Microsoft-Windows-IIS-W3SVC-WP',
          eventId: 2280,
          says: 'A module that cannot be loaded keeps the process from starting; the identity may be innocent.',
        },
        {
          provider: 'Microsoft-Windows-IIS-W3SVC-WP',
          eventId: 2282,
          says: 'A module of the wrong bitness keeps the process from starting; the identity may be innocent.',
        },
      ],
      sources: [availability, iis6Events],
      samples: [
        `Log Name: System\nSource: Microsoft-Windows-WAS\nEvent ID: 5059\nDescription:\n${NOT_STARTED}`,
        NOT_STARTED,
        "Event Source: W3SVC\nEvent ID: 1059\nDescription:\nA failure was encountered while launching the process\nserving application pool 'AppPool #1'. The application pool has been\ndisabled.",
      ],
      notSamples: [
        'Source: Backup\nEvent ID: 5059\nDescription:\nThe job has been disabled.',
        INVALID,
        xmlOf(5059, '2E050780'),
      ],
    },
    {
      id: 'pool-identity-wrong-password',
      name: 'Pool identity: wrong user name or password (2E050780)',
      verdict: 'act',
      meaning:
        'The data is 0x8007052E, Win32 1326: Windows refused user name and password of the pool identity. Mostly the password was changed in the directory but not in the pool; a misspelt or deleted account gives the same code.',
      checks: [
        'When was the password of that account changed, and where else is it stored: other pools, servers, tasks?',
      ],
      fix: 'Enter the present password in the identity of the pool and start the pool. Better: a group managed service account.',
      steps: passwordSteps,
      doNot: [
        LOCAL_SYSTEM,
        'Do not try passwords on the live pool: each try counts against the lock-out of the account.',
        ONLY_RECYCLE,
      ],
      keys: identityKeys(0x8007052e),
      companions: identityCompanions,
      sources: [headers, availability],
      samples: [
        xmlOf(5059, '2E050780'),
        sampleOf(5057, INVALID, '0000: 2E 05 07 80'),
        "Event Source: W3SVC\nEvent ID: 1021\nDescription:\nThe identity of application pool, 'Shop' is invalid. The data field contains the error number.\nData:\n0000: 2e 05 07 80",
        'Event ID: 5021\nSource: WAS\nDescription:\nThe identity of application pool Shop is invalid.\nIn Words\n0000: 8007052E',
      ],
      notSamples: [xmlOf(5059, '69050780'), xmlOf(5011, '2E050780')],
    },
    {
      id: 'pool-identity-no-batch-logon',
      name: 'Pool identity: may not log on as a batch job (69050780)',
      verdict: 'act',
      meaning:
        'The data is 0x80070569, Win32 1385: the password is right, but the account has no right "Log on as a batch job", or is denied it. Mostly a group policy defines that right and leaves out IIS_IUSRS.',
      checks: [
        'Who has the right? `secpol.msc` > Local Policies > User Rights Assignment; `gpresult.exe /h report.html` names the policy.',
        'Is the account, or a group of it, under "Deny log on as a batch job"?',
      ],
      fix: 'Grant "Log on as a batch job" to IIS_IUSRS or the account, in the policy that sets it; then set the identity of the pool again and start it.',
      steps: [
        'Find the policy that defines "Log on as a batch job" and add IIS_IUSRS or the account to it; a local grant is overwritten at the next refresh.',
        '`gpupdate.exe /force`, then see that the account is listed in `secpol.msc`.',
        'Enter the identity again in the pool, with its password: WAS tries a logon anew only after that.',
        `Start the pool: \`${APPCMD} start apppool /apppool.name:"the pool"\``,
      ],
      doNot: [AS_A_SERVICE, LOCAL_SYSTEM, 'Do not change the password: it is right.'],
      keys: identityKeys(0x80070569),
      companions: identityCompanions,
      sources: [availability, headers],
      samples: [
        "Event Type: Warning\nEvent Source: W3SVC\nEvent ID: 1021\nDescription:\nThe identity of application pool, 'Shop' is invalid. If it remains invalid when the first request for the application pool is processed, the application pool will be disabled.\nData:\n69 05 07 80",
        xmlOf(5057, '69050780'),
      ],
      notSamples: [xmlOf(5057, '2E050780')],
    },
    {
      id: 'pool-identity-locked-out',
      name: 'Pool identity: the account is locked out (75070780)',
      verdict: 'act',
      meaning:
        'The data is 0x80070775, Win32 1909: too many logons with a wrong password locked the account. Something still uses the old password: another pool, server, task or mapped drive.',
      checks: [
        'Where do the wrong logons come from? Security 4740 on the domain controller (PDC) names the computer, 4625 there the process.',
      ],
      fix: 'Correct the password at every place that uses the account, then unlock it and start the pool.',
      doNot: [
        'Do not unlock it again and again, nor lift the lock-out policy: the wrong password locks it anew.',
        LOCAL_SYSTEM,
      ],
      keys: identityKeys(0x80070775),
      companions: identityCompanions,
      sources: [headers, availability],
      samples: [xmlOf(5021, '75070780'), sampleOf(5059, NOT_STARTED, 'In Words\n0000: 80070775')],
      notSamples: [xmlOf(5021, '76070780')],
    },
    {
      id: 'pool-identity-password-expired',
      name: 'Pool identity: the password has expired (32050780)',
      verdict: 'act',
      meaning:
        'The data is 0x80070532 (password expired) or 0x80070773 (must be changed at the next logon). A service cannot change its password, so the pool cannot start.',
      checks: [
        '`net.exe user the-account /domain`: when does the password expire, must it be changed at the next logon?',
      ],
      fix: 'Set a new password for the account and in every pool that uses it, then start them. Better: a group managed service account.',
      steps: passwordSteps,
      doNot: [LOCAL_SYSTEM, ONLY_RECYCLE],
      keys: identityKeys(0x80070532, 0x80070773),
      companions: identityCompanions,
      sources: [headers, availability],
      samples: [
        xmlOf(5057, '32050780'),
        sampleOf(5021, 'The identity of application pool Shop is invalid.', '0000: 73 07 07 80'),
      ],
      notSamples: [xmlOf(5057, '33050780')],
    },
    {
      id: 'pool-identity-disabled',
      name: 'Pool identity: the account is disabled or expired',
      verdict: 'act',
      meaning:
        'The data is 0x80070533 (account disabled) or 0x80070701 (account expired): the directory refuses any logon of this account, whatever the password.',
      checks: [
        'Who disabled it and why? Often a clean-up of accounts that "nobody uses", because nobody logs on with them.',
      ],
      fix: 'Enable the account or lift its end date if it is meant to live; else give the pool another identity. Then start the pool.',
      doNot: [LOCAL_SYSTEM, 'Do not use the account of a person instead.'],
      keys: identityKeys(0x80070533, 0x80070701),
      companions: identityCompanions,
      sources: [headers, identities],
      samples: [xmlOf(5057, '33050780'), xmlOf(5021, '01070780')],
      notSamples: [xmlOf(5057, '32050780')],
    },
    {
      id: 'pool-identity-no-domain-controller',
      name: 'Pool identity: no domain controller answered',
      verdict: 'act',
      meaning:
        'The data is 0x8007051F, Win32 1311: no domain controller could be reached to check the account. Typical early after a boot, when the network is not there yet, or behind a new firewall.',
      checks: ['`nltest.exe /dsgetdc:the.domain` on the server; does it come only in the first minute after a boot?'],
      fix: 'Start the pool once the domain answers. If it comes at every boot, set W3SVC to Automatic (Delayed Start).',
      doNot: ['Do not change password or identity: nothing was wrong with them, nobody could be asked.'],
      keys: identityKeys(0x8007051f),
      companions: identityCompanions,
      sources: [headers, availability],
      samples: [xmlOf(5021, '1F050780')],
      notSamples: [xmlOf(5021, '2E050780')],
    },
    {
      id: 'pool-identity-undecryptable',
      name: 'Pool identity: its stored password cannot be decrypted',
      verdict: 'act',
      meaning:
        'The data is 0x80090016 (key set does not exist) or 0x80090005 (bad data): the password in applicationHost.config was encrypted with keys that this machine does not have or may not read, mostly because the file comes from elsewhere.',
      checks: [
        'Was applicationHost.config copied from another server, or the machine cloned, restored or its MachineKeys changed?',
      ],
      fix: 'Enter the password again in the pool on this machine, or restore its own applicationHost.config from `inetpub\\history`.',
      steps: passwordSteps,
      doNot: [
        'Do not recreate the key containers or copy MachineKeys: every stored password would become unreadable.',
        'Do not grant Everyone rights on MachineKeys.',
      ],
      keys: identityKeys(0x80090016, 0x80090005),
      sources: [
        {
          document: 'Microsoft Support, KB 977754: 0x80090016 when the identity of an application pool is changed',
          says: 'The key container of IIS is missing or its permissions are wrong.',
          read: READ,
        },
        availability,
      ],
      samples: [xmlOf(5059, '16000980'), sampleOf(5057, INVALID, '0000: 05 00 09 80')],
      notSamples: [xmlOf(5059, '16000780')],
    },
  ],
});
