import type { EffectiveElement, EffectiveValue, Origin } from '../config/effectiveElement';
import type { Hierarchy } from '../config/hierarchy';
import { escapeValue } from '../config/edits';
import type { ConfigDocument } from '../config/document';
import { linesOf } from '../config/lines';
import { holdsSecret } from '../config/secrets';
import { isEncrypted } from '../schema/values';
import { plainText } from './escape';

/** Where a value or an element is written; lines and columns are 1-based. */
export interface Provenance {
  /** The document, as it is named: URI or path. */
  readonly document: string;
  /** The configuration as shipped stands for a server that we do not know. */
  readonly isShipped: boolean;
  readonly line: number;
  readonly column: number;
}

/** An element of the effective configuration as plain data. */
export interface EffectiveData {
  readonly name: string;
  readonly attributes: readonly {
    readonly name: string;
    readonly value: string;
    /** Null: the schema's default. */
    readonly from: Provenance | null;
  }[];
  /** Where the element was written last; null where no file has it. */
  readonly from: Provenance | null;
  readonly elements: readonly EffectiveData[];
  /** The entries of its collection, in the order in which IIS goes through them. */
  readonly entries: readonly EffectiveData[];
  /** Entries beyond those that are listed. */
  readonly entriesLeftOut: number;
}

const MOST_ENTRIES = 2_000;
const HIDDEN = '(a secret, not shown)';

/**
 * What holds for a section at a path, as plain data: for JSON.
 *
 * Attributes of the section and of its single elements are all there, defaults of the schema among them; entries of
 * collections have those that a file gives. Secrets in plain text are replaced.
 *
 * @param section full path such as `system.webServer/defaultDocument`
 * @param path configuration path; by default that of the hierarchy's last file
 * @returns null for a section whose inside nobody describes
 */
export function effectiveData(hierarchy: Hierarchy, section: string, path?: string): EffectiveData | null {
  const effective = hierarchy.effective(section, path);
  return effective && new Describer(hierarchy).element(effective.element, true);
}

/**
 * What holds for a section at a path, as XML with a comment behind everything that says where it is from.
 *
 * @param section full path such as `system.webServer/defaultDocument`
 * @param path configuration path; by default that of the hierarchy's last file
 * @param nameOf how a document is named in the comments; by default the last segment of its name
 * @returns lines that end with LF; null for a section whose inside nobody describes
 */
export function effectiveText(
  hierarchy: Hierarchy,
  section: string,
  path = hierarchy.levels.at(-1)?.path ?? '',
  nameOf: (document: string) => string = lastSegment,
): string | null {
  const data = effectiveData(hierarchy, section, path);
  if (!data) return null;
  const groups = section.split('/').slice(0, -1);
  const where = path === '' ? (hierarchy.isPlaced ? 'the server' : 'this folder') : path;
  const lines = [`<!-- ${commented(`${section}, as it holds for ${where}`)} -->`];
  groups.forEach((group, i) => lines.push(`${INDENT.repeat(i)}<${group}>`));
  lines.push(...new Writer(nameOf).element(data, groups.length));
  groups.toReversed().forEach((group, i) => lines.push(`${INDENT.repeat(groups.length - 1 - i)}</${group}>`));
  return `${lines.join('\n')}\n`;
}

class Describer {
  readonly #shipped: ReadonlySet<ConfigDocument>;

  constructor({ levels }: Hierarchy) {
    this.#shipped = new Set(levels.flatMap(({ document, isShipped }) => (isShipped ? [document] : [])));
  }

  element(element: EffectiveElement, withDefaults: boolean): EffectiveData {
    const listed = element.entries.slice(0, MOST_ENTRIES);
    return {
      name: element.name,
      attributes: this.#attributes(element, withDefaults),
      from: element.origin && this.#place(element.origin, element.origin.element.start),
      elements: [...element.elements.values()].map((one) => this.element(one, withDefaults)),
      entries: listed.map((entry) => this.element(entry, false)),
      entriesLeftOut: element.entries.length - listed.length,
    };
  }

  #attributes(element: EffectiveElement, withDefaults: boolean): EffectiveData['attributes'] {
    const names = new Set([...element.attributes.keys(), ...element.schema.attributes.keys()]);
    return [...names].flatMap((name) => {
      const one = element.value(name);
      if (one.value === null || (!one.origin && !withDefaults)) return [];
      return [{ name, value: shown(element, name, one), from: this.#from(one) }];
    });
  }

  #from({ origin }: EffectiveValue): Provenance | null {
    return origin && this.#place(origin, origin.attribute.start);
  }

  #place({ document }: Origin, offset: number): Provenance {
    return { document: document.name, isShipped: this.#shipped.has(document), ...linesOf(document).position(offset) };
  }
}

function shown(element: EffectiveElement, name: string, { value, origin }: EffectiveValue): string {
  const text = value ?? '';
  return origin && text !== '' && !isEncrypted(text) && holdsSecret(element, name) ? HIDDEN : text;
}

const INDENT = '    ';

class Writer {
  readonly #nameOf: (document: string) => string;

  constructor(nameOf: (document: string) => string) {
    this.#nameOf = nameOf;
  }

  element(data: EffectiveData, depth: number): string[] {
    const indent = INDENT.repeat(depth);
    const attributes = data.attributes.map(({ name, value }) => ` ${name}="${escapeValue(value)}"`).join('');
    const inner = [...data.elements, ...data.entries];
    const open = `${indent}<${data.name}${attributes}${inner.length || data.entriesLeftOut ? '>' : ' />'}`;
    const lines = [`${open}${this.#provenance(data)}`, ...inner.flatMap((one) => this.element(one, depth + 1))];
    if (data.entriesLeftOut) lines.push(`${indent}${INDENT}<!-- and ${data.entriesLeftOut} more -->`);
    if (inner.length || data.entriesLeftOut) lines.push(`${indent}</${data.name}>`);
    return lines;
  }

  /** The attributes of one place are told together; those from where the element itself stands need no name. */
  #provenance({ attributes, from }: EffectiveData): string {
    const own = from && this.#place(from);
    const byPlace = new Map<string, string[]>();
    for (const attribute of attributes) {
      const place = attribute.from ? this.#place(attribute.from) : 'default';
      const names = byPlace.get(place);
      if (names) names.push(attribute.name);
      else byPlace.set(place, [attribute.name]);
    }
    const others = [...byPlace].flatMap(([place, names]) => (place === own ? [] : [`${names.join(', ')}: ${place}`]));
    const told = [...(own === null ? [] : [own]), ...others];
    return told.length ? ` <!-- ${commented(told.join('; '))} -->` : '';
  }

  #place({ document, isShipped, line }: Provenance): string {
    return isShipped ? `as shipped with IIS 10, line ${line}` : `${this.#nameOf(document)} line ${line}`;
  }
}

/** Text as it may stand in a comment of XML: two hyphens end one. */
const commented = (text: string): string =>
  plainText(text, 2_000)
    .replace(/-(?=-)/g, '- ')
    .replace(/-$/, '- ');

function lastSegment(name: string): string {
  const segment = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
