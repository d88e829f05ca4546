import assert from 'node:assert/strict';
import { messageOf, parametersOf } from '../../../../src/engine/explain/parameters';
import { explain } from '../../../../src/engine/explain/explain';
import { RecordFinder } from '../../../../src/engine/logs/records';
import { eventLayouts, sampleEvent, writeEvents } from '../../../kit/eventLayouts';
import { knowledge } from '../../../kit/knowledge';

const finder = new RecordFinder(knowledge.eventTypes);
const events = [1, 2, 3].map(sampleEvent);
const LOGGED = Date.UTC(2026, 10, 20, 8, 1, 2);

/** Longer parts of a message are told apart by where they are cut. */
const words = (text: string): string => text.replace(/[\s"*]+/g, ' ').trim();

describe('a layout of event records', () => {
  for (const [name, layout] of Object.entries(eventLayouts))
    describe(name, () => {
      const text = writeEvents(layout, events);
      const { records, mentions } = finder.find(text);
      const lacks = (what: string): boolean => layout.without?.some((one) => one === what) ?? false;

      it('gives each event once', () => {
        assert.equal(records.length, events.length);
        assert.deepEqual(mentions, []);
        for (const { eventId } of records) assert.equal(eventId, 10016);
      });

      it('gives places that fit the text', () => {
        let end = 0;
        for (const record of records) {
          assert.ok(record.start >= end, 'records overlap');
          assert.ok(record.end <= text.length && record.start < record.end);
          end = record.end;
          assert.equal(record.spans[0].start, record.start);
          for (const { start, end: spanEnd } of record.spans)
            assert.ok(record.start <= start && start < spanEnd && spanEnd <= record.end, 'a span lies outside');
          const { eventIdRange } = record;
          if (eventIdRange) assert.match(text.slice(eventIdRange.start, eventIdRange.end), /10016|2720|3221235488/);
        }
      });

      it('keeps the source, the time, the level and the computer', () => {
        for (const { provider, time, level, computer } of records) {
          if (lacks('provider')) assert.equal(provider, null);
          else assert.match(provider ?? '', /^(?:Microsoft-Windows-)?(?:DistributedCOM|DCOM)$/);
          if (!lacks('time')) {
            assert.equal(Math.floor((time?.utcMs ?? 0) / 1000) * 1000, LOGGED);
            assert.ok(time && /8:01:02|1795161662345|^20261120/.test(text.slice(time.range.start, time.range.end)));
          }
          assert.equal(level, lacks('level') ? undefined : 'warning');
          if (!lacks('computer')) assert.equal(computer, 'WEB01.contoso.local');
        }
      });

      it('gives the message and its parameters', () => {
        const type = knowledge.eventType('Microsoft-Windows-DistributedCOM', 10016);
        for (const [i, record] of records.entries()) {
          const message = messageOf(text, record);
          const whole = words(sampleEvent(1).message);
          if (record.message && !lacks('whole message') && !lacks('own message') && name !== 'only messages')
            assert.equal(words(message).slice(0, whole.length), whole);
          if (lacks('whole message')) continue;
          const until = records[i + 1]?.start ?? text.length;
          const parameters = parametersOf(text, record, type, message, until);
          assert.equal(parameters.get('clsid')?.toUpperCase(), '{D63B10C5-BB46-4990-A94F-E40B9D520160}');
        }
      });

      it('is diagnosed', async () => {
        const { diagnoses } = await explain(text, knowledge);
        assert.deepEqual(
          diagnoses.map(({ answers: [first] }) => first.id),
          events.map(() => (lacks('whole message') ? 'dcom-10016' : 'dcom-10016-runtimebroker')),
        );
      });
    });
});
