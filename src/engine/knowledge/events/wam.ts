import { defineFamily, type Source } from '../fact';

const WAM = 'WAM';
const READ = '2026-11-24';
const isapi: Source = {
  document: 'Microsoft Knowledge Base Q249826 and Q257547: events 205 and 204 of the source WAM',
  says: 'An ISAPI program could not be loaded, or threw an exception while it worked on a request.',
  read: READ,
};
const DUMP =
  'Update or leave out the component that it names; else take a dump of the process at the next crash and have its stack read.';

/** The host of ISAPI programs of IIS 4 and 5. */
export default defineFamily({
  providers: [{ name: WAM, label: 'WAM', aliases: [] }],
  eventTypes: [
    {
      provider: WAM,
      eventId: 205,
      parameters: ['program'],
      message:
        /HTTP\s+server\s+was\s+unable\s+to\s+load\s+ISAPI\s+application:?\s+["']?(?<program>[^"'\r\n]{1,260}?)["']?\.?\s/i,
      anchor: 'unable to load isapi application',
    },
  ],
  facts: [
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
