import { inPowershell, program } from '../commands/programs';
import { psLiteral } from '../commands/quoting';
import { factAbout } from '../dcom/known';
import { loggedEvents } from '../events/loggedEvents';
import { viewPlan } from '../events/viewPlan';
import { planBase } from '../planBase';
import type { Remedy } from '../remedy';

const WORKS = 'Yes, it works all the same';
const FAILS = 'No, it fails';

const dcom10028: Remedy = {
  id: 'dcom-10028',
  title: 'Resolve DCOM 10028',
  purpose:
    'A program could not reach another computer by DCOM. Where its work succeeds all the same the record is hidden; else it finds out which step of the way is broken.',
  versions: 'Windows Server 2008 and later',
  rights: 'administrator on the server, for hiding it',
  doesNot: ['It opens no firewall and grants no right.'],
  doNot: [
    'Do not trust the computer for unconstrained delegation: it could then act as anybody who connects to it.',
    'Do not change permissions of COM: nothing was refused, nobody answered.',
    'Do not turn the firewall off to find out.',
  ],
  sources: [
    {
      document: 'Manifest of the provider Microsoft-Windows-DistributedCOM',
      says: 'The event, its number and the order of its insertions: computer, process id in hexadecimal, program, class',
      read: '2026-11-21',
    },
    {
      document: 'Service overview and network port requirements for Windows (Microsoft Learn)',
      url: 'https://learn.microsoft.com/troubleshoot/windows-server/networking/service-overview-and-network-port-requirements',
      says: 'RPC: TCP 135 for the endpoint mapper and 49152 to 65535 for what it leads to',
      read: '2026-11-24',
    },
  ],
  parameters: [
    {
      name: 'computer',
      label: 'Computer that was not reached',
      kind: 'text',
      isRequired: true,
      options: (snapshot) => [
        ...new Set(loggedEvents(snapshot, [10028]).flatMap(({ values: [computer] }) => computer ?? [])),
      ],
      fault: (value) =>
        /^[\w.:-]{1,255}$/.test(value) && !value.startsWith('-') ? null : 'This is no name or address of a computer.',
    },
    {
      name: 'works',
      label: 'Does the program that asked work all the same?',
      kind: 'choice',
      isRequired: true,
      options: () => [WORKS, FAILS],
      initial: () => WORKS,
    },
  ],
  needs: ['events'],
  answers: ['dcom-10028', 'dcom-10028-iis-administration', 'dcom-10028-dcdiag'],
  plan(snapshot, { computer = '', works }) {
    const { server } = snapshot;
    const event = loggedEvents(snapshot, [10028]).find(({ values: [name] }) => name === computer);
    const [, pid = '', path = '', clsid = ''] = event?.values ?? [];
    const fact = factAbout(10028, { computer, pid, path, clsid });
    const evidence = path === '' ? [] : [`Asked by ${path}${clsid === '' ? '' : `, for ${clsid}`}.`];
    if (works === WORKS)
      return viewPlan({
        remedy: 'dcom-10028',
        server,
        what: `DCOM 10028 for ${computer}`,
        verdict:
          fact?.meaning ??
          'The program asks once more in another way and gets its answer, as tools that use Microsoft.Web.Administration do. It is hidden.',
        evidence,
        filter: {
          provider: 'Microsoft-Windows-DistributedCOM',
          eventId: 10028,
          data: [['param1', computer]],
        },
      });
    return {
      ...planBase('dcom-10028', server),
      title: `Find out why ${server} does not reach ${computer} by DCOM`,
      verdict: 'Name, port and rights are looked at in this order; the first one that is wrong is the one to repair.',
      evidence,
      runs: false,
      steps: [
        {
          id: 'name',
          title: `Look up the name ${computer}`,
          why: 'A computer that was renamed or taken away still stands on the list of many a monitoring product.',
          command: program('nslookup.exe', [computer]),
          stops: [],
        },
        {
          id: 'port',
          title: `Connect to port 135 of ${computer}`,
          why: 'There the RPC endpoint mapper tells the port of the rest, 49152 and above. An error says that a firewall or nobody answers.',
          command: inPowershell([
            '$client = New-Object Net.Sockets.TcpClient',
            `$client.Connect(${psLiteral(computer)}, 135)`,
            '$client.Close()',
            "'Port 135 answers.'",
          ]),
          stops: [],
        },
        {
          id: 'rights',
          title: `On ${computer}: let the account do what it asks for`,
          why: 'For remote administration of IIS that is membership of Administrators there; no other right of DCOM is needed.',
          command: null,
          stops: [],
        },
        {
          id: 'list',
          title: 'Take the computer off the list of the program where it no longer exists',
          why: 'The record names the program, with its process id in hexadecimal.',
          command: null,
          stops: [],
        },
      ],
      leftovers: ['Where it can be chosen, WinRM (5985, 5986) or WMSVC (8172) need one port instead of a range.'],
    };
  },
};

export default dcom10028;
