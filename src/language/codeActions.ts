import {
  CodeActionKind,
  type CodeAction,
  type CodeActionParams,
  type Diagnostic,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextEdit } from '../engine/config/edits';
import type { Finding } from '../engine/rules/rule';
import { plainText } from '../engine/render/escape';
import { safeEdits } from '../engine/rules/safeEdits';
import { unusedSuppression } from '../engine/rules/unusedSuppression';
import { FIX_THIS, SHOW_RULE, type ExplainAt } from '../protocol/languageServer';
import type { Checked } from './checks';
import type { ConfigClient } from './config/services';
import { findingDiagnostics, rangeIn } from './findings';
import type { Services } from './services';

export const FIX_ALL = `${CodeActionKind.SourceFixAll}.iisDoctor`;

/** What a line can offer at most; a document of one line may have hundreds of findings. */
const FINDINGS_LIMIT = 20;

/** What can be done about the findings in a range: fixes, suppressions, the rules' pages; and all safe fixes at once. */
export async function codeActions(params: CodeActionParams, services: Services): Promise<CodeAction[]> {
  const { config, checks } = services;
  const { client } = config;
  const document = config.documents.open(params.textDocument.uri);
  const checked = document && (await checks.of(document));
  if (!checked) return [];
  const wants = wanted(params.context.only);
  const actions: CodeAction[] = [];
  const from = document.offsetAt(params.range.start);
  const to = document.offsetAt(params.range.end);
  const here = wants(CodeActionKind.QuickFix)
    ? checked.findings.filter(({ start, end }) => start <= to && from <= end).slice(0, FINDINGS_LIMIT)
    : [];
  // A document of a server is nobody's to edit: what is wrong there is mended on the server.
  const isEditable = config.server === null;
  if (isEditable) {
    for (const finding of here) actions.push(...fixesOf(finding, document, checked, client));
    for (const finding of here) actions.push(...suppressionsOf(finding, document, checked, client));
  }
  for (const finding of here) actions.push(...repairOf(finding, document, services));
  if (client.hasCommands)
    for (const rule of new Set(here.map((finding) => finding.rule)))
      actions.push({
        title: `Show Rule ${rule}`,
        kind: CodeActionKind.QuickFix,
        command: { title: `Show Rule ${rule}`, command: SHOW_RULE, arguments: [rule] },
      });
  // Asked for by name alone: a change of the whole file is not offered at every place.
  if (isEditable && params.context.only && wants(FIX_ALL)) {
    const { edits } = safeEdits(checked.findings);
    if (edits.length)
      actions.push({
        title: 'Fix All That Is Safe to Fix (IIS Doctor)',
        kind: FIX_ALL,
        edit: editOf(document, edits, client),
      });
  }
  return actions;
}

/** Kinds form a tree: who asks for `source` wants `source.fixAll` too. */
function wanted(only: readonly string[] | undefined): (kind: string) => boolean {
  return (kind) => !only || only.some((one) => one === '' || kind === one || kind.startsWith(`${one}.`));
}

function fixesOf(finding: Finding, document: TextDocument, checked: Checked, client: ConfigClient): CodeAction[] {
  const preferred = finding.fixes.find(({ isSafe }) => isSafe);
  return finding.fixes.map((fix) => ({
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: diagnosticsOf(finding, document, checked, client),
    ...(fix === preferred && { isPreferred: true }),
    edit: editOf(document, fix.edits, client),
  }));
}

/** The guided repair that the client has for a finding. */
function repairOf(finding: Finding, document: TextDocument, { repairs, config: { server } }: Services): CodeAction[] {
  if (!repairs.has(finding.rule)) return [];
  const title = server === null ? `Fix This on a Server… (${finding.rule})` : `Fix on ${plainText(server, 60)}…`;
  const place: ExplainAt = { uri: document.uri, version: document.version, offset: finding.start };
  return [{ title, kind: CodeActionKind.QuickFix, command: { title, command: FIX_THIS, arguments: [place] } }];
}

function suppressionsOf(
  finding: Finding,
  document: TextDocument,
  checked: Checked,
  client: ConfigClient,
): CodeAction[] {
  if (finding.rule === unusedSuppression.id) return [];
  const edit = checked.suppression(finding);
  if (!edit) return [];
  return [
    {
      title: `Suppress With Reason: ${finding.rule}`,
      kind: CodeActionKind.QuickFix,
      diagnostics: diagnosticsOf(finding, document, checked, client),
      edit: editOf(document, [edit], client),
    },
  ];
}

const diagnosticsOf = (
  finding: Finding,
  document: TextDocument,
  checked: Checked,
  client: ConfigClient,
): Diagnostic[] => findingDiagnostics({ ...checked, findings: [finding], leftOut: new Map() }, document, client);

/** An edit of one open document, tied to its version where the client can do that. */
export function editOf(document: TextDocument, edits: readonly TextEdit[], client: ConfigClient): WorkspaceEdit {
  const changes = edits.map((edit) => ({ range: rangeIn(document, edit), newText: edit.text }));
  const { uri, version } = document;
  return client.hasDocumentChanges
    ? { documentChanges: [{ textDocument: { uri, version }, edits: changes }] }
    : { changes: { [uri]: changes } };
}
