import { elementPlace, type ElementPlace } from '../config/elementPlace';
import type { ElementSchema, EntrySchema } from '../schema/model';
import type { Range } from '../text/range';
import type { XmlElement } from '../xml/tree';
import { wayOf } from './about';
import type { CompletionContext, CompletionItem } from './completion';
import { snippetsFor } from './snippets';

/**
 * The elements that can stand in a parent.
 *
 * @param parent null: outside all elements
 * @param range what an item replaces, its `<` included where it is typed
 * @param typed the element that is being typed, which does not count as one that is there
 */
export function elementItems(
  { document, schema }: CompletionContext,
  parent: XmlElement | null,
  range: Range,
  part: 'text' | 'endTag',
  typed: XmlElement | null = null,
): readonly CompletionItem[] {
  if (part === 'endTag') return parent ? [endTag(document.text, parent, range)] : [];
  if (!parent) return document.root && document.root !== typed ? [] : [root(range)];
  const place = elementPlace(document, schema, parent);
  const present = new Set(parent.children.filter((child) => child !== typed).map(({ name }) => name));
  const make = maker(range);
  switch (place.kind) {
    case 'root':
    case 'location':
    case 'group': {
      const children = schema
        .children(place.path)
        .filter(({ name, kind }) => kind === 'group' || !present.has(name))
        .map(({ name, path, kind }) =>
          make(
            name,
            kind === 'group' ? 'group' : 'element',
            kind === 'group' ? 3 : 2,
            { kind, path },
            childSchemaOf(schema.section(path) ?? null),
          ),
        );
      const own = place.kind === 'root' ? rootElements(present, range) : [];
      return [...own, ...children, ...snippetsFor(place, range)];
    }
    case 'element':
    case 'declaration':
      return inElement(place, present, range);
    case 'undescribed':
    case 'unknown':
      return [];
  }
}

function inElement(
  place: Extract<ElementPlace, { kind: 'element' | 'declaration' }>,
  present: ReadonlySet<string>,
  range: Range,
): readonly CompletionItem[] {
  const { schema, section, role } = place.use;
  if (role === 'remove' || role === 'clear') return [];
  const make = maker(range);
  const way = wayOf(place.use);
  const about = (name: string) => ({ kind: 'element' as const, section: section.path, way: [...way, name] });
  const { collection } = schema;
  const entries = [...(collection?.entries.values() ?? [])].map((entry) =>
    make(entry.name, 'element', 1, about(entry.name), childSchemaOf(entry)),
  );
  const singles = [...schema.elements.values()]
    .filter(({ name }) => !present.has(name) && !collection?.entries.has(name))
    .map((single) => make(single.name, 'element', 2, about(single.name), childSchemaOf(single)));
  const [first] = collection?.entries.values() ?? [];
  const remove =
    collection?.removeElement && first
      ? [make(collection.removeElement, 'directive', 4, undefined, { keys: keyNames(first), isEmpty: true })]
      : [];
  const clear =
    collection?.clearElement && !present.has(collection.clearElement)
      ? [make(collection.clearElement, 'directive', 5, undefined, { keys: [], isEmpty: true })]
      : [];
  return [...entries, ...singles, ...remove, ...clear, ...snippetsFor(place, range)];
}

interface Shape {
  /** Attributes that are put in at once. */
  readonly keys: readonly string[];
  /** Nothing can stand in it. */
  readonly isEmpty: boolean;
}

function childSchemaOf(schema: ElementSchema | EntrySchema | null): Shape {
  if (!schema) return { keys: [], isEmpty: false };
  const required = [...schema.attributes.values()].filter((one) => one.required).map(({ name }) => name);
  const keys = 'keys' in schema ? keyNames(schema) : [];
  return {
    keys: [...new Set([...keys, ...required])],
    isEmpty: schema.elements.size === 0 && schema.collection === null,
  };
}

/** The attributes of the first key: an entry is not complete without them. */
const keyNames = ({ keys }: EntrySchema): readonly string[] => (keys[0] ?? []).map(({ name }) => name);

const maker =
  (range: Range) =>
  (
    name: string,
    kind: CompletionItem['kind'],
    rank: number,
    about: CompletionItem['about'],
    { keys, isEmpty }: Shape,
  ): CompletionItem => {
    const attributes = keys.map((key, i) => ` ${key}="$${i + 1}"`).join('');
    const text = isEmpty
      ? `<${name}${attributes}${keys.length ? '' : '$1'} />$0`
      : `<${name}${attributes}>$0</${name}>`;
    return { label: name, kind, text, isSnippet: true, range, rank, ...(about && { about }) };
  };

function rootElements(present: ReadonlySet<string>, range: Range): CompletionItem[] {
  const location: CompletionItem = {
    label: 'location',
    kind: 'element',
    detail: 'settings for one path',
    text: '<location path="$1">\n\t$0\n</location>',
    isSnippet: true,
    range,
    rank: 4,
  };
  const declarations: CompletionItem = {
    label: 'configSections',
    kind: 'element',
    detail: 'declares sections; must be the first element',
    text: '<configSections>\n\t$0\n</configSections>',
    isSnippet: true,
    range,
    rank: 5,
  };
  return present.has('configSections') ? [location] : [location, declarations];
}

const root = (range: Range): CompletionItem => ({
  label: 'configuration',
  kind: 'element',
  text: '<configuration>\n\t$0\n</configuration>',
  isSnippet: true,
  range,
  rank: 1,
});

/** Ends the element that is open: `</` is there already, and what was typed behind it. */
function endTag(text: string, { name }: XmlElement, { end }: Range): CompletionItem {
  const start = text.lastIndexOf('</', end);
  return {
    label: `/${name}`,
    kind: 'element',
    text: `</${name}>`,
    range: { start: start < 0 ? end : start, end: text[end] === '>' ? end + 1 : end },
    rank: 0,
  };
}
