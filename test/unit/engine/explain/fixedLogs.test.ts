import assert from 'node:assert/strict';
import { explain, explainAt } from '../../../../src/engine/explain/explain';
import { hoverMarkdown } from '../../../../src/engine/render/hover';
import { ExplainStream } from '../../../../src/engine/explain/stream';
import { Summarizer } from '../../../../src/engine/explain/summary';
import { summaryText } from '../../../../src/engine/render/summary';
import { knowledge } from '../../../kit/knowledge';

const iis = (outcome: string, service = 'W3SVC3', client = '10.0.0.9'): string =>
  `${client}, -, 11/20/2026, 8:01:02, ${service}, WEB01, 10.0.0.1, 4502, 163, 3223, ${outcome}, GET, /shop/list.aspx, page=1,2,\r\n`;
const common = (status: number, more = ''): string =>
  `10.0.0.9 - CONTOSO\\anna [20/Nov/2026:08:01:02 +0100] "GET /shop/a.asp?id=1 HTTP/1.1" ${status} 3223${more}\n`;
const combined = (status: number): string => common(status, ' "https://shop.contoso.example/" "Agent/1.0 (a; b)"');

const explained = async (text: string): Promise<string[]> =>
  (await explain(text, knowledge)).explanations.map(({ text: place, answers: [first] }) => `${place} = ${first.id}`);
async function over(text: string, piece: string): Promise<string> {
  const found = await explainAt(text, text.indexOf(piece), knowledge);
  assert.ok(found && 'kind' in found, piece);
  assert.ok(hoverMarkdown(found).length <= 900);
  return found.answers[0].id;
}

describe('a log in the format of IIS', () => {
  it('is explained by its outcomes, status and Windows code together', async () => {
    const text = ['500, 5', '200, 0', '500, 5', '200, 64', '404, 2', '401, 5'].map((numbers) => iis(numbers)).join('');
    assert.deepEqual(await explained(text), ['500, 5 = status-500', '200, 64 = status-client-gone']);
    assert.deepEqual(await explained(iis('401, 5') + iis('200, 0')), ['401, 5 = status-401-handshake']);
    assert.deepEqual(await explained(iis('401, 5').repeat(3)), ['401, 5 = status-401']);
  });

  it('names each field, its times as local ones', async () => {
    const text = iis('500, 5');
    for (const [piece, id] of [
      ['10.0.0.9', 'log-field-c-ip'],
      ['11/20', 'log-field-date-local'],
      ['8:01', 'log-field-time-local'],
      ['W3SVC3', 'log-field-s-sitename'],
      ['WEB01', 'log-field-s-computername'],
      ['4502', 'log-field-time-taken'],
      ['163', 'log-field-cs-bytes'],
      ['3223', 'log-field-sc-bytes'],
      ['GET', 'log-field-cs-method'],
      ['/shop', 'log-field-cs-uri-stem'],
      ['page=1,2', 'log-field-cs-uri-query'],
      ['500', 'status-500'],
    ] as const)
      assert.equal(await over(text, piece), id, piece);
  });

  it('is read from IPv6 clients, of any land, behind the marks of a paste', async () => {
    assert.deepEqual(await explained(iis('500, 0', 'W3SVC1', 'fe80::1%4')), ['500, 0 = status-500']);
    assert.deepEqual(await explained(iis('500, 0').replace('11/20/2026', '20.11.2026')), ['500, 0 = status-500']);
    assert.deepEqual(await explained(`> ${iis('500, 0')}`), ['500, 0 = status-500']);
  });

  it('leaves FTP and mail alone', async () => {
    assert.deepEqual(await explained(iis('530, 1326', 'MSFTPSVC1') + iis('550, 0', 'SMTPSVC1')), []);
    assert.equal(await over(iis('530, 1326', 'MSFTPSVC1'), '530'), 'field-other-status');
  });

  it('is summarised, its times called what they are', async () => {
    const stream = new ExplainStream(knowledge);
    const summarizer = new Summarizer();
    await stream.push(iis('500, 5') + iis('500, 5') + iis('200, 0'));
    summarizer.add(await stream.end());
    const text = summaryText(await summarizer.end(knowledge), 'u_in261120.log');
    assert.match(text, /3 requests from 11\/20\/2026 8:01:02 to .{18} in the time of the server/);
    assert.match(text, /500 - 5/);
  });
});

describe('a log in the common format', () => {
  it('has its statuses named, and no sub-status is claimed', async () => {
    assert.deepEqual(await explained(common(500) + common(200) + common(500)), ['500 = status-alone-500']);
    const [one] = (await explain(common(401) + common(401), knowledge)).explanations;
    assert.equal(one?.answers[0].verdict, null);
    assert.doesNotMatch(one.answers[0].meaning, /\d\.\d/);
  });

  it('is taken for that of another server where more stands behind it', async () => {
    const meaning = async (text: string): Promise<string> =>
      (await explain(text, knowledge)).explanations[0]?.answers[0].meaning ?? '';
    assert.match(await meaning(common(502)), /If IIS wrote/);
    assert.match(await meaning(combined(502)), /IIS does not write it/);
    assert.match(await meaning(common(502, ' 0.012 upstream')), /IIS does not write it/);
  });

  it('names each field', async () => {
    for (const [piece, id] of [
      ['- CON', 'log-field-ncsa-logname'],
      ['CONTOSO', 'log-field-cs-username'],
      ['20/Nov', 'log-field-ncsa-time'],
      ['GET', 'log-field-cs-method'],
      ['/shop', 'log-field-ncsa-uri'],
      ['HTTP/1.1', 'log-field-cs-version'],
      ['3223', 'log-field-sc-bytes'],
      ['Agent/', 'log-field-cs-user-agent'],
    ] as const)
      assert.equal(await over(combined(500), piece), id, piece);
  });

  it('is read where no request could be', async () => {
    assert.deepEqual(await explained('10.0.0.9 - - [20/Nov/2026:08:01:02 +0100] "-" 400 0'), [
      '400 = status-alone-400',
    ]);
  });
});

it('prose and lists of addresses are no rows of a fixed format', async () => {
  for (const text of [
    '10.0.0.9, -, and 10.0.0.8 are the clients; status codes 500, 5 of them.',
    '10.0.0.9, x, 11/20/2026, 8:01:02, backup, WEB01, 10.0.0.1, 1, 1, 1, 500, 5, GET, /a, -,',
    '10.0.0.9 - - [20/Nov/2026:08:01:02 +0100] GET /a 500 1',
    'bad: c, d',
  ])
    assert.deepEqual(await explained(text), [], text);
});
