import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { dotNetCorrections } from '../../../../src/build/schema/dotNet';
import { schemaFiles } from '../../../../src/build/schema/files';
import { placesIn } from '../../../../src/build/schema/places';
import type { AttributeData, SchemaData } from '../../../../src/engine/schema/data';
import { readSchema } from '../../../../src/engine/schema/readSchema';
import { schemaFolder } from '../../../kit/knowledge';
import { schemaData } from '../../../kit/schema';

const folder = schemaFolder();
const files = schemaFiles.flatMap(({ versions }) =>
  versions.map(({ name }, index) => ({ name, isNewest: index === 0 })),
);

const placesOf = ({ sections }: SchemaData) =>
  Object.entries(sections).flatMap(([name, section]) => placesIn(name, section));

describe('real schema files', () => {
  const bundled = new Map(placesOf(schemaData).map((place) => [place.path, place.item]));

  for (const { name, isNewest } of files)
    it(`${name}: all of it is known`, function () {
      if (!folder) return this.skip();
      const text = readFileSync(path.join(folder, name), 'utf8');
      const own = placesOf(readSchema([text]));
      assert.ok(own.length > 0);
      assert.deepEqual(
        own.filter((place) => !bundled.has(place.path)).map((place) => place.path),
        [],
      );
      if (!isNewest) return;
      for (const place of own.filter((one) => one.path.includes('/@') && !(one.path in dotNetCorrections.attributes))) {
        const known: AttributeData = { ...bundled.get(place.path), since: 'compared elsewhere' };
        const item: AttributeData = { ...place.item, since: 'compared elsewhere' };
        // The one default that is a text for visitors is left out.
        if (!item.default?.includes('. ')) assert.deepEqual(known, item, place.path);
      }
    });

  it('every file of the folder is one of them', function () {
    if (!folder) return this.skip();
    const there = readdirSync(folder).filter((name) => name.endsWith('.xml'));
    assert.deepEqual(there.sort(), files.map(({ name }) => name).sort());
  });

  it('reads a whole folder in no time', function () {
    if (!folder) return this.skip();
    const texts = files
      .filter(({ isNewest }) => isNewest)
      .map(({ name }) => readFileSync(path.join(folder, name), 'utf8'));
    const start = performance.now();
    const { sections } = readSchema(texts);
    console.log(`      ${Object.keys(sections).length} sections, ${(performance.now() - start).toFixed(0)} ms`);
    assert.ok(performance.now() - start < 2000);
  });
});
