import * as vscode from 'vscode';
import { plainText } from '../../engine/render/escape';
import type { Tone, TreeNode } from '../../app/tree/treeNode';

/** Changes that come in a burst are shown together. */
const TOGETHER_MS = 80;

/** After this long what is still being waited for is looked at again. */
const LOST_MS = 1_000;

const COLOURS: Readonly<Record<Tone, string>> = {
  good: 'testing.iconPassed',
  warning: 'list.warningForeground',
  error: 'list.errorForeground',
  quiet: 'descriptionForeground',
};

/** A tree of plain nodes in VS Code. Answers at once, with what is known. */
export class Tree implements vscode.TreeDataProvider<TreeNode>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly #roots: () => readonly TreeNode[];
  readonly #opened: (node: TreeNode) => void;
  /** What was open in another window, or before a restart, is not opened again: that would connect by itself. */
  readonly #session = String(Date.now());
  #timer: ReturnType<typeof setTimeout> | null = null;

  readonly onDidChangeTreeData = this.#changed.event;

  /** @param opened somebody looks below a node */
  constructor(roots: () => readonly TreeNode[], opened: (node: TreeNode) => void = () => undefined) {
    this.#roots = roots;
    this.#opened = opened;
  }

  refresh(): void {
    this.#refreshIn(TOGETHER_MS);
  }

  #refreshIn(milliseconds: number): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      this.#changed.fire(undefined);
    }, milliseconds);
  }

  getChildren(node?: TreeNode): TreeNode[] {
    if (node) this.#opened(node);
    const children = [...(node ? (node.children?.() ?? []) : this.#roots())];
    // VS Code loses a refresh that comes while it asks for children: nobody shall look at "Reading…" for ever.
    if (children.some(({ kind }) => kind === 'phase')) this.#refreshIn(LOST_MS);
    return children;
  }

  getTreeItem(node: TreeNode): vscode.TreeItem {
    const { id, kind, label, description, icon, tone, flags = [], spoken, isExpanded, children } = node;
    const item = new vscode.TreeItem(
      plainText(label, 200),
      !children
        ? vscode.TreeItemCollapsibleState.None
        : isExpanded
          ? vscode.TreeItemCollapsibleState.Expanded
          : vscode.TreeItemCollapsibleState.Collapsed,
    );
    item.id = `${this.#session} ${isExpanded ? 'open ' : ''}${id}`;
    if (description !== undefined) item.description = plainText(description, 200);
    if (icon !== undefined) item.iconPath = new vscode.ThemeIcon(icon, tone && new vscode.ThemeColor(COLOURS[tone]));
    item.contextValue = [kind, ...flags].join(' ');
    if (spoken !== undefined) item.accessibilityInformation = { label: plainText(spoken, 300) };
    if (!children && OPENS.has(kind))
      item.command = { command: 'iisDoctor.openNode', title: 'Open', arguments: [node] };
    return item;
  }

  resolveTreeItem(item: vscode.TreeItem, node: TreeNode): vscode.TreeItem {
    const text = node.tooltip?.();
    if (text !== undefined) item.tooltip = new vscode.MarkdownString(text);
    return item;
  }

  dispose(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#changed.dispose();
  }
}

/** Nodes that a click opens. */
const OPENS: ReadonlySet<TreeNode['kind']> = new Set([
  'finding',
  'event',
  'file',
  'logFile',
  'problem',
  'virtualDirectory',
]);
