import assert from 'node:assert/strict';
import { RecordFinder } from '../../../../src/engine/logs/records';
import { eventLayouts, sampleEvent, writeEvents } from '../../../kit/eventLayouts';
import { knowledge } from '../../../kit/knowledge';

const finder = new RecordFinder(knowledge.eventTypes);
const SIZE = 200_000;
const LIMIT_MS = 100;

/** Beginnings that never end, and ends without a beginning: what each layout looks for, without what it hopes for. */
const pieces = [
  'Event ID: 1 Source: x ',
  'Event ID: 5\n\n',
  'Source: x\nEvent ID: 5\nDescription:\ntext\n',
  'イベント ID: 5 ソース: x ',
  'ID evento: 5 Origine: ',
  'System ID 5 X Y\n',
  '- **Event ID 5** (source: X): y\n',
  '<Event ',
  '<Event>',
  '<Event><System><Provider Name="',
  '<Data Name="a">',
  '&lt;Event&gt;',
  '</Event>',
  '<!--',
  '<Obj RefId="0">',
  '<Obj N="Properties">',
  '</Obj>',
  '<Obj><S N="ProviderName">',
  '{"EventID":',
  '{"a":[',
  '{"',
  '[{"EventID":1,',
  '}',
  ']',
  '"',
  '""',
  '\\',
  '"\\',
  '"Id",',
  '"Id"\n',
  'a,"',
  'Level,Date and Time,Source,Event ID,Task Category\n',
  'Warning\t1/1/2026 1:1\tX\t5\tNone\n',
  'Warning,1/1/2026 1:1:1,',
  '| Event ID | Source |\n|---|---|\n',
  '|--|\n',
  '||a||Event ID||Source||\n',
  '||',
  '+--+--+\n',
  'DCOM 1',
  'Microsoft-Windows-',
  '|',
  '---- ---- ----\n',
  '---- ',
  'Id           : 1\n               hanging\n',
  'ProviderName : x\n',
  '- Provider [ Name] x EventID 5 ',
  'EventData\nparam1 ',
  '[ Name] x\n',
  'An error event occurred.  EventID: 0xC0002724\n',
  'MSWinEventLog\t',
  'CEF:0|',
  'CEF:0|a|b|c|5|d|6|externalId=5 ',
  'LEEF:1.0|a=b\t',
  'AgentDevice=Win a=b ',
  'EventCode=5\\n',
  '"EventCode=5\\n',
  '<tr><th>Id</th><th>Source</th>',
  '<td>',
  '<tr><td>5</td>',
  '<td ',
  '[1] X\n   Type: ERROR\n',
  '   Time:     1   ID:  ',
  'MSWinEventLog#011',
  ' EventID="1" ',
  'EvntSLog: [ERR] x: a/b (5) - ',
  '<13>1 2026-11-20T08:01:02.345Z h p 1 - [NXLOG@1 EventID="5" ',
  'Nov 20 08:01:02 h a: 1: ',
  'did not register with dcom ',
  'The server ',
  'permission settings do not grant ',
  '> ',
  '# ',
  'rem ',
  '&nbsp;',
  '<br>',
  '*',
  '_',
  '`',
  ' ',
  '\t',
  '\n',
  'a',
  '1',
  '\u{1F600}',
  '\uD800',
];

/** The time of the processor for 100 kB; the clock on the wall also counts what others do. */
function msFor100kB(text: string): number {
  const started = process.cpuUsage();
  finder.find(text);
  return process.cpuUsage(started).user / 1000 / (text.length / 100_000);
}

/** Whether one of a few tries is fast enough; a machine at work only ever makes it slower. */
const isFast = (text: string, tries = 8): boolean =>
  tries > 0 && (msFor100kB(text) < LIMIT_MS || isFast(text, tries - 1));

describe('hostile text', function () {
  this.timeout(60_000);
  before(() => {
    for (const layout of Object.values(eventLayouts)) finder.find(writeEvents(layout, [1, 2, 3].map(sampleEvent)));
  });

  for (const piece of pieces)
    it(`takes no longer when it repeats ${JSON.stringify(piece)}`, () => {
      const text = piece.repeat(Math.ceil(SIZE / piece.length));
      // The first run also compiles.
      finder.find(text.slice(0, SIZE / 10));
      assert.ok(isFast(text));
    });

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

  for (const [what, piece] of [
    ['prose', 'words and more words '],
    ['JSON', '{"a":[1,2,{"b":"c"}],"event":"x"},'],
    ['XML', '<a b="c"><Event/></a>'],
    ['labels', 'Source: x Event ID: 5 '],
    ['cells', 'a,"b",Event ID,'],
  ] as const)
    it(`of ten megabytes in one line is read: ${what}`, () => {
      const text = piece.repeat(Math.ceil(10_000_000 / piece.length));
      assert.ok(isFast(text, 3));
    });
});
