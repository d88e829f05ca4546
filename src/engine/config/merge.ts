import type { CollectionSchema, SectionSchema } from '../schema/model';
import { readByDotNet } from '../schema/products';
import { isCommonAttribute } from '../schema/schema';
import type { Range } from '../text/range';
import type { XmlAttribute, XmlElement } from '../xml/tree';
import type { ConfigDocument, SectionUse } from './document';
import { EffectiveElement, type Filler, type Origin, type Written } from './effectiveElement';
import type { EffectiveSection, Hierarchy } from './hierarchy';
import { blocksAbove, type Block } from './blocks';
import { CollectionMerge } from './collectionMerge';
import { readLock, sectionLock, type Lock } from './locks';
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

/** Puts together what all files say of a section for a path: outer paths first, at one path outer files first. */
export function mergeSection(hierarchy: Hierarchy, schema: SectionSchema, path: string): EffectiveSection {
  const merger = new Merger(hierarchy, schema);
  for (const block of blocksAbove(hierarchy, schema, path)) merger.add(block);
  return { element: merger.element, problems: merger.problems };
}

/**
 * What goes wrong with a section of the last file. A section that no other file and no other place speaks of cannot
 * clash with anything, so it is not put together for that: a server's sites are a hundred thousand elements.
 */
export function problemsOf(hierarchy: Hierarchy, schema: SectionSchema, use: SectionUse): readonly MergeProblem[] {
  const path = hierarchy.pathOf(use);
  const [only, another] = blocksAbove(hierarchy, schema, path);
  if (only?.use !== use || another || removes(only.level.document, use.element))
    return hierarchy.effective(schema.path, path)?.problems ?? [];
  const merger = new Merger(hierarchy, schema);
  merger.isLocked(only);
  return merger.problems;
}

const firstRemovals = new WeakMap<ConfigDocument, number>();

/** Whether something in a section may take entries away, by the names that schemas have for that. */
function removes(document: ConfigDocument, { start, end }: Range): boolean {
  let first = firstRemovals.get(document);
  if (first === undefined) firstRemovals.set(document, (first = document.text.indexOf('<remove')));
  if (first < 0 || first >= end) return false;
  const at = document.text.indexOf('<remove', start);
  return at >= 0 && at < end;
}

const NO_LOCKS: readonly Lock[] = [];

class Merger implements Filler {
  readonly element: EffectiveElement;
  readonly problems: MergeProblem[] = [];
  readonly #hierarchy: Hierarchy;
  readonly #schema: SectionSchema;
  readonly #locks = new Map<EffectiveElement, Lock[]>();
  #isFilling = false;

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
    // Two entries with one key in one file are told of by a rule that looks at the file alone.
    if (this.#isFilling) return;
    this.problems.push({ document: block.level.document, section: block.use, element, ...problem });
  }

  #apply(element: XmlElement, target: EffectiveElement, block: Block): void {
    const locks = this.#locks.get(target)?.filter(({ rank }) => rank < block.rank) ?? NO_LOCKS;
    const written = new WrittenBy(block, element, locks.length ? this.#refused(element, block, locks) : null);
    target.write(written);
    this.#children(element, target, block, locks);
    this.#keepLock(element, target, written);
  }

  /** The attributes that outer files lock: each is a problem. */
  #refused(element: XmlElement, block: Block, locks: readonly Lock[]): ReadonlySet<XmlAttribute> {
    const refused = new Set<XmlAttribute>();
    for (const one of element.attributes) {
      const lock = isCommonAttribute(one.name)
        ? undefined
        : locks.find(({ locksAttribute }) => locksAttribute(one.name));
      if (!lock) continue;
      refused.add(one);
      this.#problem(block, element, { kind: 'lockedAttribute', attribute: one, by: lock.by });
    }
    return refused;
  }

  #keepLock(element: XmlElement, target: EffectiveElement, written: WrittenBy): void {
    const lock = readLock(element, written, written.block.rank);
    if (lock) this.#locks.set(target, [...(this.#locks.get(target) ?? []), lock]);
  }

  /** What stands inside an entry: no outer file can have a say in it. */
  fill(entry: EffectiveElement): void {
    const { origin } = entry;
    if (!(origin instanceof WrittenBy)) return;
    this.#isFilling = true;
    this.#children(origin.element, entry, origin.block, NO_LOCKS);
    this.#isFilling = false;
  }

  #children(element: XmlElement, target: EffectiveElement, block: Block, locks: readonly Lock[]): void {
    if (element.children.length === 0) return;
    const { schema } = target;
    if (schema.collection && locks.length === 0 && this.#isPlain(element, target, schema.collection)) {
      this.#takeAll(element, target, block);
      return;
    }
    let collection: CollectionMerge | null = null;
    for (const child of element.children) {
      const lock = locks.find(({ locksElement }) => locksElement(child.name));
      if (lock) {
        this.#problem(block, child, { kind: 'lockedElement', by: lock.by });
        continue;
      }
      const single = schema.elements.get(child.name);
      if (single && !schema.collection?.entries.has(child.name)) {
        this.#apply(child, target.ownElement(single), block);
        continue;
      }
      if (!schema.collection) continue;
      collection ??= new CollectionMerge(target, schema.collection);
      this.#directive(child, collection, block);
    }
    collection?.finish();
  }

  /** Whether a collection begins here and takes nothing away, so that no key needs to be looked at. */
  #isPlain({ children }: XmlElement, target: EffectiveElement, collection: CollectionSchema): boolean {
    const { removeElement, clearElement } = collection;
    return (
      target.entries.length === 0 &&
      !readByDotNet(this.#schema.product) &&
      children.every(({ name }) => name !== removeElement && name !== clearElement)
    );
  }

  #takeAll(element: XmlElement, target: EffectiveElement, block: Block): void {
    const { schema } = target;
    const entries: EffectiveElement[] = [];
    for (const child of element.children) {
      const entrySchema = schema.collection?.entries.get(child.name);
      const single = entrySchema ? undefined : schema.elements.get(child.name);
      if (single) this.#apply(child, target.ownElement(single), block);
      if (!entrySchema) continue;
      const entry = new EffectiveElement(entrySchema, child.name, target, true);
      this.#writeEntry(child, entry, block);
      entries.push(entry);
    }
    target.putEntries(entries);
  }

  #writeEntry(child: XmlElement, entry: EffectiveElement, block: Block): void {
    const written = new WrittenBy(block, child, null);
    entry.write(written);
    if (child.children.length) entry.fillLater(this);
    this.#keepLock(child, entry, written);
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
      else this.#writeEntry(child, collection.insert(child, entrySchema), block);
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

/** An element that a block says. There are a hundred thousand of them, so it keeps no more than that. */
class WrittenBy implements Written {
  constructor(
    readonly block: Block,
    readonly element: XmlElement,
    readonly refused: ReadonlySet<XmlAttribute> | null,
  ) {}

  get document(): ConfigDocument {
    return this.block.level.document;
  }

  get level(): string {
    return this.block.level.path;
  }
}
