import assert from 'node:assert/strict';
import { poolNames } from '../../../../src/engine/config/poolNames';

describe('poolNames', () => {
  it('reads names, also of a file that is half typed', () =>
    assert.deepEqual(
      poolNames(
        '<?xml version="1.0"?><configuration><!-- <add name="No"/> --><system.applicationHost><applicationPools><add name="A &amp; B"/><applicationPoolDefaults name="No"/><add name="C"',
      ),
      ['A & B', 'C'],
    ));
  it('finds none elsewhere', () => {
    assert.deepEqual(poolNames('<configuration><appSettings><add name="x"/></appSettings></configuration>'), []);
    assert.deepEqual(poolNames('no XML'), []);
  });
});
