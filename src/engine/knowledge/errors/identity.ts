import { headers, ntstatus, win32 } from '../codeKeys';
import { defineFamily, type Fact, type Source } from '../fact';

const READ = '2026-11-21';
const poolIdentity: Source = {
  document: 'Microsoft Learn, IIS troubleshooting: application pool availability (events 5021, 5057, 5059)',
  says: 'The data of these events is the code of the failed logon; the pool is disabled when it is still so at the first request.',
  read: READ,
};
const audit: Source = {
  document: 'Microsoft Learn: security event 4625, an account failed to log on',
  says: 'Status and Sub Status name the reason of the failed logon.',
  read: READ,
};
const loopback: Source = {
  document: 'Microsoft Support, KB 896861: error 401.1 with Integrated Authentication on the server itself',
  url: 'https://mskb.pkisolutions.com/kb/896861',
  says: 'Windows refuses NTLM to the own machine under another name; listing the names in BackConnectionHostNames is the safe cure.',
  read: '2026-11-24',
};

const passwordSteps = [
  'Which account: `%windir%\\system32\\inetsrv\\appcmd.exe list apppool "POOL" /text:processModel.userName`',
  'Enter the password anew in IIS Manager > Application Pools > Advanced Settings > Identity, so that it stays out of any command history.',
  'Start the pool: `%windir%\\system32\\inetsrv\\appcmd.exe start apppool /apppool.name:"POOL"`',
  'For the future: a group managed service account (`DOMAIN\\name$`, no password), or the ApplicationPoolIdentity.',
];

