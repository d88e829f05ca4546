import assert from 'node:assert/strict';
import { addedHeaders, headerAt, PROTOCOL } from '../../../../src/engine/config/responseHeaders';
import { Hierarchy } from '../../../../src/engine/config/hierarchy';
import { exampleDocument } from '../../../kit/rules';
import { schema } from '../../../kit/schema';

const document = exampleDocument(
  '<system.webServer><httpProtocol><customHeaders><remove name="X-Old" /><add name="X-A" value="1" /><add name="X-B" /></customHeaders><redirectHeaders><add name="X-R" value="1" /></redirectHeaders></httpProtocol></system.webServer>',
);

describe('responseHeaders', () => {
  it('are those a section adds', () =>
    assert.deepEqual(
      document.sections.flatMap(addedHeaders).map(({ name, value }) => [name.value, value?.value]),
      [
        ['X-A', '1'],
        ['X-B', undefined],
      ],
    ));
  it('are found by name without case', () => {
    const hierarchy = new Hierarchy(schema, [{ document, path: '' }]);
    assert.equal(headerAt(hierarchy, '', 'x-a'), '1');
    assert.equal(headerAt(hierarchy, '', 'X-C'), null);
    assert.equal(PROTOCOL, document.sections[0]?.path);
  });
});
