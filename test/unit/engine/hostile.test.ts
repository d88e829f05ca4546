import assert from 'node:assert/strict';
import { explain } from '../../../src/engine/explain/explain';
import { nameReplacer } from '../../../src/engine/render/aliases';
import { decode } from '../../../src/engine/text/decode';
import { everyWay, type Output } from '../../kit/everyWay';
import { carriers, payloads } from '../../kit/hostileCarriers';
import { hostileTexts } from '../../kit/hostileTexts';
import { knowledge } from '../../kit/knowledge';
import { liveParts } from '../../kit/markdown';
import { seeded } from '../../kit/seeded';
import { eventLayouts, sampleEvent, writeEvents } from '../../kit/eventLayouts';

/** What turns, hides or re-orders text or moves a cursor; line ends and tabs are ours. */
const DECEPTIVE = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u061C\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF]/;
/** Puts a stop into words of ours that an editor would make a link of. */
const OUR_STOP = /(?<=\b(?:https?|ftp|file|mailto|command|vscode|data|javascript|www))\u200B/gi;

const ours = new Set([
  'command:x',
  ...knowledge.facts.flatMap(({ sources }) => sources.flatMap(({ url }) => url ?? [])),
]);

function assertHarmless({ markdown = [], plain = [], labels = [], json = [] }: Partial<Output>): void {
  for (const text of markdown) {
    assert.deepEqual(
      liveParts(text).filter((live) => !ours.has(live)),
      [],
      text.slice(0, 2_000),
    );
    assert.doesNotMatch(text.replace(OUR_STOP, ''), DECEPTIVE);
  }
  for (const text of [...plain, ...json]) assert.doesNotMatch(text, DECEPTIVE);
  for (const text of json) assert.doesNotThrow(() => void JSON.parse(text));
  for (const text of labels) assert.doesNotMatch(text, /[\r\n]/);
  for (const text of labels) assert.doesNotMatch(text, DECEPTIVE);
}

/** Milliseconds of the processor, the best of a few tries; a machine at work only ever makes it slower. */
async function isFast(run: () => unknown, limit: number): Promise<boolean> {
  for (let tries = 8; tries > 0; tries--) {
    const started = process.cpuUsage();
    await run();
    if (process.cpuUsage(started).user / 1000 <= limit) return true;
  }
  return false;
}

/** The ways that between them show everything that any way shows. */
const SHOWING = ['explain', 'explainAt', 'text', 'json', 'summary', 'ticket', 'outline, folding and verdict lines'];

const ordinary = (length: number): string => {
  const events = writeEvents(Object.values(eventLayouts)[0]!, [1, 2, 3].map(sampleEvent));
  return events.repeat(Math.ceil(length / events.length)).slice(0, length);
};

describe('hostile text', function () {
  this.timeout(60_000);

  describe('does no harm, whatever it is', () => {
    for (const { name, grow } of hostileTexts)
      it(name, async () => {
        const text = grow(500);
        for (const run of Object.values(everyWay)) assertHarmless(await run(text));
      });
  });

  describe('is never rendered', () => {
    for (const [place, carry] of Object.entries(carriers))
      it(place, async () => {
        for (const payload of payloads) for (const way of SHOWING) assertHarmless(await everyWay[way]!(carry(payload)));
      });
  });

  it('of any bytes is decoded', async () => {
    const random = seeded(11);
    for (const below of [0x80, 0x100]) {
      const bytes = Uint8Array.from({ length: 5_000 }, () => Math.floor(random() * below));
      for (const start of [[], [0xff, 0xfe], [0xfe, 0xff], [0xef, 0xbb, 0xbf]])
        assertHarmless(await everyWay.text!(decode(Uint8Array.from([...start, ...bytes])).text));
    }
  });

  describe('takes no longer than a few times an ordinary text', () => {
    const SIZE = 25_000;
    const TIMES = 12;
    let yardstick = 0;
    before(async () => {
      const text = ordinary(SIZE);
      const times: number[] = [];
      for (let round = 0; round < 10; round++) {
        const started = process.cpuUsage();
        await explain(text, knowledge);
        nameReplacer(text).document(text.slice(0, 10_000));
        times.push(process.cpuUsage(started).user / 1000);
      }
      yardstick = Math.min(...times);
    });
    for (const { name, grow } of hostileTexts)
      it(name, async () => {
        const text = grow(SIZE);
        assert.ok(await isFast(() => explain(text, knowledge), TIMES * yardstick), 'to explain');
        const part = grow(SIZE / 5);
        assert.ok(await isFast(() => nameReplacer(part).document(part), TIMES * yardstick), 'to replace names');
      });
  });

  it('of megabytes in one line is read', async () => {
    const text = 'Event {D63B10C5-BB46 0x '.repeat(420_000 / 2);
    assert.deepEqual((await explain(text, knowledge)).records, []);
  });
});
