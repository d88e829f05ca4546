import assert from 'node:assert/strict';
import { newIn, placesIn, withSince } from '../../../src/build/schema/places';
import type { ElementData } from '../../../src/engine/schema/data';

const newer: ElementData = {
  attributes: { a: {}, b: { type: 'bool' } },
  elements: { e: { attributes: { c: {} }, elements: { f: { attributes: { d: {} } } } } },
  collections: [{ add: 'add', attributes: { name: { key: 'unique' }, size: {} } }],
};
const older: ElementData = {
  attributes: { a: {} },
  elements: { e: { attributes: { c: {} } } },
  collections: [{ add: 'add', attributes: { name: { key: 'unique' } } }],
};

describe('places of the schema', () => {
  it('are named as in a configuration file', () =>
    assert.deepEqual(
      placesIn('s', newer).map((place) => place.path),
      ['s', 's/@a', 's/@b', 's/e', 's/e/@c', 's/e/f', 's/e/f/@d', 's/add', 's/add/@name', 's/add/@size'],
    ));

  it('are new where an older version lacks them; what is inside a new element is not told again', () => {
    assert.deepEqual(newIn('s', newer, older), ['s/@b', 's/e/f', 's/add/@size']);
    assert.deepEqual(newIn('s', newer, {}), newIn('s', newer, { attributes: {} }));
    assert.deepEqual(newIn('s', older, newer), []);
  });

  it('bear the version that brought them', () => {
    const marked = withSince('s', newer, new Map(newIn('s', newer, older).map((place) => [place, 'v2'])));
    assert.deepEqual(
      placesIn('s', marked).flatMap(({ path, item }) => (item.since === 'v2' ? [path] : [])),
      ['s/@b', 's/e/f', 's/add/@size'],
    );
  });
});
