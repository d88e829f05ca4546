import type { CollectionSchema, ElementSchema, EntrySchema, SectionSchema } from '../schema/model';
import { isCommonAttribute } from '../schema/schema';
import { attribute, type XmlAttribute, type XmlElement } from '../xml/tree';
import type { ConfigDocument, SectionUse } from './document';
import { EffectiveElement, type Origin } from './effectiveElement';
import type { EffectiveSection, Hierarchy, Level } from './hierarchy';
import { keysOf } from './keys';
import { readLock, sectionLock, type Lock } from './locks';
import { depth, isAbove, pathsAbove, relativeTo } from './paths';
import { sectionsAtLocation } from './sections';
import { mayReplace } from './repeatedEntries';

/** Why IIS does not put two files together. `element` is what it stumbles over. */
export type MergeProblem = {
  readonly document: ConfigDocument;
  readonly section: SectionUse;
  readonly element: XmlElement;
} & (
  | {
      readonly kind: 'duplicate';
      readonly first: Origin;
      /** The attributes of the key. */
      readonly key: readonly string[];
      /** The name of the directive that takes an entry out; null where the collection has none. */
      readonly removeElement: string | null;
    }
  | { readonly kind: 'removeWithoutMatch' }
  /** `by` is null where only the configuration as shipped locks it. */
  | { readonly kind: 'lockedSection'; readonly by: Origin | null }
  | { readonly kind: 'lockedAttribute'; readonly attribute: XmlAttribute; readonly by: Origin }
  /** A child element or a directive that `lockElements` forbids, or an entry with `lockItem`. */
  | { readonly kind: 'lockedElement'; readonly by: Origin }
);

/** A section as one file has it for one path. */
interface Block {
  readonly use: SectionUse;
  readonly level: Level;
  readonly rank: number;
  readonly path: string;
  /** Its content, from this file or from the one that `configSource` names. */
  readonly content: XmlElement | null;
}

/** Puts together what all files say of a section for a path: outer paths first, at one path outer files first. */
export function mergeSection(hierarchy: Hierarchy, schema: SectionSchema, path: string): EffectiveSection {
  const merger = new Merger(hierarchy, schema);
  for (const block of blocksAbove(hierarchy, schema.path, path)) merger.add(block);
  return { element: merger.element, problems: merger.problems };
}

/**
 * What goes wrong with a section of the last file. A section that no other file and no other place speaks of cannot
 * clash with anything, so it is not put together for that: a server's sites are a hundred thousand elements.
 */
export function problemsOf(hierarchy: Hierarchy, schema: SectionSchema, use: SectionUse): readonly MergeProblem[] {
  const path = hierarchy.pathOf(use);
  const [only, another] = blocksAbove(hierarchy, schema.path, path);
  if (only?.use !== use || another || removes(use.element))
    return hierarchy.effective(schema.path, path)?.problems ?? [];
  const merger = new Merger(hierarchy, schema);
  merger.isLocked(only);
  return merger.problems;
}

/** Whether something in an element takes entries away, by the names that schemas have for that. */
const removes = ({ children }: XmlElement): boolean =>
  children.some((child) => child.name.startsWith('remove') || removes(child));

function blocksAbove(hierarchy: Hierarchy, section: string, path: string): Block[] {
  const above = pathsAbove(path);
  const blocks = hierarchy.levels.flatMap((level, rank) =>
    above.flatMap((at): Block[] => {
      const location = relativeTo(level.path, at);
      if (location === null) return [];
      return sectionsAtLocation(level.document, section, location)
        .filter((use) => !endsAtApplication(use, at, path, hierarchy.applications))
        .map((use) => ({ use, level, rank, path: at, content: contentOf(use, level) }));
    }),
  );
  return blocks.sort((a, b) => depth(a.path) - depth(b.path) || a.rank - b.rank);
}

/** Whether `inheritInChildApplications="false"` keeps a section from a path. */
function endsAtApplication(use: SectionUse, at: string, path: string, applications: readonly string[]): boolean {
  if (use.location?.inheritInChildApplications !== false) return false;
  return applications.some((one) => isAbove(one, path) && isAbove(at, one) && !isAbove(one, at));
}

