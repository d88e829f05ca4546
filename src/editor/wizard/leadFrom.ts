import * as vscode from 'vscode';
import type { ServerView } from '../../app/serverView';
import { isExplainAt } from '../../protocol/checkers';
import type { ExplainAt, LeadParams } from '../../protocol/languageServer';
import { placeOf } from '../servers/files';
import { serverOf, targetOf } from '../servers/servers';
import type { Services } from '../services';
import { NO_LEAD, type Lead } from './lead';

/**
 * What the argument of a command leads to: a node of the tree, a place in a document; without one, the explanation that
 * is looked at, else the place of the cursor.
 */
export async function leadFrom(from: unknown, services: Services): Promise<Lead> {
  const server = serverOf(from);
  if (server !== null) return leadOfNode(from, server, services);
  const asked = isExplainAt(from) ? from : inView(services);
  if (!asked) return NO_LEAD;
  const lead = await services.server.lead(asked);
  return lead ? { ...lead, server: serverOfPlace(asked) } : NO_LEAD;
}

function inView({ explanations }: Services): LeadParams | null {
  const { input } = vscode.window.tabGroups.activeTabGroup.activeTab ?? {};
  if (input instanceof vscode.TabInputWebview && input.viewType.endsWith('markdown.preview')) return explanations.lead;
  const { activeTextEditor: editor } = vscode.window;
  if (!editor) return null;
  const { document, selection } = editor;
  if (!selection.isEmpty) return { text: document.getText(selection) };
  const place: ExplainAt = {
    uri: document.uri.toString(),
    version: document.version,
    offset: document.offsetAt(selection.active),
  };
  return place;
}

function serverOfPlace(asked: LeadParams): string | null {
  return 'uri' in asked ? (placeOf(vscode.Uri.parse(asked.uri))?.server ?? null) : null;
}

async function leadOfNode(node: unknown, server: string, services: Services): Promise<Lead> {
  const view = services.servers.get(server);
  if (!view) return NO_LEAD;
  const { finding, group, event, name } = targetOf(node) ?? {};
  if (typeof finding === 'number') return leadOfFinding(view, finding);
  if (typeof group === 'string') {
    const found = view.groups.find(({ id, title }) => `${id}/${title}` === group);
    const chosen = found?.events[typeof event === 'number' ? event : 0];
    const lead = chosen && (await services.server.lead({ text: chosen.xml }));
    return {
      title: found?.title ?? '',
      ids: [...new Set([...(found ? [found.id] : []), ...(lead?.ids ?? [])])],
      values: lead?.values ?? {},
      server,
    };
  }
  const { kind } = node as { kind?: unknown };
  if (typeof name !== 'string' || !(kind === 'pool' || kind === 'site' || kind === 'service'))
    return { ...NO_LEAD, server };
  return { title: name, ids: [], values: { [kind]: name }, server };
}

function leadOfFinding(view: ServerView, index: number): Lead {
  const found = view.findings[index];
  if (!found) return { ...NO_LEAD, server: view.name };
  const { check, facts = [], title, subject, place } = found;
  return {
    title,
    ids: [check, ...facts],
    values: { [subject.kind]: subject.name, ...(place && { file: place.path }) },
    server: view.name,
  };
}
