import * as vscode from 'vscode';
import { languages } from './documentSelection';
import type { LanguageServer, ServerState } from './languageServer';

const shown: Readonly<Record<ServerState, { text: string; detail: string; severity: vscode.LanguageStatusSeverity }>> =
  {
    idle: {
      text: 'IIS Doctor',
      detail: 'starts with the first document that needs it',
      severity: vscode.LanguageStatusSeverity.Information,
    },
    starting: {
      text: 'IIS Doctor',
      detail: 'is starting',
      severity: vscode.LanguageStatusSeverity.Information,
    },
    running: {
      text: 'IIS Doctor',
      detail: 'is running',
      severity: vscode.LanguageStatusSeverity.Information,
    },
    stopped: {
      text: '$(error) IIS Doctor stopped',
      detail: 'The language server ended too often',
      severity: vscode.LanguageStatusSeverity.Error,
    },
  };

/** The language status item that says how the server is, with the next thing to do. */
export function showServerState(server: LanguageServer): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem(
    'iisDoctor.server',
    languages.map((language) => ({ language })),
  );
  item.name = 'IIS Doctor';
  const update = (state: ServerState): void => {
    const { text, detail, severity } = shown[state];
    item.text = text;
    item.detail = detail;
    item.severity = severity;
    item.busy = state === 'starting';
    item.command =
      state === 'stopped'
        ? { command: 'iisDoctor.restartServer', title: 'Restart' }
        : { command: 'iisDoctor.openLog', title: 'Open Log' };
  };
  update(server.state);
  return vscode.Disposable.from(item, server.onDidChangeState(update));
}
