import type { ServerView } from '../serverView';
import { emptyNode, problemNode, readingNode, shortfallNode } from './parts';
import { bytesText } from './quantities';
import type { TreeNode } from './treeNode';

export function logsFolder(view: ServerView): TreeNode {
  const id = `${view.name}/logs`;
  return {
    id,
    kind: 'folder',
    label: 'Logs',
    icon: 'list-flat',
    children: () => {
      const kept = view.logs();
      if (kept?.value === undefined)
        return kept?.error ? [problemNode(id, view.name, kept.error)] : [readingNode(id, 'log folders')];
      const folders = kept.value.folders;
      return folders.length
        ? folders.map(({ folder, files }) => ({
            id: `${id}/${folder}`,
            kind: 'folder',
            label: folder,
            icon: 'folder',
            ...(files.known && { description: files.value.length === 1 ? '1 file' : `${files.value.length} files` }),
            children: () => {
              if (!files.known) return [shortfallNode(`${id}/${folder}`, folder, files.shortfall)];
              if (!files.value.length) return [emptyNode(`${id}/${folder}`, 'The folder is empty.')];
              return files.value.map(({ path, size, modified }): TreeNode => ({
                id: `${id}/${path}`,
                kind: 'logFile',
                label: path.slice(path.lastIndexOf('\\') + 1),
                description: `${bytesText(size)} · ${modified.slice(0, 16).replace('T', ' ')}`,
                icon: 'file',
                target: { server: view.name, path },
              }));
            },
          }))
        : [emptyNode(id, 'No log folder is known.')];
    },
  };
}
