import * as vscode from 'vscode';
import type { ServerAction } from '../../app/serverActions';
import type { ServerView } from '../../app/serverView';
import type { Services } from '../services';
import { targetOf } from './servers';

/** The name of the pool or site that a node stands for, else the one that somebody picks. */
export async function nameFor(node: unknown, names: readonly string[], placeHolder: string): Promise<string | null> {
  const name = targetOf(node)?.name;
  if (typeof name === 'string') return name;
  return (await vscode.window.showQuickPick([...names], { placeHolder })) ?? null;
}

/** Asks, naming server, command and effect; runs exactly that; says what came of it; reads the server again. */
export async function act(view: ServerView, action: ServerAction, { tell, log }: Services): Promise<void> {
  const session = await view.connection.open().catch(() => null);
  if (!session?.can.run) {
    tell.info('serverReadOnly');
    return;
  }
  const isAgreed = await tell.confirm({
    title: `${action.title} on ${view.name}?`,
    detail: `${action.effect}\n\nThis runs there:\n${action.command}`,
    agree: action.title.split(' ', 1).join(),
  });
  if (!isAgreed) return;
  await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: `${view.name}: ${action.title}`, cancellable: true },
    async (_, token) => {
      const cancel = new AbortController();
      token.onCancellationRequested(() => cancel.abort());
      try {
        const { exitCode, output } = await session.run(action.command, cancel.signal);
        log.info(`${view.name}: ${action.command} ended with ${exitCode}\n${output}`);
        if (exitCode === 0) tell.done('actionDone');
        else tell.failure('actionFailed', output);
      } catch (error) {
        if (!cancel.signal.aborted) tell.failure('actionFailed', error);
      }
      await view.refresh(0);
    },
  );
}
