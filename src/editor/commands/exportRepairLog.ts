import * as vscode from 'vscode';
import type { Command } from '../command';

/** Saves the repair log as it is kept: a line of JSON for everything that was run, checked or undone. */
const exportRepairLog: Command = async ({ wizard, tell }) => {
  const text = await wizard.records.text();
  if (text === '') {
    tell.info('repairLogEmpty');
    return;
  }
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const target = await vscode.window.showSaveDialog({
    title: 'Export Repair Log',
    filters: { 'JSON Lines': ['jsonl'] },
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, 'repairs.jsonl') }),
  });
  if (target) await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
};
export default exportRepairLog;
