import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from './editor';

/** Our diagnostics of a document. */
export const findings = ({ uri }: vscode.TextDocument): vscode.Diagnostic[] =>
  vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'iis-doctor');

/** The first diagnostic of a rule; waits until there is one. */
export const finding = (document: vscode.TextDocument, rule: string): Promise<vscode.Diagnostic> =>
  eventually(`a finding of ${rule}`, () => findings(document).find(({ code }) => code === rule));

/** Waits until a rule has no diagnostics any more. */
export const gone = (document: vscode.TextDocument, rule: string): Promise<true> =>
  eventually(`no finding of ${rule}`, () => !findings(document).some(({ code }) => code === rule) || null);

/** Chooses an action of the light bulb on a finding by its title. */
export async function choose(
  document: vscode.TextDocument,
  { range }: vscode.Diagnostic,
  title: RegExp,
): Promise<void> {
  const action = await eventually(`an action ${title.source}`, async () => {
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      range,
    );
    return actions.find((one) => title.test(one.title));
  });
  if (action.edit) assert.ok(await vscode.workspace.applyEdit(action.edit));
  if (action.command)
    await vscode.commands.executeCommand(action.command.command, ...((action.command.arguments ?? []) as unknown[]));
}
