import {
  applyEdits,
  escapeValue,
  insertChild,
  removeElement,
  setAttribute,
  type TextEdit,
} from '../../../engine/config/edits';
import { childSchema } from '../../../engine/schema/schema';
import type { ElementSchema, SectionSchema } from '../../../engine/schema/model';
import { checkValue, namedAs } from '../../../engine/schema/values';
import { withoutSlashesAround } from '../../../engine/text/slashes';
import { parseXml } from '../../../engine/xml/parse';
import { attribute, child, type XmlElement } from '../../../engine/xml/tree';
import type { Option, Step } from './arguments';
import { failure, win32Failure } from './failure';

/** Where a change is made: a section of a file, for a location in it, and an element in the section. */
export interface Target {
  readonly section: SectionSchema;
  /** Relative to the file; empty: the file's own level. */
  readonly location: string;
  readonly steps: readonly Step[];
}

/** The text of a configuration file after an option of `appcmd.exe` was carried out. Throws an AppcmdFailure. */
export function changed(text: string, target: Target, option: Option, seal: (value: string) => string): string {
  const steps = [...target.steps, ...option.steps];
  if (option.sign === '+') return added(text, target, steps, seal);
  if (option.sign === '-') return removed(text, target, steps);
  const last = steps.at(-1);
  if (last?.kind !== 'child' || option.value === null)
    throw failure(`Unknown attribute "${option.text}".  Replace with -? for help.`);
  const way = steps.slice(0, -1);
  const schema = schemaOn(target.section, way, option.text);
  const known = attributeOf(schema, last.name, option.text);
  const value = written(schema, known, option.value, seal);
  const place = ensured(text, target, way);
  return applyEdits(place.text, [setAttribute(place.element, known, value)]);
}

/** What a step leads to in the schema. */
function schemaOn(section: ElementSchema, steps: readonly Step[], shown: string): ElementSchema {
  let schema = section;
  for (const step of steps) {
    const next =
      step.kind === 'entry'
        ? [...(schema.collection?.entries.values() ?? [])][0]
        : (childSchema(schema, step.name) ?? [...schema.elements.values()].find((one) => isSame(one.name, step.name)));
    if (!next) throw failure(`Unknown attribute "${shown}".  Replace with -? for help.`);
    schema = next;
  }
  return schema;
}

const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

function attributeOf(schema: ElementSchema, name: string, shown: string): string {
  const known = [...schema.attributes.keys()].find((one) => isSame(one, name));
  if (known === undefined && !schema.allowUnrecognizedAttributes)
    throw failure(`Unknown attribute "${shown}".  Replace with -? for help.`);
  return known ?? name;
}

function written(schema: ElementSchema, name: string, value: string, seal: (value: string) => string): string {
  const attributeSchema = schema.attributes.get(name);
  if (!attributeSchema) return value;
  const right = attributeSchema.type === 'enum' ? (namedAs(value, attributeSchema) ?? value) : value;
  if (checkValue(right, attributeSchema)) throw win32Failure(13, `Failed to set the value of "${name}".`);
  return attributeSchema.encrypted ? seal(right) : right;
}

interface Place {
  readonly text: string;
  readonly element: XmlElement;
}

/** Finds an element, and makes what of the way to it does not exist yet. Entries are never made. */
function ensured(text: string, target: Target, steps: readonly Step[]): Place {
  let current = text;
  // Each round makes one element; no way is nearly as long.
  for (let round = 0; round < 50; round++) {
    const root = parseXml(current)[0];
    if (!root) throw win32Failure(13);
    const missing = walk(root, target, steps);
    if (!('xml' in missing)) return { text: current, element: missing };
    current = applyEdits(current, [insertChild(current, missing.parent, missing.xml, missing.where)]);
  }
  throw win32Failure(87);
}

interface Missing {
  readonly parent: XmlElement;
  readonly xml: string;
  readonly where: 'first' | 'last';
}

