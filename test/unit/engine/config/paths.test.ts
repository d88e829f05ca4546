import assert from 'node:assert/strict';
import { pathsAbove, relativeTo } from '../../../../src/engine/config/paths';

describe('configuration paths', () => {
  it('have others above them', () => {
    assert.deepEqual(pathsAbove(''), ['']);
    assert.deepEqual(pathsAbove('Shop'), ['', 'Shop']);
    assert.deepEqual(pathsAbove('Shop/a/b'), ['', 'Shop', 'Shop/a', 'Shop/a/b']);
  });
  it('are relative to those', () => {
    assert.equal(relativeTo('', 'Shop/a'), 'Shop/a');
    assert.equal(relativeTo('shop', 'Shop/a'), 'a');
    assert.equal(relativeTo('Shop', 'Shop'), '');
    assert.equal(relativeTo('Shop', 'Shop2'), null);
    assert.equal(relativeTo('Shop/a', 'Shop'), null);
  });
});
