import { RecordFinder } from '../../src/engine/logs/records';
import { eventLayouts, sampleEvent, writeEvents } from '../kit/eventLayouts';
import { knowledge } from '../kit/knowledge';

const MEGABYTE = 1_000_000;
const finder = new RecordFinder(knowledge.eventTypes);

/** A log of a size in one layout. */
function logOf(layout: (typeof eventLayouts)[string], size: number): string {
  const one = writeEvents(layout, [sampleEvent(1)]).length;
  return writeEvents(
    layout,
    Array.from({ length: Math.ceil(size / one) }, (_, i) => sampleEvent(i + 1)),
  );
}

function report(name: string, text: string): void {
  let seconds = Infinity;
  let records: readonly unknown[] = [];
  // Time of the processor, the best of three: other work on the machine only ever makes it slower.
  for (let i = 0; i < 3; i++) {
    const started = process.cpuUsage();
    ({ records } = finder.find(text));
    seconds = Math.min(seconds, process.cpuUsage(started).user / 1e6);
  }
  const rate = (text.length / MEGABYTE / seconds).toFixed(0);
  console.log(`${name.padEnd(44)}${rate.padStart(6)} MB/s${`${records.length}`.padStart(9)} records`);
}

const w3c =
  '2026-11-20 08:01:02 10.0.0.1 GET /shop/cart.aspx id=17 443 - 10.0.0.9 Mozilla/5.0+(Windows+NT+10.0) - 200 0 0 31\r\n';
const prose = 'Words that have nothing to do with any server at all, as they stand in any other log.\n';

// Each once to let the engine warm up.
for (const layout of Object.values(eventLayouts)) finder.find(logOf(layout, MEGABYTE));
for (const [name, layout] of Object.entries(eventLayouts)) report(name, logOf(layout, 10 * MEGABYTE));
report(
  'all layouts in one text',
  Object.values(eventLayouts)
    .map((layout) => logOf(layout, MEGABYTE / 3))
    .join('\n\n'),
);
report('W3C log', w3c.repeat((10 * MEGABYTE) / w3c.length));
report('prose', prose.repeat((10 * MEGABYTE) / prose.length));
