import type { ApplicationPool } from '../../engine/probes/application-pools';
import { applicationPathOf } from '../../engine/servers/applicationPath';
import type { ServerView } from '../serverView';
import { emptyNode, facts, readingNode, shortfallNode } from './parts';
import { STATE_ICONS, STATE_TONES } from './states';
import type { TreeNode } from './treeNode';

export function poolsFolder(view: ServerView): TreeNode {
  const id = `${view.name}/pools`;
  const { pools } = view;
  const known = pools?.known && pools.value.pools.known ? pools.value.pools.value : null;
  const stopped = known?.filter(({ state }) => state === 'stopped').length ?? 0;
  return {
    id,
    kind: 'folder',
    label: 'Application Pools',
    icon: 'layers',
    ...(known && { description: stopped ? `${known.length}, ${stopped} stopped` : String(known.length) }),
    children: () => {
      if (!pools?.known) return [readingNode(id, 'application pools')];
      if (!pools.value.pools.known) return [shortfallNode(id, 'Application pools', pools.value.pools.shortfall)];
      const all = pools.value.pools.value;
      return all.length
        ? all.map((pool) => poolNode(id, view, pool))
        : [emptyNode(id, 'There is no application pool.')];
    },
  };
}

function poolNode(folder: string, view: ServerView, { name, state, runtime, pipeline }: ApplicationPool): TreeNode {
  const users = usersOf(view, name);
  const session = view.connection.session;
  return {
    id: `${folder}/${name}`,
    kind: 'pool',
    label: name,
    description: [
      state === 'unknown' ? '' : state,
      users.length === 1 ? '1 application' : `${users.length} applications`,
    ]
      .filter(Boolean)
      .join(' · '),
    icon: STATE_ICONS[state],
    tone: STATE_TONES[state],
    flags: [state, ...(session?.can.run ? ['canRun'] : [])],
    spoken: `Application pool ${name}, ${state}`,
    tooltip: () =>
      facts([
        ['Application pool', name],
        ['State', state],
        ['Runtime', runtime === '' ? 'no managed code' : runtime],
        ['Pipeline', pipeline],
        ['Used by', users.join(', ') || 'no application'],
      ]),
    target: { server: view.name, name },
  };
}

function usersOf(view: ServerView, pool: string): readonly string[] {
  const { sites } = view;
  if (!sites?.known || !sites.value.applications.known) return [];
  return sites.value.applications.value
    .filter(({ applicationPool }) => applicationPool.toLowerCase() === pool.toLowerCase())
    .map(applicationPathOf);
}
