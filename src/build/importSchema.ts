import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { DeclarationData, SchemaData, SectionData } from '../engine/schema/data';
import { mergeSchemas } from '../engine/schema/merge';
import type { Product } from '../engine/schema/products';
import { readSchema } from '../engine/schema/readSchema';
import { root } from './bundle';
import { additions } from './schema/additions';
import { declarations } from './schema/declarations';
import { schemaFiles } from './schema/files';
import { dotNetCorrections } from './schema/dotNet';
import { newIn, placesIn, withCorrections, withSince } from './schema/places';
import { arrivals } from './schema/since';

/** Sections of the core's file that only administration.config holds. */
const ADMINISTRATION =
  /^(?:administrators|administratorsProviders|moduleProviders|modules|system\.webServer\/management\/.*)$/;

/** A message to visitors as a default: words of others, which we do not ship. */
const PROSE = /\bdefaultValue="An error occurred [^"]*"/g;

/**
 * Writes `src/engine/schema/data/schema.json`. Run by hand when schema files or facts have changed:
 * `tsx src/build/importSchema.ts SCHEMAS FACTS`, where SCHEMAS holds schema files as `OWNER.FILE` and FACTS the fact base.
 */
function importSchema(folder: string, facts: string): void {
  const listed = schemaFiles.flatMap(({ versions }) => versions.map(({ name }) => name));
  const there = readdirSync(folder).filter((name) => name.endsWith('.xml'));
  for (const name of [...there, ...listed])
    if (!listed.includes(name) || !there.includes(name)) throw new Error(`${name} is not both listed and there`);

  const since = new Map<string, string>();
  let schema: SchemaData = { sections: {} };
  for (const { product, versions } of schemaFiles)
    schema = mergeSchemas(schema, withProduct(mergeVersions(folder, versions, since), product));
  for (const { sections } of additions) schema = mergeSchemas(schema, { sections });

  for (const { since: version, places } of arrivals) for (const place of places) since.set(place, version);
  const known = new Map(declarationsOf(facts));
  const sections = Object.entries(schema.sections).map(([name, section]): [string, SectionData] => {
    const declaration = known.get(name);
    const corrected = withCorrections(name, section, dotNetCorrections.attributes);
    return [name, { ...withSince(name, corrected, since), ...(declaration && { declaration }) }];
  });
  mustExist(schema, [...since.keys(), ...known.keys(), ...Object.keys(dotNetCorrections.attributes)]);
  write({ sources: sources(there), sections: Object.fromEntries(sections) });
}

/** The union of a file's versions; what the newer ones added is noted in `since`. */
function mergeVersions(
  folder: string,
  versions: (typeof schemaFiles)[number]['versions'],
  since: Map<string, string>,
): SchemaData {
  let merged: SchemaData = { sections: {} };
  for (const { name, missingCameWith } of versions) {
    const version = readSchema([readFileSync(path.join(folder, name), 'utf8').replace(PROSE, '')]);
    if (missingCameWith !== undefined)
      for (const [section, newer] of Object.entries(merged.sections))
        for (const place of newIn(section, newer, version.sections[section] ?? {}))
          if (!since.has(place)) since.set(place, missingCameWith);
    merged = mergeSchemas(merged, version);
  }
  return merged;
}

const withProduct = ({ sections }: SchemaData, product: Product): SchemaData => ({
  sections: Object.fromEntries(
    Object.entries(sections).map(([name, section]) => [
      name,
      { product: product === 'iis' && ADMINISTRATION.test(name) ? 'administration' : product, ...section },
    ]),
  ),
});

function declarationsOf(facts: string): (readonly [string, DeclarationData])[] {
  const { declarations: core } = JSON.parse(readFileSync(path.join(facts, 'schema-facts.json'), 'utf8')) as {
    declarations: Record<string, Omit<DeclarationData, 'allowDefinition'> & { allowDefinition?: string }>;
  };
  const ofFacts = Object.entries(core).map(([name, { allowDefinition, ...rest }]) => {
    const everywhere = allowDefinition === undefined || allowDefinition === 'Everywhere';
    return [name, (everywhere ? rest : { allowDefinition, ...rest }) as DeclarationData] as const;
  });
  return [...ofFacts, ...declarations.flatMap(({ sections }) => Object.entries(sections))];
}

/** A table that names what is not there has a slip of the pen. */
function mustExist({ sections }: SchemaData, names: readonly string[]): void {
  const places = new Set(
    Object.entries(sections).flatMap(([name, section]) => placesIn(name, section).map((place) => place.path)),
  );
  const missing = names.filter((name) => !places.has(name));
  if (missing.length) throw new Error(`not in the schema: ${missing.join(', ')}`);
}

const sources = (files: readonly string[]): string[] => [
  `Schema files as installed: ${[...new Set(files.map((name) => name.slice(name.indexOf('.') + 1)))].join(', ')}`,
  'Section declarations of the fact base',
  ...new Set([...additions, ...declarations, ...arrivals].map(({ source }) => source.document)),
];

/** One section a line, so that a change shows where it is. */
function write({ sources: documents, sections }: SchemaData): void {
  const lines = Object.entries(sections).map(([name, section]) => `${JSON.stringify(name)}:${JSON.stringify(section)}`);
  const text = `{"sources":${JSON.stringify(documents)},\n"sections":{\n${lines.join(',\n')}\n}}\n`;
  writeFileSync(path.join(root, 'src/engine/schema/data/schema.json'), text);
  const items = Object.entries(sections).flatMap(([name, section]) => placesIn(name, section));
  const attributes = items.filter((place) => place.path.includes('/@')).length;
  const elements = items.length - attributes - lines.length;
  console.log(`${lines.length} sections, ${elements} elements, ${attributes} attributes, ${text.length} bytes`);
}

const [folder, facts] = process.argv.slice(2);
if (folder === undefined || facts === undefined) {
  console.error('Two folders are missing: tsx src/build/importSchema.ts SCHEMAS FACTS');
  process.exitCode = 2;
} else importSchema(folder, facts);
