import type { ElementPlace } from '../config/elementPlace';
import { namesIn } from '../config/names';
import { nameKinds, type NameKind } from '../config/nameKinds';
import type { ElementUse } from '../config/walk';
import type { AttributeSchema } from '../schema/model';
import { childNames } from '../schema/schema';
import type { Range } from '../text/range';
import type { XmlAttribute, XmlElement } from '../xml/tree';
import { wayOf } from './about';
import type { CompletionContext, CompletionItem } from './completion';
import { wellKnownValues } from './wellKnownValues';

/** What the value of an attribute can be: names of its enumeration, flags one at a time, names that files define. */
export function valueItems(
  context: CompletionContext,
  element: XmlElement,
  place: ElementPlace,
  attribute: XmlAttribute,
): readonly CompletionItem[] {
  if (!('use' in place)) return [];
  if (place.kind === 'location' && attribute.name === 'path') return sitesFor(context, attribute);
  const schema = place.use.schema.attributes.get(attribute.name);
  if (!schema) return lockValues(context, place.use, attribute);
  const { section } = place.use;
  const way = wayOf(place.use);
  const about = { kind: 'attribute' as const, section: section.path, way, attribute: attribute.name };
  const whole = attribute.valueRange;
  const value = (label: string, rank = 1, range: Range = whole, detail?: string): CompletionItem => ({
    label,
    kind: 'value',
    text: label,
    range,
    rank,
    about,
    ...(detail !== undefined && { detail }),
  });
  switch (schema.type) {
    case 'bool':
      return ['true', 'false'].map((name) =>
        value(name, name === schema.defaultValue ? 1 : 0, whole, detailOf(schema, name)),
      );
    case 'enum':
      return [...schema.names.keys()].map((name) => value(name, 1, whole, detailOf(schema, name)));
    case 'flags':
      return flagItems(context, attribute, schema, value);
    case 'timeSpan':
    case 'uint':
    case 'int':
    case 'int64': {
      const infinite = schema.allowInfinite ? [value('Infinite', 2)] : [];
      return [...(schema.defaultValue === null ? [] : [value(schema.defaultValue, 0, whole, 'default')]), ...infinite];
    }
    case 'string': {
      const known = nameItems(context, section.path, way, element, attribute);
      const words = wellKnownValues(section.path, way, attribute.name).map(({ value: word, says }) =>
        value(word, 2, partAt(context, attribute), says),
      );
      const usual = schema.defaultValue && !known.length ? [value(schema.defaultValue, 1, whole, 'default')] : [];
      return [...known, ...words, ...usual];
    }
  }
}

const detailOf = ({ defaultValue }: AttributeSchema, name: string): string | undefined =>
  name === defaultValue ? 'default' : undefined;

/** The flags that are not there yet; only the word at the cursor is replaced. */
function flagItems(
  context: CompletionContext,
  attribute: XmlAttribute,
  schema: AttributeSchema,
  value: (label: string, rank: number, range: Range, detail?: string) => CompletionItem,
): readonly CompletionItem[] {
  const range = partAt(context, attribute);
  const { text } = context.document;
  const { start, end } = attribute.valueRange;
  const others = new Set(
    `${text.slice(start, range.start)},${text.slice(range.end, end)}`
      .split(',')
      .map((name) => name.trim().toLowerCase()),
  );
  return [...schema.names.keys()]
    .filter((name) => !others.has(name.toLowerCase()))
    .map((name) => value(name, 1, range, name === schema.defaultValue ? 'default' : undefined));
}

/** The part between commas that the cursor is in, without the blanks around it. */
function partAt({ document: { text }, offset }: CompletionContext, { valueRange }: XmlAttribute): Range {
  let start = Math.max(text.lastIndexOf(',', offset - 1) + 1, valueRange.start);
  const comma = text.indexOf(',', offset);
  let end = comma < 0 || comma > valueRange.end ? valueRange.end : comma;
  while (start < offset && /\s/.test(text[start] ?? '')) start++;
  while (end > offset && /\s/.test(text[end - 1] ?? '')) end--;
  return { start, end };
}

/** Names that some file defines, where the attribute refers to one. */
function nameItems(
  context: CompletionContext,
  section: string,
  way: readonly string[],
  element: XmlElement,
  attribute: XmlAttribute,
): readonly CompletionItem[] {
  const items: CompletionItem[] = [];
  for (const kind of nameKinds)
    for (const place of kind.references) {
      const isRemove = element.name === 'remove';
      const here = isRemove ? [...way.slice(0, -1), 'remove'] : way;
      if (place.section !== section || place.attribute !== attribute.name || place.way.join('/') !== here.join('/'))
        continue;
      if (place.form === 'input') continue;
      const range = place.form === 'list' ? partAt(context, attribute) : attribute.valueRange;
      items.push(...namesOf(context, kind, range));
    }
  return items;
}

function namesOf({ document, names }: CompletionContext, kind: NameKind, range: Range): readonly CompletionItem[] {
  const own = namesIn(document)
    .filter((use) => use.kind.id === kind.id && use.role === 'definition')
    .map(({ name }) => ({ name, from: kind.label }));
  const all = new Map([...own, ...names.of(kind.id)].map((one) => [one.name.toLowerCase(), one]));
  return [...all.values()].map(({ name, from }) => ({
    label: name,
    kind: 'reference',
    detail: from,
    text: name,
    range,
    rank: 0,
  }));
}

/** The path of a location tag begins with a site. */
function sitesFor(context: CompletionContext, attribute: XmlAttribute): readonly CompletionItem[] {
  const site = nameKinds.find(({ id }) => id === 'site');
  return site ? namesOf(context, site, attribute.valueRange) : [];
}

/** What the locks of an element can name: its attributes, and what may stand in it. */
function lockValues(
  context: CompletionContext,
  { schema }: ElementUse,
  attribute: XmlAttribute,
): readonly CompletionItem[] {
  const values = (names: readonly string[], range: Range): CompletionItem[] =>
    names.map((name) => ({ label: name, kind: 'value', text: name, range, rank: 1 }));
  switch (attribute.name) {
    case 'lockItem':
      return values(['true', 'false'], attribute.valueRange);
    case 'lockAttributes':
    case 'lockAllAttributesExcept':
      return values(['*', ...schema.attributes.keys()], partAt(context, attribute));
    case 'lockElements':
    case 'lockAllElementsExcept':
      return values(['*', ...childNames(schema)], partAt(context, attribute));
    default:
      return [];
  }
}
