import assert from 'node:assert/strict';
import { explain, explainAt } from '../../../../src/engine/explain/explain';
import type { Explanation } from '../../../../src/engine/explain/explanation';
import { hoverMarkdown } from '../../../../src/engine/render/hover';
import { knowledge } from '../../../kit/knowledge';

const HEADER = `#Software: Microsoft Internet Information Services 10.0
#Version: 1.0
#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) sc-status sc-substatus sc-win32-status time-taken X-Team
`;
const row = (numbers: string, client = '10.0.0.9', stem = '/a'): string =>
  `2026-03-04 05:06:07 10.0.0.1 GET ${stem} q={12345678-1234-4234-8234-123456789ABC} 443 - ${client} Agent/1.0 ${numbers} 120 blue\n`;
const HTTPERR = '2026-03-04 05:06:07 10.0.0.9 50000 10.0.0.1 80 HTTP/1.1 GET /a 503 1 QueueFull Shop\n';

const ids = (explanations: readonly Explanation[]): string[] =>
  explanations.map(({ kind, text, answers: [first] }) => `${kind} ${text} = ${first.id}`);
const explained = async (text: string): Promise<string[]> => ids((await explain(text, knowledge)).explanations);

/** What a hover over a piece of the text shows, the last occurrence of it by default. */
async function over(text: string, piece: string, at = text.lastIndexOf(piece)): Promise<Explanation> {
  const found = await explainAt(text, at, knowledge);
  assert.ok(found && 'kind' in found, piece);
  assert.equal(text.slice(found.start, found.end), found.text);
  return found;
}

describe('a web log', () => {
  it('is explained by its distinct outcomes, where each first occurs', async () => {
    const rows = ['500 19 5', '200 0 0', '500 19 5', '404 0 2', '404 13 0', '200 0 64', '304 0 0', '404 13 0'];
    const text = HEADER + rows.map((numbers) => row(numbers)).join('');
    const { explanations } = await explain(text, knowledge);
    assert.deepEqual(ids(explanations), [
      'status 500 19 5 = status-500-19',
      'status 404 13 0 = status-404-13',
      'status 200 0 64 = status-client-gone',
    ]);
    assert.equal(explanations[0]?.start, text.indexOf('500 19 5'));
  });

  it('is explained by at most fifty outcomes, and quickly', async () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => row(`500 ${i % 200} ${i % 7}`));
    const started = performance.now();
    const found = await explained(HEADER + rows.join(''));
    assert.equal(found.length, 50);
    assert.ok(performance.now() - started < 4_000);
  });

  it('takes the steps of a logon for what they are', async () => {
    const logon = row('401 2 5') + row('401 1 2148074254') + row('200 0 0');
    assert.deepEqual(await explained(HEADER + logon.repeat(7)), []);
    assert.deepEqual(await explained(HEADER + row('401 1 1326')), ['status 401 1 1326 = status-401-1']);
  });

  it('tells of clients that are asked for a logon again and again', async () => {
    assert.deepEqual(await explained(HEADER + row('401 2 5').repeat(3)), ['status 401 2 5 = status-401-2']);
    assert.deepEqual(await explained(HEADER + row('401 2 5') + row('404 0 2', '10.0.0.7').repeat(20)), []);
  });

  it('tells the everyday outcome of a few rows that hold nothing else', async () => {
    assert.deepEqual(await explained(HEADER + row('401 2 5') + row('401 1 2148074254') + row('200 0 0')), [
      'status 401 2 5 = status-401-handshake',
    ]);
    assert.deepEqual(await explained(HEADER + row('404 0 2')), ['status 404 0 2 = status-404-0']);
    assert.deepEqual(await explained(HEADER + row('404 0 2') + row('500 19 5')), ['status 500 19 5 = status-500-19']);
  });

  it('knows that a row in the log of a site is no refusal of HTTP.sys', async () => {
    assert.deepEqual(await explained(HEADER + row('400 0 0') + row('503 0 0') + row('503 2 0')), [
      'status 400 0 0 = status-400-0',
      'status 503 0 0 = status-503-0-row',
      'status 503 2 0 = status-503-2',
    ]);
  });

  it('shows nothing of other kinds in its rows, but around them', async () => {
    const text = `The code 0x80070005 came up.\n${HEADER}${row('500 0 2147942405')}and {D63B10C5-BB46-4990-A94F-E40B9D520160}`;
    assert.deepEqual(await explained(text), [
      'code 0x80070005 = code-access-denied',
      'status 500 0 2147942405 = status-500-0',
      'guid {D63B10C5-BB46-4990-A94F-E40B9D520160} = runtimebroker-clsid',
    ]);
  });

  it('explains the names of a header that has no rows', async () => {
    const found = await explained('#Fields: date cs-method sc-win32-status X-Team');
    assert.deepEqual(found, [
      'field date = log-field-date',
      'field cs-method = log-field-cs-method',
      'field sc-win32-status = log-field-sc-win32-status',
    ]);
  });

  it('leaves the statuses of FTP and mail alone', async () => {
    const ftp = '#Fields: date time c-ip cs-method cs-uri-stem sc-status sc-win32-status x-session\n';
    const iis6 = '#Fields: time c-ip cs-method cs-uri-stem sc-status sc-win32-status\n';
    assert.deepEqual(await explained(`${ftp}2026-03-04 05:06:07 10.0.0.9 RETR /a 550 2 -`), []);
    assert.deepEqual(await explained(`${iis6}05:06:07 10.0.0.9 [3]USER anonymous 530 1326`), []);
    const text = `${iis6}05:06:07 10.0.0.9 [3]PASS - 530 1326`;
    assert.equal((await over(text, '530')).answers[0].id, 'field-other-status');
  });
});

