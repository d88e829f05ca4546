import * as vscode from 'vscode';
import type { ServerView } from '../../app/serverView';
import { markdownSentence, markdownText } from '../../engine/render/escape';
import type { ServerFinding } from '../../engine/servers/serverFinding';
import type { Command } from '../command';
import { serverUri } from '../servers/files';
import { serverOf, targetOf } from '../servers/servers';

/** Opens what a node stands for: a file at its place, the explanation of an event, the page of a finding. */
const openNode: Command = async (services, node) => {
  const { servers, explanations, tell } = services;
  const view = servers.get(serverOf(node) ?? '');
  const target = targetOf(node);
  if (!view || !target) return;
  const { path, line, column, finding, group, event } = target;
  if (typeof path === 'string') return openFile(view, path, line, column, () => tell.info('fileNotThere'));
  if (typeof finding === 'number') {
    const found = view.findings[finding];
    if (found) await explanations.show({ title: found.title, markdown: pageOf(view, found) });
    return;
  }
  if (typeof group === 'string' && typeof event === 'number') {
    const chosen = view.groups.find(({ id, title }) => `${id}/${title}` === group)?.events[event];
    if (!chosen) return;
    const page = await services.server.explain({ text: chosen.xml, quote: 'asItIs' });
    if (page?.markdown) await explanations.show(page);
    else if (page) await showText(chosen.xml);
    return;
  }
  await vscode.commands.executeCommand('iisDoctor.copyDetails', node);
};
export default openNode;

async function openFile(
  view: ServerView,
  path: string,
  line: unknown,
  column: unknown,
  missing: () => void,
): Promise<void> {
  try {
    const document = await vscode.workspace.openTextDocument(serverUri(view.name, path));
    const at =
      typeof line === 'number' && typeof column === 'number'
        ? new vscode.Position(Math.max(0, line - 1), Math.max(0, column - 1))
        : null;
    await vscode.window.showTextDocument(document, {
      preview: true,
      ...(at && { selection: new vscode.Range(at, at) }),
    });
  } catch {
    missing();
  }
}

async function showText(text: string): Promise<void> {
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ content: text, language: 'xml' }));
}

/** A finding as a page of its own. */
const pageOf = (view: ServerView, { title, detail, severity, check }: ServerFinding): string =>
  [
    `# ${markdownText(title)}`,
    `${severity === 'error' ? 'Error' : severity === 'warning' ? 'Warning' : 'Information'} on ${markdownText(view.name)} · \`${check}\``,
    markdownSentence(detail),
  ].join('\n\n') + '\n';