function walk(root: XmlElement, { section, location }: Target, steps: readonly Step[]): XmlElement | Missing {
  const around = location === '' ? root : locationTag(root, section.path, location);
  if (!around) return { parent: root, xml: `<location path="${escapeValue(location)}" />`, where: 'last' };
  let element = around;
  const path = location === '' ? sectionAlone(root, section.path) : null;
  if (path) element = path;
  else
    for (const name of section.path.split('/')) {
      const next = child(element, name);
      if (!next) return { parent: element, xml: `<${name} />`, where: 'last' };
      element = next;
    }
  let schema: ElementSchema = section;
  for (const step of steps) {
    schema = schemaOn(schema, [step], section.path);
    const next = step.kind === 'child' ? child(element, schema.name) : entryOf(element, schema.name, step);
    if (next) element = next;
    else if (step.kind === 'entry') throw failure('Cannot find requested collection element.', 1168);
    else return { parent: element, xml: `<${schema.name} />`, where: 'last' };
  }
  return element;
}

/** The location tag for a path that may hold the section: one without locks of its own, or the one that has it. */
function locationTag(root: XmlElement, section: string, location: string): XmlElement | undefined {
  const tags = root.children.filter(
    (one) => one.name === 'location' && isSame(withoutSlashesAround(attribute(one, 'path') ?? ''), location),
  );
  return tags.find((tag) => sectionIn(tag, section)) ?? tags[0];
}

/** The section at the level of the file: outside location tags, or in one for the file itself. */
function sectionAlone(root: XmlElement, section: string): XmlElement | undefined {
  const own = root.children.filter((one) => one.name === 'location' && /^[./]?$/.test(attribute(one, 'path') ?? ''));
  return [root, ...own].map((one) => sectionIn(one, section)).find((one) => one !== undefined);
}

/** A section in the file or in a location tag; undefined where it is not there. */
export function sectionIn(around: XmlElement, section: string): XmlElement | undefined {
  let element: XmlElement | undefined = around;
  for (const name of section.split('/')) element = child(element, name);
  return element;
}

const entryOf = (parent: XmlElement, name: string, step: Step & { kind: 'entry' }): XmlElement | undefined =>
  parent.children.find(
    (one) =>
      one.name === name &&
      step.values.every(([key, value]) => {
        const found = one.attributes.find((mark) => isSame(mark.name, key))?.value;
        return found !== undefined && isSame(found, value);
      }),
  );

function added(text: string, target: Target, steps: readonly Step[], seal: (value: string) => string): string {
  const last = steps.at(-1);
  if (last?.kind !== 'entry') throw failure('The collection element to be added is not given.');
  const way = steps.slice(0, -1);
  const schema = schemaOn(target.section, steps, target.section.path);
  const place = ensured(text, target, way);
  const keys = 'keys' in schema ? (schema.keys as readonly (readonly { readonly name: string }[])[]) : [];
  for (const key of keys) {
    const values = key.flatMap(({ name }) => last.values.filter(([one]) => isSame(one, name)));
    if (values.length === key.length && entryOf(place.element, schema.name, { kind: 'entry', values }))
      throw win32Failure(183, `Failed to add duplicate collection element "${last.values[0]?.[1] ?? ''}".`);
  }
  const marks = last.values.map(([name, value]) => {
    const known = attributeOf(schema, name, name);
    return ` ${known}="${escapeValue(written(schema, known, value, seal))}"`;
  });
  const edit = insertChild(
    place.text,
    place.element,
    `<${schema.name}${marks.join('')} />`,
    entryPlace(place.element, schema.name),
  );
  return applyEdits(place.text, [edit]);
}

/** Behind the last entry; where there is none, before what else stands there, as IIS writes pools before their defaults. */
const entryPlace = (parent: XmlElement, name: string): 'first' | 'last' =>
  parent.children.at(-1)?.name === name || !parent.children.length ? 'last' : 'first';

function removed(text: string, target: Target, steps: readonly Step[]): string {
  const last = steps.at(-1);
  if (last?.kind !== 'entry') throw failure('The collection element to be removed is not given.');
  const schema = schemaOn(target.section, steps, target.section.path);
  const place = ensured(text, target, steps.slice(0, -1));
  const entry = entryOf(place.element, schema.name, last);
  if (!entry) throw failure('Cannot find requested collection element.', 1168);
  return applyEdits(place.text, [removeElement(place.text, entry)] satisfies TextEdit[]);
}
