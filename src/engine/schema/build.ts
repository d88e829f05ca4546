import type { AttributeData, CollectionData, ElementData, SectionData } from './data';
import type {
  AttributeSchema,
  CollectionSchema,
  ElementSchema,
  EntrySchema,
  SectionDeclaration,
  SectionSchema,
  TextValidator,
  Validator,
} from './model';

/** Makes the model of a section out of its plain data. */
export function buildSection(path: string, data: SectionData): SectionSchema {
  return {
    ...buildElement(path.slice(path.lastIndexOf('/') + 1), data),
    path,
    product: data.product ?? 'other',
    declaration: data.declaration ? buildDeclaration(data.declaration) : null,
    installed: data.installed ?? null,
  };
}

const buildDeclaration = (data: NonNullable<SectionData['declaration']>): SectionDeclaration => ({
  allowDefinition: data.allowDefinition ?? null,
  overrideModeDefault: data.overrideModeDefault ?? 'Allow',
  allowLocation: data.allowLocation ?? true,
  unlocked: data.unlocked ?? false,
});

function buildElement(name: string, data: ElementData): ElementSchema {
  return {
    name,
    attributes: mapOf(data.attributes, buildAttribute),
    elements: mapOf(data.elements, buildElement),
    collection: buildCollection(data.collections),
    allowUnrecognizedAttributes: data.open ?? false,
    isCollectionDefault: data.isDefault ?? false,
    since: data.since ?? null,
  };
}

/** Collections side by side in one element are one collection with several kinds of entries. */
function buildCollection(all: readonly CollectionData[] | undefined): CollectionSchema | null {
  if (!all?.length) return null;
  const entries = new Map<string, EntrySchema>();
  for (const data of all)
    for (const name of data.add.split(',')) {
      const element = buildElement(name.trim(), data);
      entries.set(element.name, { ...element, keys: keysOf([...element.attributes.values()]) });
    }
  return {
    entries,
    removeElement: all.find(({ remove }) => remove !== undefined)?.remove ?? null,
    clearElement: all.find(({ clear }) => clear !== undefined)?.clear ?? null,
    defaultElement: all.find(({ defaultElement }) => defaultElement !== undefined)?.defaultElement ?? null,
    mergeAppend: !all.some(({ prepends }) => prepends),
    allowDuplicates: all.some(({ duplicates }) => duplicates),
  };
}

function keysOf(attributes: readonly AttributeSchema[]): AttributeSchema[][] {
  const combined = attributes.filter(({ isCombinedKey }) => isCombinedKey);
  const unique = attributes.filter(({ isUniqueKey }) => isUniqueKey).map((attribute) => [attribute]);
  return combined.length ? [...unique, combined] : unique;
}

const buildAttribute = (name: string, data: AttributeData): AttributeSchema => ({
  name,
  type: data.type ?? 'string',
  defaultValue: data.default ?? null,
  required: data.required ?? false,
  isUniqueKey: data.key === 'unique',
  isCombinedKey: data.key === 'combined',
  caseSensitive: data.caseSensitive ?? false,
  encrypted: data.encrypted ?? false,
  expanded: data.expanded ?? false,
  allowInfinite: data.infinite ?? false,
  timeSpanFormat: data.format ?? 'string',
  displayHex: data.hex ?? false,
  names: data.names ? new Map(Object.entries(data.names)) : NO_NAMES,
  validator: data.validation === undefined ? null : readValidator(data.validation),
  since: data.since ?? null,
});

const NO_NAMES: ReadonlyMap<string, number> = new Map();

const TEXT_VALIDATORS: ReadonlySet<string> = new Set<TextValidator>([
  'nonEmptyString',
  'requireTrimmedString',
  'applicationPoolName',
  'siteName',
  'applicationPath',
  'virtualDirectoryPath',
]);

/** Reads `integerRange 10,65535`; a kind or a range that we do not understand checks nothing. */
function readValidator(validation: string): Validator | null {
  const [kind = ''] = validation.split(' ', 1);
  if (TEXT_VALIDATORS.has(kind)) return { kind: kind as TextValidator };
  const parts = validation
    .slice(kind.length)
    .split(',')
    .map((part) => part.trim());
  const exclude = parts.at(-1) === 'exclude';
  const numbers = (exclude ? parts.slice(0, -1) : parts).map((part) => (part === '' ? NaN : Number(part)));
  const [min = NaN, max = NaN, granularity = 1] = numbers;
  if (Number.isNaN(min + max + granularity)) return null;
  if (kind === 'integerRange') return { kind, min, max, exclude };
  return kind === 'timeSpanRange' ? { kind, min, max, granularity, exclude } : null;
}

const mapOf = <D, S>(
  record: Readonly<Record<string, D>> | undefined,
  build: (name: string, data: D) => S,
): ReadonlyMap<string, S> => new Map(Object.entries(record ?? {}).map(([name, data]) => [name, build(name, data)]));
