import * as vscode from 'vscode';
import { serverPage } from '../../app/serverPage';
import type { Command } from '../command';

/** Reads a server anew, looks at configuration, state and events together, and shows what came of it as a page. */
const checkServer: Command = async ({ servers, explanations }, node) => {
  const view = await servers.pick(node, 'Which server is to be checked?');
  if (!view) return;
  await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: `Checking ${view.name}`, cancellable: true },
    (_, token) =>
      Promise.race([
        view.refresh(0),
        new Promise<void>((resolve) => {
          token.onCancellationRequested(() => {
            void view.connection.close();
            resolve();
          });
        }),
      ]),
  );
  await explanations.show({ title: `Check of ${view.name}`, markdown: serverPage(view) });
};
export default checkServer;
