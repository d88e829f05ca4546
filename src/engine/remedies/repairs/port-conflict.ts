import { setAttribute } from '../../config/edits';
import { bindingsOf, type SiteBinding } from '../../config/server';
import type { Snapshot } from '../../servers/snapshot';
import { controlSite, program } from '../commands/programs';
import { siteIs } from '../commands/checks';
import { changeStep, withBackup } from '../configuration/changeStep';
import { configurationOf } from '../configuration/configurationOf';
import type { Check, Command, Plan, Refusal } from '../plan';
import { planBase } from '../planBase';
import { notAdministrator, UNREADABLE } from '../refusals';
import type { Remedy } from '../remedy';

/** W3SVC 1004 and 1007, HttpEvent 15005 and 15014: a site cannot have its binding. */
const portConflict: Remedy = {
  id: 'port-conflict',
  title: 'Repair a port that is taken',
  purpose:
    'A site does not start because another site or program has its port, or HTTP.sys listens on the wrong addresses: gives the site another port, or takes a stale address off the listen list.',
  versions: 'IIS 7 and later',
  rights: 'administrator on the server',
  doesNot: [
    'It does not end the other program: netstat.exe -ano and its process id say which one it is.',
    'It does not change https bindings, whose certificate hangs on the port.',
  ],
  doNot: [
    'Do not add an address to the listen list to repair one site: from then on all sites listen on the listed addresses only.',
    'Do not end process 4 (System): it is HTTP.sys itself. netsh.exe http show servicestate says who holds the port through it.',
  ],
  sources: [
    {
      document: 'netsh http (Microsoft Learn)',
      url: 'https://learn.microsoft.com/windows-server/administration/windows-commands/netsh-http',
      says: 'iplisten: an empty list means all addresses; entries limit HTTP.sys to these',
      read: '2026-11-25',
    },
  ],
  parameters: [
    {
      name: 'cause',
      label: 'What is done',
      kind: 'choice',
      isRequired: true,
      options: (snapshot) => [...moves(snapshot).map(({ label }) => label), ...listened(snapshot).map(offList)],
      initial: (snapshot) => moves(snapshot)[0]?.label ?? '',
    },
    {
      name: 'port',
      label: 'New port',
      kind: 'text',
      isRequired: false,
      help: 'For a site that gets another port.',
      fault: (value, snapshot) => portFault(value, snapshot),
    },
  ],
  needs: ['system', 'sites', 'configuration', 'bindings'],
  answers: [
    'w3svc-1004',
    'w3svc-1007',
    'w3svc-port-in-use',
    'httpevent-15005',
    'httpevent-15005-taken',
    'httpevent-15005-not-here',
    'code-port-in-use',
    'stopped-site',
    'duplicate-binding',
    'iplisten-narrows-all-sites',
  ],
  plan(snapshot, { cause = '', port = '' }) {
    const refused = notAdministrator(snapshot);
    if (refused) return refused;
    const address = listened(snapshot).find((one) => offList(one) === cause);
    if (address !== undefined) return takeOff(snapshot, address);
    const move = moves(snapshot).find(({ label }) => label === cause);
    return move
      ? movePlan(snapshot, move, port)
      : {
          because:
            'No site with an http binding is stopped, and the listen list of HTTP.sys is empty. Read the server again.',
        };
  },
};
export default portConflict;

const listened = ({ bindings }: Snapshot): readonly string[] =>
  bindings?.listenAddresses.known ? bindings.listenAddresses.value : [];

const offList = (address: string): string => `Take ${address} off the addresses that HTTP.sys listens on`;

interface Move {
  readonly label: string;
  readonly site: string;
  readonly binding: SiteBinding;
}

/** The http bindings of sites that do not run. */
function moves(snapshot: Snapshot): readonly Move[] {
  const { sites } = snapshot;
  const configuration = configurationOf(snapshot);
  const stopped = sites?.sites.known ? sites.sites.value.filter(({ state }) => state === 'stopped') : [];
  return stopped.flatMap(({ name }) => {
    const element = configuration?.server.sites.get(name.toLowerCase());
    return (element ? bindingsOf(element) : [])
      .filter(({ protocol, portNumber, element: one }) => protocol === 'http' && portNumber !== null && one.origin)
      .map((binding) => ({
        site: name,
        binding,
        label: `Give "${name}" another port for ${binding.element.text('bindingInformation')}`,
      }));
  });
}

function portFault(value: string, snapshot: Snapshot): string | null {
  if (!/^\d{1,5}$/.test(value) || Number(value) < 1 || Number(value) > 65_535)
    return 'A port is a number from 1 to 65535.';
  const sites = snapshot.sites?.sites.known ? snapshot.sites.sites.value : [];
  const taken = sites.find(({ bindings }) =>
    bindings.some(({ information }) => information.split(':').at(-2) === value),
  );
  return taken ? `The site "${taken.name}" has a binding with port ${value}.` : null;
}

