import assert from 'node:assert/strict';
import { RecordFinder } from '../../../../src/engine/logs/records';
import { eventLayouts, sampleEvent, writeEvents } from '../../../kit/eventLayouts';
import { knowledge } from '../../../kit/knowledge';

const finder = new RecordFinder(knowledge.eventTypes);
describe('records in hostile text', () => {
  it('of random signs does no harm', () => {
    let seed = 1;
    const random = (below: number): number => (seed = (seed * 48_271) % 2_147_483_647) % below;
    for (let round = 0; round < 20; round++) {
      const bytes = Array.from({ length: 20_000 }, () => random(round % 2 ? 128 : 0x3000));
      const text = String.fromCharCode(...bytes);
      assert.ok(finder.find(text).records.every(({ start, end }) => start < end && end <= text.length));
    }
  });

  it('cut anywhere out of any layout gives places within the text', () => {
    for (const layout of Object.values(eventLayouts)) {
      const whole = writeEvents(layout, [1, 2, 3].map(sampleEvent));
      for (let cut = 7; cut < whole.length; cut += 211) {
        for (const text of [whole.slice(0, cut), whole.slice(cut)]) {
          let before = 0;
          for (const { start, end, spans } of finder.find(text).records) {
            assert.ok(start >= before && start < end && end <= text.length);
            for (const span of spans) assert.ok(span.start < span.end && span.end <= text.length);
            before = end;
          }
        }
      }
    }
  });
});
