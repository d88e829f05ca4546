import type { ServerView } from '../serverView';
import { findingNode } from './findings';
import { serverNode } from './server';
import type { TreeNode } from './treeNode';

/** The servers, those with a group below it; groups in the order in which they first stand in the settings. */
export function rootNodes(views: readonly ServerView[]): readonly TreeNode[] {
  const groups = new Map<string, ServerView[]>();
  const nodes: TreeNode[] = [];
  for (const view of views) {
    const { group } = view.connection.address;
    if (group === undefined || group === '') {
      nodes.push(serverNode(view));
      continue;
    }
    const members = groups.get(group);
    if (members) {
      members.push(view);
      continue;
    }
    const own = [view];
    groups.set(group, own);
    nodes.push({
      id: `group ${group}`,
      kind: 'group',
      label: group,
      icon: 'folder',
      isExpanded: true,
      children: () => own.map(serverNode),
    });
  }
  return nodes;
}

/** The findings of all servers, the worst first, each with its server's name. */
export function worstFindings(views: readonly ServerView[]): readonly TreeNode[] {
  const ranks = { error: 0, warning: 1, information: 2 };
  return views
    .flatMap((view) => view.findings.map((finding, i) => ({ view, finding, i })))
    .sort((a, b) => ranks[a.finding.severity] - ranks[b.finding.severity])
    .map(({ view, finding, i }) => {
      const node = findingNode(`${view.name}/worst`, view, finding, i);
      return { ...node, description: [view.name, node.description].filter(Boolean).join(' · ') };
    });
}
