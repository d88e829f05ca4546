import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { SchemaData } from '../../src/engine/schema/data';
import type { AttributeSchema, ElementSchema } from '../../src/engine/schema/model';
import { childSchema, Schema } from '../../src/engine/schema/schema';
import { root } from './knowledge';

export const schemaText = readFileSync(path.join(root, 'src/engine/schema/data/schema.json'), 'utf8');
export const schemaData = JSON.parse(schemaText) as SchemaData;

/** The schema that ships. */
export const schema = new Schema(schemaData);

/** An element of a section by the names on the way to it: `elementOf('system.applicationHost/sites', 'site/bindings')`. */
export function elementOf(section: string, way = '', from: Schema = schema): ElementSchema {
  let element: ElementSchema | null = from.section(section) ?? null;
  for (const name of way === '' ? [] : way.split('/')) element = element && childSchema(element, name);
  if (!element) throw new Error(`there is no ${section}/${way}`);
  return element;
}

/** An attribute by section and way: `attributeOf('system.applicationHost/sites', 'site/@id')`. */
export function attributeOf(section: string, way: string): AttributeSchema {
  const [elements = '', name = ''] = way.split('@');
  const attribute = elementOf(section, elements.replace(/\/$/, '')).attributes.get(name);
  if (!attribute) throw new Error(`there is no ${section}/${way}`);
  return attribute;
}
