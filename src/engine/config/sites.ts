import { attribute, type XmlElement } from '../xml/tree';
import type { ConfigDocument } from './document';
import { sectionsAt } from './sections';

/** A folder that a site publishes. */
export interface PublishedFolder {
  /** Configuration path: `Default Web Site/shop/images`. */
  readonly path: string;
  /** Configuration path of the application around it. */
  readonly application: string;
  /** As written in `physicalPath`. */
  readonly physicalPath: string;
  /** Whether `web.config` files below its root count. */
  readonly allowSubDirConfig: boolean;
  readonly element: XmlElement;
}

/** The folders that the sites of a server publish: the virtual directories of all applications, as written. */
export function publishedFolders(server: ConfigDocument): readonly PublishedFolder[] {
  return sitesOf(server).flatMap((site) => {
    const name = attribute(site, 'name');
    if (!name) return [];
    return named(site, 'application').flatMap((application) => {
      const root = below(name, attribute(application, 'path') ?? '/');
      return named(application, 'virtualDirectory').flatMap((element): PublishedFolder[] => {
        const physicalPath = attribute(element, 'physicalPath');
        if (!physicalPath) return [];
        const path = below(root, attribute(element, 'path') ?? '/');
        const allowSubDirConfig = attribute(element, 'allowSubDirConfig')?.toLowerCase() !== 'false';
        return [{ path, application: root, physicalPath, allowSubDirConfig, element }];
      });
    });
  });
}

/** The names of the sites of a server, as written. */
export const siteNames = (server: ConfigDocument): readonly string[] =>
  sitesOf(server).flatMap((site) => attribute(site, 'name') ?? []);

/** Configuration paths of all applications of a server, the roots of sites among them. */
export const applicationPaths = (server: ConfigDocument): readonly string[] => [
  ...new Set(
    sitesOf(server).flatMap((site) => {
      const name = attribute(site, 'name');
      if (!name) return [];
      return named(site, 'application').map((one) => below(name, attribute(one, 'path') ?? '/'));
    }),
  ),
];

const sitesOf = (server: ConfigDocument): readonly XmlElement[] =>
  (sectionsAt(server).get('system.applicationHost/sites') ?? []).flatMap(({ element }) => named(element, 'site'));

const named = (parent: XmlElement, name: string): readonly XmlElement[] =>
  parent.children.filter((child) => child.name === name);

/** Puts a virtual path such as `/shop` or `/` below a configuration path. */
function below(path: string, virtual: string): string {
  const relative = virtual.replace(/^\/+|\/+$/g, '');
  return relative === '' ? path : `${path}/${relative}`;
}
