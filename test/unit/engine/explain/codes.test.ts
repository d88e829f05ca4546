import assert from 'node:assert/strict';
import { findCodes } from '../../../../src/engine/explain/codes';
import { findThings } from '../../../../src/engine/explain/things';
import { codesIn, finds, only, silent } from '../../../kit/codes';
import { knowledge } from '../../../kit/knowledge';

describe('error codes', () => {
  finds('in hexadecimal', [
    ['Error Code   0x8007000d', '0x8007000d', 0x8007000d],
    ['(Exception from HRESULT: 0X80070005)', '0X80070005', 0x80070005],
    ["The process exit code was '0xc0000005'.", '0xc0000005', 0xc0000005],
    ['was \\u00270xc0000005\\u0027', '0xc0000005', 0xc0000005],
    ['&lsquo;0xe0434f4d&rsquo;', '0xe0434f4d', 0xe0434f4d],
    ['错误0x80070005。', '0x80070005', 0x80070005],
    ['ended with 0x000006BA', '0x000006BA', 1722],
    ['Win32 error 0x00000005', '0x00000005', 5],
    ['failed: 0x80ab1234', '0x80ab1234', 0x80ab1234],
    ['result 0xD0000022', '0xD0000022', 0xd0000022],
  ]);

  finds('in hexadecimal without 0x, where words say so', [
    ['HRESULT: 80070005', '80070005', 0x80070005],
    ['hr=80070005', '80070005', 0x80070005],
    ['error 8004e00f', '8004e00f', 0x8004e00f],
    ['failed with 8007000d', '8007000d', 0x8007000d],
    ["The error was 'c0000022'.", 'c0000022', 0xc0000022],
    ['Runtime with exit code 80131506.', '80131506', 0x80131506],
    ['<ErrorCode>80070005</ErrorCode>', '80070005', 0x80070005],
    ['Fehlercode: 8007000D', '8007000D', 0x8007000d],
    ['Access is denied. (80070005)', '80070005', 0x80070005],
  ]);

  it('reads both numbers of a pair', async () =>
    assert.deepEqual(
      (await codesIn('at this time. (2147943461, 80070425)')).map(({ written }) => written),
      ['2147943461', '80070425'],
    ));

  finds('in decimal', [
    ['result 2147943461', '2147943461', 0x80070425],
    ['code -2147023835', '-2147023835', 0x80070425],
    ['exited with 3221225477', '3221225477', 0xc0000005],
    ['code -1073741819.', '-1073741819', 0xc0000005],
    ['3762504530', '3762504530', 0xe0434352],
    ['-532462766', '-532462766', 0xe0434352],
    ['401.1 with 2148074254, then 200', '2148074254', 0x8009030e],
    ['error: %%-2146893802', '-2146893802', 0x80090016],
    ['<Data Name="ErrorCode">2147942405</Data>', '2147942405', 0x80070005],
  ]);

  silent('what is a number by its looks only', [
    'Faulting offset 0x80070005',
    'Fault offset: 0x00005bca',
    'time stamp: 0xc0000005',
    'Faulting process id: 0x80070005',
    'ThreadID="0x80070005"',
    '<ThreadID>0x80070005</ThreadID>',
    'address 0x00007FF8A1B2C3D4',
    'at 0x80070005 in kernel',
    'Keywords 0x80000000000000',
    '<Keywords>0x8080000000000000</Keywords>',
    'Logon ID: 0x3e7',
    'Logon ID: 0xC0000005',
    'flags 0x80000000',
    'mask 0xC0000000',
    '0x8708a3d2, 0x806567cb, 0x196c3671',
    '[0x80deb1fe, 0x3b1696b1]',
    '#define BUFFER_FLAG_ERROR 0x00000040',
    'cpuid 0x80000001',
    '(-2147483647 - 1)',
    'PCI_LINK_WIDTH 0x000003f0',
    '0x80000000',
    'EventID: 0x00000422',
    '0x00000005',
    'colour 0xFF336699',
    '0xcfdb13d8',
    '{80070005-1234-4321-8765-0123456789ab}',
    'id 80070005-1234-4321-8765-0123456789ab',
    'sha1 80070005c0000005e0434352',
    '80070005',
    '(80071234)',
    'order 80070005',
    'invoice_80070005',
    '1732470000',
    '1732470000123',
    '+49-2147943461-1',
    'version 2147943461.5',
    '10.0.0.2147943461',
    '-2147483648',
    '0x800700',
  ]);

  silent('what is a column of a W3C log', [
    '2024-03-01 10:00:00 10.0.0.1 GET / - 80 - 10.0.0.2 Mozilla/5.0 401 1 2148074254 15',
    '#Fields: date time sc-win32-status\nd t a b c d e f g 2148074254 15',
    '2024-03-01 10:00:00 10.0.0.1 GET / - 80 - 10.0.0.2 Mozilla/5.0 500 0 1236 15',
  ]);

  finds('that lost or won a digit', [
    ['0x8007000', '0x8007000', 'short'],
    ['0x8007042 was returned', '0x8007042', 'short'],
    ['0x800700055', '0x800700055', 'long'],
    ['CoGetClassObject, 0x800800005', '0x800800005', 'long'],
    ['You receive error 8008005.', '8008005', 'short'],
  ]);

  describe('an answer', () => {
    it('names the value of data bytes', async () => {
      assert.match((await only('<Binary>0D000780</Binary>')).meaning, /0x8007000D/);
      assert.match((await only('0000: 20 00 00 00')).meaning, /\b32\b/);
    });

    it('says that a code is malformed, and guesses none', async () => {
      assert.match((await only('0x8007000')).name, /Malformed code: a digit too few/);
      assert.match((await only('0x800700055')).name, /Malformed code: a digit too many/);
    });

    for (const [text, expected] of [
      ['HRESULT 0x80AB1234', /a failure HRESULT, facility 171, code 4660/],
      ['HRESULT 0x80131FFF', /facility 19 \(\.NET runtime\), code 8191/],
      ['HRESULT 0x801901F7', /the HTTP status 503/],
      ['HRESULT 0x800A0FFF', /run-time error 4095 of VBScript or JScript/],
      ['HRESULT 0x80077FFF', /the Win32 error 32767/],
      ['HRESULT 0xD000FFF1', /carries the NTSTATUS 0xC000FFF1/],
      ['HRESULT 0xA0001234', /a program defined for itself/],
      ['NTSTATUS 0xC002FFF1', /an NTSTATUS error, facility 2 \(RPC\)/],
      ['exception code 0xE0001234', /a program defined for itself/],
      ['System error 64999', /a Win32 error, in hexadecimal 0x0000FDE7/],
    ] as const)
      it(`takes ${text} apart`, async () => {
        const answer = await only(text);
        assert.equal(answer.id, 'code-unknown');
        assert.match(answer.meaning, expected);
        assert.match(answer.checks?.[0] ?? '', /certutil\.exe -error 0x|net\.exe helpmsg 64999/);
      });

    it('explains the code inside another one', async () => {
      assert.match((await only('0x8007042B')).name, /^0x8007042B/);
      assert.match((await only('0xC0070005')).name, /^0xC0070005 = 0x80070005/);
      assert.match((await only('0xD0000022')).name, /^0xD0000022 = .*0xC0000022/);
    });

    it('begins with the code that stands there', async () => {
      assert.match((await only('0xE0434F4D')).name, /^0xE0434F4D: /);
      assert.match((await only('0xC0000071')).name, /^0x80070532 \/ 0xC0000071: /);
    });

    it('says where a row of the table is known from', async () => {
      const { sources } = await only('0x80070004');
      assert.equal(sources.length, 1);
      assert.match(sources[0]!.document, /winerror\.h/);
      assert.equal(sources[0]!.read, '2026-11-21');
    });
  });

  it('come in order of place, none over another', () => {
    const codes = findCodes('0000: 05 00 07 80 error 5: 0x80070005 (2147943461, 80070425) %%1053\nData:\n2E050780');
    assert.equal(codes.length, 7);
    for (const [i, code] of codes.entries()) assert.ok(code.start >= (codes[i - 1]?.end ?? 0));
  });

  it('are found in linear time on hostile text', () => {
    for (const piece of [
      '0x8',
      '80070',
      '2147943461 ',
      'error ',
      'error code : ',
      '0000: ',
      '05 00 07 80 ',
      '(5',
      'Binary ',
      '0000: 00000000 ',
      'data: ',
      '%%1',
      ' 401 1 2148074254 ',
      '#Fields: ',
    ]) {
      const text = piece.repeat(Math.ceil(400_000 / piece.length));
      const started = performance.now();
      findCodes(text);
      assert.ok(performance.now() - started < 1_500, `${JSON.stringify(piece)} took too long`);
    }
  });
});

describe('the names of codes', () => {
  const symbols = knowledge.facts.flatMap(({ keys }) =>
    keys.flatMap((key) => (key.kind === 'code' && key.symbol !== undefined ? [key.symbol] : [])),
  );

  it('are all recognised', () =>
    assert.deepEqual(
      symbols.filter((symbol) => findThings(`the name ${symbol}, it says`, knowledge).symbols[0]?.symbol !== symbol),
      [],
    ));

  it('belong to one code each', () =>
    assert.deepEqual(
      symbols.filter((symbol, i) => symbols.indexOf(symbol) !== i),
      [],
    ));
});
