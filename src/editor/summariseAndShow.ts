import * as vscode from 'vscode';
import type { SummaryParams } from '../protocol/languageServer';
import type { Services } from './services';
import type { Message } from './tell';

/**
 * Asks for a summary, with progress and a way to cancel, and shows it beside the log.
 *
 * @param source what is summarised; lines of the summary lead there
 * @param nothing what to say where there is nothing to read
 */
export async function summariseAndShow(
  { server, summaries, tell }: Services,
  params: SummaryParams,
  source: vscode.Uri,
  nothing: Message,
): Promise<void> {
  const name = source.path.slice(source.path.lastIndexOf('/') + 1);
  await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, cancellable: true, title: `Reading ${name}` },
    async (_, token) => {
      const summary = await server.summary(params, token);
      if (summary === null && !token.isCancellationRequested) tell.info(nothing);
      else if (summary !== null && summary !== 'failed') await summaries.show(summary, source);
    },
  );
}
