import { plainText } from '../render/escape';
import type { Schema } from '../schema/schema';
import { childSchema } from '../schema/schema';
import type { AttributeSchema, ElementSchema } from '../schema/model';
import { checkValue } from '../schema/values';
import { escapeValue } from './edits';
import { isSameName, namesIn, type NameUse } from './names';
import type { ConfigDocument } from './document';
import type { NameKind, NamePlace } from './nameKinds';

/** Pools beyond this are refused by WAS; longer names of any kind help nobody. */
const LONGEST: Partial<Record<NameKind['id'], number>> = { applicationPool: 64, site: 259 };
const LONGEST_NAME = 260;

/**
 * Why a thing cannot have a name, as a sentence; null: it can.
 *
 * @param old the name that it has now
 * @param documents every file in which the name is seen
 */
export function objectionToName(
  kind: NameKind,
  old: string,
  name: string,
  documents: readonly ConfigDocument[],
  schema: Schema,
): string | null {
  const shown = `"${plainText(name, 60)}"`;
  if (name === '') return `The name of ${one(kind)} cannot be empty.`;
  if (name !== name.trim()) return 'A name cannot begin or end with a blank.';
  if (name.length > (LONGEST[kind.id] ?? LONGEST_NAME))
    return `The name of ${one(kind)} has at most ${LONGEST[kind.id] ?? LONGEST_NAME} characters.`;
  if (/[\u0000-\u001F\uFFFE\uFFFF]/.test(name)) return 'A name cannot hold control characters.';
  const [place] = kind.definitions;
  const attribute = place && schemaOf(place, schema);
  const refused = attribute ? checkValue(name, attribute) : null;
  if (refused?.kind === 'forbiddenCharacters')
    return `IIS does not allow ${Array.from(refused.found).join(' ')} in the name of ${one(kind)}.`;
  if (refused) return `IIS does not allow ${shown} as the name of ${one(kind)}.`;
  const cut = kind.forbidden?.exec(name)?.[0];
  if (cut !== undefined) return `The name of ${one(kind)} cannot hold ${cut}: it would end the name where it is used.`;
  if (isSameName(name, old)) return null;
  for (const document of documents)
    for (const use of namesIn(document))
      if (use.role === 'definition' && clashes(use, kind) && isSameName(use.name, name))
        return `There is ${one(use.kind)} named ${shown} already.`;
  return null;
}

const one = ({ label }: NameKind): string => `${/^[aeiou]/.test(label) ? 'an' : 'a'} ${label}`;

const clashes = ({ kind: other }: NameUse, kind: NameKind): boolean =>
  other === kind || other.id === kind.sharesNamesWith;

function schemaOf({ section, way, attribute }: NamePlace, schema: Schema): AttributeSchema | null {
  let element: ElementSchema | null = schema.section(section) ?? null;
  for (const name of way) element = element && childSchema(element, name);
  return element?.attributes.get(attribute) ?? null;
}

/** A new name as it is written in the place of an old one. */
export const writtenName = ({ attribute }: NameUse, name: string): string => escapeValue(name, attribute.quote);
