import assert from 'node:assert/strict';
import { codesIn, finds, only, silent } from '../../../kit/codes';

describe('codes in the data of events', () => {
  finds('in the data of an event', [
    ['<Binary>0D000780</Binary>', '0D000780', 0x8007000d],
    ['<Binary>6d000780</Binary>', '6d000780', 0x8007006d],
    ['"Binary": "2E050780"', '2E050780', 0x8007052e],
    ['<Binary>05000000</Binary>', '05000000', 5],
    ['<Binary>0D00078000000000</Binary>', '0D000780', 0x8007000d],
    ['Data:\n0000: 05 00 07 80   ....', '05 00 07 80', 0x80070005],
    ['0000: 20 00 00 00                ...', '20 00 00 00', 32],
    ['Data: 0000: 2E 05 07 80', '2E 05 07 80', 0x8007052e],
    ['Data:\n0000: 80070005', '80070005', 0x80070005],
    ['Data:\n2E050780', '2E050780', 0x8007052e],
    ['Daten:\n2E 05 07 80', '2E 05 07 80', 0x8007052e],
    ['if it contains 69 05 07 80, then', '69 05 07 80', 0x80070569],
    ['<strong>69 05 07 80</strong>', '69 05 07 80', 0x80070569],
  ]);

  it('reads the number in the data the other way round where only that is a code', async () =>
    assert.match((await only('Data:\n8007052E')).name, /^0x8007052E/));

  it('reads the error in what a driver logs, behind its header', async () => {
    const header = '000004000200300000000000AD3A00C0';
    const rest = (final: string, dump: string) => `${header}00000000${final}${'00'.repeat(16)}${dump}`;
    const asDump = (digits: string) =>
      (digits.match(/.{16}/g) ?? [])
        .map((line, i) => `${(i * 8).toString(16).padStart(4, '0')}: ${line.replace(/..(?=.)/g, '$& ')}   ........`)
        .join('\n');
    for (const text of [
      `<Binary>${rest('00000000', '0D030980')}</Binary>`,
      `<Binary>${rest('0D030980', '00000000')}</Binary>`,
      asDump(`${rest('00000000', '0D030980')}00000000`),
    ]) {
      const [one, ...others] = await codesIn(text);
      assert.equal(one?.value, 0x8009030d, text);
      assert.deepEqual(others, []);
    }
  });

  silent('what is data without a code', [
    '<Binary></Binary>',
    '<Binary>00000000</Binary>',
    '<Binary>570033005300560043002F0034000000</Binary>',
    '<Binary>0500000012345678</Binary>',
    '<Binary>7B00350042004100</Binary>',
    '0000: 00 00 00 00   ....',
    '0000: 57 00 33 00 53 00 56 00   W.3.S.V.',
    'MAC 00 15 5D 05 00 07 80',
    '05 00 07 80 00 00 00 00 12',
    'fe80::0000: x',
    'Data: 20240101',
  ]);
});