function contentOf({ element, content }: SectionUse, { external }: Level): XmlElement | null {
  if (content === 'here') return element;
  return content === 'elsewhere' ? (external?.get(attribute(element, 'configSource') ?? '') ?? null) : null;
}

class Merger {
  readonly element: EffectiveElement;
  readonly problems: MergeProblem[] = [];
  readonly #hierarchy: Hierarchy;
  readonly #schema: SectionSchema;
  readonly #locks = new Map<EffectiveElement, Lock[]>();

  constructor(hierarchy: Hierarchy, schema: SectionSchema) {
    this.#hierarchy = hierarchy;
    this.#schema = schema;
    this.element = new EffectiveElement(schema, schema.name);
  }

  add(block: Block): void {
    if (!this.isLocked(block) && block.content) this.#apply(block.content, this.element, block);
  }

  /** Whether a file further out locks the section, which is a problem where the block says something. */
  isLocked(block: Block): boolean {
    const { element } = block.use;
    const isUsed = element.attributes.length > 0 || element.children.length > 0;
    const lock = isUsed ? sectionLock(this.#hierarchy, this.#schema, block.path, block.rank) : null;
    if (lock) this.#problem(block, element, { kind: 'lockedSection', by: lock.origin });
    return lock !== null;
  }

  #problem(block: Block, element: XmlElement, problem: ProblemKind): void {
    this.problems.push({ document: block.level.document, section: block.use, element, ...problem });
  }

  #apply(element: XmlElement, target: EffectiveElement, block: Block): void {
    const origin = originOf(element, block);
    target.origin = origin;
    const locks = (this.#locks.get(target) ?? []).filter(({ rank }) => rank < block.rank);
    for (const one of element.attributes) {
      if (isCommonAttribute(one.name)) continue;
      const lock = locks.find(({ locksAttribute }) => locksAttribute(one.name));
      if (lock) this.#problem(block, element, { kind: 'lockedAttribute', attribute: one, by: lock.by });
      else target.attributes.set(one.name, { value: one.value, origin: { ...origin, attribute: one } });
    }
    this.#children(element, target, block, locks);
    const lock = readLock(element, origin, block.rank);
    if (lock) this.#locks.set(target, [...(this.#locks.get(target) ?? []), lock]);
  }

  #children(element: XmlElement, target: EffectiveElement, block: Block, locks: readonly Lock[]): void {
    const { schema } = target;
    let collection: CollectionMerge | null = null;
    for (const child of element.children) {
      const lock = locks.find(({ locksElement }) => locksElement(child.name));
      if (lock) {
        this.#problem(block, child, { kind: 'lockedElement', by: lock.by });
        continue;
      }
      const single = schema.elements.get(child.name);
      if (single && !schema.collection?.entries.has(child.name)) {
        this.#apply(child, this.#single(target, single), block);
        continue;
      }
      if (!schema.collection) continue;
      collection ??= new CollectionMerge(target, schema.collection);
      this.#directive(child, collection, block);
    }
    collection?.finish();
  }

  #single(target: EffectiveElement, schema: ElementSchema): EffectiveElement {
    const { name } = schema;
    const known = target.elements.get(name);
    if (known) return known;
    const made = new EffectiveElement(schema, name, target, () => target.defaultsOf(name));
    target.elements.set(name, made);
    return made;
  }

  #directive(child: XmlElement, collection: CollectionMerge, block: Block): void {
    const { schema } = collection;
    const locked = (entry: EffectiveElement): Lock | undefined =>
      this.#locks.get(entry)?.find(({ locksItem, rank }) => locksItem && rank < block.rank);
    const entrySchema = schema.entries.get(child.name);
    if (entrySchema) {
      const clash = collection.clash(child, entrySchema);
      const isInherited = clash?.first.element.parent !== child.parent;
      if (clash && isInherited && collection.isDoubtful) return;
      const replaced = clash && mayReplace(this.#schema, schema, clash.first.element, child) ? clash.entry : null;
      if (replaced) collection.remove(replaced);
      if (clash && !replaced)
        this.#problem(block, child, {
          kind: 'duplicate',
          first: clash.first,
          key: clash.key,
          removeElement: schema.removeElement,
        });
      else this.#apply(child, collection.insert(child.name, entrySchema, keysOfElement(child, entrySchema)), block);
    } else if (child.name === schema.clearElement) {
      const lock = collection.entries.map(locked).find((one) => one !== undefined);
      if (lock) this.#problem(block, child, { kind: 'lockedElement', by: lock.by });
      else collection.clear();
    } else if (child.name === schema.removeElement) {
      const entry = collection.find(child);
      const lock = entry && locked(entry);
      if (!entry) this.#problem(block, child, { kind: 'removeWithoutMatch' });
      else if (lock) this.#problem(block, child, { kind: 'lockedElement', by: lock.by });
      else collection.remove(entry);
    } else collection.isDoubtful = true;
  }
}

