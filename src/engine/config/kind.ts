import { closest } from '../text/closest';
import { attribute, child, type XmlElement } from '../xml/tree';

/**
 * What a configuration file is for.
 *
 * - `transform`: a recipe for changes (`xdt:`), never read by IIS itself
 * - `machine`, `rootWeb`: `machine.config` and the `web.config` of the .NET Framework, above all of IIS
 */
export type ConfigKind =
  'applicationHost' | 'web' | 'transform' | 'administration' | 'redirection' | 'machine' | 'rootWeb';

const TRANSFORMATION = /^https?:\/\/schemas\.microsoft\.com\/XML-Document-Transform\/?$/i;

/** What only `applicationHost.config` holds, and what tells that a file of any name is for IIS. */
const OF_THE_SERVER = ['system.applicationHost', 'configSections'] as const;

/**
 * Tells the kind of a configuration file by its name and, where the name does not say it, by its root element.
 *
 * @param name path, URI or bare name; its case does not matter
 * @param root the outermost element, null for an empty file
 * @returns null where the file is not one that IIS reads
 */
export function configKind(name: string, root: XmlElement | null): ConfigKind | null {
  const path = name.replaceAll('\\', '/').toLowerCase();
  const file = path.slice(path.lastIndexOf('/') + 1);
  if (file.endsWith('.xdt') || isTransform(root)) return root?.name === 'configuration' ? 'transform' : null;
  if (/^applicationhost(?:[.\d_-].*)?\.config$/.test(file)) return 'applicationHost';
  if (/^administration(?:[.\d_-].*)?\.config$/.test(file)) return 'administration';
  if (/^redirection(?:[.\d_-].*)?\.config$/.test(file)) return 'redirection';
  if (file === 'machine.config') return 'machine';
  if (file === 'web.config')
    return /\/(?:framework(?:64)?\/)?v[24]\.0\.\d+\/config\/web\.config$/.test(path) ? 'rootWeb' : 'web';
  // A root that is nearly right is a fault of the file, not another kind of file.
  return root && closest(root.name, ['configuration']) !== null ? kindByContent(root, file) : null;
}

function kindByContent(root: XmlElement, file: string): ConfigKind | null {
  if (child(root, 'configurationRedirection')) return 'redirection';
  if (child(root, 'moduleProviders')) return 'administration';
  const [sites, declarations] = OF_THE_SERVER.map((name) => child(root, name));
  const declares = declarations?.children.some((one) => attribute(one, 'name') === 'system.applicationHost');
  if (sites || declares) return 'applicationHost';
  // A template or a variant such as web.template.config, or a text without a name.
  const isWeb = /^web\..*config/.test(file) || !file.endsWith('.config');
  return isWeb || child(root, 'system.webServer') ? 'web' : null;
}

const isTransform = (root: XmlElement | null): boolean =>
  root?.attributes.some(({ name, value }) => name.startsWith('xmlns:') && TRANSFORMATION.test(value)) ?? false;
