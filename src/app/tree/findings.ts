import { markdownSentence, markdownText } from '../../engine/render/escape';
import type { ServerFinding } from '../../engine/servers/serverFinding';
import type { ServerView } from '../serverView';
import { emptyNode, problemNode, readingNode } from './parts';
import { toneOf, type TreeNode } from './treeNode';

export function findingsFolder(view: ServerView): TreeNode {
  const id = `${view.name}/findings`;
  const { report, reportError, findings } = view;
  const worst = findings[0]?.severity;
  return {
    id,
    kind: 'folder',
    label: 'Findings',
    icon: worst === 'error' ? 'error' : worst ? 'warning' : 'checklist',
    ...(worst ? { tone: toneOf(worst) } : report ? ({ tone: 'good' } as const) : {}),
    ...(report && { description: findings.length ? String(findings.length) : 'none' }),
    children: () => {
      if (!report) return reportError ? [problemNode(id, view.name, reportError)] : [readingNode(id, 'findings')];
      return findings.length
        ? findings.map((finding, i) => findingNode(id, view, finding, i))
        : [emptyNode(id, 'Nothing is wrong, as far as could be seen.')];
    },
  };
}

export function findingNode(folder: string, view: ServerView, finding: ServerFinding, index: number): TreeNode {
  const { check, severity, subject, title, detail, place } = finding;
  return {
    id: `${folder}/${check}/${subject.name}/${place?.line ?? ''}:${place?.column ?? ''}`,
    kind: 'finding',
    label: title,
    ...(place && { description: `line ${place.line}` }),
    icon: severity === 'error' ? 'error' : severity === 'warning' ? 'warning' : 'info',
    tone: toneOf(severity),
    tooltip: () => `**${markdownText(title)}**\n\n${markdownSentence(detail)}`,
    spoken: `${severity}: ${title}`,
    target: { server: view.name, finding: index, ...place },
  };
}
