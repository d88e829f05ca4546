import type { Certificate } from '../../engine/probes/certificates';
import type { ServerView } from '../serverView';
import { countOf, emptyNode, facts, nodesOf } from './parts';
import type { Tone, TreeNode } from './treeNode';

const DAY_MS = 86_400_000;

export function certificatesFolder(view: ServerView): TreeNode {
  const id = `${view.name}/certificates`;
  const kept = view.kept('certificates');
  const count = countOf(kept, ({ certificates }) => certificates);
  return {
    id,
    kind: 'folder',
    label: 'Certificates',
    icon: 'verified',
    ...(count !== undefined && { description: count }),
    children: () =>
      nodesOf(
        { id, server: view.name, what: 'certificates' },
        kept,
        ({ certificates }) => certificates,
        (all) =>
          all.length
            ? [...all].sort((a, b) => a.notAfter.localeCompare(b.notAfter)).map((one) => certificateNode(id, view, one))
            : [emptyNode(id, 'There is no certificate in the stores My and WebHosting.')],
      ),
  };
}

function certificateNode(folder: string, view: ServerView, certificate: Certificate): TreeNode {
  const { thumbprint, subject, issuer, store, friendlyName, dnsNames, notBefore, notAfter, hasPrivateKey } =
    certificate;
  const bindings = view.kept('http-bindings')?.value?.certificates;
  const bound = bindings?.known ? bindings.value.filter((one) => one.thumbprint === thumbprint) : [];
  const now = Date.parse(view.kept('system')?.value?.now ?? '');
  const days = Math.floor((Date.parse(notAfter) - now) / DAY_MS);
  const tone: Tone = days < 0 ? 'error' : days < 30 ? 'warning' : 'good';
  return {
    id: `${folder}/${store}/${thumbprint}`,
    kind: 'certificate',
    label: dnsNames[0] ?? subject,
    description: days < 0 ? 'expired' : Number.isNaN(days) ? `until ${notAfter.slice(0, 10)}` : `${days} days left`,
    icon: days < 30 ? 'warning' : 'verified',
    tone,
    tooltip: () =>
      facts([
        ['Subject', subject],
        ['Names', dnsNames.join(', ')],
        ['Friendly name', friendlyName],
        ['Issuer', issuer],
        ['Valid', `${notBefore.slice(0, 10)} to ${notAfter.slice(0, 10)}`],
        ['Thumbprint', thumbprint],
        ['Store', store],
        ['Private key', hasPrivateKey ? 'yes' : 'no'],
        ['Bound at', bound.map(({ endpoint }) => endpoint).join(', ') || 'nowhere'],
      ]),
    target: { server: view.name, name: thumbprint },
  };
}
