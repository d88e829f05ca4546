import type { ElementPlace } from '../config/elementPlace';
import type { EffectiveElement, EffectiveValue } from '../config/effectiveElement';
import type { Hierarchy } from '../config/hierarchy';
import { originText } from '../config/origin';
import { holdsSecret } from '../config/secrets';
import type { ElementUse } from '../config/walk';
import { wayOf } from '../complete/about';
import type { AttributeSchema, SectionSchema } from '../schema/model';
import { productNames } from '../schema/products';
import { commonAttributeText, structureText } from '../schema/structureTexts';
import { textOf, type SchemaTexts } from '../schema/texts';
import { isEncrypted } from '../schema/values';
import { markdownCode, markdownSentence, markdownText } from './escape';
import { limitText } from './schemaText';

/** What a hover is made of. */
export interface ConfigHoverContext {
  readonly texts: SchemaTexts;
  readonly hierarchy: Hierarchy;
  /** Configuration path at which the hovered section applies. */
  readonly path: string;
}

const MOST_NAMES = 24;

/** What a section, a group or an element is; null where we know nothing of it. */
export function elementHover(place: ElementPlace, name: string, { texts }: ConfigHoverContext): string | null {
  switch (place.kind) {
    case 'group':
      return paragraphs(heading('Section group', place.path), sentence(textOf(texts, place.path)));
    case 'element':
    case 'declaration':
      return paragraphs(...describeElement(place.use, texts));
    case 'root':
      return paragraphs(heading('Root', name), sentence(structureText(name)));
    case 'location':
      return paragraphs(heading('Location tag', name), sentence(structureText(name)));
    case 'undescribed':
      return paragraphs(heading('Section', place.path), 'Its inside is not described: .NET or an extension reads it.');
    case 'unknown':
      return null;
  }
}

/** What an attribute is, and what holds for it here; null where neither the schema nor IIS knows such an attribute. */
export function attributeHover(use: ElementUse, name: string, context: ConfigHoverContext): string | null {
  const schema = use.schema.attributes.get(name);
  if (!schema) return commonHover(use, name);
  const { section, element } = use;
  const owner = [section.path, ...wayOf(use)].join('/');
  return paragraphs(
    `**Attribute** ${markdownCode(name)} of ${markdownCode(`<${element.name}>`)} — ${schema.type}${schema.required ? ', required' : ''}`,
    sentence(textOf(context.texts, `${owner}@${name}`) ?? structureText(`${owner}@${name}`)),
    bullets([
      valuesLine(schema),
      limitLine(schema),
      defaultLine(schema),
      effectiveLine(use, schema, context),
      schema.encrypted ? 'A secret: IIS keeps it encrypted when a tool writes it, in clear when a person does' : null,
      schema.expanded ? 'Environment variables such as `%SystemDrive%` are replaced' : null,
      schema.since ? `Since ${markdownText(schema.since)}` : null,
      `In ${markdownCode(owner)}${placeNote(section.schema)}`,
      'A wrong value makes IIS answer 500.19 with 0x8007000D',
    ]),
  );
}

function commonHover({ element }: ElementUse, name: string): string | null {
  const text = commonAttributeText(name);
  if (text === undefined) return null;
  return paragraphs(`**Attribute** ${markdownCode(name)} of ${markdownCode(`<${element.name}>`)}`, sentence(text));
}

function describeElement(use: ElementUse, texts: SchemaTexts): (string | null)[] {
  const { schema, section, role, element } = use;
  const path = [section.path, ...wayOf(use)].join('/');
  if (role === 'clear')
    return [heading('Directive', 'clear'), 'Drops every entry that is inherited or stands above in this collection.'];
  if (role === 'remove')
    return [
      heading('Directive', element.name),
      'Takes out the entry with this key, inherited or from above in this collection.',
    ];
  const kinds = { section: 'Section', element: 'Element', entry: 'Entry of a collection' } as const;
  const { collection } = schema;
  return [
    heading(kinds[role], path),
    sentence(textOf(texts, path) ?? structureText(path)),
    bullets([
      schema.attributes.size
        ? `Attributes: ${[...schema.attributes.keys()]
            .slice(0, MOST_NAMES)
            .map((one) => markdownCode(one))
            .join(', ')}`
        : null,
      schema.elements.size
        ? `Elements: ${[...schema.elements.keys()]
            .slice(0, MOST_NAMES)
            .map((one) => markdownCode(one))
            .join(', ')}`
        : null,
      collection
        ? `Entries: ${[...collection.entries.keys()].map((one) => markdownCode(one)).join(', ')}${keyNote(use)}`
        : null,
      role === 'section' ? placeLine(section.schema) : null,
      schema.since ? `Since ${markdownText(schema.since)}` : null,
    ]),
  ];
}