function movePlan(snapshot: Snapshot, { site, binding }: Move, port: string): Plan | Refusal {
  const configuration = configurationOf(snapshot);
  const { element } = binding.element.origin ?? {};
  if (!configuration || !element) return { because: UNREADABLE };
  if (port === '') return { because: 'Give a port that is free.' };
  const { document, file } = configuration.applicationHost;
  const before = binding.element.text('bindingInformation');
  const after = `${binding.address?.text ?? '*'}:${port}:${binding.host?.text ?? ''}`;
  return {
    ...planBase('port-conflict', snapshot.server),
    title: `Give "${site}" port ${port} on ${snapshot.server}`,
    verdict: `"${site}" is stopped; if its binding ${before} is taken, it can start only with another one.`,
    evidence: rivals(snapshot, site, before),
    prechecks: [
      {
        says: `Nothing listens on port ${port}.`,
        command: {
          powershell: `[bool] ([Net.NetworkInformation.IPGlobalProperties]::GetIPGlobalProperties().GetActiveTcpListeners() | Where-Object { $_.Port -eq ${port} })`,
          cmd: null,
        },
        expects: { kind: 'is', text: 'False' },
        otherwise: 'A program has this port. Choose another one.',
      },
    ],
    steps: withBackup(snapshot, [
      changeStep({
        id: 'change-binding',
        title: `Change the binding ${before} of "${site}" to ${after}`,
        why: 'Nobody else has this one.',
        file,
        text: document.text,
        edits: [setAttribute(element, 'bindingInformation', after)],
        undo: `Give "${site}" the binding ${before} again`,
      }),
      {
        id: 'start',
        title: `Start the site "${site}"`,
        why: 'It takes its bindings now; one that is taken says so here.',
        command: controlSite('start', site),
        stops: [],
        check: siteIs(site, 'Started'),
        undo: { title: `Stop the site "${site}"`, command: controlSite('stop', site), accepts: [1062] },
      },
    ]),
    verification: [siteIs(site, 'Started')],
    leftovers: [
      `Links, load balancers and firewalls know the old port; open ${port} in the firewall for those who need it.`,
    ],
  };
}

/** Who has the same binding. */
function rivals({ sites }: Snapshot, site: string, information: string): readonly string[] {
  const others = (sites?.sites.known ? sites.sites.value : []).filter(
    (one) =>
      one.name !== site &&
      one.bindings.some((binding) => binding.information.toLowerCase() === information.toLowerCase()),
  );
  return others.length
    ? others.map(({ name, state }) => `"${name}" has the same binding ${information} and is ${state}.`)
    : [`No other site has ${information}: another program may have the port.`];
}

const onList = (address: string, isOn: boolean): Check => ({
  says: `${address} is ${isOn ? '' : 'not '}on the listen list.`,
  command: program('netsh.exe', ['http', 'show', 'iplisten']),
  expects: { kind: isOn ? 'contains' : 'lacks', text: address },
  otherwise: 'The answer shows the whole list.',
});

const changeList = (verb: 'add' | 'delete', address: string): Command =>
  program('netsh.exe', ['http', verb, 'iplisten', `ipaddress=${address}`]);

/** A saved script says why this is no mistake here. */
function putBack(address: string): Command {
  const { powershell, cmd } = changeList('add', address);
  const reason = 'iis-doctor-disable-next-line iplisten-narrows-all-sites: it stood on the list before.';
  return { powershell: `# ${reason}\n${powershell}`, cmd: `rem ${reason}\n${cmd ?? ''}` };
}

const takeOff = (snapshot: Snapshot, address: string): Plan => ({
  ...planBase('port-conflict', snapshot.server),
  title: `Take ${address} off the listen list of ${snapshot.server}`,
  verdict:
    listened(snapshot).length === 1
      ? 'HTTP.sys listens on this address only; without the entry it listens on all of them.'
      : 'HTTP.sys listens on the listed addresses only; one that the server no longer has keeps sites from starting.',
  evidence: listened(snapshot).map((one) => `On the listen list: ${one}.`),
  prechecks: [onList(address, true)],
  steps: [
    {
      id: 'take-off',
      title: `Take ${address} off the listen list`,
      why: 'It holds when HTTP is started the next time.',
      command: changeList('delete', address),
      stops: [],
      undo: {
        title: `Put ${address} on the listen list again`,
        command: putBack(address),
        // netsh.exe ends with 1 for every fault, also where it is on the list: the check decides.
        accepts: [1],
        checks: [onList(address, true)],
      },
    },
  ],
  verification: [onList(address, false)],
  leftovers: ['HTTP reads the list when it starts. Restart it in a quiet hour: all sites are down for some seconds.'],
  leads: [
    {
      remedy: 'safe-restart',
      values: { scope: 'Restart HTTP as well, for TLS and HTTP.sys settings' },
      says: 'HTTP reads the listen list when it starts.',
    },
  ],
});
