import assert from 'node:assert/strict';
import { contradiction, isPrecondition, preconditionsIn } from '../../../../src/engine/config/preconditions';

describe('preconditions', () => {
  it('are read with their places', () =>
    assert.deepEqual(preconditionsIn('a, a ,bitness64,'), [
      { name: 'a', start: 0 },
      { name: 'a', start: 3 },
      { name: 'bitness64', start: 6 },
    ]));
  it('are known', () => {
    for (const name of ['integratedMode', 'INTEGRATEDMODE', 'runtimeVersionv4.0', 'runtimeVersionv4.0.30319'])
      assert.ok(isPrecondition(name), name);
    for (const name of ['64bit', 'integrated', 'runtimeVersion4.0']) assert.ok(!isPrecondition(name), name);
  });
  it('can exclude each other', () => {
    assert.equal(contradiction(preconditionsIn('classicMode,bitness32,bitness64'))?.about, 'bitness');
    assert.equal(contradiction(preconditionsIn('classicMode,integratedMode'))?.about, 'pipeline mode');
    assert.equal(contradiction(preconditionsIn('bitness32,bitness32,integratedMode,managedHandler')), null);
  });
});
