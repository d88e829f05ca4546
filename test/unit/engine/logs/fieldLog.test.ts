import assert from 'node:assert/strict';
import { FieldLogReader } from '../../../../src/engine/logs/fieldLog';
import { FieldsLines } from '../../../../src/engine/logs/fieldsLines';

const W3C = '#Fields: date time cs-method cs-uri-stem c-ip sc-status sc-substatus sc-win32-status time-taken';
const row = (status: string, when = '2026-01-05 10:00:00'): string => `${when} GET /a 10.0.0.9 ${status} 15`;
const HTTPERR =
  '#Fields: date time c-ip c-port s-ip s-port cs-version cs-method cs-uri sc-status s-siteid s-reason s-queuename';
const FREE = '2026-01-05 10:00:00';

/** Each row as what its fields are called and hold; fields without a value left out. */
function rowsOf(text: string): Record<string, string>[] {
  const rows: Record<string, string>[] = [];
  for (const reader = new FieldLogReader(text); reader.next();) {
    const { layout, values } = reader;
    const row: Record<string, string> = {};
    layout?.fields.forEach((field, i) => {
      const place = reader.place(i);
      assert.equal(place ? text.slice(place.start, place.end) : '', values[i], `the place of ${field}`);
      if (values[i]) row[field] = values[i] ?? '';
    });
    rows.push(row);
  }
  return rows;
}

const statusesOf = (text: string): (string | undefined)[] => rowsOf(text).map((one) => one['sc-status']);

