import type { Range } from '../text/range';
import { unescapeXml, type XmlAttribute, type XmlElement } from '../xml/tree';
import type { ConfigDocument, LocationTag } from './document';
import { nameKinds, type NameKind, type NamePlace } from './nameKinds';
import { sectionsAt } from './sections';

/** A name in a configuration file: where it is defined, or where something refers to it. */
export interface NameUse extends Range {
  readonly kind: NameKind;
  readonly role: 'definition' | 'reference';
  /** References replaced. */
  readonly name: string;
  /** The element that has it. */
  readonly element: XmlElement;
  readonly attribute: XmlAttribute;
  readonly location: LocationTag | null;
}

const known = new WeakMap<ConfigDocument, readonly NameUse[]>();

/** Every name in a document, in the order of the table of kinds; found once. A transform has none. */
export function namesIn(document: ConfigDocument): readonly NameUse[] {
  let names = known.get(document);
  if (!names) known.set(document, (names = [...readNames(document)]));
  return names;
}

/** The names at a place. A value of URL Rewrite may refer to a map as well as to a provider. */
export const namesAt = (document: ConfigDocument, offset: number): NameUse[] =>
  namesIn(document).filter(({ start, end }) => start <= offset && offset <= end);

/** Whether two names are the same to IIS, which minds no case. */
export const isSameName = (a: string, b: string): boolean => a === b || a.toLowerCase() === b.toLowerCase();

function* readNames(document: ConfigDocument): Generator<NameUse> {
  for (const kind of nameKinds) {
    for (const place of kind.definitions) yield* usesAt(document, kind, 'definition', place);
    for (const place of kind.references) yield* usesAt(document, kind, 'reference', place);
    if (kind.id === 'site') yield* sitesOfLocations(document, kind);
  }
}

function* usesAt(
  document: ConfigDocument,
  kind: NameKind,
  role: NameUse['role'],
  place: NamePlace,
): Generator<NameUse> {
  const { way, attribute: name, form = 'whole', where } = place;
  for (const { element: section, content, location } of sectionsAt(document).get(place.section) ?? []) {
    if (content !== 'here') continue;
    for (const element of elementsOn(section, way, 0)) {
      const attribute = element.attributes.find((one) => one.name === name);
      if (!attribute?.hasValue || (where && !where(element))) continue;
      for (const part of partsIn[form](attribute)) yield { kind, role, ...part, element, attribute, location };
    }
  }
}

function* elementsOn(element: XmlElement, way: readonly string[], from: number): Generator<XmlElement> {
  const name = way[from];
  if (name === undefined) {
    yield element;
    return;
  }
  for (const child of element.children) if (child.name === name) yield* elementsOn(child, way, from + 1);
}

interface Part extends Range {
  readonly name: string;
}

/** A map or a provider is asked by its name and a colon; `R` and `C` are what a pattern caught, the rest is built in. */
const ASKED = /\{([^{}:\r\n]{1,256}):/g;
const BUILT_IN = /^(?:R|C|ToLower|UrlEncode|UrlDecode)$/i;

const partsIn: Readonly<Record<NonNullable<NamePlace['form']>, (attribute: XmlAttribute) => Part[]>> = {
  whole: ({ value, valueRange }) => (value === '' ? [] : [{ ...valueRange, name: value }]),
  list: ({ raw, valueRange }) =>
    [...raw.matchAll(/[^,]+/g)].flatMap(({ 0: piece, index }) => {
      const written = piece.trim();
      if (written === '') return [];
      const start = valueRange.start + index + piece.indexOf(written);
      return [{ start, end: start + written.length, name: unescapeXml(written) }];
    }),
  input: ({ raw, valueRange }) =>
    [...raw.matchAll(ASKED)].flatMap(({ 1: written = '', index }) => {
      if (BUILT_IN.test(written)) return [];
      const start = valueRange.start + index + 1;
      return [{ start, end: start + written.length, name: unescapeXml(written) }];
    }),
};

/** The path of a location tag begins with the name of a site in the files of the server. */
function* sitesOfLocations({ kind: file, locations }: ConfigDocument, kind: NameKind): Generator<NameUse> {
  if (file !== 'applicationHost' && file !== 'administration') return;
  for (const location of locations) {
    const { element } = location;
    const attribute = element.attributes.find(({ name }) => name === 'path');
    if (!attribute?.hasValue || location.path === '') continue;
    const [whole = ''] = /[^/\\]+/.exec(attribute.raw) ?? [];
    const start = attribute.valueRange.start + attribute.raw.indexOf(whole);
    const name = unescapeXml(whole);
    yield { kind, role: 'reference', start, end: start + whole.length, name, element, attribute, location };
  }
}
