import { defineFamily } from '../fact';

/** The WWW service of IIS 4 and 5. */
export default defineFamily({
  providers: [{ name: 'W3SVC', label: 'W3SVC', aliases: [] }],
  eventTypes: [
    {
      provider: 'W3SVC',
      eventId: 36,
      parameters: ['application', 'error'],
      message:
        /server\s+failed\s+to\s+load\s+application\s+'(?<application>[^'\r\n]{1,300})'\.?\s+The\s+error\s+was\s+'(?<error>[^']{1,500})'/i,
      anchor: 'server failed to load application',
    },
  ],
  facts: [
    {
      id: 'w3svc-36',
      name: 'An IIS 5 application could not be loaded',
      verdict: 'act',
      meaning:
        'The process that hosts an application of Medium or High protection did not start. With "the configured identity is incorrect" it is the IWAM password, usually beside a DCOM 10004 or 10010.',
      checks: ['Does the application answer in Low (In Process) protection? Then `dllhost.exe` cannot be started.'],
      fix: 'Give IWAM_<computer> one password in the account and in `WAMUserPass`, then run `synciwam.vbs -v` and restart IIS.',
      doNot: ['Do not leave the application in Low protection: it then runs as SYSTEM inside inetinfo.exe.'],
      keys: [{ kind: 'event', provider: 'W3SVC', eventId: 36 }],
      sources: [
        {
          document: 'Windows IT Pro, IIS Informant: the server did not register with DCOM',
          says: 'An entry of W3SVC accompanies the DCOM timeout; both come from the IWAM password.',
          read: '2026-11-21',
        },
      ],
      samples: [
        "Event ID: 36  Source: W3SVC  The server failed to load application '/LM/W3SVC/1/Root/shop'. The error was 'The server process could not be started because the configured identity is incorrect.'",
      ],
      notSamples: ['Source: Disk\nEvent ID: 36\nDescription:\nA volume is nearly full.'],
    },
  ],
});
