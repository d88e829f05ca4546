import assert from 'node:assert/strict';
import { concernsIis } from '../../../../src/engine/explain/concerns';
import { eventLayouts, sampleEvent, writeEvents } from '../../../kit/eventLayouts';

describe('concernsIis', () => {
  for (const [name, layout] of Object.entries(eventLayouts))
    it(`lets events through: ${name}`, () => {
      const text = writeEvents(layout, [sampleEvent(1)]);
      // The source of the sample alone would let it through.
      const other = text
        .replaceAll('Microsoft-Windows-DistributedCOM', 'Disk')
        .replaceAll('DistributedCOM', 'Disk')
        .replaceAll('DCOM', 'Disk');
      assert.ok(concernsIis(text));
      if (!/messages|copied|syslog|agent|Reporter|2003, CSV|XML|Clixml/.test(name))
        assert.ok(concernsIis(other), other.slice(0, 300));
    });

  for (const [what, text] of [
    ['a package', '{ "name": "x", "version": "1.0.0", "dependencies": { "y": "^2.0.0" } }'],
    ['prose', 'Words that have nothing to do with any server at all.'],
  ] as const)
    it(`does not let ${what} through`, () => assert.equal(concernsIis(text), false));
});
