import assert from 'node:assert/strict';
import { ExplainStream } from '../../../../src/engine/explain/stream';
import { Summarizer, type LogSummary } from '../../../../src/engine/explain/summary';
import { summaryJson, summaryText } from '../../../../src/engine/render/summary';
import { knowledge } from '../../../kit/knowledge';

async function summaryOf(...pieces: readonly string[]): Promise<LogSummary> {
  const stream = new ExplainStream(knowledge);
  const summarizer = new Summarizer();
  for (const text of pieces) {
    const piece = await stream.push(text);
    if (piece) summarizer.add(piece);
  }
  summarizer.add(await stream.end());
  return summarizer.end(knowledge);
}

const event = (source: string, id: number, message: string): string =>
  `Source: ${source}\nEvent ID: ${id}\nDescription:\n${message}\n\n`;
const broker = event(
  'DCOM',
  10016,
  'The application-specific permission settings do not grant Local Activation permission for the COM Server application with CLSID {D63B10C5-BB46-4990-A94F-E40B9D520160} and APPID {9CA88EE3-ACB7-47C8-AFC4-AB702511C276} to the user NT AUTHORITY\\SYSTEM SID (S-1-5-18) from address LocalHost (Using LRPC).',
);
const iwam = event(
  'DCOM',
  10010,
  'The server {3D14228D-FBE1-11D0-995D-00C04FD919C1} did not register with DCOM within the required timeout.',
);
const foreign = event('MsiInstaller', 1035, 'Something was reconfigured.');

const rows = [
  '#Fields: date time cs-method cs-uri-stem sc-status sc-substatus sc-win32-status time-taken',
  '2026-11-18 00:00:01 GET /a.aspx 200 0 0 15',
  '2026-11-18 00:00:02 GET /b.aspx 500 19 5 3',
  '2026-11-18 00:00:03 GET /b.aspx 500 19 5 4',
  '2026-11-18 00:00:04 GET /c.aspx 500 19 5 9000',
  '2026-11-18 00:00:05 GET /a.aspx 304 0 0 1',
  '',
].join('\n');

describe('the summary of event records', () => {
  it('counts each cause once, what needs action first and noise last', async () => {
    const { records, requests } = await summaryOf(broker + foreign + broker + iwam + broker);
    assert.equal(requests, null);
    assert.equal(records.records, 5);
    assert.deepEqual(
      records.groups.map(({ title, count, lines }) => [title, count, lines]),
      [
        ['DCOM 10010 · needs action · IIS Out-of-Process Pooled Applications did not start', 1, [16]],
        ['DCOM 10016 · by design · RuntimeBroker', 3, [1, 11, 21]],
      ],
    );
    assert.deepEqual(
      records.unknown.map(({ source, eventId, count }) => [source, eventId, count]),
      [['MsiInstaller', 1035, 1]],
    );
  });

  it('says it so that a person can act on it', async () => {
    const text = summaryText(await summaryOf(broker + foreign + iwam), 'a \u202Elog.txt');
    assert.match(
      text,
      /^# Summary of a log\.txt\n\n3 event records: 1 need action, 1 safe to ignore, 1 not known to us\.\n/,
    );
    assert.ok(text.indexOf('## Needs action') < text.indexOf('## Safe to ignore'));
    assert.match(
      text,
      /1 × DCOM 10010 .*\n {2}line 11\n {2}IIS 5 could not start[^\n]*\n {2}Check: [^\n]*\n {2}Fix: [^\n]*\n {2}Do not: /,
    );
    assert.match(text, /- 1 × MsiInstaller 1035: line 6/);
    // Noise takes one line.
    assert.match(text, /- 1 × DCOM 10016 · by design · RuntimeBroker: line 1\n\n/);
  });

  it('counts over pieces as in one', async () => {
    const log = (broker + foreign + iwam).repeat(9_000);
    const whole = summaryJson(await summaryOf(log));
    const pieces = Array.from({ length: Math.ceil(log.length / 700_001) }, (_, i) =>
      log.slice(i * 700_001, (i + 1) * 700_001),
    );
    assert.deepEqual(summaryJson(await summaryOf(...pieces)), whole);
    assert.equal(whole.records.records, 27_000);
  }).timeout(60_000);

  it('is a plain sentence where there is nothing', async () =>
    assert.match(summaryText(await summaryOf('Words.\n'), 'a.txt'), /No event record and no request log/));
});

describe('the summary of requests', () => {
  it('groups them by outcome, with times, places and the slowest', async () => {
    const { requests } = await summaryOf(rows);
    assert.ok(requests);
    assert.equal(requests.rows, 5);
    assert.equal(requests.first, '2026-11-18 00:00:01');
    assert.equal(requests.last, '2026-11-18 00:00:05');
    const [worst, ...others] = requests.groups;
    assert.equal(worst?.outcome, '500 19 5');
    assert.equal(worst.count, 3);
    assert.equal(worst.line, 3);
    assert.deepEqual(worst.urls, [
      { url: '/b.aspx', count: 2 },
      { url: '/c.aspx', count: 1 },
    ]);
    assert.match(worst.answer?.name ?? '', /500\.19/);
    assert.deepEqual(others.map(({ outcome, answer }) => [outcome, answer]).sort(), [
      ['200 0 0', null],
      ['304 0 0', null],
    ]);
    assert.deepEqual(
      requests.slowest.map(({ milliseconds, line }) => [milliseconds, line]),
      [
        [9000, 5],
        [15, 2],
        [4, 4],
        [3, 3],
        [1, 6],
      ],
    );
  });

  it('takes the day of rows without one from the line before them, in later pieces too', async () => {
    const fields = '#Fields: time c-ip cs-method cs-uri-stem sc-status sc-win32-status';
    const row = (clock: string): string => `${clock} 10.0.0.7 GET /a.asp 500 5\n`;
    const log = `#Software: Microsoft Internet Information Services 5.0\n#Date: 2026-11-18 23:59:58\n${fields}\n${row('23:59:58').repeat(30_000)}#Date: 2026-11-19 00:00:01\n${row('00:00:02')}`;
    const { requests } = await summaryOf(log.slice(0, 1_100_000), log.slice(1_100_000));
    assert.equal(requests?.first, '2026-11-18 23:59:58');
    assert.equal(requests.last, '2026-11-19 00:00:02');
    const { requests: none } = await summaryOf(`${fields}\n${row('08:00:00')}`);
    assert.equal(none?.first, '08:00:00');
  });

  it('carries the fields of the header over to the next piece', async () => {
    const [header = '', ...lines] = rows.trimEnd().split('\n');
    const log = `${header}\n${`${lines.join('\n')}\n`.repeat(30_000)}`;
    const { requests } = await summaryOf(log.slice(0, 2_500_000), log.slice(2_500_000));
    assert.equal(requests?.rows, 150_000);
    assert.equal(requests.groups.find(({ outcome }) => outcome === '500 19 5')?.count, 90_000);
  }).timeout(60_000);
});
