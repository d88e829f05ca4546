import { serviceIs } from '../commands/checks';
import { netStart, netStop, program } from '../commands/programs';
import { iwamScript } from '../iwamScript';
import { planBase } from '../planBase';
import type { Remedy } from '../remedy';

const iwamSync: Remedy = {
  id: 'iwam-sync',
  title: 'Sync the IWAM password',
  purpose:
    'For applications of IIS 5 that fail in medium and high protection (DCOM 10010 or 10004, W3SVC 36): sets the password of IWAM_<computer> in the account, the metabase and COM+ to the same value.',
  versions: 'IIS 5.0 and 5.1; IIS 6 only in IIS 5.0 isolation mode',
  rights: 'administrator on the server itself',
  doesNot: [
    'It does not run by itself: servers of that age have no session, and the password is yours to type.',
    'The password stands in no plan, command line or log.',
  ],
  doNot: [
    'Do not set WAMUserPass to "": that is an empty password.',
    'Do not write the password behind adsutil.vbs: whoever lists processes or reads the history sees it.',
    'Do not put IWAM_<computer> into Administrators: it belongs to Guests only.',
    'Do not do this on IIS 7 or later: there is no such account.',
  ],
  sources: [
    {
      document: 'Windows IT Pro, IIS Informant: the server did not register with DCOM',
      says: 'The order: stop IIS, set the password of the account, tell the metabase, then COM+ by synciwam.vbs; launch permissions and other causes',
      read: '2026-11-21',
    },
    {
      document: 'IADsUser::SetPassword (Microsoft Learn)',
      url: 'https://learn.microsoft.com/windows/win32/api/iads/nf-iads-iadsuser-setpassword',
      says: 'Sets the password of an account of the WinNT provider',
      read: '2026-11-24',
    },
  ],
  parameters: [],
  needs: ['system'],
  answers: ['synciwam', 'adsutil-wamuserpass', 'iwam-account', 'dcom-10010-iis-pooled'],
  plan({ server, system }) {
    if (system?.iis)
      return {
        because: `${server} has IIS ${system.iis}. IWAM_<computer> and its COM+ applications exist up to IIS 6 only; from IIS 7 on worker processes run as the identity of their pool. Look at that instead: "Repair the identity of a pool".`,
      };
    return {
      ...planBase('iwam-sync', server),
      title: `Sync the IWAM password on ${server}`,
      verdict:
        'The password of IWAM_<computer> stands in three places: the account, the metabase (WAMUserPass) and COM+. Where one of them differs, applications in medium and high protection do not start.',
      runs: false,
      files: [
        {
          name: 'iwam-sync.vbs',
          says: 'Reads the new password from standard input and sets it in the account, the metabase and COM+.',
          text: iwamScript,
        },
      ],
      steps: [
        {
          id: 'version',
          title: 'Make sure that this is IIS 5, or IIS 6 in IIS 5.0 isolation mode',
          why: 'MajorVersion is 5 or 6; for 6 the property page of Web Sites > Service has the box for isolation mode checked.',
          command: program('reg.exe', ['query', 'HKLM\\SOFTWARE\\Microsoft\\InetStp', '/v', 'MajorVersion']),
          stops: [],
        },
        {
          id: 'test',
          title: 'Set the application to Low protection and try it, then set it back',
          why: 'If it works in Low and fails in Medium, its process cannot be started: then this is the right repair.',
          command: null,
          stops: [],
        },
        {
          id: 'account',
          title: 'Look at the account IWAM_<computer> in Local Users and Groups',
          why: 'Not disabled, not locked, password never expires, member of Guests only; on a domain controller it stands in Active Directory.',
          command: null,
          stops: [],
        },
        {
          id: 'note',
          title: 'Write down which services run that depend on IISADMIN',
          why: 'STATE says RUNNING for those that have to be started again.',
          command: program('sc.exe', ['enumdepend', 'IISADMIN']),
          stops: [],
        },
        {
          id: 'stop',
          title: 'Stop IISADMIN and what depends on it',
          why: 'So that no process uses the old password. Exit code 2: it is stopped already.',
          command: netStop('IISADMIN', true),
          stops: ['All sites, FTP, SMTP and NNTP of IIS.'],
          accepts: [2],
          check: serviceIs('IISADMIN', 'stopped', 120),
          undo: { title: 'Start W3SVC', command: netStart('W3SVC'), accepts: [2] },
        },
        {
          id: 'sync',
          title: 'Set the new password everywhere with iwam-sync.vbs',
          why: 'It asks for the password, sets it by ADSI in account and metabase, and runs synciwam.vbs. The metabase starts IISADMIN by itself.',
          command: program('cscript.exe', ['//nologo', 'iwam-sync.vbs']),
          stops: [],
          undo: null,
        },
        {
          id: 'launch',
          title: 'Look whether IWAM_<computer> may launch',
          why: 'dcomcnfg > Windows 2000: Default Security > Default Launch Permissions; later: My Computer > COM Security > Launch and Activation Permissions. It needs Allow for local launch.',
          command: null,
          stops: [],
        },
        {
          id: 'start',
          title: 'Start W3SVC',
          why: 'It brings IISADMIN with it.',
          command: netStart('W3SVC'),
          stops: [],
          accepts: [2],
          check: serviceIs('W3SVC', 'running'),
        },
        {
          id: 'others',
          title: 'Start every other service that you have written down, by net start and its name',
          why: 'Starting W3SVC does not bring back FTP, SMTP and NNTP.',
          command: null,
          stops: [],
        },
      ],
      verification: [serviceIs('W3SVC', 'running')],
      leftovers: [
        'Ask for a page of an application in medium protection; no new 10004, 10010 or 36 may follow.',
        'If it still fails: a registry key or file that the account may not read (Process Monitor or Regmon: ACCESS DENIED of dllhost.exe).',
        'Or the account was put into a group that is denied something; take it out again.',
      ],
    };
  },
};

export default iwamSync;
