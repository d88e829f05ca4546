import type { ElementPlace } from '../config/elementPlace';
import { attributeText } from '../render/schemaText';
import type { Range } from '../text/range';
import type { XmlAttribute, XmlElement } from '../xml/tree';
import { wayOf } from './about';
import type { CompletionContext, CompletionItem } from './completion';

/**
 * The attributes that an element does not have yet.
 *
 * @param current the attribute whose name the cursor is in
 */
export function attributeItems(
  { document }: CompletionContext,
  element: XmlElement,
  place: ElementPlace,
  current: XmlAttribute | null,
  range: Range,
): readonly CompletionItem[] {
  const present = new Set(element.attributes.filter((one) => one !== current).map(({ name }) => name));
  // With a value there already, only the name changes.
  const value = current?.hasValue ? '' : '="$1"$0';
  const blank = /[\s<]/.test(document.text[range.start - 1] ?? ' ') || current ? '' : ' ';
  const item = (name: string, rank: number, more: Partial<CompletionItem> = {}): CompletionItem => ({
    label: name,
    kind: 'attribute',
    text: `${blank}${name}${value}`,
    isSnippet: value !== '',
    range,
    rank,
    ...more,
  });
  if (!('use' in place)) return [];
  const { use } = place;
  if (use.role === 'clear') return [];
  const { section } = use;
  const way = wayOf(use);
  const own = [...use.schema.attributes.values()]
    .filter(({ name }) => !present.has(name))
    .map((attribute) =>
      item(attribute.name, attribute.required || attribute.isUniqueKey || attribute.isCombinedKey ? 0 : 1, {
        detail: attributeText(attribute),
        about: { kind: 'attribute', section: section.path, way, attribute: attribute.name },
      }),
    );
  if (place.kind !== 'element') return own;
  const common = (name: string, rank: number, detail?: string): CompletionItem =>
    item(name, rank, {
      about: { kind: 'attribute', section: section.path, way, attribute: name },
      ...(detail !== undefined && { detail }),
    });
  const locks = use.role === 'remove' ? [] : LOCKS.filter((name) => !present.has(name)).map((name) => common(name, 9));
  const source =
    use.role === 'section' && !present.has('configSource')
      ? [common('configSource', 8, 'the section stands in another file')]
      : [];
  return [...own, ...source, ...locks];
}

const LOCKS = [
  'lockItem',
  'lockAttributes',
  'lockElements',
  'lockAllAttributesExcept',
  'lockAllElementsExcept',
] as const;