/** Accounts that cannot log on, as a pool, a share, a service or the security log tells it. */
const facts: Fact[] = [
  {
    id: 'code-no-logon-servers',
    name: '0x8007051F / 0xC000005E: no domain controller answers',
    verdict: 'act',
    meaning:
      'Win32 1311. The account of a pool or share belongs to a domain, and no domain controller could be reached to check it. At boot it often means that the network came up after the pool was started.',
    checks: ['`nltest.exe /dsgetdc:DOMAIN` on the server. Only at boot, or lasting? DNS servers, firewall, site?'],
    fix: 'Restore name resolution and reach of the domain controllers, then start the pool again.',
    doNot: ['Do not change the password: nobody has checked it yet.'],
    keys: [...win32(1311, 'ERROR_NO_LOGON_SERVERS'), ntstatus(0xc000005e, 'STATUS_NO_LOGON_SERVERS')],
    sources: [poolIdentity, headers],
    samples: ['<Binary>1F050780</Binary>', '0xC000005E', 'error 1311'],
    notSamples: ['0x8007051E', '0xC000005D'],
  },
  {
    id: 'code-account-restriction',
    name: '0x8007052F / 0xC000006E: a restriction of the account',
    verdict: 'act',
    meaning:
      'Win32 1327. Name and password may be right, but a rule forbids this logon: an empty password, which is never good for a network logon, hours, workstations, or a policy such as Protected Users.',
    checks: [
      'Sub Status of the 4625 in the Security log; in the account: log-on hours, "Log On To", group Protected Users.',
    ],
    fix: 'Lift the restriction for this account, or use another account for the pool or the share. Give it a real password.',
    doNot: ['Do not set IWAM or pool accounts to an empty password: that is what causes it.'],
    keys: [...win32(1327, 'ERROR_ACCOUNT_RESTRICTION'), ntstatus(0xc000006e, 'STATUS_ACCOUNT_RESTRICTION')],
    sources: [audit, headers],
    samples: ['System error 1327 has occurred.', 'Sub Status: 0xC000006E', '0x8007052F'],
    notSamples: ['0xC000006B'],
  },
  {
    id: 'code-password-expired',
    name: '0x80070532 / 0xC0000071: the password has expired',
    verdict: 'act',
    meaning:
      'Win32 1330; 0x80070773 and 0xC0000224 say that it must be changed at the next logon. The account of a pool, share or service cannot log on, and no program can answer the question for a new password.',
    checks: ['`net.exe user NAME /domain`: when does the password expire? Which other servers use the account?'],
    fix: 'Set a new password and enter it in every pool, share and service that uses the account; better a group managed service account.',
    steps: passwordSteps,
    doNot: ["Do not exempt a person's account from expiry to run a pool: give the pool an account of its own."],
    keys: [
      ...win32(1330, 'ERROR_PASSWORD_EXPIRED'),
      ...win32(1907, 'ERROR_PASSWORD_MUST_CHANGE'),
      ntstatus(0xc0000071, 'STATUS_PASSWORD_EXPIRED'),
      ntstatus(0xc0000224, 'STATUS_PASSWORD_MUST_CHANGE'),
    ],
    sources: [poolIdentity, audit, headers],
    samples: ['<Binary>32050780</Binary>', 'Sub Status:\t0xC0000071', 'error 1907', '0xC0000224'],
    notSamples: ['0xC0000070', '1330 users'],
  },
  {
    id: 'code-account-disabled',
    name: '0x80070533 / 0xC0000072: the account is disabled',
    verdict: 'act',
    meaning:
      'Win32 1331. Somebody, or a clean-up of unused accounts, disabled the account that a pool, a share or a service logs on with. Name and password are right.',
    checks: ['`net.exe user NAME /domain`: Account active. Who disabled it (security event 4725), and why?'],
    fix: 'Have it enabled by its owner, then start the pool again; or give the pool another identity.',
    doNot: ['Do not enable it before you know that it was not disabled for a security reason.'],
    keys: [...win32(1331, 'ERROR_ACCOUNT_DISABLED'), ntstatus(0xc0000072, 'STATUS_ACCOUNT_DISABLED')],
    sources: [poolIdentity, audit, headers],
    samples: ['<Binary>33050780</Binary>', '0xc0000072', 'error 1331'],
    notSamples: ['0xC0000073'],
  },
  {
    id: 'code-none-mapped',
    name: '0x80070534: no account of that name here',
    verdict: 'act',
    meaning:
      'Win32 1332. A name could not be turned into a SID. For `IIS AppPool\\NAME`: the pool is misspelt, not created yet, or on another server. Every pool has its account only on the machine where the pool is.',
    checks: ['Does `%windir%\\system32\\inetsrv\\appcmd.exe list apppool` on this server show exactly that name?'],
    fix: 'Create the pool first, then grant: `icacls.exe PATH /grant "IIS AppPool\\NAME:(OI)(CI)RX"`. On a share grant the machine account.',
    doNot: ['Do not fall back to Everyone because the name does not resolve.'],
    keys: win32(1332, 'ERROR_NONE_MAPPED'),
    sources: [
      {
        document: 'Microsoft Learn, iis-docs: understanding identities in IIS, application pool identities',
        says: 'The account of a pool is virtual, exists with the pool on its machine, and is written IIS AppPool\\name.',
        read: READ,
      },
      headers,
    ],
    samples: ['0x80070534', 'No mapping between account names and security IDs was done. (1332)', '2147943732'],
    notSamples: ['0x80070535'],
  },
  {
    id: 'code-password-restriction',
    name: '0x8007052D: the new password breaks the policy',
    verdict: 'act',
    meaning:
      'Win32 1325. A password could not be set, because it is too short, too simple, too young or used before. The old one is still in force.',
    checks: ['`net.exe accounts /domain`: length, age and history that the domain asks for.'],
    fix: 'Choose a longer random password, and only then enter it in the pools and services.',
    doNot: ['Do not weaken the password policy for one service account.'],
    keys: win32(1325, 'ERROR_PASSWORD_RESTRICTION'),
    sources: [headers],
    samples: ['0x8007052D', 'error 1325'],
    notSamples: ['0x8007052C'],
  },
  {
    id: 'code-logon-type-not-granted',
    name: '0x80070569 / 0xC000015B: this kind of logon is not allowed',
    verdict: 'act',
    meaning:
      'Win32 1385. The password is right, but the account lacks the right for this kind of logon. A pool needs "Log on as a batch job", a user of Basic authentication the right to log on over the network or locally.',
    checks: [
      '`secedit.exe /export /cfg rights.inf`: does SeBatchLogonRight hold `*S-1-5-32-568` (IIS_IUSRS)? Does a group policy redefine it?',
    ],
    fix: 'Give IIS_IUSRS or the account "Log on as a batch job" in the policy that sets it, run gpupdate, enter the identity of the pool anew, start it.',
    steps: [
      'Group policy that defines "Log on as a batch job" replaces the local list: add IIS_IUSRS (or the account) there.',
      'Look at "Deny log on as a batch job" too: it wins.',
      'Run `gpupdate.exe /force` on the server.',
      'Set the identity of the pool once more, so that WAS tries again, and start the pool.',
    ],
    doNot: ['"Log on as a service" is not the right for pools; and do not make the account an administrator.'],
    keys: [...win32(1385, 'ERROR_LOGON_TYPE_NOT_GRANTED'), ntstatus(0xc000015b, 'STATUS_LOGON_TYPE_NOT_GRANTED')],
    sources: [poolIdentity, audit, headers],
    samples: ['<Binary>69050780</Binary>', 'Data:\n0000: 69 05 07 80', 'Status: 0xC000015B', 'sc-win32-status 1385'],
    notSamples: ['0x80070568', '1385 users'],
  },
  {
    id: 'code-account-expired',
    name: '0x80070701 / 0xC0000193: the account has expired',
    verdict: 'act',
    meaning:
      'Win32 1793. The account itself, not its password, has an end date, and that has passed. Everything that logs on with it fails since that day.',
    checks: ['`net.exe user NAME /domain`: Account expires.'],
    fix: 'Have the end date moved by the owner of the account, or give the pool or service another identity.',
    keys: [...win32(1793, 'ERROR_ACCOUNT_EXPIRED'), ntstatus(0xc0000193, 'STATUS_ACCOUNT_EXPIRED')],
    sources: [audit, headers],
    samples: ['0x80070701', 'Sub Status: 0xC0000193', 'error 1793'],
    notSamples: ['<Data Name="AccountExpires">%%1793</Data>', '0xC0000194'],
  },
  {
    id: 'code-account-locked-out',
    name: '0x80070775 / 0xC0000234: the account is locked out',
    verdict: 'act',
    meaning:
      'Win32 1909. Too many tries with a wrong password locked the account. Often the pool or a service does it by itself, with an old password that is still stored on some server.',
    checks: ['Security event 4740 on the domain controller names the computer that sent the wrong passwords.'],
    fix: 'Correct the old password on that computer first, then unlock the account, then start the pool.',
    steps: passwordSteps,
    doNot: ['Do not unlock it before the source is found: it is locked again within minutes.'],
    keys: [...win32(1909, 'ERROR_ACCOUNT_LOCKED_OUT'), ntstatus(0xc0000234, 'STATUS_ACCOUNT_LOCKED_OUT')],
    sources: [poolIdentity, audit, headers],
    samples: ['<Binary>75070780</Binary>', 'Sub Status:\t\t0xC0000234', 'error 1909', 'sc-win32-status: 1909'],
    notSamples: ['Windows 10 1909', '0xC0000235'],
  },
  {
    id: 'code-trust-failed',
    name: '0x800706FD / 0xC000018D: no trust with the domain',
    verdict: 'act',
    meaning:
      'Win32 1789. The password of the computer itself no longer agrees with the domain, after a restored snapshot, a clone or a reset account. Domain accounts of pools and all Windows logons to sites fail.',
    checks: ['`nltest.exe /sc_verify:DOMAIN` on the server. Was the machine restored, cloned or renamed lately?'],
    fix: 'Repair the channel: `Test-ComputerSecureChannel -Repair -Credential DOMAIN\\admin` in Windows PowerShell, then start the pools.',
    doNot: ['Do not leave and rejoin the domain first: rights and groups of the computer account may be lost.'],
    keys: [
      ...win32(1789, 'ERROR_TRUSTED_RELATIONSHIP_FAILURE'),
      ntstatus(0xc000018d, 'STATUS_TRUSTED_RELATIONSHIP_FAILURE'),
    ],
    sources: [audit, headers],
    samples: ['0x800706FD', 'error 1789', '0xC000018D'],
    notSamples: ['0x800706FE'],
  },
  {
    id: 'code-no-such-domain',
    name: '0x8007054B: the domain is unknown or not reachable',
    verdict: 'act',
    meaning:
      'Win32 1355. The domain of an account could not be found: its name is wrong, or no domain controller of it answers. In a 500.19 it concerns the credentials of a share with content or configuration.',
    checks: ['`nltest.exe /dsgetdc:DOMAIN`; is the domain in the user name spelled as that command shows it?'],
    fix: 'Correct the domain in the user name, or restore DNS and the way to the domain controllers.',
    doNot: ['Do not write the name into the hosts file.'],
    keys: win32(1355, 'ERROR_NO_SUCH_DOMAIN'),
    sources: [headers],
    samples: ['0x8007054B', 'System error 1355'],
    notSamples: ['0x8007054C'],
  },
  {
    id: 'code-session-credential-conflict',
    name: '0x800704C3: two accounts for one file server',
    verdict: 'act',
    meaning:
      'Win32 1219. A logon session has a connection to that server under one user name and asks for a second under another. Windows allows one account per server and session.',
    checks: [
      '`net.exe use` in that session; do two virtual directories of a pool use different accounts for one server?',
    ],
    fix: 'Use one account for all shares of that server, or put the applications into pools of their own.',
    doNot: ['Do not map drives for IIS: they do not exist in the session of a service.'],
    keys: win32(1219, 'ERROR_SESSION_CREDENTIAL_CONFLICT'),
    sources: [headers],
    samples: ['System error 1219 has occurred.', '0x800704C3'],
    notSamples: ['0x800704C4'],
  },
  {
    id: 'code-privilege-not-held',
    name: '0x80070522 / 0xC0000061: a privilege is missing',
    verdict: 'act',
    meaning:
      'Win32 1314. With 403.19 from CGI or FastCGI: the identity of the pool may not start a process as somebody else. Elsewhere: the prompt is not elevated, or the account lacks a user right.',
    checks: [
      'Identity of the pool: has it "Replace a process level token" and "Adjust memory quotas for a process" (secpol)?',
    ],
    fix: 'Give the identity those two rights, or run FastCGI without impersonation (`fastcgi.impersonate = 0` in php.ini).',
    doNot: ['Do not run the pool as LocalSystem because it has all privileges.'],
    keys: [...win32(1314, 'ERROR_PRIVILEGE_NOT_HELD'), ntstatus(0xc0000061, 'STATUS_PRIVILEGE_NOT_HELD')],
    sources: [
      {
        document: 'Microsoft Learn: the HTTP status codes in IIS, 403.19',
        says: 'The configured user of the pool lacks the privileges to run a CGI program.',
        read: READ,
      },
      headers,
    ],
    samples: ['0x80070522', 'error 1314: A required privilege is not held by the client', '0xC0000061'],
    notSamples: ['0x80070521'],
  },
  {
    id: 'code-invalid-security-descriptor',
    name: '0x8007053A: the permissions are no valid descriptor',
    verdict: 'act',
    meaning:
      'Win32 1338; 0x80070538 for the list, 0x80070539 for a SID in it. Somebody wrote permissions by hand: a binary `LaunchPermission`, or the SDDL of a URL reservation or an event log.',
    checks: ['What was written last, and by which script? DCOM 10020 to 10023 name the value that COM refuses.'],
    fix: 'Put the former value back, then set the permission in dcomcnfg or with `netsh http add urlacl url=… user=…`.',
    doNot: ['Do not copy binary permissions from another machine: the SIDs in them are of that machine.'],
    keys: [
      ...win32(1338, 'ERROR_INVALID_SECURITY_DESCR'),
      ...win32(1336, 'ERROR_INVALID_ACL'),
      ...win32(1337, 'ERROR_INVALID_SID'),
    ],
    sources: [headers],
    samples: ['0x8007053A', 'error 1338', '0x80070538'],
    notSamples: ['0x8007053B'],
  },
  {
    id: 'code-member-in-alias',
    name: '0x80070562: a member of the group already',
    verdict: 'benign',
    verdictText: 'nothing to add',
    meaning:
      'Win32 1378. The account is in the local group already, IIS_IUSRS for instance. For a script it is no error.',
    checks: ['`net.exe localgroup IIS_IUSRS` lists the members. Pool identities belong to it without being listed.'],
    fix: 'Nothing; let the script go on.',
    keys: win32(1378, 'ERROR_MEMBER_IN_ALIAS'),
    sources: [headers],
    samples: ['System error 1378 has occurred.', '0x80070562'],
    notSamples: ['0x80070563'],
  },
  {
    id: 'code-no-such-alias',
    name: '0x80070560: the local group does not exist',
    verdict: 'act',
    meaning:
      'Win32 1376. The group is not on this machine: IIS_WPG belongs to IIS 6, IIS_IUSRS to IIS 7 and later. Names of built-in groups are also translated on localised systems.',
    checks: ['`net.exe localgroup` lists the groups of this machine.'],
    fix: 'Use IIS_IUSRS on IIS 7 and later; for built-in groups use the SID, such as `*S-1-5-32-545` with icacls.',
    doNot: ['Do not create IIS_WPG on a new server: IIS does not look at it.'],
    keys: win32(1376, 'ERROR_NO_SUCH_ALIAS'),
    sources: [headers],
    samples: ['System error 1376 has occurred.', '0x80070560'],
    notSamples: ['0x8007055F'],
  },
  {
    id: 'status-logon-failure',
    name: '0xC000006D: a logon failed (see the Sub Status)',
    verdict: 'look',
    meaning:
      'The general "bad user or password" of event 4625 and of NTLM. The Sub Status says which. With Sub Status 0 and a request from the server to itself under a host name it is the loopback check.',
    checks: [
      'Sub Status: 0xC0000064 unknown user, 0xC000006A wrong password, 0xC0000234 locked. Logon type 3 with the own address?',
    ],
    fix: 'Correct the account by its Sub Status. For the loopback check list the host names in BackConnectionHostNames.',
    steps: [
      'Loopback check, the safe way: `HKLM\\SYSTEM\\CurrentControlSet\\Control\\Lsa\\MSV1_0`, multi-string value `BackConnectionHostNames`, one host name of the site a line.',
      'Restart W3SVC, or the server, and try from the server again.',
    ],
    doNot: [
      'Do not set DisableLoopbackCheck on a production server: it drops the protection against reflection for every name.',
    ],
    keys: [ntstatus(0xc000006d, 'STATUS_LOGON_FAILURE')],
    sources: [loopback, audit, headers],
    samples: ['Status:\t\t\t0xC000006D', 'STATUS_LOGON_FAILURE', '-1073741715', '3221225581'],
    notSamples: ['0xC000006F'],
  },
  {
    id: 'status-wrong-password',
    name: '0xC000006A: the user exists, the password is wrong',
    verdict: 'look',
    meaning:
      'Sub Status of event 4625. The name is right, the password is not. One or two are typing errors; a steady row from one source is a stored old password, a rising number from many is guessing.',
    checks: [
      'Which source address or process, and which logon type: 3 network, 4 batch (a pool), 5 service, 8 Basic authentication?',
    ],
    fix: 'Correct the stored password where it comes from: pool, virtual directory, service, task. Against guessing: lock the source out.',
    doNot: ['Do not try passwords on the live pool: each try counts against the lock-out.'],
    keys: [ntstatus(0xc000006a, 'STATUS_WRONG_PASSWORD')],
    sources: [audit, headers],
    samples: ['Sub Status:\t\t0xC000006A', '3221225578'],
    notSamples: ['0xC000006B'],
  },
  {
    id: 'status-no-such-user',
    name: '0xC0000064: no user of that name',
    verdict: 'look',
    meaning:
      'Sub Status of event 4625. The account does not exist: misspelt, without its domain, deleted, or invented by somebody who guesses names.',
    checks: [
      'Is it a name of yours? Many invented names from one address are guessing; one steady name is an old configuration.',
    ],
    fix: 'Correct the name where it is configured; against guessing restrict who reaches the login.',
    keys: [ntstatus(0xc0000064, 'STATUS_NO_SUCH_USER')],
    sources: [audit, headers],
    samples: ['Sub Status: 0xC0000064', '3221225572'],
    notSamples: ['0xC0000063'],
  },
  {
    id: 'status-time-difference',
    name: '0xC0000133: the clocks differ too much',
    verdict: 'act',
    meaning:
      'Kerberos refuses when the clocks of client, server and domain controller differ by more than five minutes; 0x80090324 is the same from the security package.',
    checks: ['`w32tm.exe /query /status` on both machines, and `w32tm.exe /stripchart /computer:DC /samples:3`.'],
    fix: 'Repair the time source of the machine that is off; a virtual machine should not take the time from two masters.',
    doNot: ['Do not raise the tolerance of Kerberos in the domain policy.'],
    keys: [ntstatus(0xc0000133, 'STATUS_TIME_DIFFERENCE_AT_DC')],
    sources: [audit, headers],
    samples: ['Status: 0xC0000133', '3221225779'],
    notSamples: ['0xC0000134'],
  },
  {
    id: 'status-access-denied',
    name: '0xC0000022: access is denied',
    verdict: 'look',
    meaning:
      'The NTSTATUS form of access denied, as drivers, HTTP.sys and process ends show it. A right on a file, a key, a URL reservation or a process is missing for the account that asked.',
    checks: ['Which account asked for what? For HTTP.sys: `netsh.exe http show urlacl`; for files Process Monitor.'],
    fix: 'Give that account exactly the right it lacks.',
    doNot: ['Do not give Everyone rights, and do not run the pool as LocalSystem.'],
    keys: [ntstatus(0xc0000022, 'STATUS_ACCESS_DENIED')],
    sources: [headers],
    samples: ['failed with status 0xC0000022', '-1073741790', '0xD0000022'],
    notSamples: ['0xC0000021'],
  },
];

export default defineFamily({ facts });