describe('FieldLogReader', () => {
  it('reads rows by the header above them', () => {
    assert.deepEqual(rowsOf(`#Software: Microsoft Internet Information Services 10.0\n${W3C}\n${row('500 19 5')}\n`), [
      {
        date: '2026-01-05',
        time: '10:00:00',
        'cs-method': 'GET',
        'cs-uri-stem': '/a',
        'c-ip': '10.0.0.9',
        'sc-status': '500',
        'sc-substatus': '19',
        'sc-win32-status': '5',
        'time-taken': '15',
      },
    ]);
  });

  for (const [what, text, expected] of [
    ['CR LF and no last line end', `${W3C}\r\n${row('200 0 0')}\r\n${row('404 0 2')}`, ['200', '404']],
    [
      'a change of fields',
      `${W3C}\n${row('200 0 0')}\n#Fields: time sc-status cs-method\n10:00:01 503 GET`,
      ['200', '503'],
    ],
    ['files put together', `${W3C}\n${row('200 0 0')}\n#Date: 2026-01-06\n${W3C}\n${row('404 0 2')}`, ['200', '404']],
    ['blank lines and comments between', `${W3C}\n\n# by hand\n${row('200 0 0')}\n\n${row('404 0 2')}`, ['200', '404']],
    ['prose around it', `The log says 404:\n\n${W3C}\n${row('404 0 2')}\n\nAnd 500 users are angry at us.`, ['404']],
    ['comment signs before every line', `# ${W3C.replace('#', '# ')}\n# ${row('404 0 2')}`, ['404']],
    ['marks of a quotation', `> ${W3C}\n> ${row('404 0 2')}`, ['404']],
    ['two blanks in a row', `${W3C}\n${row('404 0 2').replace(' /a ', '  /a ')}`, ['404']],
    ['blanks behind', `${W3C}  \n${row('404 0 2')}  `, ['404']],
    ['tabs', `${W3C.replace(/ /g, '\t')}\n${row('404 0 2').replace(/ /g, '\t')}`, ['404']],
    ['a remark behind the names', `${W3C} // the fields\n${row('404 0 2')}`, ['404']],
    ['a masked date', `${W3C}\nDateTime GET /a 10.0.0.9 401 2 5 15`, ['401']],
    ['a blank within a URL', `${W3C}\n${row('404 0 2').replace('/a', '/a b')}`, ['404']],
    ['a log without a date', `#Fields: time cs-method sc-status sc-win32-status\n10:00:00 GET 404 2`, ['404']],
    ['a row that was cut off', `${W3C}\n${row('404 0 2')}\n${FREE} GET /a`, ['404', undefined]],
    [
      'the log of a firewall',
      `#Fields: date time action protocol src-ip dst-ip\n${FREE} DROP TCP 10.0.0.1 10.0.0.2`,
      [],
    ],
    ['the common format', '127.0.0.1 - - [10/Oct/2000:13:55:36 -0700] "GET / HTTP/1.0" 404 2326', ['404']],
    ['the log of an application', `${FREE} ERROR request 404 failed in 500 ms`, []],
  ] as const)
    it(`reads ${what}`, () => assert.deepEqual(statusesOf(text), expected));

  it('knows what IIS writes by default without a header', () => {
    const iis10 = `${FREE} 10.0.0.1 GET /a x=1 443 - 10.0.0.9 Mozilla/5.0+(x) https://b/ 500 19 33 62`;
    const iis7 = `${FREE} fe80::1%14 POST /a - 80 D\\u 10.0.0.9 - 404 0 2 62`;
    const iis6 = `${FREE} W3SVC1 10.0.0.1 GET /a - 80 - 10.0.0.9 Mozilla/4.0 401 2 2148074254`;
    const all = `${FREE} W3SVC1 WEB01 10.0.0.1 GET /a - 80 - 10.0.0.9 HTTP/1.1 Mozilla/5.0 - - shop 503 2 64 1467 841 31`;
    assert.deepEqual(
      rowsOf([iis10, iis7, iis6, all].join('\n')).map((one) => [one['c-ip'], one['sc-status'], one['sc-win32-status']]),
      [
        ['10.0.0.9', '500', '33'],
        ['10.0.0.9', '404', '2'],
        ['10.0.0.9', '401', '2148074254'],
        ['10.0.0.9', '503', '64'],
      ],
    );
  });

  for (const [what, written] of [
    ['of old systems', `${FREE} 10.0.0.9 50000 10.0.0.1 80 HTTP/1.1 GET /a 503 1 AppOffline Shop+Pool`],
    ['with a stream', `${FREE} 10.0.0.9 50000 10.0.0.1 80 HTTP/1.1 GET /a - 503 1 AppOffline Shop+Pool`],
    ['of the newest', `${FREE} 10.0.0.9 50000 10.0.0.1 80 HTTP/2 GET /a 3 0 503 1 AppOffline Shop+Pool TCP`],
    ['with a blank in its URL', `${FREE} 10.0.0.9 50000 10.0.0.1 80 HTTP/1.1 GET /a b c 503 1 AppOffline Shop+Pool`],
  ] as const)
    it(`reads a row of the HTTP.sys error log ${what}, without a header`, () => {
      const [found] = rowsOf(written);
      assert.deepEqual(
        ['c-port', 'cs-uri', 'sc-status', 's-siteid', 's-reason', 's-queuename'].map((field) => found?.[field]),
        ['50000', '/a', '503', '1', 'AppOffline', 'Shop+Pool'],
      );
    });

  it('reads the HTTP.sys error log with its header, and connections without a request', () => {
    const text = `${HTTPERR}\n${FREE} 10.0.0.9 50000 10.0.0.1 80 - - - - - Timer_ConnectionIdle -\n${FREE} 10.0.0.9 50000 10.0.0.1 80 HTTP/1.1 GET /a 503 - N/A`;
    assert.deepEqual(
      rowsOf(text).map((one) => [one['s-reason'], one['s-queuename']]),
      [
        ['Timer_ConnectionIdle', '-'],
        ['N/A', undefined],
      ],
    );
  });

  it('keeps blanks within quotes, and quotes that are none', () => {
    const fields = '#Fields: date time cs(User-Agent) sc-status cs-method';
    assert.deepEqual(
      rowsOf(`${fields}\n${FREE} "Mozilla 5 (x)" 200 GET\n${FREE} "broken 404 GET`).map((one) => one['cs(User-Agent)']),
      ['"Mozilla 5 (x)"', '"broken'],
    );
  });

  it('tells FTP apart', () => {
    const reader = new FieldLogReader(
      `#Fields: date time c-ip cs-method sc-status x-session\n${FREE} 10.0.0.9 RETR 550 8124db49`,
    );
    assert.ok(reader.next());
    assert.equal(reader.layout?.kind, 'ftp');
  });

  it('goes on in the next piece of a text', () => {
    const first = new FieldLogReader(`${W3C}\n${row('200 0 0')}\n`);
    while (first.next());
    const second = new FieldLogReader(`${row('404 0 2')}\n`, first.header);
    assert.ok(second.next());
    assert.equal(second.values[second.layout?.column('sc-status') ?? -1], '404');
  });

  it('takes linear time on hostile text', () => {
    for (const text of [
      `${W3C}\n${'x'.repeat(500_000)}\n${'y\n'.repeat(200_000)}`,
      `${W3C}\n${'"a '.repeat(300_000)}`,
      '#Fields: '.repeat(100_000),
      `${FREE} `.repeat(50_000),
      '1.1.1.1, a'.repeat(60_000),
      `1.1.1.1 - a [20/Nov/2026:08:01:02 +0100] "GET ${'x '.repeat(200_000)}`,
      '1 1 1 1 '.repeat(80_000),
      'fe80:, '.repeat(80_000),
      `${W3C.replace(/ /g, '\t')}\n${`x${' '.repeat(20)}\n`.repeat(50_000)}`,
    ]) {
      const started = performance.now();
      for (const reader = new FieldLogReader(text); reader.next(););
      assert.ok(performance.now() - started < 1_000, text.slice(0, 20));
    }
  });
});

describe('layoutAbove', () => {
  const layoutAbove = (text: string, offset: number) => new FieldsLines(text).layoutAbove(offset);
  it('finds the nearest header', () => {
    const text = `${HTTPERR}\nx\n${W3C}\ny\n`;
    assert.equal(layoutAbove(text, text.length)?.kind, 'web');
    assert.equal(layoutAbove(text, text.indexOf('x'))?.kind, 'httperr');
    assert.equal(layoutAbove(text, 0), undefined);
  });

  it('tells that of another program', () => {
    assert.equal(layoutAbove('#Fields: date time action\nx', 28), null);
    assert.equal(layoutAbove('see #Fields: in the manual\nx', 27), undefined);
  });
});
