import * as vscode from 'vscode';
import type { Command } from '../command';
import { summariseAndShow } from '../summariseAndShow';

/** Summarises a file that need not be open: of any size, also one that VS Code does not hand to extensions. */
const explainFile: Command = async (services) => {
  const [file] =
    (await vscode.window.showOpenDialog({
      title: 'Explain File',
      openLabel: 'Explain',
      filters: { 'Logs and event XML': ['log', 'txt', 'xml', 'csv', 'tsv', 'json', 'jsonl'], 'All files': ['*'] },
    })) ?? [];
  if (!file) return;
  // The server runs where the extension runs: on a remote machine the file is one of its own.
  const local = file.scheme === 'vscode-remote' ? vscode.Uri.file(file.path) : file;
  await summariseAndShow(services, { file: local.toString() }, file, 'fileNotHere');
};
export default explainFile;
