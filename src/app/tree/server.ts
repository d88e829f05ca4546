import type { ServerView } from '../serverView';
import { phaseTexts } from '../faultTexts';
import { certificatesFolder } from './certificates';
import { configurationFolder } from './configuration';
import { eventsFolder } from './events';
import { findingsFolder } from './findings';
import { logsFolder } from './logs';
import { facts, problemNode, problemOf } from './parts';
import { poolsFolder } from './pools';
import { servicesFolder } from './services';
import { sitesFolder } from './sites';
import type { Tone, TreeNode } from './treeNode';
import { workersFolder } from './workers';

/** A server. Its children tell what is going on while it is being connected, and why where it failed. */
export function serverNode(view: ServerView): TreeNode {
  const { connection, findings, report } = view;
  const { address, state } = connection;
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.length - errors;
  const tone: Tone =
    state.kind === 'failed' || errors ? 'error' : warnings ? 'warning' : state.kind === 'connected' ? 'good' : 'quiet';
  return {
    id: view.name,
    kind: 'server',
    label: view.name,
    description: describe(view, errors, warnings),
    icon: state.kind === 'connecting' ? 'loading~spin' : state.kind === 'failed' ? 'error' : 'server',
    tone,
    flags: [state.kind, address.transport, ...(connection.session?.can.run ? ['canRun'] : [])],
    spoken: `Server ${view.name}, ${describe(view, errors, warnings)}`,
    tooltip: () => tooltip(view),
    children: () => {
      switch (state.kind) {
        case 'failed':
          return report
            ? [problemNode(view.name, view.name, state.error), ...folders(view)]
            : [problemNode(view.name, view.name, state.error)];
        case 'connected':
          return folders(view);
        case 'idle':
        case 'connecting':
          return report
            ? folders(view)
            : [
                {
                  id: `${view.name}/phase`,
                  kind: 'phase',
                  label: phaseTexts[state.kind === 'connecting' ? state.phase : 'resolving'],
                  icon: 'loading~spin',
                  tone: 'quiet',
                  target: { server: view.name },
                },
              ];
      }
    },
    target: { server: view.name },
  };
}

const folders = (view: ServerView): readonly TreeNode[] => [
  findingsFolder(view),
  eventsFolder(view),
  servicesFolder(view),
  poolsFolder(view),
  sitesFolder(view),
  workersFolder(view),
  certificatesFolder(view),
  configurationFolder(view),
  logsFolder(view),
];

function describe(view: ServerView, errors: number, warnings: number): string {
  const { connection, report } = view;
  const { state } = connection;
  if (state.kind === 'failed') return problemOf(state.error).says;
  if (state.kind === 'connecting') return phaseTexts[state.phase];
  if (state.kind === 'idle' && !report) return 'not connected';
  const iis = view.kept('system')?.value;
  const parts = [
    errors === 1 ? '1 error' : errors ? `${errors} errors` : '',
    warnings === 1 ? '1 warning' : warnings ? `${warnings} warnings` : '',
    !errors && !warnings && report ? 'healthy' : '',
    state.kind === 'idle' ? 'not connected' : '',
    iis && !iis.administrator ? 'not administrator' : '',
  ];
  return parts.filter(Boolean).join(', ') || 'connected';
}

function tooltip(view: ServerView): string {
  const { address } = view.connection;
  const system = view.kept('system')?.value;
  return facts([
    ['Server', view.name],
    ['Reached by', address.transport],
    ['Host', address.host ?? ''],
    ['Computer', system?.computer ?? ''],
    ['Windows', system ? `${system.windows} (${system.windowsVersion})` : ''],
    ['IIS', system ? (system.iis ?? 'not installed') : ''],
    ['PowerShell', system?.powershell ?? ''],
    [
      'Signed in as',
      system ? `${system.account}${system.administrator ? ', administrator' : ', not an administrator'}` : '',
    ],
  ]);
}
