import type { AllowDefinition } from '../schema/data';
import type { SectionSchema } from '../schema/model';
import type { Schema } from '../schema/schema';
import { closest } from '../text/closest';
import { withoutSlashesAround } from '../text/slashes';
import { readXml } from '../xml/parse';
import { attribute, type XmlDocument, type XmlElement } from '../xml/tree';
import { readDeclarations } from './declarations';
import { configKind, type ConfigKind } from './kind';

/** A configuration file, read: its sections wherever they stand, with what the schema says of each. */
export interface ConfigDocument {
  /** URI or path, as the caller names the file. */
  readonly name: string;
  readonly kind: ConfigKind;
  readonly text: string;
  readonly xml: XmlDocument;
  /** The outermost element; null for a file without any. */
  readonly root: XmlElement | null;
  /** The sections that `configSections` of this file declares, by path. */
  readonly declarations: ReadonlyMap<string, SectionDeclared>;
  readonly locations: readonly LocationTag[];
  /** In the order of the file, those inside location tags among them. */
  readonly sections: readonly SectionUse[];
  /** The groups around sections, such as `system.webServer`, in the order of the file. */
  readonly groups: readonly XmlElement[];
  /** Elements that stand where a section or a group of sections is due and are neither. A transform has none of these. */
  readonly strays: readonly StrayElement[];
}

/** A `<section>` in `<configSections>`. */
export interface SectionDeclared {
  readonly element: XmlElement;
  readonly path: string;
  /** null: everywhere. */
  readonly allowDefinition: AllowDefinition | null;
  readonly overrideModeDefault: 'Allow' | 'Deny';
  readonly allowLocation: boolean;
}

export interface LocationTag {
  readonly element: XmlElement;
  /** Relative to the level of the file, without slashes at its ends; empty for the level itself (`.`, or no path). */
  readonly path: string;
  readonly overrideMode: 'Allow' | 'Deny' | 'Inherit';
  readonly inheritInChildApplications: boolean;
}

/** A section of the configuration as it stands in a file. */
export interface SectionUse {
  /** Full path, such as `system.webServer/security/access`. */
  readonly path: string;
  readonly element: XmlElement;
  /** null: its inside is not described (.NET, a package or the file itself brings it). */
  readonly schema: SectionSchema | null;
  /** The location tag around it. */
  readonly location: LocationTag | null;
  /** Where its content is: in this file, in another one (`configSource`), or encrypted as a whole. */
  readonly content: 'here' | 'elsewhere' | 'encrypted';
}

export interface StrayElement {
  readonly element: XmlElement;
  /** The path it would have as a section. */
  readonly path: string;
  /** The path that was probably meant. */
  readonly meant: string | null;
  readonly location: LocationTag | null;
}

/**
 * Reads a configuration file. It never fails: what is not well-formed is read as far as it makes sense.
 *
 * @param name URI or path; it decides what the file is for
 * @returns null where the file is not one that IIS reads
 */
export function readConfig(name: string, text: string, schema: Schema): ConfigDocument | null {
  const xml = readXml(text);
  const root = xml.roots[0] ?? null;
  const kind = configKind(name, root);
  return kind && new Reader(schema).read({ name, kind, text, xml, root });
}

/** What may stand directly below `<configuration>` and is no section. */
const OWN_ELEMENTS: ReadonlySet<string> = new Set(['configSections', 'location', 'configProtectedData']);

/** Longer paths belong to no section; a hostile file may nest its groups without end. */
const LONGEST_PATH = 1_000;

class Reader {
  readonly #schema: Schema;
  readonly #locations: LocationTag[] = [];
  readonly #sections: SectionUse[] = [];
  readonly #strays: StrayElement[] = [];
  readonly #groupElements: XmlElement[] = [];
  #declarations: ReadonlyMap<string, SectionDeclared> = new Map();
  /** Groups that the file itself declares. */
  #groups: ReadonlySet<string> = new Set();

  constructor(schema: Schema) {
    this.#schema = schema;
  }

  read(file: Pick<ConfigDocument, 'name' | 'kind' | 'text' | 'xml' | 'root'>): ConfigDocument {
    const { root } = file;
    if (root?.name === 'configuration' && file.kind !== 'transform') {
      const { sections, groups } = readDeclarations(root);
      this.#declarations = sections;
      this.#groups = groups;
      this.#group(root, '', null);
    }
    return {
      ...file,
      declarations: this.#declarations,
      locations: this.#locations,
      sections: this.#sections,
      groups: this.#groupElements,
      strays: this.#strays,
    };
  }

  #group(group: XmlElement, prefix: string, location: LocationTag | null): void {
    if (prefix.length > LONGEST_PATH) return;
    for (const element of group.children) {
      if (prefix === '' && !location && element.name === 'location') this.#location(element);
      else if (prefix !== '' || !OWN_ELEMENTS.has(element.name) || this.#schema.section(element.name))
        this.#sectionOrGroup(element, prefix + element.name, location);
    }
  }

  #location(element: XmlElement): void {
    const location = readLocation(element);
    this.#locations.push(location);
    this.#group(element, '', location);
  }

  #sectionOrGroup(element: XmlElement, path: string, location: LocationTag | null): void {
    const found = this.#schema.find(path);
    if (found.kind === 'group' || this.#groups.has(path)) {
      this.#groupElements.push(element);
      this.#group(element, `${path}/`, location);
    } else if (found.kind === 'unknown' && !this.#declarations.has(path))
      this.#strays.push({ element, path, meant: found.meant ?? ownElement(path, location), location });
    else {
      const schema = found.kind === 'section' ? found.section : null;
      this.#sections.push({ path, element, schema, location, content: contentOf(element) });
    }
  }
}

/** What stands around sections, misspelt. */
const ownElement = (path: string, location: LocationTag | null): string | null =>
  location ? null : closest(path, OWN_ELEMENTS);

function readLocation(element: XmlElement): LocationTag {
  const path = withoutSlashesAround(attribute(element, 'path') ?? '');
  const mode = attribute(element, 'overrideMode') ?? '';
  const legacy = attribute(element, 'allowOverride')?.toLowerCase();
  return {
    element,
    path: path === '.' ? '' : path,
    overrideMode: legacy === 'false' ? 'Deny' : legacy === 'true' ? 'Allow' : (MODES[mode.toLowerCase()] ?? 'Inherit'),
    inheritInChildApplications: attribute(element, 'inheritInChildApplications')?.toLowerCase() !== 'false',
  };
}

const MODES: Readonly<Record<string, 'Allow' | 'Deny'>> = { allow: 'Allow', deny: 'Deny' };

function contentOf(element: XmlElement): SectionUse['content'] {
  if (attribute(element, 'configSource') !== undefined) return 'elsewhere';
  return attribute(element, 'configProtectionProvider') === undefined ? 'here' : 'encrypted';
}
