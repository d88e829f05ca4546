import type { RunningRequest, WorkerProcess } from '../../engine/probes/worker-processes';
import type { ServerView } from '../serverView';
import { countOf, emptyNode, facts, nodesOf, shortfallNode } from './parts';
import { bytesText, durationText } from './quantities';
import type { TreeNode } from './treeNode';

export function workersFolder(view: ServerView): TreeNode {
  const id = `${view.name}/workers`;
  const kept = view.kept('worker-processes');
  const count = countOf(kept, ({ workers }) => workers);
  return {
    id,
    kind: 'folder',
    label: 'Worker Processes',
    icon: 'pulse',
    ...(count !== undefined && { description: count }),
    children: () =>
      nodesOf(
        { id, server: view.name, what: 'worker processes' },
        kept,
        ({ workers }) => workers,
        (all) =>
          all.length
            ? all.map((worker) => workerNode(id, view, worker))
            : [emptyNode(id, 'None runs. They start with the first request to an application pool.')],
      ),
  };
}

function workerNode(folder: string, view: ServerView, { processId, applicationPool, use }: WorkerProcess): TreeNode {
  const id = `${folder}/${processId}`;
  const requests = view.kept('worker-processes')?.value?.requests;
  const own = requests?.known ? requests.value.filter((one) => one.processId === processId) : [];
  const now = Date.parse(view.kept('system')?.value?.now ?? '');
  return {
    id,
    kind: 'workerProcess',
    label: `${processId} ${applicationPool}`,
    description: [
      use.known ? bytesText(use.value.privateBytes) : '',
      own.length === 1 ? '1 request' : own.length ? `${own.length} requests` : '',
    ]
      .filter(Boolean)
      .join(' · '),
    icon: 'server-process',
    spoken: `Worker process ${processId} of application pool ${applicationPool}`,
    tooltip: () =>
      facts([
        ['Process', String(processId)],
        ['Application pool', applicationPool],
        ...(use.known
          ? ([
              ['Private memory', bytesText(use.value.privateBytes)],
              ['Working set', bytesText(use.value.workingSetBytes)],
              ['CPU time', durationText(use.value.cpuSeconds * 1000)],
              ['Started', use.value.started],
              ['Runs for', Number.isNaN(now) ? '' : durationText(now - Date.parse(use.value.started))],
            ] as const)
          : []),
      ]),
    children: () => {
      if (requests && !requests.known) return [shortfallNode(id, 'Running requests', requests.shortfall)];
      return own.length
        ? [...own].sort((a, b) => b.elapsed - a.elapsed).map((one) => requestNode(id, view, one))
        : [emptyNode(id, 'No request is running.')];
    },
    target: { server: view.name, name: applicationPool },
  };
}

function requestNode(parent: string, view: ServerView, request: RunningRequest): TreeNode {
  const { id, verb, url, elapsed, client, stage, module, site } = request;
  return {
    id: `${parent}/${id}`,
    kind: 'request',
    label: `${verb} ${url}`,
    description: durationText(elapsed),
    icon: 'arrow-swap',
    tone: elapsed > 60_000 ? 'warning' : 'quiet',
    tooltip: () =>
      facts([
        ['Request', `${verb} ${url}`],
        ['Runs for', durationText(elapsed)],
        ['Site', site],
        ['Client', client],
        ['Stage', stage],
        ['Module', module],
      ]),
    target: { server: view.name },
  };
}
