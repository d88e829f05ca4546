import { attribute, type XmlElement } from '../xml/tree';
import type { SectionUse } from './document';
import type { Hierarchy } from './hierarchy';
import { listed } from './values';

export const HANDLERS = 'system.webServer/handlers';
export const MODULES = 'system.webServer/modules';

/** The native modules that an entry of `handlers` hands a request to. */
export const modulesOf = (handler: XmlElement): readonly string[] => listed(attribute(handler, 'modules') ?? '');

/** Whether a name is that of the ASP.NET Core Module, of any version. */
export const isAspNetCoreModule = (name: string): boolean => /^AspNetCoreModule(?:V\d+)?$/i.test(name);

/** Entries that a section of handlers adds. */
export const addedHandlers = ({ element, content }: SectionUse): readonly XmlElement[] =>
  content === 'here' ? element.children.filter(({ name }) => name === 'add') : [];

/** The names of the modules that hold at a path, in lower case. */
export const modulesAt = (hierarchy: Hierarchy, path: string): ReadonlySet<string> =>
  new Set((hierarchy.effective(MODULES, path)?.element.entries ?? []).map((entry) => entry.text('name').toLowerCase()));

/** Whether an entry takes every request that reaches it, whatever its address, method and pool. */
export const catchesAll = (handler: XmlElement): boolean =>
  attribute(handler, 'path') === '*' &&
  attribute(handler, 'verb') === '*' &&
  !(attribute(handler, 'preCondition') ?? '') &&
  /^unspecified$/i.test(attribute(handler, 'resourceType') ?? 'Unspecified');
