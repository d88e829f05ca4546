import type { TreeNode } from './treeNode';

/** What a filter looks into; findings, events and requests are shown with what they belong to. */
const HOLDS: ReadonlySet<TreeNode['kind']> = new Set(['group', 'server', 'folder']);

/**
 * The nodes whose name holds a text, in any case, and the ways down to them.
 *
 * @param text empty: everything
 */
export function filterNodes(nodes: readonly TreeNode[], text: string): readonly TreeNode[] {
  const wanted = text.trim().toLowerCase();
  return wanted === '' ? nodes : nodes.flatMap((node) => filtered(node, wanted));
}

function filtered(node: TreeNode, wanted: string): TreeNode[] {
  if (node.label.toLowerCase().includes(wanted)) return [node];
  const { children } = node;
  if (!children || !HOLDS.has(node.kind)) return [];
  const kept = (): TreeNode[] => children().flatMap((child) => filtered(child, wanted));
  return kept().length ? [{ ...node, isExpanded: true, children: kept }] : [];
}
