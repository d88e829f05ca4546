import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { childSchema } from '../../../../src/engine/schema/schema';
import type { ElementSchema } from '../../../../src/engine/schema/model';
import type { SchemaTexts } from '../../../../src/engine/schema/texts';
import { schemaTexts } from '../../../../src/engine/schema/texts/index.generated';
import { root } from '../../../kit/knowledge';
import { schema } from '../../../kit/schema';

const LONGEST = 220;

/** Whether a key names something of the schema: a group, a section, an element on a way, an attribute. */
function exists(key: string): boolean {
  const [place = '', attribute] = key.split('@');
  if (attribute === undefined && schema.isGroup(place)) return true;
  const section = schema.paths
    .filter((one) => place === one || place.startsWith(`${one}/`))
    .sort((a, b) => b.length - a.length)[0];
  if (section === undefined) return false;
  let element: ElementSchema | null = schema.section(section) ?? null;
  for (const name of place.slice(section.length).split('/').filter(Boolean))
    element = element && childSchema(element, name);
  return element !== null && (attribute === undefined || element.attributes.has(attribute));
}

describe('the texts about the schema', () => {
  it('are about things that the schema has', () =>
    assert.deepEqual(
      Object.keys(schemaTexts).filter((key) => !exists(key)),
      [],
    ));

  it('are short whole sentences', () =>
    assert.deepEqual(
      Object.entries(schemaTexts).filter(
        ([, text]) => text.length > LONGEST || !/^[A-Z`].*\.$/s.test(text) || text.includes('\n'),
      ),
      [],
    ));

  it('are written once', async () => {
    const folder = path.join(root, 'src/engine/schema/texts');
    const seen = new Map<string, string>();
    const twice: string[] = [];
    for (const file of readdirSync(folder).filter((name) => /^(?!.*generated).*\.ts$/.test(name))) {
      const { default: texts } = (await import(path.join(folder, file))) as { default: SchemaTexts };
      for (const key of Object.keys(texts)) {
        if (seen.has(key)) twice.push(`${key} in ${seen.get(key) ?? ''} and ${file}`);
        seen.set(key, file);
      }
    }
    assert.deepEqual(twice, []);
  });
});
