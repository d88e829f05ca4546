import { complete } from '../../src/engine/complete/completion';
import { readConfig, type ConfigDocument } from '../../src/engine/config/document';
import type { Hierarchy } from '../../src/engine/config/hierarchy';
import { namesIn } from '../../src/engine/config/names';
import { hierarchyOf } from '../../src/engine/config/surroundings';
import { configHoverAt } from '../../src/engine/render/configHoverAt';
import { childNames, isCommonAttribute } from '../../src/engine/schema/schema';
import { schemaTexts } from '../../src/engine/schema/texts/index.generated';
import type { XmlAttribute } from '../../src/engine/xml/tree';
import type { RealConfig } from '../kit/configCorpus';
import { shipped } from '../kit/rules';
import { schema } from '../kit/schema';
import { elementPlaces, type ElementPlace } from './places';

export const askedKinds = [
  'hover: element',
  'hover: attribute name',
  'hover: attribute value',
  'completion: between tags',
  'completion: in a start tag',
  'completion: bool',
  'completion: enum',
  'completion: flags',
  'completion: reference',
] as const;
export type AskedKind = (typeof askedKinds)[number];

/** A place of a real file at which the engine must have something to say. */
interface Asked {
  readonly kind: AskedKind;
  readonly offset: number;
}

/** A place that is not asked, and why. */
interface LeftOut {
  readonly feature: 'hover' | 'completion';
  readonly why: string;
}

export interface Answers {
  readonly asked: Map<AskedKind, number>;
  readonly answered: Map<AskedKind, number>;
  /** By reason. */
  readonly leftOut: Map<string, number>;
  readonly silent: { readonly config: RealConfig; readonly kind: AskedKind; readonly offset: number }[];
}

/**
 * Asks for a hover at every element and attribute that the schema knows, and for a completion wherever it still allows
 * something.
 *
 * @param keep tells whether a place is asked, for a sample
 */
export function sweepAnswers(configs: readonly RealConfig[], keep: () => boolean = () => true): Answers {
  const answers: Answers = { asked: new Map(), answered: new Map(), leftOut: new Map(), silent: [] };
  for (const config of configs) {
    const document = readConfig(config.name, config.text, schema);
    if (!document) continue;
    const hierarchy = hierarchyOf(document, schema, { server: null, shipped });
    for (const one of placesToAsk(document)) {
      if (!keep()) continue;
      if ('why' in one) {
        add(answers.leftOut, `${one.feature}: ${one.why}`);
        continue;
      }
      add(answers.asked, one.kind);
      if (isAnswered(document, one, hierarchy)) add(answers.answered, one.kind);
      else answers.silent.push({ config, ...one });
    }
  }
  return answers;
}

function isAnswered(document: ConfigDocument, { kind, offset }: Asked, hierarchy: Hierarchy): boolean {
  if (kind.startsWith('hover'))
    return configHoverAt(document, offset, { schema, texts: schemaTexts, hierarchy }) !== null;
  return complete(document, offset, schema, { of: () => [] }).length > 0;
}

function* placesToAsk(document: ConfigDocument): Generator<Asked | LeftOut> {
  const references = referencesIn(document);
  const elsewhere = new Map(document.sections.map((use) => [use.element, use.schema]));
  for (const place of elementPlaces(document)) {
    // The content of such a section stands in another file or is encrypted; the element itself is known all the same.
    const { kind, element } = place;
    const section = kind === 'undescribed' ? elsewhere.get(element) : null;
    if (section) {
      yield* hovers({ ...place, kind: 'described', schema: section });
      yield { feature: 'completion', why: 'content in another file, or encrypted' };
    } else if (kind === 'described' || kind === 'group') {
      yield* hovers(place);
      yield* completions(document, place, references);
    } else {
      yield { feature: 'hover', why: WHY[kind] };
      yield { feature: 'completion', why: WHY[kind] };
    }
  }
}

const WHY: Readonly<Record<'stray' | 'undescribed' | 'transform', string>> = {
  stray: 'an element that the schema does not allow there',
  undescribed: 'in a section that no schema file declares',
  transform: 'in a transform, which IIS never reads',
};

