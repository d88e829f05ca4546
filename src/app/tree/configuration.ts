import type { FileRead } from '../../engine/probes/configuration-files';
import type { ServerView } from '../serverView';
import { facts, problemNode, readingNode, shortfallNode } from './parts';
import { bytesText } from './quantities';
import type { TreeNode } from './treeNode';

export function configurationFolder(view: ServerView): TreeNode {
  const id = `${view.name}/configuration`;
  const kept = view.configuration;
  return {
    id,
    kind: 'folder',
    label: 'Configuration',
    icon: 'settings-gear',
    ...(kept?.value && { description: kept.value.folder }),
    children: () => {
      if (kept?.value === undefined)
        return kept?.error ? [problemNode(id, view.name, kept.error)] : [readingNode(id, 'configuration')];
      const webConfigs = webConfigsOf(view);
      return [...kept.value.files, ...webConfigs].map((file) => fileNode(id, view, file));
    },
  };
}

function webConfigsOf(view: ServerView): readonly FileRead[] {
  const { webConfigs } = view.snapshot();
  return (webConfigs?.files ?? []).flatMap(({ folder, file }) => {
    const path = file.known ? file.value.path : `${folder}\\web.config`;
    // A site without a web.config is nothing to look at.
    return !file.known && file.shortfall.reason === 'notFound' ? [] : [{ path, file }];
  });
}

function fileNode(folder: string, view: ServerView, { path, file }: FileRead): TreeNode {
  const name = path.slice(path.lastIndexOf('\\') + 1);
  if (!file.known) return { ...shortfallNode(`${folder}/${path}`, name, file.shortfall), id: `${folder}/${path}` };
  const findings = view.findings.filter(({ place }) => place?.path.toLowerCase() === path.toLowerCase());
  const { size, modified } = file.value;
  return {
    id: `${folder}/${path}`,
    kind: 'file',
    label: name,
    description: [
      findings.length ? (findings.length === 1 ? '1 finding' : `${findings.length} findings`) : '',
      /^web\.config$/i.test(name) ? path.slice(0, -name.length - 1) : bytesText(size),
    ]
      .filter(Boolean)
      .join(' · '),
    icon: 'file-code',
    tone: findings.some(({ severity }) => severity === 'error') ? 'error' : findings.length ? 'warning' : 'quiet',
    tooltip: () =>
      facts([
        ['File', path],
        ['Size', bytesText(size)],
        ['Last written', modified],
      ]),
    target: { server: view.name, path },
  };
}