function keyNote({ schema: { collection } }: ElementUse): string {
  const [first] = collection?.entries.values() ?? [];
  const keys = (first?.keys ?? []).map((key) => key.map(({ name }) => markdownCode(name)).join(' + '));
  const known = keys.length ? `, each known by ${keys.join(', and by ')}` : '';
  return collection && !collection.mergeAppend ? `${known}; those of a deeper file come first` : known;
}

function placeLine(section: SectionSchema | null): string | null {
  if (!section) return null;
  const { declaration, product } = section;
  const from = product === 'iis' || product === 'other' ? '' : `Comes with ${markdownText(productNames[product])}. `;
  if (!declaration) return from.trim() || null;
  return `${from}${PLACES[declaration.allowDefinition ?? 'Everywhere']}${
    declaration.overrideModeDefault === 'Deny' && !declaration.unlocked && declaration.allowDefinition === null
      ? '; IIS ships with it locked for `web.config`'
      : ''
  }`;
}

const PLACES = {
  AppHostOnly: 'Only in `applicationHost.config`',
  MachineOnly: 'Only in `machine.config`',
  MachineToWebRoot: 'Only in the files of the server',
  MachineToApplication: 'In the files of the server and in the root of an application',
  Everywhere: 'May stand in any file',
} as const;

function placeNote(section: SectionSchema | null): string {
  const definition = section?.declaration?.allowDefinition;
  return definition === 'AppHostOnly' ? ', only in `applicationHost.config`' : '';
}

function valuesLine({ type, names }: AttributeSchema): string | null {
  if (type === 'bool') return 'Values: `true`, `false`';
  if (!names.size) return null;
  const all = [...names.keys()].slice(0, MOST_NAMES).map((name) => markdownCode(name));
  return `${type === 'flags' ? 'Any of' : 'Values'}: ${all.join(', ')}`;
}

function limitLine(schema: AttributeSchema): string | null {
  const limit = limitText(schema);
  const form =
    schema.type === 'timeSpan'
      ? schema.timeSpanFormat === 'string'
        ? ' (`[d.]hh:mm:ss`)'
        : ` (whole ${schema.timeSpanFormat})`
      : '';
  if (limit === null) return form ? `Written as${form}` : null;
  return `Allowed: ${markdownText(limit)}${schema.allowInfinite ? ', or `Infinite`' : ''}${form}`;
}

const defaultLine = ({ defaultValue }: AttributeSchema): string | null =>
  defaultValue === null ? null : `Default: ${defaultValue === '' ? 'empty' : markdownCode(defaultValue)}`;

function effectiveLine(
  use: ElementUse,
  schema: AttributeSchema,
  { hierarchy, path }: ConfigHoverContext,
): string | null {
  if (use.role === 'remove' || use.role === 'clear') return null;
  const section = hierarchy.effective(use.section.path, path);
  const element = section && effectiveOf(use, section.element);
  if (!element) return null;
  const { value, origin } = element.value(schema.name);
  if (value === null || origin === null) return null;
  const isSecret = holdsSecret(element, schema.name) || isEncrypted(value);
  const shown = isSecret ? 'a secret, not shown' : markdownCode(value, 120);
  return `Here: ${shown}, from ${sourceOf(origin, hierarchy)}`;
}

function sourceOf(origin: NonNullable<EffectiveValue['origin']>, { levels }: Hierarchy): string {
  const isShipped = levels.some((level) => level.isShipped && level.document === origin.document);
  return isShipped ? 'IIS 10 as shipped' : markdownText(originText(origin));
}

/** The same element in the effective configuration, entries by where they were written last. */
function effectiveOf(use: ElementUse, section: EffectiveElement): EffectiveElement | null {
  if (!use.parent) return section;
  const parent = effectiveOf(use.parent, section);
  if (!parent) return null;
  if (use.role === 'element') return parent.element(use.element.name);
  return parent.entries.find(({ origin }) => origin?.element === use.element) ?? null;
}

const heading = (what: string, path: string): string => `**${what}** ${markdownCode(path)}`;
const sentence = (text: string | undefined): string | null => (text === undefined ? null : markdownSentence(text));
const bullets = (all: readonly (string | null)[]): string | null => {
  const kept = all.filter((one) => one !== null);
  return kept.length ? kept.map((one) => `- ${one}`).join('\n') : null;
};
const paragraphs = (...all: readonly (string | null)[]): string => all.filter((one) => one !== null).join('\n\n');
