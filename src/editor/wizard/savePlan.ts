import * as vscode from 'vscode';
import type { Plan } from '../../engine/remedies/plan';
import type { Remedy } from '../../engine/remedies/remedy';
import { planBatch } from '../../engine/remedies/render/batch';
import { planMarkdown } from '../../engine/remedies/render/markdown';
import { planPowershell } from '../../engine/remedies/render/powershellScript';
import type { SaveKind } from '../../protocol/wizard';

const kinds: Readonly<
  Record<SaveKind, { readonly ending: string; readonly name: string; readonly text: typeof planBatch }>
> = {
  markdown: { ending: 'md', name: 'Runbook', text: (plan, remedy) => planMarkdown(plan, remedy) },
  powershell: { ending: 'ps1', name: 'Script for Windows PowerShell', text: planPowershell },
  cmd: { ending: 'cmd', name: 'Batch file', text: planBatch },
};

/** Saves a plan where a person says, and opens it. @returns what is wrong; null where it went well or was cancelled */
export async function savePlan(plan: Plan, remedy: Remedy, as: SaveKind, now: number): Promise<string | null> {
  const { ending, name, text: render } = kinds[as];
  const text = render(plan, remedy, now);
  if (text === null) return 'A batch file cannot say all of this plan. Save it as a script for Windows PowerShell.';
  const plain = `${plan.remedy}-${plan.server}`.replace(/[^\w.-]+/g, '-');
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const target = await vscode.window.showSaveDialog({
    title: `Save as ${name}`,
    filters: { [name]: [ending] },
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, `${plain}.${ending}`) }),
  });
  if (!target) return null;
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
  const kept = await saveBeside(target, plan);
  await vscode.window.showTextDocument(target, { preview: false, viewColumn: vscode.ViewColumn.Beside });
  return kept.length ? `Not replaced, since it is there with another text: ${kept.join(', ')}.` : null;
}

/** The files that the steps start. One that is there already with another text is nobody's to replace. */
async function saveBeside(target: vscode.Uri, { files = [] }: Plan): Promise<readonly string[]> {
  const { fs } = vscode.workspace;
  const kept: string[] = [];
  for (const { name, text } of files) {
    const uri = vscode.Uri.joinPath(target, '..', name.replace(/[\\/]/g, '_'));
    const there = await Promise.resolve(fs.readFile(uri)).then(
      (bytes) => new TextDecoder().decode(bytes),
      () => null,
    );
    if (there !== null && there !== text) kept.push(name);
    else await fs.writeFile(uri, new TextEncoder().encode(text));
  }
  return kept;
}