describe('the HTTP.sys error log', () => {
  it('is explained by its reasons', async () => {
    const idle = '2026-03-04 05:06:08 10.0.0.9 50001 10.0.0.1 80 - - - - - Timer_ConnectionIdle -\n';
    assert.deepEqual(await explained(HTTPERR + idle + HTTPERR + idle), [
      'reason QueueFull = httperr-queuefull',
      'reason Timer_ConnectionIdle = httperr-timer-connectionidle',
    ]);
  });

  it('answers a hover on reason, status and queue', async () => {
    assert.equal((await over(HTTPERR, 'QueueFull')).kind, 'reason');
    const status = await over(HTTPERR, '503');
    assert.deepEqual(
      status.answers.map(({ id }) => id),
      ['status-503', 'httperr-queuefull'],
    );
    assert.equal((await over(HTTPERR, 'Shop')).answers[0].id, 'log-field-s-queuename');
  });
});

describe('a hover in a web log', () => {
  const text =
    HEADER + row('401 2 5') + row('200 0 0') + row('401 2 5', '10.0.0.7') + row('500 19 33', '10.0.0.8', '/b');

  for (const [piece, expected] of [
    ['/b', 'log-field-cs-uri-stem'],
    ['10.0.0.8', 'log-field-c-ip'],
    ['120', 'log-field-time-taken'],
    ['Agent', 'log-field-cs-user-agent'],
    ['blue', 'field-custom'],
    ['sc-status', 'log-field-sc-status'],
    ['X-Team', 'field-custom'],
    ['500', 'status-500-19'],
    ['33', 'status-500-19'],
  ] as const)
    it(`names what ${piece} is`, async () => assert.equal((await over(text, piece)).answers[0].id, expected));

  it('reads status, sub-status and Win32 status together, the IIS meaning first', async () => {
    const found = await over(text, '500 19 33');
    assert.equal(found.text, '500 19 33');
    assert.deepEqual(
      found.answers.map(({ id }) => id),
      ['status-500-19', 'code-section-locked'],
    );
    assert.match(found.answers[0].meaning, /sc-win32-status 33: the configuration section is locked/);
  });

  it('looks what came of a challenge', async () => {
    assert.equal((await over(text, '401', text.indexOf('401'))).answers[0].id, 'status-401-handshake');
    assert.equal((await over(text, '401')).answers[0].id, 'status-401-2');
  });

  it('has an answer for every status of a row', async () => {
    for (const [numbers, id] of [
      ['500 1013 0', 'status-500'],
      ['460 0 0', 'status-unknown'],
      ['200 0 0', 'status-200'],
      ['404 1 0', 'status-404-1'],
    ] as const) {
      const log = HEADER + row(numbers);
      assert.equal((await over(log, numbers)).answers[0].id, id);
    }
  });

  it('leaves room for all lines, whatever the Win32 status adds', async () => {
    for (const fact of knowledge.facts)
      for (const key of fact.keys) {
        if (key.kind !== 'status' || key.context) continue;
        for (const win32 of ['0', '5', '1260', '2148074248']) {
          const found = await over(HEADER + row(`${key.status} ${key.substatus ?? 0} ${win32}`), ` ${win32} 120`);
          const hover = hoverMarkdown(found);
          for (const label of [fact.fix && '**Fix:**', fact.doNot && '**Do not:**'])
            assert.ok(
              !label || found.answers[0].id !== fact.id || hover.includes(label),
              `${fact.id} ${win32} ${label}`,
            );
        }
      }
  });

  it('costs the same at the end of a large log', async () => {
    const large = HEADER + row('200 0 0').repeat(30_000) + row('500 19 33', '10.0.0.8', '/b');
    const started = performance.now();
    assert.equal((await over(large, '33')).answers[0].id, 'status-500-19');
    assert.ok(performance.now() - started < 2_000);
  });

  it('says nothing in lines that are no rows', async () => {
    const mixed = `${text}\nThe page answers 404 - why?\n`;
    const found = await explainAt(mixed, mixed.indexOf('page'), knowledge);
    assert.equal(found, null);
  });
});
