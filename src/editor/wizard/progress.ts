import * as vscode from 'vscode';
import type { WizardModel } from './wizardModel';

/**
 * A notification with the step that runs, until nothing runs any more or somebody looks at the page.
 *
 * @param isWanted asked after every change
 * @param show opens the page; cancelling the notification does so and asks the run to stop
 */
export async function showProgress(model: WizardModel, isWanted: () => boolean, show: () => void): Promise<void> {
  const title = model.plan?.title ?? 'Repair';
  await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title, cancellable: true },
    (progress, token) =>
      new Promise<void>((resolve) => {
        const tell = (): void => {
          progress.report({ message: stepOf(model) });
          if (isWanted()) return;
          stop();
          clearInterval(timer);
          resolve();
        };
        const stop = model.changes.listen(tell);
        // The page may come and go without a change of the run.
        const timer = setInterval(tell, LOOK_MS);
        token.onCancellationRequested(() => {
          model.cancel();
          show();
        });
        tell();
      }),
  );
}

const LOOK_MS = 500;

function stepOf(model: WizardModel): string {
  const { plan } = model.state();
  const at = plan?.steps.findIndex(({ mark }) => mark === 'running' || mark === 'undoing') ?? -1;
  const step = plan?.steps[at];
  return plan && step ? `Step ${at + 1} of ${plan.steps.length}: ${step.title}` : 'Checking…';
}
