import { bindingsOf } from '../../config/server';
import type { Certificate } from '../../probes/certificates';
import type { CertificateBinding } from '../../probes/http-bindings';
import type { Snapshot } from '../../servers/snapshot';
import { program } from '../commands/programs';
import { configurationOf } from '../configuration/configurationOf';
import type { Check, Command, Plan, Refusal, Step } from '../plan';
import { planBase } from '../planBase';
import { notAdministrator } from '../refusals';
import type { Remedy } from '../remedy';

/** The application in whose name IIS binds certificates. */
const IIS = '{4dc3e181-e14b-4a21-b022-59fc669b0914}';
const ASKED = { no: 'No client is asked for a certificate', yes: 'Clients are asked for a certificate' } as const;

/** https is broken after a renewal, a binding lost its certificate, or names it by a thumbprint that is gone. */
const certificateBinding: Remedy = {
  id: 'certificate-binding',
  title: 'Bind another certificate',
  purpose:
    'HTTP.sys presents a certificate that is gone, has expired or belongs to another name (15021, 15300, 0x80070520). Binds one that is in the store and has its private key.',
  versions: 'IIS 7 and later; with host names (SNI) IIS 8 and later',
  rights: 'administrator on the server',
  doesNot: [
    'It does not import or renew certificates.',
    'It does not change bindings of the central certificate store.',
    'It does not touch the bindings of the sites: only which certificate HTTP.sys presents there.',
  ],
  doNot: [
    'Do not copy a thumbprint out of the certificate dialog: it begins with an invisible character, and the command fails with error 87.',
    'Do not bind 0.0.0.0:443 as well "to be safe": clients without SNI then get that certificate for every site.',
    'Do not leave the options of the old binding out: asking for client certificates is switched off by that.',
  ],
  sources: [
    {
      document: 'netsh http (Microsoft Learn)',
      url: 'https://learn.microsoft.com/windows-server/administration/windows-commands/netsh-http',
      says: 'add sslcert takes ipport or hostnameport, certhash, appid, certstorename and clientcertnegotiation; delete sslcert forgets all of them',
      read: '2026-11-25',
    },
  ],
  parameters: [
    {
      name: 'endpoint',
      label: 'Endpoint',
      kind: 'choice',
      isRequired: true,
      help: 'Where HTTP.sys presents a certificate, or a site with https waits for one.',
      options: (snapshot) => endpoints(snapshot).map(({ endpoint }) => endpoint),
      initial: (snapshot) =>
        endpoints(snapshot).find((one) => !certificateOf(snapshot, one.thumbprint))?.endpoint ?? '',
    },
    {
      name: 'certificate',
      label: 'Certificate',
      kind: 'choice',
      isRequired: true,
      help: 'Those that are valid today and have their private key.',
      options: (snapshot) => usable(snapshot).map(labelOf),
    },
    {
      name: 'asked',
      label: 'Client certificates',
      kind: 'choice',
      isRequired: true,
      help: 'As the binding has it now: "Negotiate Client Certificate" of netsh http show sslcert. It is kept.',
      options: () => Object.values(ASKED),
      initial: () => ASKED.no,
    },
  ],
  needs: ['system', 'sites', 'configuration', 'certificates', 'bindings'],
  answers: [
    'httpevent-15021',
    'httpevent-15021-not-in-store',
    'httpevent-15300',
    'certificate-expires',
    'certificate-missing',
    'https-without-certificate',
  ],
  plan: (snapshot, { endpoint = '', certificate = '', asked = ASKED.no }) =>
    planFor(snapshot, endpoint, certificate, asked === ASKED.yes),
};
export default certificateBinding;

const all = ({ certificates }: Snapshot): readonly Certificate[] =>
  certificates?.certificates.known ? certificates.certificates.value : [];

const certificateOf = (snapshot: Snapshot, thumbprint: string): Certificate | undefined =>
  all(snapshot).find((one) => one.thumbprint === thumbprint && one.hasPrivateKey);

const usable = (snapshot: Snapshot): readonly Certificate[] =>
  all(snapshot).filter(
    ({ hasPrivateKey, notBefore, notAfter }) =>
      hasPrivateKey && Date.parse(notBefore) <= snapshot.at && Date.parse(notAfter) > snapshot.at,
  );

