import { escapeValue } from '../../../engine/config/edits';
import type { AttributeData, CollectionData, ElementData, SchemaData } from '../../../engine/schema/data';
import type { Product } from '../../../engine/schema/products';

/** The file in `inetsrv\config\schema` that describes the sections of a product. */
const FILES: Partial<Readonly<Record<Product, string>>> = {
  iis: 'IIS_schema.xml',
  administration: 'IIS_schema.xml',
  ftp: 'FTP_schema.xml',
  aspnet: 'ASPNET_schema.xml',
  framework: 'FX_schema.xml',
  webdav: 'WebDAV_schema.xml',
  rewrite: 'rewrite_schema.xml',
  ancm: 'aspnetcore_schema_v2.xml',
  cors: 'cors_schema.xml',
};

/** The schema files of a machine with some products, by name: what our schema knows, in the notation of Windows. */
export function schemaFiles(data: SchemaData, products: ReadonlySet<Product>): ReadonlyMap<string, string> {
  const inner = new Map<string, string>();
  for (const [path, section] of Object.entries(data.sections)) {
    const file = section.product && products.has(section.product) ? FILES[section.product] : undefined;
    if (!file) continue;
    const text = `  <sectionSchema name="${escapeValue(path)}">\r\n${content(section, 2)}  </sectionSchema>\r\n`;
    inner.set(file, (inner.get(file) ?? '') + text);
  }
  return new Map([...inner].map(([file, text]) => [file, `<configSchema>\r\n${text}</configSchema>\r\n`]));
}

type Marks = Readonly<Record<string, string | boolean | undefined>>;

const tag = (name: string, marks: Marks): string =>
  `<${name}${Object.entries(marks)
    .filter(([, value]) => value !== undefined && value !== false)
    .map(([mark, value]) => ` ${mark}="${escapeValue(String(value))}"`)
    .join('')}`;

function content(element: ElementData, depth: number): string {
  const indent = '  '.repeat(depth);
  const attributes = Object.entries(element.attributes ?? {}).map(([name, one]) => attributeText(name, one, depth));
  const elements = Object.entries(element.elements ?? {}).map(([name, one]) =>
    closed(indent, 'element', tag('element', { name, ...own(one) }), content(one, depth + 1)),
  );
  const collections = (element.collections ?? []).map((one) =>
    closed(indent, 'collection', tag('collection', collectionMarks(one)), content(one, depth + 1)),
  );
  return [...attributes, ...elements, ...collections].join('');
}

const closed = (indent: string, name: string, start: string, inner: string): string =>
  inner === '' ? `${indent}${start} />\r\n` : `${indent}${start}>\r\n${inner}${indent}</${name}>\r\n`;

const own = ({ open, isDefault }: ElementData): Marks => ({
  allowUnrecognizedAttributes: open,
  isCollectionDefault: isDefault,
});

const collectionMarks = (one: CollectionData): Marks => ({
  addElement: one.add,
  removeElement: one.remove,
  clearElement: one.clear,
  defaultElement: one.defaultElement,
  mergeAppend: one.prepends ? 'false' : undefined,
  allowDuplicates: one.duplicates,
  ...own(one),
});

function attributeText(name: string, one: AttributeData, depth: number): string {
  const indent = '  '.repeat(depth);
  const [validationType, ...validationParameter] = (one.validation ?? '').split(' ');
  const start = tag('attribute', {
    name,
    type: one.type ?? 'string',
    required: one.required,
    isUniqueKey: one.key === 'unique',
    isCombinedKey: one.key === 'combined',
    caseSensitive: one.caseSensitive,
    encrypted: one.encrypted,
    expanded: one.expanded,
    allowInfinite: one.infinite,
    timeSpanFormat: one.format,
    displayHex: one.hex,
    defaultValue: one.default,
    validationType: validationType === '' ? undefined : validationType,
    validationParameter: validationParameter.length ? validationParameter.join(' ') : undefined,
  });
  const names = Object.entries(one.names ?? {}).map(
    ([each, value]) =>
      `${indent}  ${tag(one.type === 'flags' ? 'flag' : 'enum', { name: each, value: String(value) })} />\r\n`,
  );
  return closed(indent, 'attribute', start, names.join(''));
}
