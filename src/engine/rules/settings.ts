import type { SectionUse } from '../config/document';
import type { XmlAttribute, XmlElement } from '../xml/tree';
import type { ConfigContext } from './configRule';

/** An attribute as a file sets it. */
export interface Setting {
  readonly use: SectionUse;
  readonly element: XmlElement;
  readonly attribute: XmlAttribute;
  /** Without blanks around it. */
  readonly value: string;
}

/** The elements of a section at which this file sets something: the section itself, or the child elements named. */
export function elementsOf(
  { sections }: Pick<ConfigContext, 'sections'>,
  path: string,
  ...within: readonly string[]
): readonly { readonly use: SectionUse; readonly element: XmlElement }[] {
  return sections(path)
    .filter(({ content }) => content === 'here')
    .flatMap((use) => {
      let elements: readonly XmlElement[] = [use.element];
      for (const name of within)
        elements = elements.flatMap(({ children }) => children.filter((child) => child.name === name));
      return elements.map((element) => ({ use, element }));
    });
}

/**
 * An attribute of a section wherever this file sets it.
 *
 * @param within child elements below the section: `forms`, `credentials`
 */
export const settingsOf = (
  context: Pick<ConfigContext, 'sections'>,
  path: string,
  name: string,
  ...within: readonly string[]
): readonly Setting[] =>
  elementsOf(context, path, ...within).flatMap(({ use, element }) => {
    const attribute = element.attributes.find((one) => one.name === name && one.hasValue);
    return attribute ? [{ use, element, attribute, value: attribute.value.trim() }] : [];
  });

/** Whether a Boolean attribute is written and true; `false` likewise. Its case does not matter to IIS nor to .NET. */
export const isTrue = (value: string | undefined): boolean => value?.trim().toLowerCase() === 'true';
export const isFalse = (value: string | undefined): boolean => value?.trim().toLowerCase() === 'false';
