import type * as vscode from 'vscode';
import type { EffectiveDocuments } from './documents/effectiveDocuments';
import type { ExplanationDocuments } from './documents/explanationDocuments';
import type { SummaryDocuments } from './documents/summaryDocuments';
import type { LanguageServer } from './languageServer';
import type { Tell } from './tell';

/** What commands and features work with; made once, at activation. */
export interface Services {
  readonly log: vscode.LogOutputChannel;
  readonly tell: Tell;
  readonly server: LanguageServer;
  readonly explanations: ExplanationDocuments;
  readonly summaries: SummaryDocuments;
  readonly effective: EffectiveDocuments;
}