const labelOf = ({ thumbprint, subject, notAfter, store }: Certificate): string =>
  `${thumbprint}: ${subject.slice(0, 200)}, until ${notAfter.slice(0, 10)}, in ${store}`;

type Endpoint = Pick<CertificateBinding, 'endpoint' | 'kind' | 'thumbprint' | 'store' | 'applicationId'>;

/** What is bound, and https bindings of sites for which nothing is. */
function endpoints(snapshot: Snapshot): readonly Endpoint[] {
  const bound = snapshot.bindings?.certificates.known ? snapshot.bindings.certificates.value : null;
  if (!bound) return [];
  const found = new Map<string, Endpoint>(
    bound.filter(({ kind }) => kind !== 'centralStore').map((one) => [one.endpoint.toLowerCase(), one]),
  );
  const sites = configurationOf(snapshot)?.server.sites.values() ?? [];
  for (const site of sites)
    for (const { protocol, sslFlags, address, portNumber, host } of bindingsOf(site)) {
      if (protocol !== 'https' || (sslFlags & 2) !== 0 || portNumber === null) continue;
      const isSni = (sslFlags & 1) !== 0 && !!host?.text;
      const at = address?.text ?? '*';
      const endpoint = `${isSni ? host.text : at === '*' || at === '' ? '0.0.0.0' : at}:${portNumber}`;
      if (!found.has(endpoint.toLowerCase()))
        found.set(endpoint.toLowerCase(), {
          endpoint,
          kind: isSni ? 'hostName' : 'address',
          thumbprint: '',
          store: '',
          applicationId: IIS,
        });
    }
  return [...found.values()];
}

const placeOf = ({ kind, endpoint }: Endpoint): string =>
  `${kind === 'hostName' ? 'hostnameport' : 'ipport'}=${endpoint}`;

const show = (at: Endpoint): Command => program('netsh.exe', ['http', 'show', 'sslcert', placeOf(at)]);

const remove = (at: Endpoint): Command => program('netsh.exe', ['http', 'delete', 'sslcert', placeOf(at)]);

const add = (at: Endpoint, thumbprint: string, store: string, isAsked: boolean): Command =>
  program('netsh.exe', [
    'http',
    'add',
    'sslcert',
    placeOf(at),
    `certhash=${thumbprint}`,
    `appid=${at.applicationId}`,
    ...(store === '' ? [] : [`certstorename=${store}`]),
    ...(isAsked ? ['clientcertnegotiation=enable'] : []),
  ]);

const presents = (at: Endpoint, thumbprint: string): Check => ({
  says: `${at.endpoint} presents ${thumbprint}.`,
  command: show(at),
  expects: { kind: 'contains', text: thumbprint },
  otherwise: 'The answer shows what is bound there.',
});

/** The options of the binding that the commands keep are those that they can say; the others must be as they always are. */
const optionChecks = (at: Endpoint, isAsked: boolean): readonly Check[] =>
  [
    `Negotiate Client Certificate : ${isAsked ? 'Enabled' : 'Disabled'}`,
    'DS Mapper Usage              : Disabled',
    'Verify Client Certificate Revocation : Enabled',
    'Ctl Identifier               : (null)',
  ].map((text) => ({
    says: `The binding says ${text.replace(/ {1,20}:/, ':')}.`,
    command: show(at),
    expects: { kind: 'contains', text },
    otherwise: text.startsWith('Negotiate')
      ? 'Choose the other answer about client certificates.'
      : 'This option would be lost. Bind the certificate by hand, with all options that are shown.',
  }));