type ProblemKind = MergeProblem extends infer P
  ? P extends MergeProblem
    ? Omit<P, 'document' | 'section' | 'element'>
    : never
  : never;

const originOf = (element: XmlElement, { level }: Block): Origin => ({
  document: level.document,
  level: level.path,
  element,
});

const keysOfElement = (element: XmlElement, schema: EntrySchema): readonly string[] =>
  keysOf(schema, (name) => attribute(element, name)).map(({ id }, i) => `${i} ${id}`);

/** The collection of an element while one block goes through it. */
class CollectionMerge {
  readonly schema: CollectionSchema;
  entries: EffectiveElement[];
  /** Something foreign stood in it, which may be the misspelt directive that takes inherited entries away. */
  isDoubtful = false;
  readonly #target: EffectiveElement;
  readonly #byKey = new Map<string, EffectiveElement>();
  /** Where the next entry goes, for collections whose deeper files come first. */
  #next: number;

  constructor(target: EffectiveElement, schema: CollectionSchema) {
    this.#target = target;
    this.schema = schema;
    this.entries = [...target.entries];
    this.#next = schema.mergeAppend ? this.entries.length : 0;
    for (const entry of this.entries) for (const key of keysOfEntry(entry)) this.#byKey.set(key, entry);
  }

  /** The entry that has a key of a new one already. */
  clash(
    element: XmlElement,
    schema: EntrySchema,
  ): { entry: EffectiveElement; first: Origin; key: readonly string[] } | null {
    if (this.schema.allowDuplicates) return null;
    const keys = keysOf(schema, (name) => attribute(element, name));
    for (const [i, { id, attributes }] of keys.entries()) {
      const known = this.#byKey.get(`${i} ${id}`);
      if (known?.name === element.name && known.origin)
        return { entry: known, first: known.origin, key: attributes.map(({ name }) => name) };
    }
    return null;
  }

  insert(name: string, schema: EntrySchema, keys: readonly string[]): EffectiveElement {
    const target = this.#target;
    const entry = new EffectiveElement(schema, name, target, () => target.defaultsOfEntries());
    this.entries.splice(this.#next++, 0, entry);
    for (const key of keys) this.#byKey.set(key, entry);
    return entry;
  }

  /** The entry that a `remove` names: by all attributes that it gives. */
  find(remove: XmlElement): EffectiveElement | undefined {
    const [first] = this.schema.entries.values();
    if (!first) return undefined;
    for (const key of keysOfElement(remove, first)) {
      const entry = this.#byKey.get(key);
      if (entry) return entry;
    }
    return undefined;
  }

  remove(entry: EffectiveElement): void {
    const at = this.entries.indexOf(entry);
    if (at < 0) return;
    this.entries.splice(at, 1);
    if (at < this.#next) this.#next--;
    for (const key of keysOfEntry(entry)) this.#byKey.delete(key);
  }

  clear(): void {
    this.entries = [];
    this.#byKey.clear();
    this.#next = 0;
  }

  finish(): void {
    this.#target.entries = this.entries;
  }
}

const keysOfEntry = (entry: EffectiveElement): readonly string[] =>
  keysOf(entry.schema as EntrySchema, (name) => entry.attributes.get(name)?.value ?? undefined).map(
    ({ id }, i) => `${i} ${id}`,
  );
