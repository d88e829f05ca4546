import { messagePattern } from '../eventPatterns';
import { defineFamily, type Source } from '../fact';
import { W3SVC } from '../wasEvents';

const WAM = 'WAM';
const LOGGING = 'IISLOG';
const READ = '2026-11-24';
const protection: Source = {
  document: 'Microsoft Knowledge Base Q284716: an out-of-process application of IIS 4.0 or 5.0 fails',
  says: 'W3SVC 37 names the application; the requests in it are logged as 502 with 1726 or 1727.',
  read: READ,
};
const isapi: Source = {
  document: 'Microsoft Knowledge Base Q249826 and Q257547: events 205 and 204 of the source WAM',
  says: 'An ISAPI program could not be loaded, or threw an exception while it worked on a request.',
  read: READ,
};
const passwords: Source = {
  document: 'Microsoft Knowledge Base: event 100, the server was unable to log on the Windows NT account',
  says: 'The password in IIS differs from that of the account, the account is disabled, or it lacks the logon right.',
  read: READ,
};

const NO_LOW =
  'Do not move the application to Low (In Process): its next crash takes inetinfo.exe and every site with it.';
const DUMP =
  'Update or leave out the component that it names; else take a dump of the process at the next crash and have its stack read.';

/** Applications and accounts of IIS 4 and 5, whose events have no number in IIS 6 and later. */
export default defineFamily({
  providers: [
    { name: WAM, label: 'WAM', aliases: [] },
    { name: LOGGING, label: 'IISLOG', aliases: [] },
  ],
  eventTypes: [
    {
      provider: W3SVC,
      eventId: 16,
      parameters: ['url'],
      message: messagePattern('script started from the URL {url} with parameters'),
      anchor: 'script started from the url',
    },
    {
      provider: LOGGING,
      eventId: 3,
      parameters: ['file'],
      message: messagePattern('IIS Logging was unable to create the file <file>. The data'),
      anchor: 'iis logging was unable to create the file',
    },
    {
      provider: W3SVC,
      eventId: 37,
      parameters: ['application'],
      message: messagePattern('Out of process application {application} terminated unexpectedly'),
      anchor: 'out of process application',
    },
    {
      provider: W3SVC,
      eventId: 100,
      parameters: ['account'],
      message: messagePattern(
        'server was unable to [logon|log on] the Windows NT account <account> due to the following error',
      ),
      anchor: 'unable to logon the windows nt account',
    },
    {
      provider: W3SVC,
      eventId: 101,
      parameters: ['root', 'folder'],
      message: messagePattern(
        'server was unable to add the virtual root <root> for the directory <folder> due to the following error',
      ),
      anchor: 'unable to add the virtual root',
    },
    {
      provider: WAM,
      eventId: 205,
      parameters: ['program'],
      message: messagePattern('HTTP server was unable to load ISAPI application: <program>. The data'),
      anchor: 'unable to load isapi application',
    },
  ],
  facts: [
    {
      id: 'w3svc-16',
      name: 'IIS 4/5: a CGI program took too long',
      verdict: 'act',
      meaning:
        'The program behind the URL in the text did not end within the script time-out of its directory, so IIS ended it and the visitor got an error.',
      checks: ['What does the program wait for? Start it by hand with the same input, as the account of the request.'],
      fix: 'Cure the program. One that has to run so long: raise the CGI script time-out of that one directory.',
      doNot: ['Do not raise the time-out of the whole server: hanging programs then pile up.'],
      keys: [{ kind: 'event', provider: W3SVC, eventId: 16 }],
      sources: [
        {
          document: 'Microsoft Knowledge Base Q185379: event 16, the script has not responded',
          says: 'The event names the program and says that the server ends it after the configured time.',
          read: READ,
        },
      ],
      samples: [
        "Source=W3SVC, Event ID=16\nThe script started from the URL '/cgi/report.exe' with parameters '' has not responded within the configured timeout period. The HTTP server is terminating the script.",
      ],
      notSamples: ['Source: Disk\nEvent ID: 16\nDescription:\nOther.', 'The script started from the URL bar.'],
    },
    {
      id: 'iislog-3',
      name: 'IIS could not create a log file',
      verdict: 'act',
      meaning:
        'The log of a site could not be opened for writing; the data says why: 05 no permission or held by another program, 70 (112) the disk is full. The site works, but its requests are not logged.',
      checks: [
        'The data, the free space of that disk, and whether a backup, a scanner or a report tool holds the file.',
      ],
      fix: 'Make room, or give SYSTEM and Administrators back Full Control on the log folder; then restart the site.',
      doNot: ['Do not grant Everyone rights on logs: they hold addresses and names of users.'],
      keys: [{ kind: 'event', provider: LOGGING, eventId: 3 }],
      sources: [
        {
          document: 'Microsoft Knowledge Base Q236127: event 3 of IISLOG, unable to create the log file',
          says: 'The data of the event is the error, such as 5 for access denied; the file may be written all the same.',
          read: READ,
        },
      ],
      samples: [
        'Source: IISLOG\nEvent ID: 3\nDescription:\nIIS Logging was unable to create the file D:\\logs\\W3SVC1\\ex261118.log. The data is the error.',
        'Then: IIS Logging was unable to create the file D:\\logs\\W3SVC1\\ex261118.log. The data is the error.',
      ],
      notSamples: ['Source: Disk\nEvent ID: 3\nDescription:\nOther.'],
    },
    {
      id: 'w3svc-37',
      name: 'IIS 4/5: the process of an application died',
      verdict: 'act',
      meaning:
        'The process of an application of Medium or High protection (`dllhost.exe`, on IIS 4 `mtx.exe`) ended on an error. The next request starts it anew; those in it were lost, in the log as 502 with 1726 or 1727.',
      checks: ['Which application, how often, since which change? Dr. Watson of that second names the module.'],
      fix: DUMP,
      doNot: [NO_LOW],
      keys: [{ kind: 'event', provider: W3SVC, eventId: 37 }],
      companions: [
        {
          provider: 'Active Server Pages',
          eventId: 5,
          says: 'The page that ran when the process died: look at the components that it creates.',
        },
        { provider: WAM, eventId: 204, says: 'The exception before the end, with the stack: it names the DLL.' },
      ],
      sources: [protection],
      samples: [
        "Event ID: 37\nSource: W3SVC\nDescription: Out of process application '/LM/W3SVC/1/Root/shop' terminated unexpectedly.",
        'It says: Out of process application /LM/w3svc/1/root/shop terminated unexpectedly.',
      ],
      notSamples: ['Source: Disk\nEvent ID: 37\nDescription:\nOther.', 'The application terminated unexpectedly.'],
    },
    {
      id: 'w3svc-100',
      name: 'IIS 4/5: an account could not log on',
      verdict: 'act',
      meaning:
        'The account in the text, mostly IUSR_<computer> or that of a virtual directory on a share, could not log on. Anonymous requests are then refused. Mostly IIS has another password for it than the account has.',
      checks: [
        'The error in the text: a wrong password, a missing logon right, or an account that is locked or disabled?',
      ],
      fix: 'Set a new password for the account, and the same as `AnonymousUserPass` (for a share `UNCPassword`) in the metabase.',
      doNot: ['Do not make the account an administrator, and do not give it an empty password.'],
      keys: [{ kind: 'event', provider: W3SVC, eventId: 100 }],
      sources: [passwords],
      samples: [
        "Source: W3SVC\nEvent ID: 100\nDescription:\nThe server was unable to logon the Windows NT account 'IUSR_WEB1' due to the following error: Logon failure: unknown user name or bad password. The data is the error code.",
      ],
      notSamples: ['Source: Disk\nEvent ID: 100\nDescription:\nOther.'],
    },
    {
      id: 'w3svc-101',
      name: 'IIS 4/5: a virtual directory could not be added',
      verdict: 'act',
      meaning:
        'When the site started the folder of this virtual directory was missing, or its share could not be reached with the account that is stored for it. The rest of the site works.',
      checks: ['Does the folder in the text exist, seen from this server by the account of the virtual directory?'],
      fix: 'Create the folder, correct the path, or enter the account of the share again; then restart the site.',
      doNot: ['Do not use a mapped drive letter: services do not see it.'],
      keys: [{ kind: 'event', provider: W3SVC, eventId: 101 }],
      sources: [passwords],
      samples: [
        "Source: W3SVC\nEvent ID: 101\nDescription:\nThe server was unable to add the virtual root '/images' for the directory 'd:\\pictures' due to the following error: The system cannot find the path specified. The data is the error code.",
      ],
      notSamples: ['Source: Disk\nEvent ID: 101\nDescription:\nOther.'],
    },
    {
      id: 'wam-204',
      name: 'An ISAPI program threw an exception',
      verdict: 'act',
      meaning:
        'Native code threw an exception while an ISAPI program, such as asp.dll with the objects of a page, worked on a request. That request failed; the stack in the text shows where.',
      checks: ['The first DLL of the stack that is not of IIS or Windows (ISATQ, IISRTL, w3svc and ntdll are).'],
      fix: DUMP,
      doNot: ['Do not only restart IIS for it: the same DLL is loaded again.'],
      keys: [{ kind: 'event', provider: WAM, eventId: 204 }],
      sources: [isapi],
      samples: [
        "Event Source: WAM\nEvent ID: 204\nDescription:\nThe HTTP server encountered an unhandled exception while processing the ISAPI Application ' VENDOR!Work + 0x7'.",
      ],
      notSamples: ['Source: Disk\nEvent ID: 204\nDescription:\nOther.'],
    },
    {
      id: 'wam-205',
      name: 'IIS 4/5: an ISAPI program was not loaded',
      verdict: 'act',
      meaning:
        'The DLL in the text could not be loaded: it is missing, refused by its permissions, or a DLL that it needs is missing; the data is the error code. With asp.dll every ASP page fails.',
      checks: [
        'The data: 02 a missing file, 05 no permission, 7E a DLL that it needs. May IWAM_<computer> read and execute it?',
      ],
      fix: 'Give the Windows folders back their default permissions, or restore the DLL: install the last service pack again.',
      doNot: ['Do not copy the DLL from another version of Windows.'],
      keys: [{ kind: 'event', provider: WAM, eventId: 205 }],
      sources: [isapi],
      samples: [
        'Event ID: 205\nSource: WAM\nDescription:\nHTTP server was unable to load ISAPI application: "C:\\winnt\\system32\\inetsrv\\asp.dll". The data is the error.',
        'The log has: HTTP server was unable to load ISAPI application: "C:\\winnt\\system32\\inetsrv\\asp.dll". The data is the error.',
      ],
      notSamples: ['Source: Disk\nEvent ID: 205\nDescription:\nOther.'],
    },
  ],
});