function planFor(snapshot: Snapshot, endpoint: string, chosen: string, isAsked: boolean): Plan | Refusal {
  const refused = notAdministrator(snapshot);
  if (refused) return refused;
  const at = endpoints(snapshot).find((one) => one.endpoint === endpoint);
  const certificate = usable(snapshot).find((one) => labelOf(one) === chosen);
  if (!at) return { because: 'What HTTP.sys has bound could not be read, or nothing is bound and no site has https.' };
  if (!certificate)
    return {
      because:
        'No valid certificate with a private key was chosen. Import it with its key first, into the store of the machine.',
    };
  const { thumbprint, store } = certificate;
  if (at.thumbprint === thumbprint) return { because: `${endpoint} presents this certificate already.` };
  const host = at.kind === 'hostName' ? endpoint.replace(/:\d+$/, '') : null;
  if (host !== null && !covers(certificate, host))
    return {
      because: `The certificate is for ${certificate.dnsNames.join(', ') || certificate.subject} and not for ${host}: browsers would refuse it.`,
    };
  const isBound = at.thumbprint !== '';
  const hasOld = certificateOf(snapshot, at.thumbprint) !== undefined;
  // What netsh prints can only be compared in English; elsewhere a person looks.
  const runs = !isBound || /^en\b/i.test(snapshot.system?.culture ?? '');
  const deleted: Step = {
    id: 'delete',
    title: `Take the certificate from ${endpoint}`,
    why: hasOld
      ? 'HTTP.sys has one certificate for an endpoint; the next step binds the new one.'
      : 'The old certificate is no longer in the store, so it cannot be bound again; nobody could use it either.',
    command: remove(at),
    stops: [`https at ${endpoint}, until the next step is done.`],
    undo: hasOld
      ? {
          title: `Bind the old certificate to ${endpoint} again`,
          command: add(at, at.thumbprint, at.store, isAsked),
          // netsh.exe ends with 1 for every fault, also where there is nothing to do: the check decides.
          accepts: [1],
          checks: [presents(at, at.thumbprint)],
        }
      : null,
  };
  return {
    ...planBase('certificate-binding', snapshot.server),
    title: `Bind another certificate to ${endpoint} on ${snapshot.server}`,
    verdict: !isBound
      ? 'A site has https there, and no certificate is bound: clients get no connection.'
      : hasOld
        ? 'The certificate that is presented is replaced by the chosen one.'
        : 'The certificate that is bound is not in the store of the machine, or has no private key: clients get no connection.',
    evidence: [
      ...(isBound ? [`${endpoint} has ${at.thumbprint} from ${at.store || 'MY'}, bound by ${at.applicationId}.`] : []),
      ...(isBound && at.applicationId.toLowerCase() !== IIS
        ? ['Another product than IIS has bound it; it may have a setting of its own for this.']
        : []),
      `New: ${labelOf(certificate)}.`,
    ],
    prechecks: isBound && runs ? optionChecks(at, isAsked) : [],
    undoesItself: hasOld,
    steps: [
      ...(isBound && !runs
        ? [
            {
              id: 'note-options',
              title: 'Note every option that is shown for the binding',
              why: 'Deleting forgets them; what differs from the usual goes behind the command that adds.',
              command: show(at),
              stops: [],
            },
          ]
        : []),
      ...(isBound ? [deleted] : []),
      {
        id: 'add',
        title: `Bind the certificate to ${endpoint}`,
        why: `It is presented from the next connection on, in the name of the same application${isAsked ? '; clients are asked for theirs as before' : ''}.`,
        command: add(at, thumbprint, store, isAsked),
        stops: [],
        check: presents(at, thumbprint),
        undo: {
          title: `Take the new certificate from ${endpoint}`,
          command: remove(at),
          accepts: [1],
          checks: [
            {
              says: `${endpoint} does not present ${thumbprint}.`,
              command: show(at),
              expects: { kind: 'lacks', text: thumbprint },
              otherwise: 'Take it away by hand, with the command above.',
            },
          ],
        },
      },
    ],
    verification: [presents(at, thumbprint)],
    leftovers: [
      'Open the site in a browser and look at the certificate; a load balancer in front may have one of its own.',
    ],
    cuts: endpoint.endsWith(':5986') ? ['winrm'] : [],
    runs,
  };
}

function covers({ dnsNames, subject }: Certificate, host: string): boolean {
  const common = /(?:^|,\s*)CN=([^,]+)/i.exec(subject)?.[1];
  const names = dnsNames.length ? dnsNames : common === undefined ? [] : [common.trim()];
  const lower = host.toLowerCase();
  return names.some((one) => {
    const name = one.toLowerCase();
    return name === lower || (name.startsWith('*.') && lower.slice(lower.indexOf('.')) === name.slice(1));
  });
}
