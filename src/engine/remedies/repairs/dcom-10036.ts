import { program } from '../commands/programs';
import { loggedEvents } from '../events/loggedEvents';
import { planBase } from '../planBase';
import type { Remedy } from '../remedy';

const dcom10036: Remedy = {
  id: 'dcom-10036',
  title: 'Resolve DCOM 10036, 10037 and 10038',
  purpose:
    'Since March 2023 Windows refuses COM activation from afar below packet integrity. Finds the client that asks too weakly; there it is repaired.',
  versions: 'Windows Server 2008 and later with the updates since 2021',
  rights: 'reading the event log of the server; administrator on the client',
  doesNot: ['It changes nothing on the server: the server is right.'],
  doNot: [
    'Do not set RequireIntegrityActivationAuthenticationLevel to 0: since the updates of March 2023 it has no effect.',
    'Do not take updates off the server.',
  ],
  sources: [
    {
      document: 'Microsoft Support, KB5004442: DCOM Server Security Feature Bypass (CVE-2021-26414)',
      url: 'https://support.microsoft.com/en-us/topic/kb5004442-manage-changes-for-windows-dcom-server-security-feature-bypass-cve-2021-26414-f1400b52-c141-43d2-941e-37ed901c769c',
      says: '10036 on the server, 10037 and 10038 on the client; packet integrity cannot be switched off since March 14, 2023',
      read: '2026-11-21',
    },
  ],
  parameters: [],
  needs: ['events'],
  answers: ['dcom-10036', 'dcom-10037'],
  plan(snapshot) {
    const { server } = snapshot;
    const clients = new Set(
      loggedEvents(snapshot, [10036]).flatMap(({ values: [domain = '', user = '', , address = ''] }) =>
        address === '' ? [] : [`${address} as ${domain}\\${user}`],
      ),
    );
    return {
      ...planBase('dcom-10036', server),
      title: `Repair the clients that ${server} refuses`,
      verdict:
        'The server demands packet integrity and refuses who comes with less. The client at the address in the record has to be updated.',
      evidence: [...clients].map((one) => `Refused: ${one}`),
      runs: false,
      steps: [
        {
          id: 'list',
          title: 'List the clients that were refused',
          why: 'Each record names account and address.',
          command: program('wevtutil.exe', [
            'qe',
            'System',
            "/q:*[System[Provider[@Name='Microsoft-Windows-DistributedCOM'] and EventID=10036]]",
            '/c:50',
            '/rd:true',
            '/f:text',
          ]),
          stops: [],
        },
        {
          id: 'program',
          title: 'On each of these computers: look for 10037 and 10038 in the System log',
          why: 'They name the program that asks. 10037: it chose the level itself; 10038: it takes the default.',
          command: program('wevtutil.exe', [
            'qe',
            'System',
            "/q:*[System[Provider[@Name='Microsoft-Windows-DistributedCOM'] and (EventID=10037 or EventID=10038)]]",
            '/c:50',
            '/rd:true',
            '/f:text',
          ]),
          stops: [],
        },
        {
          id: 'update',
          title: 'Bring Windows on the client up to date',
          why: 'Since November 2022 it raises the level of every call that is not anonymous by itself; mostly this is all.',
          command: null,
          stops: [],
        },
        {
          id: 'product',
          title: 'Else update the program, or let it ask at RPC_C_AUTHN_LEVEL_PKT_INTEGRITY',
          why: 'Clients that are not Windows, and Java libraries for DCOM, need a newer version; WinRM is the other way.',
          command: null,
          stops: [],
        },
      ],
    };
  },
};

export default dcom10036;
