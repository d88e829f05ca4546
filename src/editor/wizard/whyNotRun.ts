import type { ServerView } from '../../app/serverView';
import type { Plan } from '../../engine/remedies/plan';

/**
 * Why a plan is not run over this connection; empty where it is.
 *
 * @param view null: there is no server behind the plan
 */
export function whyNotRun({ runs, cuts }: Plan, view: ServerView | null): string {
  if (!runs) return 'This is a runbook for a person; IIS Doctor does not run it.';
  if (!view) return 'No server is chosen, so this can be read, copied and saved, but not run from here.';
  const { connection, name } = view;
  const { session } = connection;
  if (!session?.can.run) return `The connection to ${name} only reads.`;
  const { carries } = session;
  if ((carries === 'winrm' || carries === 'ssh') && cuts.includes(carries))
    return `This plan stops what carries the connection to ${name}, so it would break off half way. Save it as a script and run it on the server itself.`;
  return '';
}
