import { messagePattern } from '../eventPatterns';
import { defineFamily, type Source } from '../fact';
import { W3SVC } from '../wasEvents';

const FTP = 'MSFTPSVC';
const LOGGING = 'IISLOG';
const READ = '2026-11-21';

const archive: Source = {
  document: 'Microsoft Knowledge Base archive on IIS 4 and 5 (Q240779, Q271071, Q272206, Q306450)',
  says: 'The texts of the events of W3SVC and MSFTPSVC, and the cause behind each case.',
  read: READ,
};
const protection: Source = {
  document: 'IIS 5.0 documentation: application protection',
  says: 'Applications of Medium and High protection run in dllhost.exe under IWAM, others inside inetinfo.exe.',
  read: READ,
};

const record = (source: string, eventId: number, text: string): string =>
  `Event Type: Warning\nEvent Source: ${source}\nEvent ID: ${eventId}\nDescription:\n${text}`;

const NO_LOGON = 'The server was unable to logon the Windows NT account';

/** The services of IIS 4 and 5. Their numbers below 1000 never came to mean anything else. */
export default defineFamily({
  providers: [
    { name: FTP, label: 'MSFTPSVC', aliases: ['FTP Publishing Service'] },
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
      eventId: 100,
      parameters: ['account', 'error'],
      message: messagePattern(`${NO_LOGON} <account> due to the following error`),
      anchor: 'unable to logon the windows nt account',
    },
    {
      provider: FTP,
      eventId: 100,
      parameters: ['account', 'error'],
      message: messagePattern(`${NO_LOGON} <account> due to the following error`),
    },
    {
      provider: W3SVC,
      eventId: 37,
      parameters: ['application'],
      message: /out\s+of\s+process\s+application\s+'(?<application>[^'\r\n]{1,300})'\s+terminated\s+unexpectedly/i,
      anchor: 'out of process application',
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
      id: 'w3svc-100',
      name: 'IIS 4/5: an account of a site could not log on',
      verdict: 'act',
      meaning:
        'The anonymous account (IUSR_<computer>) or the account of a virtual directory on another server could not be logged on; requests that need it are refused. The error in the text says why, mostly a password that no longer agrees.',
      checks: [
        'The account of the text: locked, disabled, expired? On a domain controller: has it the right to log on locally?',
      ],
      fix: 'Bad password: the same one in account and metabase (`AnonymousUserPass`, `UNCPassword`). Missing right: grant it. Module not found: `iissuba.dll` is missing, so set the password yourself.',
      doNot: ['Do not put the anonymous account into Administrators.'],
      keys: [
        { kind: 'event', provider: W3SVC, eventId: 100 },
        { kind: 'event', provider: FTP, eventId: 100 },
      ],
      sources: [archive],
      samples: [
        record(
          'W3SVC',
          100,
          `${NO_LOGON} 'IUSR_WEB2' due to the following error: Logon failure: unknown user name or bad password.  The data is the error code.`,
        ),
        record(
          'MSFTPSVC',
          100,
          `${NO_LOGON} 'IUSR_WEB2' due to the following error: The account is disabled.  The data is the error code.`,
        ),
        `we only see: ${NO_LOGON} 'IUSR_WEB2' due to the following error: Access is denied.`,
      ],
      notSamples: ['Source: MsiInstaller\nEvent ID: 100\nDescription:\nThe server was unable to log on.'],
    },
    {
      id: 'w3svc-37',
      name: 'IIS 5: the process of an application ended',
      verdict: 'act',
      meaning:
        'The `dllhost.exe` of the application in the text, of Medium or High protection, crashed or was ended. IIS starts another one at the next request; what was in memory is lost.',
      checks: [
        'Dr. Watson or Application Error 1000 of that second: which module? Which COM components do its pages use?',
      ],
      fix: 'Update or leave out the component that the crash names; give the application High protection, so that others go on.',
      doNot: ['Do not set it to Low protection: the next crash takes all of IIS along.'],
      keys: [{ kind: 'event', provider: W3SVC, eventId: 37 }],
      sources: [protection],
      samples: [record('W3SVC', 37, "Out of process application '/LM/W3SVC/1/Root/shop' terminated unexpectedly.")],
      notSamples: ['Source: Disk\nEvent ID: 37\nDescription:\nThe process of an application ended.'],
    },
    {
      id: 'w3svc-101',
      name: 'IIS 4/5: a virtual directory could not be added',
      verdict: 'act',
      meaning:
        'The folder behind a virtual directory is missing, on a drive that is not there, or on a share that the configured account may not open. Its URLs answer with an error, the rest of the site works.',
      checks: [
        'Does the path of the text exist, and may the account of the virtual directory read it? On a share: does that server answer?',
      ],
      fix: 'Correct the path or the account of the virtual directory, or remove it if nobody needs it.',
      keys: [{ kind: 'event', provider: W3SVC, eventId: 101 }],
      sources: [
        {
          document: 'IIS 4.0 and 5.0 documentation: WWW service events',
          says: 'Event 101 tells of a virtual root whose directory could not be used, with the error in the text.',
          read: READ,
        },
      ],
      samples: [
        record(
          'W3SVC',
          101,
          "The server was unable to add the virtual root '/images' for the directory 'E:\\images' due to the following error: The system cannot find the path specified.  The data is the error code.",
        ),
      ],
      notSamples: ['Source: Disk\nEvent ID: 101\nDescription:\nA virtual root is missing.'],
    },
    {
      id: 'w3svc-105',
      name: 'IIS 4/5: not announced to the administration tool',
      verdict: 'benign',
      verdictText: 'sites are not concerned',
      meaning:
        'The server could not announce itself for the list of servers that Internet Service Manager can search for. Sites work, and the server can still be opened by its name.',
      checks: ['Does somebody use that list? Else leave it.'],
      fix: 'Nothing; open the server by its name.',
      keys: [
        { kind: 'event', provider: W3SVC, eventId: 105 },
        { kind: 'event', provider: FTP, eventId: 105 },
      ],
      sources: [archive],
      samples: [
        record(
          'W3SVC',
          105,
          'The server was unable to register the administration tool discovery information. The administration tool may not be able to see this server. The data is the error code.',
        ),
      ],
      notSamples: ['Source: Disk\nEvent ID: 105\nDescription:\nOther.'],
    },
    {
      id: 'w3svc-30',
      name: 'IIS 5: a file of an error page could not be read',
      verdict: 'look',
      meaning:
        'W3SVC wanted to send the file in the text, mostly a page for an error, and it is missing or not readable. The visitor got a bare error instead; why there was an error at all is another matter.',
      checks: [
        'Does the file exist, and may Everyone, or at least the anonymous account, read it? Which error is its name of?',
      ],
      fix: 'Put the file back with its permissions, or correct the path under Custom Errors; then look for the error itself.',
      keys: [{ kind: 'event', provider: W3SVC, eventId: 30 }],
      sources: [archive],
      samples: [
        record('W3SVC', 30, 'The server was unable to read the file D:\\errors\\404.htm. The file does not exist.'),
      ],
      notSamples: ['Source: Disk\nEvent ID: 30\nDescription:\nThe server was unable to read the disk.'],
    },
  ],
});
