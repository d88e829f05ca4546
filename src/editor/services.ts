import type * as vscode from 'vscode';
import type { Comparisons } from './documents/comparisons';
import type { EffectiveDocuments } from './documents/effectiveDocuments';
import type { ExplanationDocuments } from './documents/explanationDocuments';
import type { SummaryDocuments } from './documents/summaryDocuments';
import type { LanguageServer } from './languageServer';
import type { EditorServers } from './servers/servers';
import type { Tell } from './tell';
import type { Wizard } from './wizard/wizard';

/** What commands and features work with; made once, at activation. */
export interface Services {
  readonly log: vscode.LogOutputChannel;
  readonly tell: Tell;
  readonly server: LanguageServer;
  readonly explanations: ExplanationDocuments;
  readonly summaries: SummaryDocuments;
  readonly effective: EffectiveDocuments;
  readonly comparisons: Comparisons;
  readonly servers: EditorServers;
  readonly wizard: Wizard;
}
