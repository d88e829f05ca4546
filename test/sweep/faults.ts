import { insertAfter, type TextEdit } from '../../src/engine/config/edits';
import { keysOf } from '../../src/engine/config/keys';
import { mayReplace } from '../../src/engine/config/repeatedEntries';
import type { AttributeSchema } from '../../src/engine/schema/model';
import { isEncrypted } from '../../src/engine/schema/values';
import { renameElement } from '../../src/engine/config/edits';
import type { AttributeType } from '../../src/engine/schema/data';
import type { Range } from '../../src/engine/text/range';
import { attribute } from '../../src/engine/xml/tree';
import type { ElementPlace } from './places';

export const faultKinds = [
  'unknown attribute',
  'misspelt element',
  'bad name (enum, flags)',
  'bad Boolean',
  'bad integer',
  'bad time span',
  'duplicate entry',
] as const;
export type FaultKind = (typeof faultKinds)[number];

/** A fault to be put into a file. */
export interface Fault {
  readonly kind: FaultKind;
  readonly place: ElementPlace;
  readonly edits: readonly TextEdit[];
  /** Where the fault is in what the first edit puts in. */
  readonly at: Range;
}

/** An element that gets no fault of a kind, and why. */
export interface LeftOut {
  readonly kind: FaultKind;
  readonly why: string;
}

const BOGUS = 'iisDoctorSweep';
const BAD_VALUES: Readonly<Partial<Record<AttributeType, readonly [FaultKind, string]>>> = {
  enum: ['bad name (enum, flags)', BOGUS],
  flags: ['bad name (enum, flags)', BOGUS],
  bool: ['bad Boolean', 'maybe'],
  uint: ['bad integer', 'many'],
  int: ['bad integer', 'many'],
  int64: ['bad integer', 'many'],
  timeSpan: ['bad time span', 'soon'],
};

/** The faults that can be put on an element, and those that cannot, because they would be none there. */
export function faultsOf(text: string, place: ElementPlace): (Fault | LeftOut)[] {
  const { kind } = place;
  // It is a fault already.
  if (kind === 'stray') return [];
  if (kind === 'undescribed') return leftOut('in a section that no schema file declares');
  if (kind === 'transform') return leftOut('in a transform, which IIS never reads');
  const { schema } = place;
  return [
    schema?.allowUnrecognizedAttributes
      ? { kind: 'unknown attribute', why: 'allowUnrecognizedAttributes' }
      : unknownAttribute(place),
    misspelt(place),
    ...badValues(place),
    ...duplicate(text, place),
  ];
}

const leftOut = (why: string): LeftOut[] => [
  { kind: 'unknown attribute', why },
  { kind: 'misspelt element', why },
];

function unknownAttribute(place: ElementPlace): Fault {
  const { element } = place;
  const start = element.attributes.at(-1)?.end ?? element.nameRange.end;
  const text = ` ${BOGUS}="1"`;
  return { kind: 'unknown attribute', place, edits: [{ start, end: start, text }], at: { start: 1, end: text.length } };
}

function misspelt(place: ElementPlace): Fault {
  const name = `${place.element.name}${place.element.name.slice(-1)}`;
  const edits = renameElement(place.element, name);
  return { kind: 'misspelt element', place, edits, at: { start: 0, end: name.length } };
}

function badValues(place: ElementPlace): Fault[] {
  const { element, schema } = place;
  return element.attributes.flatMap((written): Fault[] => {
    const known = schema?.attributes.get(written.name);
    const bad = known && BAD_VALUES[known.type];
    // An enumeration without names takes any.
    if (!bad || !written.hasValue || isEncrypted(written.value) || (known.type === 'enum' && !known.names.size))
      return [];
    const [kind, value] = bad;
    // Each value once, or keys would be the same by accident.
    const text = `${value}${written.start}`;
    return [{ kind, place, edits: [{ ...written.valueRange, text }], at: { start: 0, end: text.length } }];
  });
}

/** Whether any other text would do. */
const isFree = (schema: AttributeSchema | undefined): boolean =>
  schema?.type === 'string' && !schema.isUniqueKey && !schema.isCombinedKey && !schema.validator;

function duplicate(text: string, place: ElementPlace): Fault[] {
  const { element, use } = place;
  const collection = use?.parent?.schema.collection;
  const entry = collection?.entries.get(element.name);
  if (!entry || !collection || use.role !== 'entry' || collection.allowDuplicates || !element.isEnded) return [];
  if (!keysOf(entry, (name) => attribute(element, name)).length) return [];
  let copy = text.slice(element.start, element.end);
  const section = use.section.schema;
  if (section && mayReplace(section, collection, element, element)) {
    // .NET takes an entry that says the same; here and there also one that does not.
    const free = element.attributes.find(({ name, hasValue }) => hasValue && isFree(entry.attributes.get(name)));
    if (!free || section.path === 'appSettings' || (!collection.removeElement && !collection.clearElement)) return [];
    const at = free.valueRange.end - element.start;
    copy = `${copy.slice(0, at)}x${copy.slice(at)}`;
  }
  const edit = insertAfter(text, element, copy);
  const end = edit.text.length;
  const start = end - copy.length;
  return [{ kind: 'duplicate entry', place, edits: [edit], at: { start, end } }];
}