function* hovers({ element, schema: of }: ElementPlace): Generator<Asked | LeftOut> {
  yield { kind: 'hover: element', offset: middle(element.nameRange) };
  for (const written of element.attributes) {
    const { name, nameRange, valueRange, hasValue } = written;
    if (/^xmlns(?::|$)|^xdt:/.test(name)) yield { feature: 'hover', why: 'a namespace or a mark of a transform' };
    else if (!of?.attributes.has(name) && !isCommonAttribute(name))
      yield {
        feature: 'hover',
        why: of?.allowUnrecognizedAttributes
          ? 'allowUnrecognizedAttributes'
          : 'an attribute that the schema does not have',
      };
    else {
      yield { kind: 'hover: attribute name', offset: middle(nameRange) };
      if (hasValue) yield { kind: 'hover: attribute value', offset: middle(valueRange) };
    }
  }
}

const middle = ({ start, end }: { readonly start: number; readonly end: number }): number => (start + end) >> 1;

function* completions(
  document: ConfigDocument,
  place: ElementPlace,
  references: ReadonlySet<XmlAttribute>,
): Generator<Asked | LeftOut> {
  const { element, schema: of, use } = place;
  if (!element.selfClosed && element.isEnded) {
    const isAllowed = canHoldMore(document, place);
    for (const offset of [element.startTag.end, ...element.children.map(({ end }) => end)])
      yield isAllowed
        ? { kind: 'completion: between tags', offset }
        : { feature: 'completion', why: 'no element may stand there that is not there yet' };
  }
  const last = element.attributes.at(-1);
  const missing = [...(of?.attributes.keys() ?? [])].some(
    (name) => !element.attributes.some((one) => one.name === name),
  );
  if (!missing || use?.role === 'clear')
    yield { feature: 'completion', why: 'no attribute may stand there that is not there yet' };
  else if (last) yield { kind: 'completion: in a start tag', offset: last.end };
  else if (/\s/.test(document.text[element.nameRange.end] ?? ''))
    yield { kind: 'completion: in a start tag', offset: element.nameRange.end + 1 };
  else yield { feature: 'completion', why: 'no blank behind the name of the tag' };
  for (const written of element.attributes) {
    const known = of?.attributes.get(written.name);
    if (!known || !written.hasValue) continue;
    const offset = written.valueRange.start;
    if (known.type === 'bool') yield { kind: 'completion: bool', offset };
    else if ((known.type === 'enum' || known.type === 'flags') && known.names.size)
      yield { kind: `completion: ${known.type}`, offset };
    else if (references.has(written)) yield { kind: 'completion: reference', offset };
  }
}

/** Whether another element may stand in an element beside those that are there. */
function canHoldMore(document: ConfigDocument, { element, kind, schema: of, use }: ElementPlace): boolean {
  if (element === document.root || use?.section.path === 'location') return true;
  const isThere = (name: string): boolean => element.children.some((child) => child.name === name);
  // A section stands once, a group as often as one likes.
  if (kind === 'group')
    return schema.children(pathOf(element)).some((one) => one.kind === 'group' || !isThere(one.name));
  if (!of || use?.role === 'remove' || use?.role === 'clear') return false;
  if (of.collection?.entries.size) return true;
  return childNames(of).some((name) => !isThere(name));
}

function pathOf({ name, parent }: ElementPlace['element']): string {
  return parent && parent.name !== 'configuration' && parent.name !== 'location' ? `${pathOf(parent)}/${name}` : name;
}

/** The values that are names which the same file defines. Inside longer texts only the editor's word counts. */
function referencesIn(document: ConfigDocument): ReadonlySet<XmlAttribute> {
  const defined = new Set(namesIn(document).flatMap(({ role, kind }) => (role === 'definition' ? kind.id : [])));
  return new Set(
    namesIn(document).flatMap(({ role, kind, attribute, start }) =>
      role === 'reference' && defined.has(kind.id) && start === attribute.valueRange.start ? attribute : [],
    ),
  );
}

function add<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
