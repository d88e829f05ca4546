import type { Application, Site, Sites, VirtualDirectory } from '../../engine/probes/sites';
import type { ServerView } from '../serverView';
import { emptyNode, facts, readingNode, shortfallNode } from './parts';
import { STATE_ICONS, STATE_TONES } from './states';
import type { TreeNode } from './treeNode';

export function sitesFolder(view: ServerView): TreeNode {
  const id = `${view.name}/sites`;
  const { sites } = view;
  const known = sites?.known && sites.value.sites.known ? sites.value.sites.value : null;
  const stopped = known?.filter(({ state }) => state === 'stopped').length ?? 0;
  return {
    id,
    kind: 'folder',
    label: 'Sites',
    icon: 'globe',
    ...(known && { description: stopped ? `${known.length}, ${stopped} stopped` : String(known.length) }),
    children: () => {
      if (!sites?.known) return [readingNode(id, 'sites')];
      if (!sites.value.sites.known) return [shortfallNode(id, 'Sites', sites.value.sites.shortfall)];
      const all = sites.value.sites.value;
      return all.length
        ? all.map((site) => siteNode(id, view, site, sites.value))
        : [emptyNode(id, 'There is no site.')];
    },
  };
}

function siteNode(folder: string, view: ServerView, site: Site, all: Sites): TreeNode {
  const { name, id: number, state, bindings } = site;
  const id = `${folder}/${name}`;
  const session = view.connection.session;
  const applications = all.applications.known ? all.applications.value.filter((one) => one.site === name) : [];
  return {
    id,
    kind: 'site',
    label: name,
    description: [state === 'unknown' ? '' : state, bindings.map(bindingText).slice(0, 2).join(', ')]
      .filter(Boolean)
      .join(' · '),
    icon: STATE_ICONS[state],
    tone: STATE_TONES[state],
    flags: [state, ...(session?.can.run ? ['canRun'] : [])],
    spoken: `Site ${name}, ${state}`,
    tooltip: () =>
      facts([
        ['Site', name],
        ['Id', String(number)],
        ['State', state],
        ['Bindings', bindings.map(bindingText).join(', ')],
        ['Applications', applications.map(({ path }) => path).join(', ')],
      ]),
    children: () =>
      all.applications.known
        ? applications.map((one) => applicationNode(id, view, one, all))
        : [shortfallNode(id, 'Applications', all.applications.shortfall)],
    target: { server: view.name, name },
  };
}

const bindingText = ({ protocol, information }: Site['bindings'][number]): string => `${protocol} ${information}`;

function applicationNode(
  parent: string,
  view: ServerView,
  { site, path, applicationPool }: Application,
  all: Sites,
): TreeNode {
  const id = `${parent}${path}`;
  const directories = all.virtualDirectories.known
    ? all.virtualDirectories.value.filter((one) => one.site === site && one.application === path)
    : [];
  return {
    id,
    kind: 'application',
    label: path,
    description: applicationPool,
    icon: path === '/' ? 'home' : 'package',
    tooltip: () =>
      facts([
        ['Application', path],
        ['Application pool', applicationPool],
        ['Folder', directories.find((one) => one.path === '/')?.physicalPath ?? ''],
      ]),
    children: () =>
      all.virtualDirectories.known
        ? directories.map((one) => directoryNode(id, view, one))
        : [shortfallNode(id, 'Virtual directories', all.virtualDirectories.shortfall)],
    target: { server: view.name, name: applicationPool },
  };
}

function directoryNode(parent: string, view: ServerView, { path, physicalPath }: VirtualDirectory): TreeNode {
  return {
    id: `${parent}:${path}`,
    kind: 'virtualDirectory',
    label: path,
    description: physicalPath,
    icon: 'folder',
    tooltip: () =>
      facts([
        ['Virtual directory', path],
        ['Folder', physicalPath],
      ]),
    target: { server: view.name, path: `${physicalPath.replace(/[\\/]+$/, '')}\\web.config` },
  };
}
