import * as vscode from 'vscode';
import type { ServerView } from '../../app/serverView';
import type { Command } from '../command';
import { serverOf } from '../servers/servers';

/** Shows how the configuration of two servers differs, without what differs between machines by nature. */
const compareServers: Command = async ({ servers, comparisons, tell }, node, nodes) => {
  const chosen = new Set([...(Array.isArray(nodes) ? (nodes as unknown[]) : []), node].map(serverOf));
  const [first, second] = [...chosen].flatMap((name) => servers.get(name ?? '') ?? []);
  const left = first ?? (await servers.pick(undefined, 'Which server is to be compared?'));
  if (!left) return;
  const right = second ?? (await other(servers.all, left));
  if (!right) return;
  const shown = await comparisons.show(left, right);
  if (!shown) tell.info('nothingToCompare');
};
export default compareServers;

async function other(all: readonly ServerView[], first: ServerView): Promise<ServerView | null> {
  const items = all.filter((view) => view !== first).map((view) => ({ label: view.name, view }));
  const picked = await vscode.window.showQuickPick(items, { placeHolder: `Compare ${first.name} with which server?` });
  return picked?.view ?? null;
}
