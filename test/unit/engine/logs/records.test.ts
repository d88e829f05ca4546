import assert from 'node:assert/strict';
import type { EventType } from '../../../../src/engine/knowledge/fact';
import { RecordFinder } from '../../../../src/engine/logs/records';

const timeout: EventType = {
  provider: 'Test-Provider',
  eventId: 77,
  parameters: ['server'],
  message: /The\s+server\s+(?<server>\S+)\s+did\s+not\s+answer\s+in\s+time\.?/i,
  anchor: 'did not answer',
};
const finder = new RecordFinder([timeout]);

describe('RecordFinder', () => {
  it('reads what Event Viewer copies', () => {
    const text = [
      'Some words before.',
      '',
      'Log Name:      System',
      'Source:        Test-Provider',
      'Date:          11/20/2026 8:01:02 AM',
      'Event ID:      77',
      'Task Category: None',
      'Description:',
      'The server web01 did not answer in time.',
      'Second line.',
      '',
      'Words behind.',
    ].join('\r\n');
    const { records, mentions } = finder.find(text);
    const [record] = records;
    assert.equal(records.length, 1);
    assert.deepEqual(mentions, []);
    assert.ok(record?.message && record.eventIdRange);
    assert.equal(record.provider, 'Test-Provider');
    assert.equal(record.eventId, 77);
    assert.ok(text.slice(record.start).startsWith('Log Name:'));
    assert.match(text.slice(record.message.start, record.message.end), /^The server.*\r\nSecond line\.\r?$/);
    assert.equal(text.slice(record.eventIdRange.start, record.eventIdRange.end), 'Event ID:      77');
  });

  it('tells records apart that follow each other', () => {
    const one = (id: number) =>
      `Event Type: Error\nEvent Source: A\nEvent ID: ${id}\nComputer: X\nDescription:\nText ${id}\n`;
    const { records } = finder.find(one(1) + one(2) + '\n' + one(3));
    assert.deepEqual(
      records.map(({ eventId }) => eventId),
      [1, 2, 3],
    );
    assert.ok(records.every(({ provider }) => provider === 'A'));
    for (const [i, record] of records.entries()) assert.ok(record.end <= (records[i + 1]?.start ?? Infinity));
  });

  for (const [how, text, provider, eventId] of [
    ['with a backslash behind each line', 'Source: A\\\nEvent ID: 5\\\nDescription:\\\nText\\\n', 'A', 5],
    [
      'in one line',
      'Event ID: 36  Source: W3SVC  The server failed to load application x and more words.',
      'W3SVC',
      36,
    ],
    ['quoted', '> **Source:** DCOM\n> **Event ID:** 10016\n> Description: text', 'DCOM', 10016],
    ['as comments', '# Source: DCOM\n# EventID: 10016\n# Description: text', 'DCOM', 10016],
    ['with equals signs', "Source='Application Error', EventID=1000, faulting application", 'Application Error', 1000],
    ['with the whole identifier in hexadecimal', 'EventID: 0x0000272C\n\nThe computer did not answer us.', null, 10028],
    ['as a heading of its message', 'Event ID 5002\nThe pool of this server was disabled.\n', null, 5002],
  ] as const)
    it(`reads labels ${how}`, () => {
      const [record] = finder.find(text).records;
      assert.equal(record?.provider, provider);
      assert.equal(record.eventId, eventId);
    });

  it('takes an id in running text for a mention', () => {
    const { records, mentions } = finder.find('I often see event ID 10016 on this server.');
    assert.deepEqual(records, []);
    assert.deepEqual(
      mentions.map(({ eventId }) => eventId),
      [10016],
    );
  });

  it('finds a message without any header, wrapped or not', () => {
    for (const message of [
      'The server web01 did not answer in time.',
      'The server\n   web01 did not\n   answer in time.',
    ]) {
      const text = `Since Monday we read: ${message} Why?`;
      const [record, ...more] = finder.find(text).records;
      assert.deepEqual(more, []);
      assert.ok(record);
      assert.equal(text.slice(record.start, record.end), message);
      assert.equal(record.eventId, 77);
    }
  });

  it('finds no second record in the message of one', () => {
    const { records } = finder.find(
      'Source: Test-Provider\nEvent ID: 77\nDescription:\nThe server w did not answer in time.\n',
    );
    assert.equal(records.length, 1);
  });

  it('reads event XML, several events, no end, other prefixes of text', () => {
    const event = (
      id: number,
    ) => `<Event xmlns='u'><System><Provider Name='P' Guid='{0}'/><EventID Qualifiers='16384'>${id}</EventID></System>
<EventData><Data Name='param1'>a&amp;b</Data><Data>second</Data></EventData></Event>`;
    const text = `<Events>${event(1)}${event(3221232496)}</Events> <Event><System><Provider Name="Q"/><EventID>3</EventID>`;
    const { records } = finder.find(text);
    assert.deepEqual(
      records.map(({ provider, eventId }) => [provider, eventId]),
      [
        ['P', 1],
        ['P', 7024],
        ['Q', 3],
      ],
    );
    assert.deepEqual(
      [...(records[0]?.data ?? [])],
      [
        ['param1', 'a&b'],
        ['param2', 'second'],
      ],
    );
  });

  for (const [what, text] of [
    ['prose', 'An event handler with id 5 is no event.'],
    ['settings', '<EventLogSettings><Event ID="x"/></EventLogSettings>'],
    ['an empty text', ''],
  ] as const)
    it(`finds nothing in ${what}`, () => assert.deepEqual(finder.find(text), { records: [], mentions: [] }));

  it('takes linear time on one endless line', () => {
    const started = performance.now();
    finder.find('Event ID: 1 Source: x '.repeat(20_000));
    finder.find('<Event '.repeat(20_000));
    assert.ok(performance.now() - started < 10_000);
  });
});
