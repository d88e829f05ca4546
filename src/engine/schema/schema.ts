import type { LoadData } from '../loadData';
import { closest } from '../text/closest';
import { buildSection } from './build';
import type { SchemaData } from './data';
import { foreignSections } from './foreign';
import { forServer } from './merge';
import type { ElementSchema, Found, GroupChild, SectionSchema } from './model';
import { readSchema } from './readSchema';

const GROUP: Found = { kind: 'group' };

/** The configuration schema: every section that IIS and its extensions know, looked up by path. Never changes. */
export class Schema {
  /** Full paths of the sections that are described, in the order of their files. */
  readonly paths: readonly string[];

  readonly #data: SchemaData;
  readonly #sections: ReadonlyMap<string, SectionSchema>;
  readonly #found = new Map<string, Found>();
  readonly #children = new Map<string, Map<string, GroupChild>>();

  constructor(data: SchemaData) {
    this.#data = data;
    this.#sections = new Map(Object.entries(data.sections).map(([path, one]) => [path, buildSection(path, one)]));
    this.paths = [...this.#sections.keys()];
    for (const section of this.#sections.values()) this.#add(section.path, { kind: 'section', section });
    for (const [path, by] of foreignSections) if (!this.#found.has(path)) this.#add(path, { kind: 'unchecked', by });
  }

  #add(path: string, found: Found): void {
    this.#found.set(path, found);
    const end = path.lastIndexOf('/');
    const group = path.slice(0, Math.max(end, 0));
    const siblings = this.#children.get(group) ?? new Map<string, GroupChild>();
    this.#children.set(group, siblings);
    const name = path.slice(end + 1);
    siblings.set(name, { name, path, kind: found.kind === 'group' ? 'group' : 'section' });
    if (group !== '' && !this.#found.has(group)) this.#add(group, GROUP);
  }

  /**
   * The schema of a server whose own schema files were read. Their shapes win over ours, and `installed` says of every
   * section whether they have it.
   *
   * @param texts the texts of all files in its schema folder
   */
  forServer(texts: readonly string[]): Schema {
    return new Schema(forServer(this.#data, readSchema(texts)));
  }

  /** The section of this very path. */
  section(path: string): SectionSchema | undefined {
    return this.#sections.get(path);
  }

  /**
   * What is known of a path: a section, a group of sections, something that others read, or nothing.
   *
   * @param path full path as written, without slashes at its ends
   */
  find(path: string): Found {
    const found = this.#found.get(path);
    if (found) return found;
    const [first = ''] = path.split('/', 1);
    const owner = this.#found.get(first);
    // A package's group holds what the package likes.
    if (owner?.kind === 'unchecked') return owner;
    return { kind: 'unknown', meant: this.#meant(path) };
  }

  isGroup(path: string): boolean {
    return this.#found.get(path)?.kind === 'group';
  }

  /** The sections and groups directly below a group, by name; the empty path is the root of a configuration file. */
  children(group: string): readonly GroupChild[] {
    return [...(this.#children.get(group)?.values() ?? [])];
  }

  /** The same path in another case, else the only section of that name in another group, else the nearest by letters. */
  #meant(path: string): string | null {
    const nearest = this.#nearest(path);
    return nearest?.toLowerCase() === path.toLowerCase() ? nearest : (this.#elsewhere(path) ?? nearest);
  }

  #nearest(path: string): string | null {
    let nearest = '';
    for (const name of path.split('/')) {
      const siblings = this.#children.get(nearest);
      const child = siblings?.get(closest(name, siblings.keys()) ?? '');
      if (!child) return null;
      nearest = child.path;
    }
    return nearest;
  }

  #elsewhere(path: string): string | null {
    const end = `/${path.slice(path.lastIndexOf('/') + 1)}`.toLowerCase();
    const all = this.paths.filter((known) => `/${known}`.toLowerCase().endsWith(end));
    const [first = ''] = path.toLowerCase().split('/', 1);
    const near = all.filter((known) => known.toLowerCase().startsWith(`${first}/`));
    const [only, another] = near.length ? near : all;
    return another === undefined ? (only ?? null) : null;
  }
}

/** What may stand on and in a child element: a single element or an entry of the collection; null for directives. */
export function childSchema(parent: ElementSchema, name: string): ElementSchema | null {
  return parent.elements.get(name) ?? parent.collection?.entries.get(name) ?? null;
}

/** The names of every child element that may stand in an element, directives included. */
export function childNames(parent: ElementSchema): readonly string[] {
  const { collection } = parent;
  const directives = [collection?.removeElement, collection?.clearElement].flatMap((name) => name ?? []);
  return [...parent.elements.keys(), ...(collection?.entries.keys() ?? []), ...directives];
}

const COMMON_ATTRIBUTES: ReadonlySet<string> = new Set([
  'lockAttributes',
  'lockAllAttributesExcept',
  'lockElements',
  'lockAllElementsExcept',
  'lockItem',
  'configSource',
  'configProtectionProvider',
  'childSource',
  'configBuilders',
  'xmlns',
]);

/**
 * Whether an attribute is legal on any element, although no schema lists it: locks, references to other files,
 * declarations of namespaces, marks of transform files (`xdt:Transform`).
 */
export const isCommonAttribute = (name: string): boolean => COMMON_ATTRIBUTES.has(name) || /^(?:xmlns|xdt):/.test(name);

/**
 * Gives the schema that ships with the product, read on the first call.
 *
 * @returns the same schema every time; rejects, and tries again at the next call, where it cannot be read
 */
export function schemaLoader(loadData: LoadData): () => Promise<Schema> {
  let schema: Promise<Schema> | null = null;
  return () => {
    if (schema) return schema;
    schema = loadData('schema.json').then((text) => new Schema(JSON.parse(text) as SchemaData));
    schema.catch(() => (schema = null));
    return schema;
  };
}
