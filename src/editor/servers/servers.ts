import * as vscode from 'vscode';
import { Changes } from '../../app/changes';
import { Servers } from '../../app/servers';
import { ServerView } from '../../app/serverView';
import { filterNodes } from '../../app/tree/filter';
import { rootNodes, worstFindings } from '../../app/tree/root';
import type { TreeNode } from '../../app/tree/treeNode';
import type { Transport, TransportKind } from '../../transports/session';
import type { LanguageServer } from '../languageServer';
import type { Tell } from '../tell';
import { ConfirmedServers, readAddresses } from './addresses';
import { SERVER_SCHEME } from '../../protocol/servers';
import { ServerFiles } from './files';
import { Passwords } from './passwords';
import { permit, surroundingsOf } from './surroundings';
import { thinkerOf } from './thinker';
import { Tree } from './tree';

/** The servers in VS Code: what the settings name, the two views over it, and the documents from them. */
export class EditorServers implements vscode.Disposable {
  readonly passwords: Passwords;
  /** Something is known that was not, or a server came or went. */
  readonly changes = new Changes<void>();
  readonly #servers: Servers;
  readonly #views = new Map<string, ServerView>();
  readonly #thinker: ReturnType<typeof thinkerOf>;
  readonly #tree: Tree;
  readonly #findings: Tree;
  readonly #files: ServerFiles;
  readonly #treeView: vscode.TreeView<TreeNode>;
  readonly #findingsView: vscode.TreeView<TreeNode>;
  readonly #disposables: vscode.Disposable[] = [];
  readonly #log: vscode.LogOutputChannel;
  #fromWorkspace: ReadonlySet<string> = new Set();
  #filter = '';
  #timer: ReturnType<typeof setInterval> | null = null;

