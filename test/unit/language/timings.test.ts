import assert from 'node:assert/strict';
import { Timings } from '../../../src/language/timings';

describe('Timings', () => {
  const times = (timings: Timings) => timings.report().find(({ feature }) => feature === 'hover');

  it('has nothing to tell at first', () =>
    assert.deepEqual(times(new Timings()), { feature: 'hover', count: 0, p50: null, p95: null, max: null }));

  it('tells the middle, the nearly longest and the longest time', () => {
    const timings = new Timings();
    for (let i = 100; i >= 1; i--) timings.add('hover', i);
    timings.add('explain', 9_000);
    assert.deepEqual(times(timings), { feature: 'hover', count: 100, p50: 50, p95: 95, max: 100 });
  });

  it('forgets all but the last thousand, and counts on', () => {
    const timings = new Timings();
    for (let i = 0; i < 1_500; i++) timings.add('hover', i < 500 ? 7_000 : 1);
    assert.deepEqual(times(timings), { feature: 'hover', count: 1_500, p50: 1, p95: 1, max: 1 });
  });
});
