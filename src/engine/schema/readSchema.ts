import { parseXml } from '../xml/parse';
import { attribute, localName, type XmlElement } from '../xml/tree';
import type { AttributeData, AttributeType, CollectionData, ElementData, SchemaData } from './data';
import { mergeElements } from './merge';

/** No schema file nests its elements nearly as deep; what lies deeper is passed over. */
const DEEPEST = 50;

const TYPES: ReadonlySet<string> = new Set<AttributeType>([
  'bool',
  'enum',
  'flags',
  'uint',
  'int',
  'int64',
  'string',
  'timeSpan',
]);

/**
 * Reads schema files as they lie in `%windir%\system32\inetsrv\config\schema`. Files that describe the same section add
 * to one another. Methods and whatever code makes up at run time (`extension`) are left out: they never stand in a file.
 *
 * @param texts the files' texts, in any order; what is no schema in them is passed over
 */
export function readSchema(texts: readonly string[]): SchemaData {
  const sections = new Map<string, ElementData>();
  const nodes = texts.flatMap((text) => parseXml(text)).flatMap((root) => childrenOf(root, 'sectionSchema'));
  for (const node of nodes) {
    const path = attribute(node, 'name') ?? '';
    if (path === '') continue;
    const known = sections.get(path);
    const read = readElement(node, 0);
    sections.set(path, known ? mergeElements(known, read) : read);
  }
  return { sections: Object.fromEntries(sections) };
}

/** Children of a name that a file may hold. */
const childrenOf = (node: XmlElement, name: string): XmlElement[] =>
  node.children.filter((one) => localName(one) === name && attribute(one, 'extension') === undefined);

const isTrue = (node: XmlElement, name: string): boolean => attribute(node, name)?.trim().toLowerCase() === 'true';

function readElement(node: XmlElement, depth: number): ElementData {
  if (depth > DEEPEST) return {};
  const attributes = named(childrenOf(node, 'attribute'), readAttribute);
  const elements = named(childrenOf(node, 'element'), (one) => readElement(one, depth + 1));
  const collections = childrenOf(node, 'collection')
    .filter((one) => attribute(one, 'addElement'))
    .map((one) => readCollection(one, depth + 1));
  return present<ElementData>({
    attributes,
    elements,
    collections: collections.length > 0 && collections,
    open: isTrue(node, 'allowUnrecognizedAttributes'),
    isDefault: isTrue(node, 'isCollectionDefault'),
  });
}

const readCollection = (node: XmlElement, depth: number): CollectionData =>
  present<CollectionData>({
    add: attribute(node, 'addElement'),
    remove: attribute(node, 'removeElement'),
    clear: attribute(node, 'clearElement'),
    defaultElement: attribute(node, 'defaultElement'),
    prepends: attribute(node, 'mergeAppend')?.trim().toLowerCase() === 'false',
    duplicates: isTrue(node, 'allowDuplicates'),
    ...readElement(node, depth),
  });

function readAttribute(node: XmlElement): AttributeData {
  const type = attribute(node, 'type') ?? '';
  const format = attribute(node, 'timeSpanFormat');
  const encrypted = isTrue(node, 'encrypted');
  const value = attribute(node, 'defaultValue');
  const names = [...childrenOf(node, 'enum'), ...childrenOf(node, 'flag')].map(
    (one) => [attribute(one, 'name') ?? '', Number(attribute(one, 'value'))] as const,
  );
  const validation = [attribute(node, 'validationType') ?? '', attribute(node, 'validationParameter') ?? ''];
  return present<AttributeData>({
    type: type !== 'string' && TYPES.has(type) && (type as Exclude<AttributeType, 'string'>),
    // The default of a secret is an empty one under lock and key.
    default: !encrypted && value,
    required: isTrue(node, 'required'),
    key: (isTrue(node, 'isUniqueKey') && 'unique') || (isTrue(node, 'isCombinedKey') && 'combined'),
    caseSensitive: isTrue(node, 'caseSensitive'),
    encrypted,
    expanded: isTrue(node, 'expanded'),
    infinite: isTrue(node, 'allowInfinite'),
    format: (format === 'seconds' || format === 'minutes') && format,
    hex: isTrue(node, 'displayHex'),
    names: names.length > 0 && Object.fromEntries(names),
    validation: validation.join(' ').trim(),
  });
}

/** The nodes that have a name, each read; undefined for none. */
function named<T>(nodes: readonly XmlElement[], read: (node: XmlElement) => T): Record<string, T> | undefined {
  const items = nodes
    .map((node) => [attribute(node, 'name') ?? '', read(node)] as const)
    .filter(([name]) => name !== '');
  return items.length ? Object.fromEntries(items) : undefined;
}

/** Leaves out what has its usual value. */
const present = <T extends object>(fields: { readonly [K in keyof T]: T[K] | false | undefined | '' }): T =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== false && value !== undefined && value !== ''),
  ) as T;
