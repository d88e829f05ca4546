import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { readSettings, SETTINGS_FILE } from '../../engine/rules/settingsFile';
import { rangeIn, SOURCE } from '../findings';
import { RULES } from './project';

/** Longer files hold no settings. */
const LENGTH_LIMIT = 1_000_000;

/** Whether a document says how a project wants to be checked. */
export const isSettingsFile = (uri: string): boolean => uri.endsWith(`/${SETTINGS_FILE}`);

/** What is wrong in a settings file; each of it is passed over when the settings are read. */
export function settingsDiagnostics(document: TextDocument): Diagnostic[] {
  const text = document.getText();
  if (text.length > LENGTH_LIMIT) return [];
  return readSettings(text, RULES).problems.map(({ message, ...place }) => ({
    range: rangeIn(document, place),
    severity: DiagnosticSeverity.Warning,
    source: SOURCE,
    code: 'settings-file',
    message,
  }));
}