  constructor(
    context: vscode.ExtensionContext,
    transports: readonly Transport[],
    server: LanguageServer,
    log: vscode.LogOutputChannel,
    tell: Tell,
  ) {
    this.#log = log;
    this.transports = new Set(transports.map(({ kind }) => kind));
    this.passwords = new Passwords(context.secrets);
    this.#thinker = thinkerOf(server);
    const confirmed = new ConfirmedServers(context.globalState);
    this.#servers = new Servers({
      transports,
      thinker: this.#thinker,
      now: Date.now,
      permit: (address) => permit(address, this.#fromWorkspace.has(address.name), confirmed, tell),
      surroundings: (address, signal, phase) =>
        surroundingsOf(address, signal, phase, { passwords: this.passwords, log, tell }),
    });
    this.#tree = new Tree(
      () => filterNodes(rootNodes(this.all), this.#filter),
      (node) => this.#opened(node),
    );
    this.#findings = new Tree(() => worstFindings(this.all));
    this.#files = new ServerFiles((name) => this.get(name));
    this.#treeView = vscode.window.createTreeView('iisDoctor.servers', {
      treeDataProvider: this.#tree,
      canSelectMany: true,
      showCollapseAll: true,
    });
    this.#findingsView = vscode.window.createTreeView('iisDoctor.findings', { treeDataProvider: this.#findings });
    this.#disposables.push(
      vscode.Disposable.from(this.#tree, this.#findings, this.#treeView, this.#findingsView),
      vscode.workspace.registerFileSystemProvider(SERVER_SCHEME, this.#files, { isReadonly: true }),
      this.#treeView.onDidChangeVisibility(() => this.#schedule()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('iisDoctor.servers')) this.#readSettings();
        if (event.affectsConfiguration('iisDoctor.connections.refreshInterval')) this.#schedule();
      }),
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.#readSettings()),
    );
    this.#servers.changes.listen((connection) => {
      if (connection?.state.kind === 'connected') void this.passwords.accepted(connection.address);
      this.#show();
    });
    this.#readSettings();
    this.#schedule();
  }

  /** The ways to servers that there are here. */
  readonly transports: ReadonlySet<TransportKind>;

  /** In the order of the settings. */
  get all(): readonly ServerView[] {
    return [...this.#views.values()];
  }

  /** The server of a name, in any case. */
  get(name: string): ServerView | null {
    return this.#views.get(name.toLowerCase()) ?? null;
  }

  /** The server that a node belongs to; without a node the only one, or the one that somebody picks. */
  async pick(node: unknown, placeHolder: string): Promise<ServerView | null> {
    const name = serverOf(node);
    if (name !== null) return this.get(name);
    const all = this.all;
    if (all.length === 1) return all[0] ?? null;
    const items = all.map((view) => ({ label: view.name, description: view.connection.address.transport, view }));
    return (await vscode.window.showQuickPick(items, { placeHolder }))?.view ?? null;
  }

  get filter(): string {
    return this.#filter;
  }

  set filter(text: string) {
    this.#filter = text;
    this.#treeView.description = text === '' ? '' : `only "${text}"`;
    void vscode.commands.executeCommand('setContext', 'iisDoctor.isFiltered', text !== '');
    this.#tree.refresh();
  }

  #readSettings(): void {
    const { addresses, fromWorkspace, faults } = readAddresses();
    for (const fault of faults) this.#log.warn(`Setting iisDoctor.servers: ${fault}`);
    this.#fromWorkspace = fromWorkspace;
    this.#servers.set(addresses);
    const before = new Map(this.#views);
    this.#views.clear();
    for (const connection of this.#servers.all) {
      const key = connection.address.name.toLowerCase();
      const known = before.get(key);
      const view = known?.connection === connection ? known : this.#makeView(connection);
      this.#views.set(key, view);
    }
    void vscode.commands.executeCommand('setContext', 'iisDoctor.hasServers', addresses.length > 0);
    this.#show();
  }

  #makeView(connection: ServerView['connection']): ServerView {
    const view = new ServerView(connection, this.#thinker, Date.now);
    view.changes.listen(() => this.#show());
    return view;
  }

  /** A look below a server connects it, unless that failed: then somebody has to want it once more. */
  #opened(node: TreeNode): void {
    const view = node.kind === 'server' ? this.get(node.target?.server ?? '') : null;
    if (view?.connection.state.kind === 'idle') void view.refresh(Infinity);
  }

  #show(): void {
    this.changes.tell();
    this.#tree.refresh();
    this.#findings.refresh();
    this.#files.refresh();
    const errors = this.all.reduce((sum, { findings }) => sum + findings.length, 0);
    this.#findingsView.badge = errors
      ? { value: errors, tooltip: errors === 1 ? '1 finding on the servers' : `${errors} findings on the servers` }
      : undefined;
  }

  /** Reads connected servers again from time to time, while somebody looks. */
  #schedule(): void {
    if (this.#timer) clearInterval(this.#timer);
    this.#timer = null;
    const seconds = vscode.workspace.getConfiguration('iisDoctor').get<number>('connections.refreshInterval', 30);
    if (!this.#treeView.visible || !(seconds > 0)) return;
    const age = Math.max(5, seconds) * 1000;
    this.#timer = setInterval(() => {
      for (const view of this.all) if (view.connection.state.kind === 'connected') void view.refresh(age);
    }, age);
  }

  dispose(): void {
    if (this.#timer) clearInterval(this.#timer);
    vscode.Disposable.from(...this.#disposables).dispose();
    void this.#servers.dispose();
  }
}

/** The server that an argument of a command speaks of; arguments come from outside. */
export function serverOf(node: unknown): string | null {
  const target = targetOf(node);
  return typeof target?.server === 'string' ? target.server : null;
}

export function targetOf(node: unknown): Readonly<Record<string, unknown>> | null {
  if (typeof node !== 'object' || node === null) return null;
  const { target } = node as { target?: unknown };
  return typeof target === 'object' && target !== null ? (target as Readonly<Record<string, unknown>>) : null;
}
