import type { AttributeData, CollectionData, ElementData } from '../../engine/schema/data';

/** An attribute, element or collection of the schema with the place where it stands in a configuration file. */
export interface Place {
  /** As a path of XML: `system.applicationHost/sites/site/bindings/binding/@sslFlags`; an element without `/@`. */
  readonly path: string;
  readonly item: AttributeData | ElementData;
}

/** Everything in an element, itself first. An entry stands under the name that adds it. */
export function placesIn(path: string, element: ElementData): readonly Place[] {
  return [
    { path, item: element },
    ...Object.entries(element.attributes ?? {}).map(([name, item]) => ({ path: `${path}/@${name}`, item })),
    ...Object.entries(element.elements ?? {}).flatMap(([name, item]) => placesIn(`${path}/${name}`, item)),
    ...(element.collections ?? []).flatMap((item) => placesIn(`${path}/${item.add}`, item)),
  ];
}

/** The element with `since` where the place's path is a key; an element that is new says so once, for all inside it. */
export function withSince<E extends ElementData>(path: string, element: E, since: ReadonlyMap<string, string>): E {
  const mapped = <T>(record: Readonly<Record<string, T>>, map: (path: string, item: T) => T): Record<string, T> =>
    Object.fromEntries(Object.entries(record).map(([name, item]) => [name, map(name, item)]));
  const own = since.get(path);
  return {
    ...element,
    ...(own !== undefined && { since: own }),
    ...(element.attributes && {
      attributes: mapped(element.attributes, (name, item) => {
        const version = since.get(`${path}/@${name}`);
        return version === undefined ? item : { ...item, since: version };
      }),
    }),
    ...(element.elements && {
      elements: mapped(element.elements, (name, item) => withSince(`${path}/${name}`, item, since)),
    }),
    ...(element.collections && {
      collections: element.collections.map((item): CollectionData => withSince(`${path}/${item.add}`, item, since)),
    }),
  };
}

/** The topmost places that `newer` has and none of `older`: what came with it. */
export function newIn(path: string, newer: ElementData, older: ElementData): readonly string[] {
  const known = new Set(placesIn(path, older).map((place) => place.path));
  const added = placesIn(path, newer).flatMap((place) => (known.has(place.path) ? [] : [place.path]));
  return added.filter((one) => !added.some((other) => one.startsWith(`${other}/`)));
}

/** The section with attributes of its own replaced where `path/@name` is a key. */
export function withCorrections<E extends ElementData>(
  path: string,
  element: E,
  corrections: Readonly<Record<string, AttributeData>>,
): E {
  if (!element.attributes) return element;
  const attributes = Object.entries(element.attributes).map(([name, item]) => [
    name,
    corrections[`${path}/@${name}`] ?? item,
  ]);
  return { ...element, attributes: Object.fromEntries(attributes) as Record<string, AttributeData> };
}
