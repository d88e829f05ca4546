import type { Snapshot } from '../../servers/snapshot';
import { attribute, type XmlElement } from '../../xml/tree';
import type { PlacedFile, ReadConfiguration } from './configurationOf';

/** A module that is registered for the server. */
export interface GlobalModule {
  readonly name: string;
  /** As written, with environment variables. */
  readonly image: string;
  readonly preCondition: string;
  readonly element: XmlElement;
}

const entries = ({ document }: PlacedFile, section: string): readonly XmlElement[] =>
  document.sections.flatMap(({ path, element }) => (path === section ? element.children : []));

export const globalModules = ({ applicationHost }: ReadConfiguration): readonly GlobalModule[] =>
  entries(applicationHost, 'system.webServer/globalModules').flatMap((element) => {
    const name = attribute(element, 'name');
    const image = attribute(element, 'image');
    return element.name === 'add' && name !== undefined && image !== undefined
      ? [{ name, image, preCondition: attribute(element, 'preCondition') ?? '', element }]
      : [];
  });

/** Whether a module comes with Windows, as a role service of IIS. */
export const isOfWindows = ({ image }: Pick<GlobalModule, 'image'>): boolean =>
  /^(?:%windir%|%systemroot%|[a-z]:\\windows)\\(?:system32|sysnative)\\inetsrv\\[^\\]+$/i.test(image) ||
  /\\microsoft\.net\\framework(?:64)?\\v[\d.]+\\webengine(?:4)?\.dll$/i.test(image);

const isSame = (a: string | undefined, b: string): boolean => a?.toLowerCase() === b.toLowerCase();

/** Where `applicationHost.config` names a module: its registration, its use, and handlers that need nothing else. */
export const placesOf = ({ applicationHost }: ReadConfiguration, module: string): readonly XmlElement[] => [
  ...['globalModules', 'modules'].flatMap((section) =>
    entries(applicationHost, `system.webServer/${section}`).filter((one) => isSame(attribute(one, 'name'), module)),
  ),
  ...entries(applicationHost, 'system.webServer/handlers').filter((one) => isSame(attribute(one, 'modules'), module)),
];

/** The web.config files with a handler that needs a module: their paths answer with 500.21 without it. */
export const usersOf = ({ webConfigs }: ReadConfiguration, module: string): readonly PlacedFile[] =>
  webConfigs.filter((file) =>
    entries(file, 'system.webServer/handlers').some((one) =>
      (attribute(one, 'modules') ?? '').split(',').some((name) => isSame(name.trim(), module)),
    ),
  );

/** A path with the variables of this very server replaced. */
export const expandedOn = ({ system }: Snapshot, path: string): string =>
  path.replace(/%([^%]{1,40})%/g, (whole, name: string) => system?.variables[name.toLowerCase()] ?? whole);
