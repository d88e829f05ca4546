import assert from 'node:assert/strict';
import { decideTimes, readTime } from '../../../../src/engine/logs/time';

const nowhere = { start: 0, end: 0 };
const utc = (written: string): number | null | undefined => readTime(written, nowhere)?.utcMs;
const at = (hour: number, minute = 1, second = 2, ms = 0): number => Date.UTC(2026, 10, 20, hour, minute, second, ms);

describe('readTime', () => {
  for (const [written, expected] of [
    ['2026-11-20T08:01:02.345678900Z', at(8, 1, 2, 345)],
    ['2026-11-20T08:01:02.3456789+01:00', at(7, 1, 2, 345)],
    ['2026-11-20T08:01:02-0730', at(15, 31)],
    ['2026-11-20 08:01:02', at(8)],
    ['2026-11-20 08:01:02 +0000', at(8)],
    ['20.11.2026 08:01:02', at(8)],
    ['20. 11. 2026 8:01:02', at(8)],
    ['11/20/2026 8:01:02 PM', at(20)],
    ['20/11/2026 8:01:02', at(8)],
    ['11/20/2026   08:01:02', at(8)],
    ['2026/11/20 8:01:02', at(8)],
    ['2026/11/20 下午 08:01:02', at(20)],
    ['2026-11-20 오전 8:01:02', at(8)],
    ['Fri Nov 20 08:01:02 2026', at(8)],
    ['20 Nov 2026 08:01:02', at(8)],
    ['11/20/2026 12:01:02 AM', at(0)],
    ['\\/Date(1795161662345)\\/', 1_795_161_662_345],
    ['4/4/2026 8:01', Date.UTC(2026, 3, 4, 8, 1)],
  ] as const)
    it(`reads ${written}`, () => assert.equal(utc(written), expected));

  for (const written of [
    '4/1/2026 8:01:02 AM',
    'Nov 20 08:01:02',
    '31/31/2026 8:01:02',
    '2026-02-30 08:01:02',
    '20 novembre 2026',
    '20.11.26',
    '17951616623',
  ])
    it(`keeps ${written} as it is written`, () =>
      assert.deepEqual(readTime(written, nowhere), { written, range: nowhere, utcMs: null }));

  it('takes no other text for a time', () => {
    assert.equal(readTime('', nowhere), undefined);
    assert.equal(readTime('DateTime', nowhere), undefined);
    assert.equal(readTime('dd/mm/yyyy hh:mm:ss 0', nowhere), undefined);
    assert.equal(readTime('0000: 1d 00 00 00', nowhere), undefined);
  });
});

describe('decideTimes', () => {
  const times = (...written: string[]): (number | null | undefined)[] =>
    decideTimes(written.map((one) => ({ time: readTime(one, nowhere)! }))).map(({ time }) => time.utcMs);

  it('learns from one date which number is the day', () => {
    assert.deepEqual(times('4/1/2026 8:00:00', '4/20/2026 8:00:00'), [
      Date.UTC(2026, 3, 1, 8),
      Date.UTC(2026, 3, 20, 8),
    ]);
    assert.deepEqual(times('20/4/2026 8:00:00', '4/1/2026 8:00:00'), [
      Date.UTC(2026, 3, 20, 8),
      Date.UTC(2026, 0, 4, 8),
    ]);
  });

  it('decides nothing where no date tells, or dates contradict each other', () => {
    assert.deepEqual(times('4/1/2026 8:00:00', '5/2/2026 8:00:00'), [null, null]);
    assert.deepEqual(times('4/1/2026 8:00:00', '5/20/2026 8:00:00', '20/5/2026 8:00:00')[0], null);
    assert.deepEqual(times('4/1/2026 8:00:00', '20.5.2026 8:00:00')[0], null);
  });
});
