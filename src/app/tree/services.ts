import type { Service, ServiceState } from '../../engine/probes/services';
import type { ServerView } from '../serverView';
import { countOf, facts, nodesOf } from './parts';
import type { Tone, TreeNode } from './treeNode';

/** What belongs to IIS, whatever depends on what. */
const OF_IIS =
  /^(?:http|was|w3svc|w3logsvc|apphostsvc|wmsvc|ftpsvc|iisadmin|aspnet_state|nettcpactivator|netpipeactivator|netmsmqactivator|nettcpportsharing|msdepsvc|smtpsvc|msftpsvc|nntpsvc|httpfilter)$/i;

/** The services of IIS and all that depends on them. */
export function servicesFolder(view: ServerView): TreeNode {
  const id = `${view.name}/services`;
  const kept = view.kept('services');
  return {
    id,
    kind: 'folder',
    label: 'Services',
    icon: 'server-process',
    ...describe(
      countOf(kept, ({ services }) => (services.known ? { ...services, value: ofIis(services.value) } : services)),
    ),
    children: () =>
      nodesOf(
        { id, server: view.name, what: 'services' },
        kept,
        ({ services }) => services,
        (all) => ofIis(all).map((one) => serviceNode(id, view, one, all)),
      ),
  };
}

const describe = (description: string | undefined): { description?: string } =>
  description === undefined ? {} : { description };

/** Those of IIS, and what depends on one of them, however indirectly. */
function ofIis(all: readonly Service[]): readonly Service[] {
  const wanted = new Set(all.filter(({ name }) => OF_IIS.test(name)).map(({ name }) => name.toLowerCase()));
  for (let size = 0; size !== wanted.size;) {
    size = wanted.size;
    for (const { name, dependsOn } of all)
      if (dependsOn.some((one) => wanted.has(one.toLowerCase()))) wanted.add(name.toLowerCase());
  }
  const rank = ({ name }: Service): number => (OF_IIS.test(name) ? 0 : 1);
  return all
    .filter(({ name }) => wanted.has(name.toLowerCase()))
    .sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name));
}

const WORDS: Readonly<Record<ServiceState, string>> = {
  stopped: 'stopped',
  startPending: 'starting',
  stopPending: 'stopping',
  running: 'running',
  continuePending: 'resuming',
  pausePending: 'pausing',
  paused: 'paused',
};

function serviceNode(folder: string, view: ServerView, service: Service, all: readonly Service[]): TreeNode {
  const { name, displayName, state, startType, processId, account, dependsOn } = service;
  const tone: Tone =
    state === 'running' ? 'good' : state === 'stopped' ? (startType === 'automatic' ? 'error' : 'quiet') : 'warning';
  const dependents = all.filter((one) => one.dependsOn.some((other) => other.toLowerCase() === name.toLowerCase()));
  return {
    id: `${folder}/${name}`,
    kind: 'service',
    label: name,
    description: `${WORDS[state]}${processId ? ` · process ${processId}` : ''}`,
    icon: state === 'running' ? 'pass-filled' : state === 'stopped' ? 'circle-outline' : 'sync',
    tone,
    flags: [state],
    spoken: `${displayName || name}, ${WORDS[state]}`,
    tooltip: () =>
      facts([
        ['Service', displayName],
        ['State', WORDS[state]],
        ['Starts', startType ?? ''],
        ['Account', account],
        ['Needs', dependsOn.join(', ')],
        ['Needed by', dependents.map((one) => `${one.name} (${WORDS[one.state]})`).join(', ')],
      ]),
    target: { server: view.name, name },
  };
}
